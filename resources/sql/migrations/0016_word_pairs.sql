-- Words that stand side by side, each pair as a number: where common words hardly ever meet ("ban dân", a day, a number in
-- groups), the text of every row that has them all was read for it. Two pairs have one number once in four thousand
-- million. hashtext() is what PostgreSQL's own hash indexes keep, through upgrades of it.
-- Each search reads through what was not yet sorted into the index: 256 KiB are some dozens of items.
-- only: postgresql
CREATE FUNCTION search_pairs(words TEXT) RETURNS INTEGER[] LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE COST 10000
AS $$ BEGIN RETURN ARRAY(
    SELECT DISTINCT hashtext((before || ' ' || word) COLLATE "C")
    FROM (SELECT word, lag(word) OVER () AS before FROM unnest(string_to_array(words, ' ')) AS word) AS pair
    WHERE before IS NOT NULL
); END $$;
-- only: postgresql
DROP INDEX publication_search_by_word;
-- In the order in which a search narrows: rows that a column rules out are passed over in those behind it, not in those
-- before.
-- only: postgresql
CREATE INDEX publication_search_by_word ON publication_search USING gin (
    (ARRAY[rowid >> 24]),
    search_pairs(words),
    search_lexemes(words),
    search_lexemes(title),
    search_lexemes(accented_words),
    search_lexemes(accented_title)
) WITH (gin_pending_list_limit = 256);
