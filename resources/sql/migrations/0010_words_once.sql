-- SQLite's index kept each word of an item in plain beside what is looked up: the largest part of a newsroom's file. Now
-- the words lie packed, and without their second form where it follows from the first. An index without a content of its
-- own wants to be told what it forgets, so the words are kept at all. PostgreSQL packs long texts by itself.
-- only: sqlite
DROP TABLE publication_search;
-- only: sqlite
CREATE VIRTUAL TABLE publication_search USING fts5(
    title, words, accented_title, accented_words, tokenize = 'ascii', columnsize = 0, content = ''
);
-- only: sqlite
CREATE TABLE publication_words (
    row_id INTEGER NOT NULL PRIMARY KEY,
    packed BLOB NOT NULL
);
-- The program fills both at its next start.
-- only: sqlite
UPDATE publications SET search_form = 0;
