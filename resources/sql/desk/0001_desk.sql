-- What only a desk has, beside its replica of the newsroom. SQLite.

-- Commands that wait for the server, in the order they were given. A refused one stays until the person has settled it.
-- base_content: what the text of a save was made from; '' for other commands. offered: the server may have it, so it is
-- sent again as it is. A step behind a save names a version that is only known when the save was answered; it is
-- written into the step with the answer.
CREATE TABLE outbox (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    request_id TEXT NOT NULL UNIQUE,
    article_id TEXT NOT NULL,
    command TEXT NOT NULL,
    base_content TEXT NOT NULL,
    given_at BIGINT NOT NULL,
    offered BIGINT NOT NULL,
    error TEXT NOT NULL
);
CREATE INDEX outbox_by_article ON outbox (article_id);

-- What is being typed and not yet in the outbox: at most one text an article. base_content is what it started from.
CREATE TABLE journal (
    article_id TEXT NOT NULL PRIMARY KEY,
    base_version BIGINT NOT NULL,
    base_content TEXT NOT NULL,
    content TEXT NOT NULL,
    typed_at BIGINT NOT NULL
);

-- Pictures on their way. The bytes lie in the desk's media folder under their SHA-256.
CREATE TABLE pictures (
    media_id TEXT NOT NULL PRIMARY KEY,
    sha256 TEXT NOT NULL,
    name TEXT NOT NULL,
    size BIGINT NOT NULL,
    width BIGINT NOT NULL,
    height BIGINT NOT NULL,
    upload_address TEXT NOT NULL,
    sent BIGINT NOT NULL,
    error TEXT NOT NULL,
    added_at BIGINT NOT NULL
);

-- Where this desk stands: server, epoch, sequence, the person signed in.
CREATE TABLE desk (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
);

-- What this desk knew of articles when the server turned out to have been restored from a backup, until the restored
-- server has shown what it knows. Nothing else holds a text that was saved after the backup.
CREATE TABLE former (
    article_id TEXT NOT NULL PRIMARY KEY,
    author_id TEXT NOT NULL,
    version BIGINT NOT NULL,
    content_hash TEXT NOT NULL,
    content TEXT NOT NULL,
    seen BIGINT NOT NULL
);
