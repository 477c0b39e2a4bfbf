-- The texts of long live items in parts that overlap by some words, so that the lines around what was found are not sought
-- in all of it; and the words of each, between blanks. Parts by their place among the words of the item, as before, had to
-- be sought in all of those. The program fills it together with the index, at its next start.
DROP TABLE publication_texts;
CREATE TABLE publication_texts (
    number BIGINT NOT NULL REFERENCES publications (number),
    position BIGINT NOT NULL,
    text TEXT NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (number, position)
);
UPDATE publications SET search_form = 0;

-- PostgreSQL makes a map of all rows with a word before it gives the first. Asked for those of some weeks it passes over
-- all others in the index: what is common is then found in the newest weeks. 30 bits of a rowid are the item's number.
-- only: postgresql
DROP INDEX publication_search_by_word;
-- only: postgresql
CREATE INDEX publication_search_by_word ON publication_search USING gin (
    search_lexemes(title),
    search_lexemes(words),
    search_lexemes(accented_title),
    search_lexemes(accented_words),
    (ARRAY[(rowid >> 30) / 604800])
);
