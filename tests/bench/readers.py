"""What readers cost at their worst: shared links with something added, many at once on a page that is not kept, searches
that find very long items, and pages beside wrong passwords."""
import http.client
import itertools
import json
import os
import re
import statistics
import subprocess
import threading

from backend import COMMON, approved_item
from newsroom import BROWSER, Server
from serving import CONNECTIONS, page_of_about

HERD = 100
LONG_ITEMS = 10
LONG_SIGNS = 450_000

# wrk asks for another address each time, as every shared link is another.
DECORATED = """
local number = 0
function request()
    number = number + 1
    return wrk.format("GET", wrk.path .. "?fbclid=IwY2xjawK" .. number .. "&utm_source=zalo")
end
"""


def cpu_ms(pid):
    """What all threads of a process have run so far."""
    total = 0
    for task in os.listdir(f"/proc/{pid}/task"):
        with open(f"/proc/{pid}/task/{task}/schedstat") as stat:
            total += int(stat.read().split()[0])
    return total / 1e6


def drive(server, path, seconds, *arguments):
    """Processor time of one request, in microseconds."""
    before = cpu_ms(server.pid)
    output = subprocess.run(["wrk", f"-t{os.cpu_count()}", f"-c{CONNECTIONS}", f"-d{seconds}s", "-H",
                             f"User-Agent: {BROWSER}", "-H", "Accept-Encoding: gzip", *arguments, server.url + path],
                            capture_output=True, text=True, check=True).stdout
    used = cpu_ms(server.pid) - before
    if "Non-2xx" in output or "Socket errors" in output:
        raise SystemExit(output)
    return used * 1000 / int(re.search(r"(\d+) requests in", output).group(1))


def decorated(report, server, scratch, rounds, seconds):
    path = page_of_about(server.client(), 25_000)
    script = f"{scratch}/decorated.lua"
    with open(script, "w") as file:
        file.write(DECORATED)
    drive(server, path, 1)
    pairs = [(drive(server, path, seconds, "-s", script), drive(server, path, seconds)) for _ in range(rounds)]
    ratios = [with_more / plain for with_more, plain in pairs]
    report.add("CPU a request: address with ?fbclid=…&utm_source=…, to the plain one", statistics.median(ratios), "",
               most=1.5, note=f"rounds {min(ratios):.2f}–{max(ratios):.2f}")


def herd_on(server, path, number):
    """Processor time in ms that the server takes until `number` readers, who ask at once, have the page."""
    connections = []
    for _ in range(number):
        connection = http.client.HTTPConnection("127.0.0.1", server.port)
        connection.connect()
        connections.append(connection)
    before = cpu_ms(server.pid)
    sizes = []

    def read(connection):
        answer = connection.getresponse()
        sizes.append(len(answer.read()) if answer.status == 200 else -answer.status)

    threads = [threading.Thread(target=read, args=(connection,)) for connection in connections]
    for connection in connections:
        connection.request("GET", path, headers={"User-Agent": BROWSER})
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    used = cpu_ms(server.pid) - before
    for connection in connections:
        connection.close()
    if min(sizes) <= 0:
        raise SystemExit(f"{path}: {-min(sizes)}")
    return used


def herd(report, server, rounds):
    """Pages of lists, deep enough that nothing has asked for them; one reader and many in turn."""
    slug = re.search(r'href="(/chuyen-muc-\d+)"', server.client().page("/").decode()).group(1)
    # What a reader of a kept page costs is no cost of the herd.
    kept = f"{slug}?trang=2"
    herd_on(server, kept, 1)
    waiting = statistics.median(herd_on(server, kept, HERD) for _ in range(rounds))
    pages = iter(range(3, 3 + 2 * rounds))
    pairs = [(herd_on(server, f"{slug}?trang={next(pages)}", HERD), herd_on(server, f"{slug}?trang={next(pages)}", 1))
             for _ in range(rounds)]
    ratios = [(many - waiting) / one for many, one in pairs]
    report.add(f"CPU of {HERD} at once on a page not kept, to one on such a page", statistics.median(ratios), "",
               most=2, note=f"without the {waiting:.1f} ms that {HERD} readers of a kept page take; with them "
                            f"{statistics.median(many / one for many, one in pairs):.1f}")


