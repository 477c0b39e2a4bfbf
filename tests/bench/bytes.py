"""What an item takes of the database, table by table: python3 tests/bench/bytes.py FOLDER/newsroom.db ITEMS [plain]

`plain` first writes, into a copy, the contents as they lay before they were packed, and measures that copy."""
import os
import shutil
import sqlite3
import sys
import tempfile
import zlib

path, items = sys.argv[1], int(sys.argv[2])
with tempfile.TemporaryDirectory(dir=os.path.dirname(path)) as folder:
    if "plain" in sys.argv[3:]:
        path = shutil.copy(path, folder)
        database = sqlite3.connect(path)
        with open(os.path.join(os.path.dirname(__file__), "../../resources/packing/content.1.txt"), "rb") as file:
            known = file.read()
        database.create_function("unpacked", 1,
                                 lambda packed: zlib.decompressobj(zdict=known).decompress(packed).decode())
        database.execute("UPDATE revisions SET content = unpacked(packed), packed = NULL WHERE packed IS NOT NULL")
        database.commit()
        database.execute("VACUUM")
        database.close()
    database = sqlite3.connect(path)
    total = 0
    for name, size in database.execute("SELECT name, sum(pgsize) FROM dbstat GROUP BY name ORDER BY 2 DESC"):
        total += size
        if size / items >= 10:
            print(f"{name:40} {size / items:8.0f} bytes an item")
    print(f"{'all':40} {total / items:8.0f} bytes an item")
