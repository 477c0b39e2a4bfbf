-- What a command does, beside the command: lists of what waits, and the search for what goes next, then need not read
-- the texts.
ALTER TABLE outbox ADD COLUMN step TEXT NOT NULL DEFAULT '';
UPDATE outbox SET step = json_extract(command, '$.kind') WHERE json_valid(command);
