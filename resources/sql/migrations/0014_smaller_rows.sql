-- A row of the search says the week and the number of its item. With the second in it, the distance to the row before took
-- six bytes for each word of each item: a third of a newsroom's file on SQLite. There the program writes the rows anew at
-- its next start.
-- only: postgresql
DROP INDEX publication_search_by_word;
-- only: postgresql
UPDATE publication_search SET rowid = (((rowid >> 30) / 604800) << 24) + (rowid & 16777215);
-- only: postgresql
CREATE INDEX publication_search_by_word ON publication_search USING gin (
    search_lexemes(title),
    search_lexemes(words),
    search_lexemes(accented_title),
    search_lexemes(accented_words),
    (ARRAY[rowid >> 24])
);
-- only: sqlite
DROP TABLE publication_search;
-- only: sqlite
CREATE VIRTUAL TABLE publication_search USING fts5(title, words, tokenize = 'ascii', columnsize = 0, content = '');
-- Accents decide over the order alone, word by word: no places, no columns (storage/SqliteSearch.cpp).
-- only: sqlite
CREATE VIRTUAL TABLE publication_accents USING fts5(
    words, tokenize = 'ascii', columnsize = 0, content = '', detail = none
);
-- only: sqlite
DELETE FROM publication_words;
-- only: sqlite
UPDATE publications SET search_form = 0;

-- SQLite keeps a key that is not its own row number twice, in the table and in an index. These tables have little else.
-- only: sqlite
CREATE TABLE decisions_by_key (
    article_id TEXT NOT NULL REFERENCES articles (id),
    position BIGINT NOT NULL,
    version BIGINT NOT NULL,
    step TEXT NOT NULL,
    actor_id TEXT NOT NULL,
    at BIGINT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (article_id, position)
) WITHOUT ROWID;
-- only: sqlite
INSERT INTO decisions_by_key (article_id, position, version, step, actor_id, at, reason)
SELECT article_id, position, version, step, actor_id, at, reason FROM decisions ORDER BY article_id, position;
-- only: sqlite
DROP TABLE decisions;
-- only: sqlite
ALTER TABLE decisions_by_key RENAME TO decisions;
-- only: sqlite
CREATE TABLE audit_by_key (
    number BIGINT NOT NULL PRIMARY KEY,
    at BIGINT NOT NULL,
    actor_id TEXT NOT NULL,
    action TEXT NOT NULL,
    noun TEXT NOT NULL,
    noun_id TEXT NOT NULL,
    detail TEXT NOT NULL,
    hash TEXT NOT NULL
) WITHOUT ROWID;
-- only: sqlite
INSERT INTO audit_by_key (number, at, actor_id, action, noun, noun_id, detail, hash)
SELECT number, at, actor_id, action, noun, noun_id, detail, hash FROM audit ORDER BY number;
-- only: sqlite
DROP TABLE audit;
-- only: sqlite
ALTER TABLE audit_by_key RENAME TO audit;
-- only: sqlite
CREATE TABLE publication_media_by_key (
    media_id TEXT NOT NULL,
    number BIGINT NOT NULL REFERENCES publications (number),
    PRIMARY KEY (media_id, number)
) WITHOUT ROWID;
-- only: sqlite
INSERT INTO publication_media_by_key (media_id, number)
SELECT media_id, number FROM publication_media ORDER BY media_id, number;
-- only: sqlite
DROP TABLE publication_media;
-- only: sqlite
ALTER TABLE publication_media_by_key RENAME TO publication_media;
-- only: sqlite
CREATE INDEX publication_media_by_number ON publication_media (number);
-- only: sqlite
CREATE TABLE article_media_by_key (
    media_id TEXT NOT NULL,
    article_id TEXT NOT NULL REFERENCES articles (id),
    claimed_by TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (media_id, article_id)
) WITHOUT ROWID;
-- only: sqlite
INSERT INTO article_media_by_key (media_id, article_id, claimed_by)
SELECT media_id, article_id, claimed_by FROM article_media ORDER BY media_id, article_id;
-- only: sqlite
DROP TABLE article_media;
-- only: sqlite
ALTER TABLE article_media_by_key RENAME TO article_media;
-- only: sqlite
CREATE INDEX article_media_by_article ON article_media (article_id);
