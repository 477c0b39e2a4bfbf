-- An author can delete a draft that never was public: rows for the chains of newsrooms there are, for the roles that
-- submit drafts of their own there today. A desk's replica has no changes of its own; it is told by its server.
INSERT INTO workflow (position, from_state, step, role, to_state, ownership, reason_required)
SELECT (SELECT MAX(position) FROM workflow) + ROW_NUMBER() OVER (ORDER BY w.role),
    'draft', 'delete', w.role, 'deleted', 'own', 0
FROM (SELECT DISTINCT role FROM workflow WHERE from_state = 'draft' AND step = 'submit') w
WHERE EXISTS (SELECT 1 FROM changes WHERE noun = 'workflow')
    AND NOT EXISTS (
        SELECT 1 FROM workflow o WHERE o.from_state = 'draft' AND o.step = 'delete' AND o.role = w.role
    );
-- Desks that are connected hear of it.
UPDATE counters SET value = value + 1
WHERE name = 'sequence' AND EXISTS (SELECT 1 FROM changes WHERE noun = 'workflow');
UPDATE changes SET sequence = (SELECT value FROM counters WHERE name = 'sequence') WHERE noun = 'workflow';
