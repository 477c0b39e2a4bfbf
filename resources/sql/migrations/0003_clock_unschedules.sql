-- What the clock may not publish at its hour it gives back to the board (backend/DuePublisher.h): a row in the chain of
-- newsrooms where the clock publishes.
INSERT INTO workflow (position, from_state, step, role, to_state, ownership, reason_required)
SELECT (SELECT MAX(position) + 1 FROM workflow), 'scheduled', 'unschedule', 'system', 'approved', 'any', 0
FROM workflow
WHERE from_state = 'scheduled' AND step = 'publish' AND role = 'system'
    AND NOT EXISTS (SELECT 1 FROM workflow WHERE step = 'unschedule' AND role = 'system')
LIMIT 1;
