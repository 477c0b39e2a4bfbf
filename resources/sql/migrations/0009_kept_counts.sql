-- How many live items a section has, by the week (of seven days since 1970) in which they were first published. To count
-- them, or to find a page far back, then reads some rows for each year, however many items there are.
CREATE TABLE publication_counts (
    section_id TEXT NOT NULL,
    week BIGINT NOT NULL,
    live BIGINT NOT NULL,
    PRIMARY KEY (section_id, week)
);
INSERT INTO publication_counts (section_id, week, live)
SELECT section_id, first_at / 604800000, COUNT(*)
FROM publications
WHERE taken_down_at IS NULL
GROUP BY section_id, first_at / 604800000;

-- The texts of long live items in parts, so that the lines around what was found are not sought in all of it. `first_word`
-- is the place of the part's first word among the words of the item in the index. The program fills it together with the
-- index.
CREATE TABLE publication_texts (
    number BIGINT NOT NULL REFERENCES publications (number),
    first_word BIGINT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (number, first_word)
);
