-- Which articles have a picture, in any version of their text: whoever may see one of them may see the picture
-- (backend/MediaAccess.h). What was saved before is looked through once.
CREATE TABLE article_media (
    media_id TEXT NOT NULL,
    article_id TEXT NOT NULL REFERENCES articles (id),
    PRIMARY KEY (media_id, article_id)
);
CREATE INDEX article_media_by_article ON article_media (article_id);
INSERT INTO article_media (media_id, article_id)
SELECT DISTINCT m.id, r.article_id
FROM media m
JOIN revisions r ON r.content LIKE '%' || m.id || '%';

-- A live item can be taken down wherever its correction stands: the rows that were forgotten, in newsrooms where it can
-- be taken down while its correction is in editing.
INSERT INTO workflow (position, from_state, step, role, to_state, ownership, reason_required)
SELECT (SELECT MAX(position) FROM workflow) + ROW_NUMBER() OVER (ORDER BY s.from_state, w.position),
    s.from_state, w.step, w.role, w.to_state, w.ownership, w.reason_required
FROM workflow w
CROSS JOIN (SELECT 'draft' AS from_state UNION ALL SELECT 'submitted' UNION ALL SELECT 'refused') s
WHERE w.from_state = 'inEditing' AND w.step = 'unpublish'
    AND NOT EXISTS (SELECT 1 FROM workflow o WHERE o.from_state = s.from_state AND o.step = 'unpublish');
