-- The feed gives each noun's newest state, so of each noun only the place of its newest change counts: a desk that
-- begins gets every article once, not once for each step it has taken. What happened when stands in the audit log.
DELETE FROM changes
WHERE sequence NOT IN (SELECT MAX(sequence) FROM changes GROUP BY noun, id);
CREATE UNIQUE INDEX changes_by_noun ON changes (noun, id);
