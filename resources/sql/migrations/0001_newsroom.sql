-- The newsroom. One text for SQLite and PostgreSQL. Times are UTC milliseconds, ids are UUIDs as text, text is never
-- NULL. The desk's replica has the same tables.

-- What this database is: "epoch" (changes when a backup is restored), "created".
CREATE TABLE system (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
);

-- Numbers that only grow. "sequence" is the order of all changes; taking the next one serialises writers.
CREATE TABLE counters (
    name TEXT NOT NULL PRIMARY KEY,
    value BIGINT NOT NULL
);
INSERT INTO counters (name, value) VALUES ('sequence', 0), ('articleNumber', 0), ('audit', 0);

-- Settings are dated: the row in force is the newest one that is not in the future.
CREATE TABLE settings (
    name TEXT NOT NULL,
    valid_from BIGINT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (name, valid_from)
);

CREATE TABLE sections (
    id TEXT NOT NULL PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    name_english TEXT NOT NULL,
    position BIGINT NOT NULL
);

CREATE TABLE users (
    id TEXT NOT NULL PRIMARY KEY,
    login TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    pen_name TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    disabled BIGINT NOT NULL,
    created_at BIGINT NOT NULL
);

-- A role in one section; section_id '' is every section.
CREATE TABLE grants (
    user_id TEXT NOT NULL REFERENCES users (id),
    role TEXT NOT NULL,
    section_id TEXT NOT NULL,
    PRIMARY KEY (user_id, role, section_id)
);

-- The chain as data, in the order in which it is searched.
CREATE TABLE workflow (
    position BIGINT NOT NULL PRIMARY KEY,
    from_state TEXT NOT NULL,
    step TEXT NOT NULL,
    role TEXT NOT NULL,
    to_state TEXT NOT NULL,
    ownership TEXT NOT NULL,
    reason_required BIGINT NOT NULL
);

-- The newest state of each article. What it says stands in revisions; the columns here are for finding and listing.
CREATE TABLE articles (
    id TEXT NOT NULL PRIMARY KEY,
    author_id TEXT NOT NULL,
    section_id TEXT NOT NULL,
    genre TEXT NOT NULL,
    title TEXT NOT NULL,
    title_folded TEXT NOT NULL,
    version BIGINT NOT NULL,
    content_hash TEXT NOT NULL,
    state TEXT NOT NULL,
    reason TEXT NOT NULL,
    approved_version BIGINT,
    approved_hash TEXT NOT NULL,
    approved_by TEXT NOT NULL,
    approved_at BIGINT,
    scheduled_at BIGINT,
    number BIGINT UNIQUE,
    slug TEXT NOT NULL,
    public_version BIGINT,
    first_published_at BIGINT,
    published_at BIGINT,
    taken_down_at BIGINT,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL
);
CREATE INDEX articles_by_update ON articles (updated_at, id);
CREATE INDEX articles_by_state ON articles (state, updated_at, id);
CREATE INDEX articles_by_schedule ON articles (scheduled_at) WHERE scheduled_at IS NOT NULL;

-- What the public may have: written when an article is published, corrected or taken down, and by nothing else. The
-- portal reads published content through this table alone, so a draft is out of its reach.
CREATE TABLE publications (
    number BIGINT NOT NULL PRIMARY KEY,
    article_id TEXT NOT NULL UNIQUE REFERENCES articles (id),
    version BIGINT NOT NULL,
    section_id TEXT NOT NULL,
    genre TEXT NOT NULL,
    slug TEXT NOT NULL,
    title TEXT NOT NULL,
    lead TEXT NOT NULL,
    picture_id TEXT NOT NULL,
    first_at BIGINT NOT NULL,
    at BIGINT NOT NULL,
    taken_down_at BIGINT,
    search_text TEXT NOT NULL
);
CREATE INDEX publications_by_time ON publications (first_at, number) WHERE taken_down_at IS NULL;
CREATE INDEX publications_by_section ON publications (section_id, first_at, number) WHERE taken_down_at IS NULL;

-- The pictures that a publication shows: only these are served to the public.
CREATE TABLE publication_media (
    media_id TEXT NOT NULL,
    number BIGINT NOT NULL REFERENCES publications (number),
    PRIMARY KEY (media_id, number)
);
CREATE INDEX publication_media_by_number ON publication_media (number);

-- Every version ever saved. Appended, never changed.
CREATE TABLE revisions (
    article_id TEXT NOT NULL REFERENCES articles (id),
    version BIGINT NOT NULL,
    saved_by TEXT NOT NULL,
    saved_at BIGINT NOT NULL,
    content_hash TEXT NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (article_id, version)
);

-- Every step that a person, or the clock, took. Appended, never changed.
CREATE TABLE decisions (
    article_id TEXT NOT NULL REFERENCES articles (id),
    position BIGINT NOT NULL,
    version BIGINT NOT NULL,
    step TEXT NOT NULL,
    actor_id TEXT NOT NULL,
    at BIGINT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (article_id, position)
);

-- Pictures: the facts of the original, whose bytes lie under their SHA-256.
CREATE TABLE media (
    id TEXT NOT NULL PRIMARY KEY,
    sha256 TEXT NOT NULL,
    format TEXT NOT NULL,
    width BIGINT NOT NULL,
    height BIGINT NOT NULL,
    size BIGINT NOT NULL,
    name TEXT NOT NULL,
    uploaded_by TEXT NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE INDEX media_by_sha256 ON media (sha256);

-- Uploads under way (tus 1.0.0). The bytes received so far lie in a file named after the id.
CREATE TABLE uploads (
    id TEXT NOT NULL PRIMARY KEY,
    user_id TEXT NOT NULL,
    media_id TEXT NOT NULL,
    name TEXT NOT NULL,
    length BIGINT NOT NULL,
    sha256 TEXT NOT NULL,
    finished BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);

-- The answer to each command, so that sending it twice is harmless.
CREATE TABLE requests (
    id TEXT NOT NULL PRIMARY KEY,
    user_id TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    at BIGINT NOT NULL,
    answer TEXT NOT NULL
);
CREATE INDEX requests_by_time ON requests (at);

-- The feed: what changed, in the server's order. A noun's newest state is read when the feed is asked for.
CREATE TABLE changes (
    sequence BIGINT NOT NULL PRIMARY KEY,
    noun TEXT NOT NULL,
    id TEXT NOT NULL,
    at BIGINT NOT NULL
);

-- Sign-ins. Only the hash of a token is kept.
CREATE TABLE sessions (
    token_hash TEXT NOT NULL PRIMARY KEY,
    user_id TEXT NOT NULL REFERENCES users (id),
    device TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    revoked_at BIGINT
);
CREATE INDEX sessions_by_user ON sessions (user_id);

-- The audit log. Each line's hash covers the line before it.
CREATE TABLE audit (
    number BIGINT NOT NULL PRIMARY KEY,
    at BIGINT NOT NULL,
    actor_id TEXT NOT NULL,
    action TEXT NOT NULL,
    noun TEXT NOT NULL,
    noun_id TEXT NOT NULL,
    detail TEXT NOT NULL,
    hash TEXT NOT NULL
);
