-- The portal's search: an index of words in place of reading every item's text. The words are written by the program
-- (text/SearchText.h), which fills the index at its next start for items that do not have the newest form.
ALTER TABLE publications DROP COLUMN search_text;
ALTER TABLE publications ADD COLUMN search_form BIGINT NOT NULL DEFAULT 0;
CREATE INDEX publications_by_search_form ON publications (search_form);

-- One row for each live item; rowid is made of the time and the number of the item, so that it sorts as "newest". Words
-- stand between single blanks: without accents, and with them. Tokens are what stands between blanks: "ascii" takes
-- every other character of these texts as a part of a word.
-- only: sqlite
CREATE VIRTUAL TABLE publication_search USING fts5(
    title, words, accented_title, accented_words, tokenize = 'ascii', columnsize = 0
);

-- only: postgresql
CREATE TABLE publication_search (
    rowid BIGINT NOT NULL PRIMARY KEY,
    title TEXT NOT NULL,
    words TEXT NOT NULL,
    accented_title TEXT NOT NULL,
    accented_words TEXT NOT NULL
);
-- No configuration of to_tsvector(): its parser sees numbers, paths and addresses in words that were divided already.
-- COST tells the planner that this is dear, so that it asks the index and not each row's text.
-- only: postgresql
CREATE FUNCTION search_lexemes(words TEXT) RETURNS tsvector LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE COST 10000
AS $$ BEGIN RETURN array_to_tsvector(string_to_array(words, ' ')); END $$;
-- only: postgresql
CREATE INDEX publication_search_by_word ON publication_search USING gin (
    search_lexemes(title),
    search_lexemes(words),
    search_lexemes(accented_title),
    search_lexemes(accented_words)
);
