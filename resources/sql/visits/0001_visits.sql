-- The ledger of visits. What each word means: app/backend/VisitCounter.h.

-- One row per day of the site's time zone, for ever; people and robots apart.
CREATE TABLE visit_days (
    day TEXT NOT NULL PRIMARY KEY,
    views BIGINT NOT NULL,
    visits BIGINT NOT NULL,
    visitors BIGINT NOT NULL,
    robot_views BIGINT NOT NULL
);

-- Page views by people, of each article by its public number.
CREATE TABLE item_views (
    article_number BIGINT NOT NULL PRIMARY KEY,
    views BIGINT NOT NULL
);

-- What an older counter stood at when the site moved in: one row at most.
CREATE TABLE opening_balance (
    one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    day TEXT NOT NULL,
    total BIGINT NOT NULL
);

-- The last batch that each running program has added, so that one sent twice is added once.
CREATE TABLE visit_writers (
    writer TEXT NOT NULL PRIMARY KEY,
    batch BIGINT NOT NULL,
    written_at BIGINT NOT NULL
);
