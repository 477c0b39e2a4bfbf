"""The server at many items: cold start, its heavier pages, from publishing to the page, dump and verify."""
import json
import os
import re
import statistics
import subprocess
import time
import uuid

from newsroom import Server

PARAGRAPH = ("Ban Biên tập Cổng thông tin điện tử huyện tổ chức phiên họp đánh giá tình hình hoạt động và triển khai "
             "nhiệm vụ những tháng cuối năm, với sự tham dự của lãnh đạo các phòng, ban, ngành của huyện. ")

# Words that most items have, so each search with one finds nearly all.
COMMON = ("ban", "cac", "cua", "huyen", "va", "trong", "nam", "thang")


def cold_start(report, bin_folder, data):
    data.forget_cached()
    with Server(bin_folder, data) as server:
        client = server.client()
        client.page("/")
        report.add("first page after a cold start", (time.monotonic() - server.began) * 1000, "ms", most=1000)
        report.add("memory after the first page", server.memory(), "MB", most=100)
        front = client.page("/").decode()
        sections = sorted(set(re.findall(r'href="(/chuyen-muc-\d+)"', front)))
        took, index = client.timed("/sitemap.xml")
        parts = re.findall(r"<loc>http://[^/]+(/sitemap-\d+\.xml)</loc>", index.decode()) or ["/sitemap.xml"]
        slowest = max((client.timed(part) for part in parts), key=lambda answer: answer[0])
        report.add(f"sitemap.xml, slowest of {len(parts)} parts ({len(slowest[1]) / 1e6:.1f} MB)",
                   max(took, slowest[0]), "ms")
        took, first = client.timed(sections[0])
        report.add("a section's first page, not cached", took, "ms", most=10)
        last = max(int(number) for number in re.findall(r"trang=(\d+)", first.decode()))
        took, _ = client.timed(f"{sections[0]}?trang={last}")
        report.add(f"its last page (the {last}th), not cached", took, "ms")
        for name, words in (("search, a common word", "huy%E1%BB%87n"), ("search, two words", "nong+thon"),
                            ("search, no hit", "khongcogi")):
            report.add(name, client.timed(f"/tim-kiem?q={words}")[0], "ms", most=50)
            times = sorted(client.timed(f"/tim-kiem?q={words}+%22{word}%22")[0] for word in COMMON)
            report.add(f"{name}, with another, worst of {len(times)}", times[-1], "ms", most=50)
        again = [client.timed(f"/tim-kiem?fbclid={number}&q=huy%E1%BB%87n")[0] for number in range(20)]
        report.add("a remembered search, decorated, median", statistics.median(again), "ms", most=5)
        links = re.findall(r'href="(/[a-z0-9-]+/[a-z0-9-]+-\d+\.html)"', front)
        report.add("an item page, not cached",
                   statistics.median(client.timed(link)[0] for link in dict.fromkeys(links)), "ms")
        items = re.findall(r"<loc>http://[^/]+(/[^<]+\.html)</loc>", client.page(parts[-1]).decode())
        for link in items[:3000]:
            client.page(link)
        report.add(f"memory after these and {len(items[:3000])} more items", server.memory(), "MB", most=150,
                   note=f"at most {server.memory('VmHWM'):.0f}; as much as the cache takes")


def approved_item(people, number, section, signs=len(PARAGRAPH) * 24):
    article = str(uuid.uuid4())
    paragraph = {"type": "paragraph", "content": [{"type": "text", "text": PARAGRAPH * 4}]}
    paragraphs = [paragraph] * (signs // (len(PARAGRAPH) * 4))
    content = {"title": f"Tin đo thời gian đăng số {number}", "lead": PARAGRAPH, "genre": "newsBrief",
               "body": {"type": "doc", "content": paragraphs}, "section": section}
    people["phongvien1"].command("save", article, base=0, content=content)
    people["phongvien1"].command("submit", article, version=1, confirmsNoStateSecret=True)
    people["bientap"].command("claim", article, version=1)
    waiting = people["bientap"].command("requestApproval", article, version=1)
    people["truongban"].command("approve", article, version=1, contentHash=waiting["contentHash"], note="")
    return article, content["title"]


def publishing(report, bin_folder, data, rounds):
    with Server(bin_folder, data) as server:
        people = {login: server.client().sign_in(login) for login in ("phongvien1", "bientap", "thuky", "truongban")}
        sections = {entry["value"]["slug"]: entry["id"] for entry in people["thuky"].changes(0)["entries"]
                    if entry["noun"] == "section"}
        reader = server.client()
        times = {"acknowledged": [], "item": [], "front": [], "section": [], "all": []}
        for number in range(rounds):
            slug, section = sorted(sections.items())[number % len(sections)]
            article, title = approved_item(people, number, section)
            for page in ("/", f"/{slug}"):  # cached, as they are on a portal that is read
                reader.page(page)
            began = time.monotonic()
            publication = people["thuky"].command("publish", article, version=1)["publication"]
            acknowledged = time.monotonic()
            times["acknowledged"].append((acknowledged - began) * 1000)
            pages = {"item": f"/{slug}/{publication['slug']}-{publication['number']}.html", "front": "/",
                     "section": f"/{slug}"}
            for name, path in pages.items():
                while True:
                    status, _, body = reader.get(path)
                    if status == 200 and title.encode() in body:
                        break
                times[name].append((time.monotonic() - acknowledged) * 1000)
            times["all"].append(max(times[name][-1] for name in pages))
        for name, what in (("acknowledged", "the publish command until it is acknowledged"),
                           ("all", "from then until item, front page and section show it")):
            values = times[name]
            report.add(f"{what}, median", statistics.median(values), "ms", **({"most": 50} if name == "all" else {}))
            report.add(f"{what}, worst of {len(values)}", max(values), "ms", **({"most": 50} if name == "all" else {}))


def run_measured(command, output):
    """Seconds and the most memory in MB."""
    began = time.monotonic()
    with open(output, "wb") as out:
        process = subprocess.Popen(command, stdout=out)
        _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        raise SystemExit(f"{' '.join(command)}: {status}")
    return time.monotonic() - began, usage.ru_maxrss / 1024


def whole(report, bin_folder, data, scratch):
    for name, arguments in (("verify", ["verify"]), ("dump --canonical", ["dump", "--canonical"])):
        seconds, memory = run_measured([f"{bin_folder}/toasoan-server", *arguments, *data.arguments],
                                       f"{scratch}/{name.split()[0]}")
        note = f"at most {memory:.0f} MB of memory"
        if name != "verify":
            note += f"; {os.path.getsize(f'{scratch}/dump') / 1e6:.0f} MB of lines"
        report.add(f"toasoan-server {name}", seconds, "s", note=note)
    with open(f"{scratch}/dump", "rb") as lines:
        before = b""
        for line in lines:
            if line < before:
                raise SystemExit("the dump is not sorted")
            json.loads(line)
            before = line
    os.remove(f"{scratch}/dump")