def searches(report, server, queries):
    people = {login: server.client().sign_in(login) for login in ("phongvien1", "bientap", "thuky", "truongban")}
    section = next(entry["id"] for entry in people["thuky"].changes(0)["entries"] if entry["noun"] == "section")
    for number in range(LONG_ITEMS):
        article, _ = approved_item(people, f"dài {number}", section, signs=LONG_SIGNS)
        people["thuky"].command("publish", article, version=1)
    client = server.client()
    client.page("/tim-kiem?q=lam+quen")
    words = [*COMMON, "phong", "lanh", "dao", "phien", "danh", "gia", "hinh", "nhiem", "vu", "su"]
    times = []
    for number in range(queries):
        # Never one that is remembered: each is another choice of two words, the longer ones as a phrase too.
        first, second = words[number % len(words)], words[(number // len(words) + number + 1) % len(words)]
        text = f"{first}+{second}" if number % 3 else f"%22ban+bien+tap%22+{first}+{second}"
        times.append(client.timed(f"/tim-kiem?q={text}")[0])
    times.sort()
    report.add(f"search with {LONG_ITEMS} items of {LONG_SIGNS // 1000},000 signs among the hits, median of {queries}",
               statistics.median(times), "ms")
    report.add("its p99", times[int(len(times) * 0.99) - 1], "ms", most=50)


ATTEMPTS = 8
strangers = itertools.count(1)  # a thread takes the next; one address may be wrong forty times, and then is refused unread


def guess(port, end, refused):
    """Wrong passwords, one behind the other, each from another address of the loopback."""
    while not end.is_set():
        number = next(strangers)
        connection = http.client.HTTPConnection("127.0.0.1", port, source_address=(f"127.1.{number >> 8}.{number & 255}", 0))
        body = json.dumps({"login": f"nguoi-{number}", "password": "sai", "device": "bench"})
        connection.request("POST", "/api/v1/sessions", body,
                           {"Toasoan-Protocol": "1", "Content-Type": "application/json"})
        answer = connection.getresponse()
        answer.read()
        connection.close()
        if answer.status != 401:
            refused.append(answer.status)


def p99(times):
    return sorted(times)[int(len(times) * 0.99) - 1]


def beside_attempts(report, server, rounds):
    """The p99 of a kept page and of pages that nobody asked for yet, while eight passwords are always being compared and
    while none is; in turn."""
    client = server.client()
    kept = page_of_about(client, 25_000)
    client.page(kept)
    numbers = itertools.count(1)
    pages = {"a kept page": (500, lambda: kept),
             "a page that must be made": (100, lambda: f"/tim-kiem?q=khongcogi+{next(numbers)}")}
    for name, (count, path) in pages.items():
        alone, beside, refused = [], [], []
        for _ in range(rounds):
            alone.append(p99([client.timed(path())[0] for _ in range(count)]))
            end = threading.Event()
            guessers = [threading.Thread(target=guess, args=(server.port, end, refused)) for _ in range(ATTEMPTS)]
            for guesser in guessers:
                guesser.start()
            beside.append(p99([client.timed(path())[0] for _ in range(count)]))
            end.set()
            for guesser in guessers:
                guesser.join()
        if refused:
            raise SystemExit(f"a wrong password was not compared: {refused[0]}")
        report.add(f"{name}, p99 beside {ATTEMPTS} wrong passwords at once, to that without",
                   statistics.median(beside) / statistics.median(alone), "", most=2,
                   note=f"{statistics.median(beside):.1f} and {statistics.median(alone):.1f} ms; medians of {rounds} rounds")


def run(report, bin_folder, data, scratch, rounds, seconds):
    with Server(bin_folder, data) as server:
        decorated(report, server, scratch, rounds, seconds)
        herd(report, server, rounds)
        beside_attempts(report, server, rounds)
        searches(report, server, 300)
