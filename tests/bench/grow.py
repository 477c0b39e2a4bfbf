"""Makes a newsroom larger than anybody has the patience to generate: its live items again and again, as rows, with other
ids, numbers and times. What pages, searches and a cold start cost is the same as if they had been published; nobody wrote
them in the audit log, so `verify` does not hold on such a newsroom."""
import os
import sqlite3
import unicodedata
import zlib

WEEK = 7 * 86_400_000  # milliseconds, as of publication_counts
NUMBER_BITS = 24  # of a row of the search, SearchRow::of()
MORE_NUMBERS = 1_000_000  # above those of the items that were there
APART = 37_000  # milliseconds between an item and its next copy
SOURCE = os.path.join(os.path.dirname(__file__), "../..")
with open(f"{SOURCE}/resources/packing/words.1.txt", "rb") as file:
    WORDS = file.read()
VERSIONS = "12345689abcdef"  # in place of the 7 of a UUID, which every item has


def without_accents(words):
    decomposed = unicodedata.normalize("NFD", words.replace("đ", "d"))
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign))


def words_of(packed):
    """Title and words of an item without accents and with them, and what SQLite's table of accents is told (StoredWords.cpp,
    SqliteSearch.cpp)."""
    unpacking = zlib.decompressobj(zdict=WORDS)
    lines = unpacking.decompress(packed).decode().split("\n")
    title, words = lines[:2]
    plain = lines[2:] or [without_accents(title), without_accents(words)]
    return plain, (title, words), " ".join({*words.split(), *("\u00b7" + word for word in title.split())})


def row_of(first_at, number):
    return (first_at // 86_400_000 // 7 << NUMBER_BITS) + number


def copy_rows(db, number):
    more, later = number * MORE_NUMBERS, number * APART
    id_of = f"substr({{0}}, 1, 14) || '{VERSIONS[number - 1]}' || substr({{0}}, 16)"
    tables = {
        "records": ("id", {"number": more, "first_published_at": later, "published_at": later}),
        "revisions": ("record_id", {}),
        "decisions": ("record_id", {}),
        "record_media": ("record_id", {}),
        "publications": ("record_id", {"number": more, "first_at": later, "at": later}),
        "publication_texts": (None, {"number": more}),
        "publication_media": (None, {"number": more}),
    }
    for table, (id_column, added) in tables.items():
        columns = [row[1] for row in db.execute(f"PRAGMA table_info({table})")]
        values = [id_of.format(f"x.{name}") if name == id_column else f"x.{name} + {added.get(name, 0)}"
                  if name in added else f"x.{name}" for name in columns]
        joined = f"live.article = x.{id_column}" if id_column else "live.number = x.number"
        db.execute(f"INSERT INTO {table} ({', '.join(columns)}) SELECT {', '.join(values)} FROM {table} x "
                   f"JOIN live ON {joined}")


def fill_search(db, times, index):
    """From the oldest on, as time would have made them. Without the index that is the packed words alone."""
    for number, first_at in db.execute("SELECT number, first_at FROM live ORDER BY first_at").fetchall():
        packed, = db.execute("SELECT packed FROM publication_words WHERE row_id = ?",
                             (row_of(first_at, number),)).fetchone()
        plain, _, accents = words_of(packed) if index else (None, None, None)
        for copy in range(1, times):
            row = row_of(first_at + copy * APART, number + copy * MORE_NUMBERS)
            db.execute("INSERT INTO publication_words VALUES (?, ?)", (row, packed))
            if not index:
                continue
            db.execute("INSERT INTO publication_search (rowid, title, words) VALUES (?, ?, ?)", (row, *plain))
            db.execute("INSERT INTO publication_accents (rowid, words) VALUES (?, ?)", (row, accents))


def grow(path, times, index=True):
    """The newsroom's database has its live items `times` times afterwards, at most fifteen; without `index` SQLite's search
    does not find the new ones."""
    db = sqlite3.connect(path, isolation_level=None)
    # Made again when anything fails.
    db.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -1000000")
    db.execute("BEGIN")
    db.execute("CREATE TEMP TABLE live AS SELECT number, record_id AS article, first_at FROM publications "
               "WHERE taken_down_at IS NULL")
    db.execute("CREATE INDEX temp.live_by_article ON live (article)")
    for copy in range(1, times):
        copy_rows(db, copy)
    db.execute("INSERT INTO changes (sequence, noun, id, at) SELECT (SELECT MAX(sequence) FROM changes) "
               "+ row_number() OVER (ORDER BY updated_at), 'article', id, updated_at FROM records "
               f"WHERE number >= {MORE_NUMBERS}")
    db.execute("UPDATE counters SET value = (SELECT MAX(sequence) FROM changes) WHERE name = 'sequence'")
    db.execute("UPDATE counters SET value = (SELECT MAX(number) FROM publications) WHERE name = 'articleNumber'")
    db.execute("DELETE FROM publication_counts")
    db.execute(f"INSERT INTO publication_counts SELECT section_id, first_at / {WEEK}, COUNT(*) FROM publications "
               "WHERE taken_down_at IS NULL GROUP BY 1, 2")
    fill_search(db, times, index)
    db.execute("COMMIT")
    db.close()
