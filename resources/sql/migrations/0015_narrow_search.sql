-- The long words of a row of the search lie beside it (TOAST): whoever looks for the newest that have a word visits each
-- row's number, and five times as many stand on a page. The program writes the rows anew at its next start, in another
-- form of the words.
-- only: postgresql
TRUNCATE publication_search;
-- only: postgresql
ALTER TABLE publication_search SET (toast_tuple_target = 256);
