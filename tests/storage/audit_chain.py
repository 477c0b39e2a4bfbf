#!/usr/bin/env python3
"""Reads a newsroom's audit log and recomputes its chain from the format that app/storage/README.md tells, with nothing
of the program: exits 0 with "ok N" for N sound lines, 1 with "broken at N" for the first line that is not."""
import hashlib
import sqlite3
import sys

database = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)
before, expected = "", 1
for number, at, actor, action, noun, noun_id, detail, stored in database.execute(
        "SELECT number, at, actor_id, action, noun, noun_id, detail, hash FROM audit ORDER BY number"):
    line = "\x1f".join([before, str(number), str(at), actor, action, noun, noun_id, detail])
    if number != expected or hashlib.sha256(line.encode()).hexdigest() != stored:
        print(f"broken at {expected}")
        sys.exit(1)
    before, expected = stored, expected + 1
counted, = database.execute("SELECT value FROM counters WHERE name = 'audit'").fetchone()
if counted != expected - 1:
    print(f"broken at {expected}")
    sys.exit(1)
print(f"ok {counted}")
