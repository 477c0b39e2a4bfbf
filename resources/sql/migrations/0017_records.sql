-- Items become the first kind of record. What all kinds have (who, where it stands, versions, decisions, what the public
-- has) is asked by record from here on; what a record says stands in its versions and is each noun's own. Nothing that
-- was stored is written anew: hashes and approvals hang on it. Ids are of one kind for all nouns, so that a row which
-- names a record need not name its noun.
ALTER TABLE articles RENAME TO records;
ALTER TABLE records ADD COLUMN noun TEXT NOT NULL DEFAULT 'article';
ALTER TABLE revisions RENAME COLUMN article_id TO record_id;
ALTER TABLE decisions RENAME COLUMN article_id TO record_id;
ALTER TABLE publications RENAME COLUMN article_id TO record_id;
ALTER TABLE publications ADD COLUMN noun TEXT NOT NULL DEFAULT 'article';
ALTER TABLE article_media RENAME TO record_media;
ALTER TABLE record_media RENAME COLUMN article_id TO record_id;

-- Lists are of one noun.
DROP INDEX articles_by_update;
CREATE INDEX records_by_update ON records (noun, updated_at, id);
DROP INDEX articles_by_state;
CREATE INDEX records_by_state ON records (noun, state, updated_at, id);
DROP INDEX articles_by_schedule;
CREATE INDEX records_by_schedule ON records (scheduled_at) WHERE scheduled_at IS NOT NULL;
DROP INDEX article_media_by_article;
CREATE INDEX record_media_by_record ON record_media (record_id);
