"""A newsroom of many items for the benches, a server on it, and what a client says to that server."""
import hashlib
import http.client
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import time
import uuid

from grow import grow
from postgres import move

BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0"
PASSWORD = "mat-khau-cua-bench"  # of a newsroom that only benches see, on loopback


class Newsroom:
    """The data folder that the generator fills; made once for each number of items, seed and program."""

    def __init__(self, bin_folder, cache, items, seed):
        self.bin, self.items = bin_folder, items
        with open(f"{bin_folder}/toasoan-bench-newsroom", "rb") as program:
            print_of_program = hashlib.sha256(program.read())
        # The schema is embedded in the program, so another schema is another program.
        self.folder = f"{cache}/newsroom-{items}-{seed}-{print_of_program.hexdigest()[:12]}"
        self.seconds = None
        if not os.path.exists(f"{self.folder}/complete"):
            shutil.rmtree(self.folder, ignore_errors=True)
            for old in os.listdir(cache) if os.path.isdir(cache) else []:
                if old.startswith(f"newsroom-{items}-{seed}-"):
                    shutil.rmtree(f"{cache}/{old}")
            began = time.monotonic()
            subprocess.run([f"{bin_folder}/toasoan-bench-newsroom", "--data", self.folder, "--items", str(items),
                            "--seed", str(seed), "--password", PASSWORD], check=True)
            self.seconds = time.monotonic() - began
            with open(f"{self.folder}/complete", "w") as done:
                done.write(f"{self.seconds:.1f}\n")

    def copy(self, folder, times=1, postgres=None):
        """With its live items so many times (grow.py), in the PostgreSQL if there is one."""
        subprocess.run(["cp", "-r", "--reflink=auto", self.folder, folder], check=True)
        if times > 1:
            grow(f"{folder}/newsroom.db", times, index=not postgres)
        if postgres:
            move(self.bin, folder, postgres)
        return Data(folder, postgres)

    def megabytes(self):
        return os.path.getsize(f"{self.folder}/newsroom.db") / 1e6


class Data:
    """Where a newsroom lies: a folder, and the PostgreSQL its database is in, if it is."""

    def __init__(self, folder, postgres):
        self.folder, self.postgres = folder, postgres

    @property
    def arguments(self):
        return ["--data", self.folder, *(["--database", self.postgres.url] if self.postgres else [])]

    def forget_cached(self):
        """The files leave the system's cache, as after a start of the machine."""
        forget_cached(self.folder)
        if self.postgres:
            self.postgres.do("halt")
            forget_cached(self.postgres.folder)
            self.postgres.do("resume")


def forget_cached(folder):
    for path, _, names in os.walk(folder):
        for name in names:
            descriptor = os.open(f"{path}/{name}", os.O_RDONLY)
            os.fsync(descriptor)
            os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
            os.close(descriptor)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    """toasoan-server on a newsroom's data; ends with the `with` block."""

    def __init__(self, bin_folder, data):
        self.port = free_port()
        self.log = open(f"{data.folder}/server.log", "wb")
        self.began = time.monotonic()
        self.process = subprocess.Popen([f"{bin_folder}/toasoan-server", "serve", *data.arguments, "--port",
                                         str(self.port)], stdout=self.log, stderr=self.log)
        self.pid = self.process.pid
        while True:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    break
            if self.process.poll() is not None:
                raise SystemExit(f"the server ended: see {data.folder}/server.log")
            time.sleep(0.001)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait()
        self.log.close()

    @property
    def url(self):
        return f"http://127.0.0.1:{self.port}"

    def client(self):
        return Client(self.port)

    def memory(self, field="VmRSS"):
        """In MB; VmHWM is the most there was."""
        with open(f"/proc/{self.pid}/status") as status:
            return int(re.search(rf"{field}:\s+(\d+) kB", status.read()).group(1)) / 1024


class Client:
    """One connection, and a session when signed in."""

    def __init__(self, port):
        self.connection = http.client.HTTPConnection("127.0.0.1", port)
        self.fields = {"Toasoan-Protocol": "1"}

    def get(self, path, **fields):
        """Status, fields and body."""
        self.connection.request("GET", path, headers={"User-Agent": BROWSER, **fields})  # without one it is a robot
        answer = self.connection.getresponse()
        return answer.status, answer.headers, answer.read()

    def page(self, path, **fields):
        status, _, body = self.get(path, **fields)
        if status != 200:
            raise SystemExit(f"{path}: {status}")
        return body

    def timed(self, path):
        began = time.monotonic()
        body = self.page(path)
        return (time.monotonic() - began) * 1000, body

    def post(self, path, json_body):
        self.connection.request("POST", path, json.dumps(json_body), {**self.fields, "Content-Type": "application/json"})
        answer = self.connection.getresponse()
        body = json.loads(answer.read())
        if answer.status not in (200, 201):
            raise SystemExit(f"{path}: {answer.status} {body}")
        return body

    def sign_in(self, login):
        answer = self.post("/api/v1/sessions", {"login": login, "password": PASSWORD, "device": "bench"})
        self.fields["Authorization"] = "Bearer " + answer["token"]
        return self

    def command(self, kind, article, **fields):
        return self.post("/api/v1/commands", {"requestId": str(uuid.uuid4()),
                                              "command": {"kind": kind, "article": article, **fields}})["article"]

    def changes(self, after):
        self.connection.request("GET", f"/api/v1/changes?after={after}", headers=self.fields)
        return json.loads(self.connection.getresponse().read())
