-- Whether a version begins a sitting though the same person saved just before: an earlier text was put back, and what
-- stood there is not to be folded into it.
ALTER TABLE revisions ADD COLUMN begins_sitting INTEGER NOT NULL DEFAULT 0;
