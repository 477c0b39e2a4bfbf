"""A cached item page of the real server against nginx with the same bytes from a file, in alternating rounds."""
import gzip
import os
import re
import signal
import socket
import sqlite3
import statistics
import subprocess
import time

from newsroom import BROWSER, Server, free_port

CONNECTIONS = 64
ROBOT = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"


def start_nginx(root, folder, workers):
    port = free_port()
    with open(f"{folder}/nginx.conf", "w") as conf:
        conf.write(f"""
worker_processes {workers};
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 1024; }}
http {{
    access_log off;
    sendfile on;
    tcp_nopush on;
    tcp_nodelay on;
    keepalive_requests 1000000000;
    open_file_cache max=100 inactive=60s;
    open_file_cache_valid 60s;
    gzip_static on;
    types {{ text/html html; }}
    charset utf-8;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    server {{ listen 127.0.0.1:{port} reuseport; root {root}; }}
}}
""")
    user = ["-g", "user root;"] if os.geteuid() == 0 else []
    process = subprocess.Popen(["nginx", "-c", f"{folder}/nginx.conf", "-e", f"{folder}/error.log", *user])
    for _ in range(500):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return process, port
        time.sleep(0.01)
    raise SystemExit("nginx does not listen")


def cpu_seconds(pid):
    """utime + stime of a process, its threads, and its children (nginx's workers)."""
    children = subprocess.run(["pgrep", "-P", str(pid)], capture_output=True, text=True).stdout.split()
    total = 0
    for one in [pid, *children]:
        with open(f"/proc/{one}/stat") as stat:
            fields = stat.read().rsplit(")", 1)[1].split()
        total += int(fields[11]) + int(fields[12])
    return total / os.sysconf("SC_CLK_TCK")


def drive(port, pid, path, coding, seconds, agent=BROWSER):
    before = cpu_seconds(pid)
    output = subprocess.run(["wrk", f"-t{os.cpu_count()}", f"-c{CONNECTIONS}", f"-d{seconds}s", "-H", f"User-Agent: {agent}",
                             *(["-H", f"Accept-Encoding: {coding}"] if coding else []),
                             f"http://127.0.0.1:{port}{path}"], capture_output=True, text=True, check=True).stdout
    used = cpu_seconds(pid) - before
    if "Non-2xx" in output or "Socket errors" in output:
        raise SystemExit(output)
    requests = int(re.search(r"(\d+) requests in", output).group(1))
    return {"rps": float(re.search(r"Requests/sec:\s+([\d.]+)", output).group(1)), "cpu": used / requests * 1e6,
            "requests": requests}


def page_of_about(client, size):
    """The address of the item page among the newest whose size is nearest."""
    links = re.findall(r'href="(/[a-z0-9-]+/[a-z0-9-]+-\d+\.html)"', client.page("/").decode())
    for number in range(1, 6):
        section = client.page(f"/chuyen-muc-{number}").decode()
        links += re.findall(rf'href="(/chuyen-muc-{number}/[a-z0-9-]+-\d+\.html)"', section)
    return min(set(links), key=lambda link: abs(len(client.page(link)) - size))


def robot_views(folder):
    with sqlite3.connect(f"file:{folder}/visits.db?mode=ro", uri=True) as ledger:
        return ledger.execute("SELECT COALESCE(SUM(robot_views), 0) FROM visit_days").fetchone()[0]


def check_that_visits_are_recorded(server, folder, path):
    """Every page that wrk was given as a declared robot stands in the ledger a moment later."""
    before = robot_views(folder)
    sent = drive(server.port, server.pid, path, "gzip", 1, ROBOT)["requests"]
    for _ in range(50):
        counted = robot_views(folder) - before
        if sent <= counted <= sent + CONNECTIONS:  # what was under way when wrk stopped is served, not counted by it
            return
        time.sleep(0.1)
    raise SystemExit(f"{sent} pages were served, {counted} visits are in the ledger")


def packed(client, path, page):
    """The server's own gzip bytes of the page, so that nginx sends the same."""
    _, fields, body = client.get(path, **{"Accept-Encoding": "gzip"})
    if fields["Content-Encoding"] != "gzip" or abs(len(gzip.decompress(body)) - len(page)) > 64:
        raise SystemExit("the page is not compressed")  # a few digits may differ: pages show moving numbers
    return body


def run(report, bin_folder, data, scratch, rounds, seconds):
    workers = os.cpu_count()
    with Server(bin_folder, data) as server:
        client = server.client()
        path = page_of_about(client, 25_000)
        root = f"{scratch}/root"
        os.makedirs(os.path.dirname(root + path))
        os.chmod(scratch, 0o755)
        page = client.page(path)
        with open(root + path, "wb") as file:
            file.write(page)
        with open(root + path + ".gz", "wb") as file:
            file.write(packed(client, path, page))
        nginx, nginx_port = start_nginx(root, scratch, workers)
        try:
            check_that_visits_are_recorded(server, data.folder, path)
            for name, coding, limits in (("gzip", "gzip", (0.75, 1.0)), ("identity", None, (None, None))):
                drive(server.port, server.pid, path, coding, 1)
                drive(nginx_port, nginx.pid, path, coding, 1)
                pairs = [(drive(server.port, server.pid, path, coding, seconds),
                          drive(nginx_port, nginx.pid, path, coding, seconds)) for _ in range(rounds)]
                size = len(page) if coding is None else os.path.getsize(root + path + ".gz")
                for what, key, limit, better in (("CPU a request", "cpu", limits[0], "most"),
                                                 ("requests a second", "rps", limits[1], "least")):
                    ratios = [ours[key] / theirs[key] for ours, theirs in pairs]
                    report.add(f"item page, {name} {size / 1000:.1f} KB: {what}, ours/nginx",
                               statistics.median(ratios), "", **({better: limit} if limit else {}),
                               note=f"{statistics.median(ours[key] for ours, _ in pairs):.4g} / "
                                    f"{statistics.median(theirs[key] for _, theirs in pairs):.4g}"
                                    f"{' µs' if key == 'cpu' else ''}; rounds {min(ratios):.2f}–{max(ratios):.2f}")
        finally:
            nginx.send_signal(signal.SIGTERM)
            nginx.wait()
