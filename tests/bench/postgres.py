"""A bench newsroom's database, moved into a PostgreSQL of its own: what a page costs is asked of both engines."""
import os
import sqlite3
import subprocess
import tempfile

from grow import words_of

CLUSTER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../support/postgres.sh")
SEARCH = "publication_search"  # what SQLite makes its index of lies packed (StoredWords.cpp), here it lies in rows
LEFT = {"schema_migrations", SEARCH}
SPECIAL = str.maketrans({"\\": r"\\", "\t": r"\t", "\n": r"\n", "\r": r"\r"})


def as_text(value):
    """A value as COPY reads it."""
    if value is None:
        return r"\N"
    if isinstance(value, bytes):
        return r"\\x" + value.hex()
    return value.translate(SPECIAL) if isinstance(value, str) else str(value)


class Postgres:
    """A cluster that keeps its word at a power cut, as an office's does; ends with the `with` block."""

    def __enter__(self):
        self.state = tempfile.mkdtemp(prefix="toasoan-bench-postgres-")
        self.do("start", "durable")
        with open(f"{self.state}/url") as url, open(f"{self.state}/folder") as folder:
            self.url, self.folder = url.read().strip(), folder.read().strip()
        return self

    def __exit__(self, *_):
        self.do("stop")

    def do(self, command, *arguments):
        subprocess.run(["bash", CLUSTER, command, self.state, *arguments], check=True, stdout=subprocess.DEVNULL)

    def ask(self, sql):
        return subprocess.run(["psql", "-XAtq", "-v", "ON_ERROR_STOP=1", "-c", sql, self.url], check=True,
                              stdout=subprocess.PIPE, text=True).stdout.splitlines()

    def copy(self, table, columns, rows):
        # Nobody checks each row's references: they were checked where the rows come from.
        command = f"SET session_replication_role = replica; COPY {table} ({', '.join(columns)}) FROM STDIN"
        with subprocess.Popen(["psql", "-Xq", "-v", "ON_ERROR_STOP=1", "-c", command, self.url], stdin=subprocess.PIPE,
                              text=True, encoding="utf-8") as loading:
            for row in rows:
                loading.stdin.write("\t".join(map(as_text, row)) + "\n")
        if loading.returncode:
            raise SystemExit(f"{table} was not taken in")

    def megabytes(self):
        return int(self.ask("SELECT pg_database_size(current_database())")[0]) / 1e6


def search_rows(db):
    for row, packed in db.execute("SELECT row_id, packed FROM publication_words ORDER BY row_id"):
        plain, accented, _ = words_of(packed)
        yield row, *plain, *accented


def move(bin_folder, folder, postgres):
    """All rows of the folder's database, which is not needed any more then."""
    # A server of an empty database makes the tables, and says that there is no newsroom in them.
    subprocess.run([f"{bin_folder}/toasoan-server", "serve", "--data", f"{postgres.state}/empty", "--port", "0",
                    "--database", postgres.url], stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    db = sqlite3.connect(f"{folder}/newsroom.db")
    tables = postgres.ask("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
    tables = sorted(set(tables) - LEFT)
    postgres.ask(f"TRUNCATE {', '.join(tables)}")
    for table in tables:
        columns = [row[1] for row in db.execute(f"PRAGMA table_info({table})")]
        postgres.copy(table, columns, db.execute(f"SELECT {', '.join(columns)} FROM {table}"))
    index, = postgres.ask(f"SELECT indexdef FROM pg_indexes WHERE indexname = '{SEARCH}_by_word'")
    postgres.ask(f"DROP INDEX {SEARCH}_by_word")
    postgres.copy(SEARCH, ("rowid", "title", "words", "accented_title", "accented_words"), search_rows(db))
    postgres.ask(index)
    postgres.ask("VACUUM ANALYZE")
    db.close()
    os.remove(f"{folder}/newsroom.db")
