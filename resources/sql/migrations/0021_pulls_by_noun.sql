-- A desk that begins asks for one noun after the other, page by page: each page begins where the one before ended, and
-- looks at nothing else.
CREATE INDEX changes_by_place ON changes (noun, sequence);
