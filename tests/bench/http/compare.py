"""Starts both servers, drives them in alternating rounds, prints the ratios. See run.sh."""
import gzip
import json
import os
import re
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request

WORDS = ("ban biên tập cổng thông tin điện tử huyện Triệu Phong đăng tải tin bài hình ảnh phản ánh hoạt động chỉ đạo "
         "điều hành của Ủy ban nhân dân kinh tế xã hội quốc phòng an ninh xây dựng nông thôn mới cải cách hành chính "
         "thủ tục công dân doanh nghiệp lượt truy cập chuyên mục văn bản pháp quy").split()
CASES = (("25 KB page", "/page.html", None), ("25 KB page, gzip", "/page.html", "gzip"))
CONNECTIONS = 64


def make_page(size):
    """A page of about `size` bytes whose text compresses as prose does, not as one repeated line."""
    state, paragraphs = 20231002, []
    length = 0
    while length < size:
        sentence = []
        for _ in range(24):
            state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
            sentence.append(WORDS[(state >> 33) % len(WORDS)] + str((state >> 50) % 90))
        paragraphs.append("<p class=\"body\">" + " ".join(sentence) + ".</p>\n")
        length += len(paragraphs[-1].encode())
    return ("<!doctype html><html lang=\"vi\"><title>Tin</title><body>\n" + "".join(paragraphs) + "</body></html>\n").encode()


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


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
    server {{ listen 127.0.0.1:{port} reuseport; root {root}; add_header Cache-Control max-age=60; }}
}}
""")
    user = ["-g", "user root;"] if os.geteuid() == 0 else []
    process = subprocess.Popen(["nginx", "-c", f"{folder}/nginx.conf", "-e", f"{folder}/error.log", *user])
    wait_for(port)
    return process, port


def start_ours(binary, page, threads):
    process = subprocess.Popen([binary, "--shards", str(threads), page], stdout=subprocess.PIPE)
    port = json.loads(process.stdout.readline())["port"]
    wait_for(port)
    return process, port


def wait_for(port):
    for _ in range(200):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.02)
    sys.exit(f"nothing listens on {port}")


def processes_of(pid):
    children = subprocess.run(["pgrep", "-P", str(pid)], capture_output=True, text=True).stdout.split()
    return [pid] + [int(child) for child in children]


def cpu_seconds(pid):
    """utime + stime of a process, its threads, and its children (nginx's workers)."""
    total = 0
    for one in processes_of(pid):
        with open(f"/proc/{one}/stat") as stat:
            fields = stat.read().rsplit(")", 1)[1].split()
        total += int(fields[11]) + int(fields[12])
    return total / os.sysconf("SC_CLK_TCK")


def drive(port, pid, path, coding, seconds):
    headers = ["-H", f"Accept-Encoding: {coding}"] if coding else []
    before = cpu_seconds(pid)
    output = subprocess.run(["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", *headers, f"http://127.0.0.1:{port}{path}"],
                            capture_output=True, text=True, check=True).stdout
    used = cpu_seconds(pid) - before
    requests = int(re.search(r"(\d+) requests in", output).group(1))
    if "Non-2xx" in output:
        sys.exit(output)
    return {"rps": float(re.search(r"Requests/sec:\s+([\d.]+)", output).group(1)), "cpu": used / requests * 1e6}


def body_of(port, path, coding):
    request = urllib.request.Request(f"http://127.0.0.1:{port}{path}", headers={"Accept-Encoding": coding} if coding else {})
    with urllib.request.urlopen(request) as answer:
        body = answer.read()
        return gzip.decompress(body) if answer.headers.get("Content-Encoding") == "gzip" else body


def main():
    binary, rounds, seconds, threads = sys.argv[1], int(sys.argv[2]), float(sys.argv[3]), int(sys.argv[4])
    folder = tempfile.mkdtemp(prefix="toasoan-bench-")
    started = []
    try:
        root = f"{folder}/root"
        os.mkdir(root)
        os.chmod(folder, 0o755)
        page = make_page(25_000)
        with open(f"{root}/page.html", "wb") as file:
            file.write(page)
        with open(f"{root}/page.html.gz", "wb") as file:
            file.write(gzip.compress(page, 6, mtime=0))
        nginx, nginx_port = start_nginx(root, folder, threads)
        started.append(nginx)
        ours, our_port = start_ours(binary, f"{root}/page.html", threads)
        started.append(ours)

        print(f"{CONNECTIONS} connections, {threads} thread(s) or worker(s) each, {rounds} rounds of {seconds:g} s")
        print(f"{'':22}{'rps':>10}{'nginx':>10}{'ratio':>8}   {'µs CPU':>8}{'nginx':>8}{'ratio':>8}")
        for name, path, coding in CASES:
            for port in (our_port, nginx_port):
                if body_of(port, path, coding) != page:
                    sys.exit(f"{name}: the answer is not the page")
                drive(port, (ours if port == our_port else nginx).pid, path, coding, 1)
            pairs = []
            for _ in range(rounds):
                pairs.append((drive(our_port, ours.pid, path, coding, int(seconds)),
                              drive(nginx_port, nginx.pid, path, coding, int(seconds))))
            median = statistics.median
            print(f"{name:22}{median(a['rps'] for a, _ in pairs):10.0f}{median(b['rps'] for _, b in pairs):10.0f}"
                  f"{median(a['rps'] / b['rps'] for a, b in pairs):8.2f}   "
                  f"{median(a['cpu'] for a, _ in pairs):8.2f}{median(b['cpu'] for _, b in pairs):8.2f}"
                  f"{median(a['cpu'] / b['cpu'] for a, b in pairs):8.2f}", flush=True)
    finally:
        for process in started:
            process.send_signal(signal.SIGTERM)
            process.wait()
        shutil.rmtree(folder, ignore_errors=True)


main()
