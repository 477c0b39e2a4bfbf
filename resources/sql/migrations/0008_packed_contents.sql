-- Contents lie packed (storage/StoredContent.h). A version that an earlier program wrote has its text in content, and
-- nothing here; hashes are over the plain text, in either form.
ALTER TABLE revisions ADD COLUMN packed BYTEA;

-- What a sitting has superseded is cleaned away by its age (ArticleStore::dropSuperseded()).
CREATE INDEX revisions_by_time ON revisions (saved_at);
