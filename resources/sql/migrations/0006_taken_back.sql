-- A decision can be taken back by whoever took it, a chair who opened a correction can send it on, and what only its
-- author could go on with can be taken over when he no longer can: rows for the chains of newsrooms there are, for the
-- roles that decide there today. A desk's replica has no changes of its own; it is told by its server.
INSERT INTO workflow (position, from_state, step, role, to_state, ownership, reason_required)
SELECT (SELECT MAX(position) FROM workflow)
        + ROW_NUMBER() OVER (ORDER BY n.from_state, n.step, n.role, n.place),
    n.from_state, n.step, n.role, n.to_state, n.ownership, 0
FROM (
    SELECT DISTINCT d.from_state, d.step, w.role, d.to_state, d.ownership, d.place
    FROM (
        SELECT 'approved' AS from_state, 'revoke' AS step, 'awaitingApproval' AS to_state, 'decider' AS ownership,
            'awaitingApproval' AS given_from, 'approve' AS given_step, 1 AS place
        UNION ALL SELECT 'scheduled', 'revoke', 'awaitingApproval', 'decider', 'awaitingApproval', 'approve', 1
        UNION ALL SELECT 'refused', 'revoke', 'awaitingApproval', 'decider', 'awaitingApproval', 'refuse', 1
        UNION ALL SELECT 'inEditing', 'revoke', 'awaitingApproval', 'decider', 'awaitingApproval', 'returnToEditor', 1
        UNION ALL SELECT 'returned', 'revoke', 'awaitingApproval', 'decider', 'awaitingApproval', 'returnToAuthor', 1
        UNION ALL SELECT 'returned', 'revoke', 'inEditing', 'decider', 'inEditing', 'returnToAuthor', 2
        UNION ALL SELECT 'awaitingApproval', 'revoke', 'inEditing', 'decider', 'inEditing', 'requestApproval', 1
        UNION ALL SELECT 'awaitingApproval', 'revoke', 'inEditing', 'decider', 'published', 'correct', 1
        UNION ALL SELECT 'inEditing', 'requestApproval', 'awaitingApproval', 'opener', 'published', 'correct', 1
        UNION ALL SELECT 'returned', 'claim', 'inEditing', 'abandoned', 'submitted', 'claim', 1
        UNION ALL SELECT 'draft', 'claim', 'inEditing', 'abandoned', 'submitted', 'claim', 1
    ) d
    JOIN workflow w ON w.from_state = d.given_from AND w.step = d.given_step
) n
WHERE EXISTS (SELECT 1 FROM changes WHERE noun = 'workflow')
    AND NOT EXISTS (
        SELECT 1 FROM workflow o
        WHERE o.from_state = n.from_state AND o.step = n.step AND o.role = n.role
            AND (n.step <> 'revoke' OR o.to_state = n.to_state)
    );
-- Desks that are connected hear of it.
UPDATE counters SET value = value + 1
WHERE name = 'sequence' AND EXISTS (SELECT 1 FROM changes WHERE noun = 'workflow');
UPDATE changes SET sequence = (SELECT value FROM counters WHERE name = 'sequence') WHERE noun = 'workflow';
