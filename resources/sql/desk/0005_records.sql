-- What waits here names its record by noun and id, as a command of version 2 of the wire does. done: the server's change
-- with which it was done; 0 before its answer. The feed brings what it has made, and the row goes with that. clock_ahead:
-- by how much this PC's clock was known to be ahead of the server's when it was given, in milliseconds.
ALTER TABLE outbox RENAME COLUMN article_id TO record_id;
ALTER TABLE outbox ADD COLUMN noun TEXT NOT NULL DEFAULT 'article';
ALTER TABLE outbox ADD COLUMN done BIGINT NOT NULL DEFAULT 0;
ALTER TABLE outbox ADD COLUMN clock_ahead BIGINT NOT NULL DEFAULT 0;
DROP INDEX outbox_by_article;
CREATE INDEX outbox_by_record ON outbox (record_id);
ALTER TABLE journal RENAME COLUMN article_id TO record_id;
ALTER TABLE journal ADD COLUMN noun TEXT NOT NULL DEFAULT 'article';
ALTER TABLE former RENAME COLUMN article_id TO record_id;
ALTER TABLE former ADD COLUMN noun TEXT NOT NULL DEFAULT 'article';
ALTER TABLE news RENAME COLUMN article_id TO record_id;
ALTER TABLE news ADD COLUMN noun TEXT NOT NULL DEFAULT 'article';

-- The commands of version 1, in their place and under their requests. What cannot be read stays as it is.
UPDATE outbox
SET command = json_object(
    'kind', json_extract(command, '$.kind'),
    'target', json_object('noun', 'article', 'id', record_id),
    'version', COALESCE(json_extract(command, '$.base'), json_extract(command, '$.version')),
    'args', json(json_remove(command, '$.kind', '$.article', '$.base', '$.version')))
WHERE json_valid(command) AND json_type(command, '$.article') = 'text';

-- Up to which of the server's changes a thing is known here: pulls bring older ones beside the live feed.
CREATE TABLE known (
    noun TEXT NOT NULL,
    id TEXT NOT NULL,
    sequence BIGINT NOT NULL,
    PRIMARY KEY (noun, id)
) WITHOUT ROWID;
