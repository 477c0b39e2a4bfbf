-- What guards pictures and sign-ins.

-- A picture that had not come when a text with it was saved is that article's only if the same person uploads it: the
-- row says who. Drafts that nobody but their author has had say it too, so that none keeps a picture that its author
-- never might see; whatever he may see is noted again with his next save or step.
ALTER TABLE article_media ADD COLUMN claimed_by TEXT NOT NULL DEFAULT '';
UPDATE article_media
SET claimed_by = (SELECT a.author_id FROM articles a WHERE a.id = article_media.article_id)
WHERE NOT EXISTS (SELECT 1 FROM decisions d WHERE d.article_id = article_media.article_id);

-- An upload's Upload-Metadata as it was announced (tus 1.0.0 wants it back as it came).
ALTER TABLE uploads ADD COLUMN metadata TEXT NOT NULL DEFAULT '';

-- Where a sign-in was, as a hash of person, address and PC: a PC that is known is not shut out by what strangers try.
ALTER TABLE sessions ADD COLUMN place TEXT NOT NULL DEFAULT '';
