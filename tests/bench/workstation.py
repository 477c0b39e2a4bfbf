"""The workstation at many items: the first pull, the list, and keys while a pull is under way."""
import json
import os
import subprocess

from newsroom import PASSWORD, Server


def lines_of(program, *arguments):
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QTWEBENGINE_CHROMIUM_FLAGS": "--disable-gpu"}
    if os.geteuid() == 0:
        environment["QTWEBENGINE_DISABLE_SANDBOX"] = "1"  # Chromium's sandbox refuses root
    output = subprocess.run([program, *arguments], capture_output=True, env=environment)
    if output.returncode != 0:
        raise SystemExit(f"{program}: {output.returncode}\n{output.stdout.decode()}{output.stderr.decode()}")
    return [json.loads(line) for line in output.stdout.splitlines() if line.startswith(b"{")]


def signing_in(server, login, folder):
    return ["--server", server.url, "--login", login, "--password", PASSWORD, "--folder", folder]


def lists(report, bin_folder, data, scratch):
    with Server(bin_folder, data) as server:
        values = {line["name"]: line["value"] for line in
                  lines_of(f"{bin_folder}/toasoan-bench-desk", *signing_in(server, "bientap", f"{scratch}/desk"))}
    count = f"{values['list.count']:.0f} articles"
    report.add("a new desk shows the newest articles", values["pull.newest.ms"] / 1000, "s", most=1)
    report.add(f"a new desk pulls {count}", values["pull.ms"] / 1000, "s", most=15,
               note=f"told of its progress {values['pull.progressSteps']:.0f} times")
    report.add("longest turn of the window's event loop meanwhile", values["pull.longestTurn.ms"], "ms")
    report.add(f"the list of {count}: from the page's making to painted rows", values["list.open.ms"], "ms", most=300)
    report.add(f"scrolling through {values['scroll.rows']:.0f} rows: longest turn", values["scroll.longestTurn.ms"], "ms",
               most=100, note=f"all in {values['scroll.whole.ms'] / 1000:.1f} s")
    report.add("waiting for the next 200 rows, median", values["scroll.fetch.median.ms"], "ms")
    report.add("waiting for the next 200 rows, worst", values["scroll.fetch.worst.ms"], "ms")
    for name, what in (("search.common", "searching a common word (150 ms of waiting for more keys included)"),
                       ("search.rare", "searching a rare one"), ("search.cleared", "clearing the search"),
                       ("state.published", "only the published"), ("state.awaitingApproval", "only those that wait")):
        report.add(f"{what}: {values[name + '.count']:.0f} found", values[name + ".ms"], "ms")
    report.add("memory of the desk", values["memory.MB"], "MB")


def keys(report, bin_folder, data, scratch, count):
    with Server(bin_folder, data) as server:
        for line in lines_of(f"{bin_folder}/toasoan-bench-editor", "--keys", str(count),
                             *signing_in(server, "bientap", f"{scratch}/keys")):
            median, most, worst = line["key"]
            report.add(f"a key into a text of {line['KiB']} KiB, 99th percentile", most, "ms", most=16,
                       note=f"median {median:.1f}, worst {worst:.1f}; a pull under way for "
                            f"{line['keysInPull'] * 100:.0f} % of {count} keys")
