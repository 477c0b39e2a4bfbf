"""Runs the benches and prints one table: what was measured, what is wanted, and their ratio. See run.sh."""
import argparse
import contextlib
import os
import re
import shutil
import tempfile

import backend
import readers
import serving
import workstation
from newsroom import Newsroom
from postgres import Postgres


def nameless(what):
    """The same figure of another newsroom, whose numbers differ."""
    return re.sub(r"[\d.,]+", "#", what)


class Recorder:
    """Keeps figures, for comparison."""

    def __init__(self):
        self.figures = {}

    def add(self, what, measured, unit, most=None, least=None, note=""):
        self.figures[nameless(what)] = measured


class Report:
    """Lines of the table, printed as they come. A ratio of at most 1 meets what is wanted."""

    def __init__(self):
        self.missed = 0
        self.tenth = {}
        print(f"{'':72}{'measured':>12} {'wanted':>12} {'ratio':>6}")

    def title(self, text):
        print(f"\n{text}")

    def add(self, what, measured, unit, most=None, least=None, note=""):
        wanted, ratio = "", ""
        if most is not None:
            wanted, ratio = f"≤ {most:g} {unit}".rstrip(), f"{measured / most:.2f}"
        if least is not None:
            wanted, ratio = f"≥ {least:g} {unit}".rstrip(), f"{least / measured:.2f}"
        if ratio and float(ratio) > 1:
            self.missed += 1
            ratio += " !"
        # What a page costs must not grow with the newsroom.
        if smaller := self.tenth.get(nameless(what)):
            note = f"× {measured / smaller:.1f} of a tenth of the items" + (f"; {note}" if note else "")
        figure = f"{measured:.2f}" if not unit else f"{measured:.1f} {unit}" if measured < 100 else f"{measured:.0f} {unit}"
        print(f"  {what:70}{figure:>12} {wanted:>12} {ratio:>6}  {note}".rstrip(), flush=True)


def main():
    parts = ["start", "publish", "serve", "readers", "desk", "keys", "whole"]
    parser = argparse.ArgumentParser(prog="tests/bench/run.sh")
    parser.add_argument("--build", required=True)
    parser.add_argument("--items", type=int, default=100_000)
    parser.add_argument("--times", type=int, default=1, help="the live items so many times, as rows (grow.py), up to 15")
    parser.add_argument("--postgres", action="store_true", help="the database in a PostgreSQL of its own, not in SQLite")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=9, help="of wrk, ours and nginx in turn")
    parser.add_argument("--seconds", type=int, default=3, help="of each round")
    parser.add_argument("--publications", type=int, default=60)
    parser.add_argument("--keys", type=int, default=500)
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"of {', '.join(parts)}; all by default")
    options = parser.parse_args()
    wanted = options.parts or parts
    if not 1 <= options.times <= 15:
        parser.error("--times: 1 to 15")
    if unknown := set(wanted) - set(parts):
        parser.error(f"no such part: {', '.join(unknown)}")

    bin_folder = os.path.abspath(f"{options.build}/bin")
    newsroom = Newsroom(bin_folder, os.path.abspath(f"{options.build}/bench-data"), options.items, options.seed)
    scratch = tempfile.mkdtemp(prefix="toasoan-bench-")
    with contextlib.ExitStack() as ends:
        ends.callback(shutil.rmtree, scratch, ignore_errors=True)

        def copy(source, name, times=1):
            return source.copy(f"{scratch}/{name}", times, ends.enter_context(Postgres()) if options.postgres else None)

        report = Report()
        report.title(f"The newsroom: {options.items} items, seed {options.seed}, {newsroom.megabytes():.0f} MB"
                     + (f"; its live items {options.times} times" if options.times > 1 else ""))
        if newsroom.seconds is not None:
            report.add("generating it", newsroom.seconds, "s")
        data = copy(newsroom, "newsroom", options.times)
        if options.postgres:
            report.title(f"Moved to PostgreSQL, {data.postgres.megabytes():.0f} MB")
        if {"start", "publish"} & set(wanted) and options.items >= 10_000:
            # With --times 10 the newsroom as it was is the tenth.
            tenth = newsroom if options.times == 10 else Newsroom(
                bin_folder, os.path.abspath(f"{options.build}/bench-data"), options.items // 10, options.seed)
            smaller = copy(tenth, "tenth")
            recorder = Recorder()
            if "start" in wanted:
                backend.cold_start(recorder, bin_folder, smaller)
            if "publish" in wanted:
                backend.publishing(recorder, bin_folder, smaller, options.publications)
            report.tenth = recorder.figures
        if "start" in wanted:
            report.title("The server from a cold start")
            backend.cold_start(report, bin_folder, data)
        if "publish" in wanted:
            report.title("Publishing")
            backend.publishing(report, bin_folder, data, options.publications)
        report.tenth = {}
        if "serve" in wanted:
            report.title(f"Serving a cached page: {options.rounds} rounds of {options.seconds} s, "
                         f"{serving.CONNECTIONS} connections, {os.cpu_count()} threads or workers each")
            serving.run(report, bin_folder, data, f"{scratch}/serving", options.rounds, options.seconds)
        if "readers" in wanted:
            report.title("Readers at their worst")
            readers.run(report, bin_folder, data, scratch, options.rounds, options.seconds)
        if "desk" in wanted:
            report.title("The workstation's list")
            workstation.lists(report, bin_folder, data, scratch)
        if "keys" in wanted:
            report.title("A key from the widget to the editor's page, while a desk pulls the newsroom")
            workstation.keys(report, bin_folder, data, scratch, options.keys)
        if "whole" in wanted:
            report.title("The whole newsroom")
            backend.whole(report, bin_folder, data, scratch)
        print(f"\n{report.missed} of the figures are not as wanted." if report.missed else "\nAll figures are as wanted.")


main()
