-- What others did with this person's articles since he last opened them: the newest of each.
CREATE TABLE news (
    article_id TEXT NOT NULL PRIMARY KEY,
    step TEXT NOT NULL,
    actor_id TEXT NOT NULL,
    at BIGINT NOT NULL,
    reason TEXT NOT NULL,
    again INTEGER NOT NULL
);
