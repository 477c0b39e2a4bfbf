// An outsider's client and a real server: the whole job, with every request and every answer held against the
// description. node story.test.mjs SOURCE_FOLDER TOASOAN_SERVER [FILE]   FILE: gets what was said, for the examples
import assert from "node:assert/strict";
import { createHash, randomBytes } from "node:crypto";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import http from "node:http";
import { tmpdir } from "node:os";
import { after, before, test } from "node:test";
import { deflateSync } from "node:zlib";
import { Client, newId, Refusal } from "./client.mjs";
import { Description, readDescription } from "./description.mjs";
import { Server } from "./server.mjs";

const [source, program, record] = process.argv.slice(2);
const folder = mkdtempSync(`${tmpdir()}/toasoan-outsider-`);
const server = new Server(program, `${folder}/data`);
const description = new Description(readDescription(`${source}/resources/openapi.yaml`));
const exchanges = [];
let address;
let accounts;

async function exchange(request) {
  const response = await fetch(request.url, request);
  const answer = { status: response.status, headers: response.headers, body: Buffer.from(await response.arrayBuffer()) };
  exchanges.push({ request, answer });
  assert.deepEqual(description.answerFaults(request, answer), []);
  return answer;
}
/// What a client of good manners sends.
async function described(request) {
  assert.deepEqual(description.requestFaults(request), []);
  return exchange(request);
}
/// A request that breaks the description: the test checks that it does, and that the refusal is described.
async function misshapen(request) {
  assert.notDeepEqual(description.requestFaults(request), []);
  return exchange(request);
}

async function desk(login, device = "Máy bàn") {
  const client = new Client(address, described);
  await client.signIn(login, accounts.get(login), device);
  await client.catchUp();
  return client;
}

async function refused(promise, status, code, subject, isRemembered = undefined) {
  const error = await promise.then(() => assert.fail(`not refused with ${code} ${subject}`), (reason) => reason);
  assert.ok(error instanceof Refusal, error.stack);
  assert.deepEqual([error.status, error.code, error.subject], [status, code, subject]);
  if (isRemembered !== undefined) assert.equal(Boolean(error.requestId), isRemembered);
  return error;
}

/// The checksum of PNG (ISO/IEC 15948, annex D).
function crc32(bytes) {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; ++bit) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

/// A real picture: a PNG of random pixels.
function makePicture(width, height) {
  const chunk = (type, data) => {
    const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length, 0);
    frame.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8); // 8 bits, RGB
  const rows = Array.from({ length: height }, () => Buffer.concat([Buffer.from([0]), randomBytes(width * 3)]));
  return Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), chunk("IHDR", header),
                        chunk("IDAT", deflateSync(Buffer.concat(rows))), chunk("IEND", Buffer.alloc(0))]);
}

const paragraph = (text) => ({ type: "paragraph", content: [{ type: "text", text }] });
const textOf = (node) => (node.text ?? "") + (node.content ?? []).map(textOf).join(" ");

let reporter, editor, secretary, chair, section;
const contentOf = (members) => ({
  title: "Ban Biên tập họp đánh giá công tác 9 tháng",
  lead: "Sáng ngày 28/9/2023, Ban Biên tập tổ chức cuộc họp.",
  genre: "newsBrief",
  section,
  ...members,
});
/// A new item, brought to where the chair reads it; its newest state.
async function awaitingApproval(title) {
  const id = newId();
  await reporter.command("save", id, { base: 0, content: contentOf({ title }) });
  await reporter.command("submit", id, { version: 1, confirmsNoStateSecret: true });
  await editor.command("claim", id, { version: 1 });
  return (await editor.command("requestApproval", id, { version: 1 })).article;
}
const approve = ({ id, version, contentHash }) => chair.command("approve", id, { version, contentHash });

before(async () => {
  accounts = server.makeDemo();
  address = await server.start();
});
after(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

test("the server says that it is there", async () => {
  const get = (path) => described({ method: "GET", url: address + path, headers: new Headers() });
  assert.equal((await get("/livez")).status, 200);
  assert.equal((await get("/readyz")).status, 200);
});

test("signing in, and what is said to others", async () => {
  reporter = await desk("phongvien");
  editor = await desk("bientap");
  secretary = await desk("thuky");
  chair = await desk("truongban");
  assert.equal((await reporter.whoAmI()).login, "phongvien");
  const stranger = new Client(address, described);
  await refused(stranger.signIn("phongvien", "không phải thế"), 401, "unauthenticated", "session.password");
  const unknown = new Client(address, misshapen);
  await refused(unknown.whoAmI(), 401, "unauthenticated", "session");
  await refused(unknown.askJson("POST", "/api/v1/sessions", { login: 7, password: "…" }), 422, "invalidInput", "session.login");
  const older = await misshapen({ method: "GET", url: `${address}/api/v1/changes?after=0`, headers: new Headers() });
  assert.equal(older.status, 415);
  assert.equal(older.headers.get("Toasoan-Protocol"), "1-2");
});

test("the feed tells of the newsroom", async () => {
  const { things } = reporter;
  section = [...things.section.values()].find(({ slug }) => slug === "tin-tuc").id;
  assert.equal(things.site.size, 1);
  assert.ok(things.workflow.get("workflow").transitions.length > 40);
  assert.equal(things.user.size, accounts.size);
  const wrong = new Client(address, misshapen);
  wrong.token = reporter.token;
  await refused(reporter.askJson("GET", "/api/v1/changes"), 422, "invalidInput", "after");
  await refused(wrong.askJson("GET", "/api/v1/changes?noun=article&before=-1"), 422, "invalidInput", "before");
  await refused(wrong.askJson("GET", "/api/v1/changes?after=0&wait=ever"), 422, "invalidInput", "wait");
});

let picture, bytes;
test("a picture goes up in two pieces", async () => {
  const options = await described({ method: "OPTIONS", url: `${address}/api/v1/uploads`, headers: new Headers() });
  assert.equal(options.headers.get("Tus-Max-Size"), String(64 << 20));
  bytes = makePicture(400, 300);
  const half = bytes.length >> 1;
  const upload = await reporter.announce(bytes, "họp ban biên tập.png");
  assert.equal(upload.offset, 0);
  const known = await described({ method: "OPTIONS", url: address + upload.path, headers: new Headers() });
  assert.equal(known.status, 204);
  assert.equal(await reporter.sendPiece(upload.path, 0, bytes.subarray(0, half)), half);
  const second = bytes.subarray(half);
  const wrong = createHash("sha256").update("khác").digest();
  await refused(reporter.sendPiece(upload.path, half, second, wrong), 460, "checksumMismatch", "upload.checksum");
  await refused(reporter.sendPiece(upload.path, half + 1, second), 409, "conflict", "upload.offset");
  await refused(editor.sendPiece(upload.path, half, second), 404, "notFound", "upload");
  assert.equal(await reporter.offsetOf(upload.path), half);

  // Another desk of the reporter that waits hears of it.
  const laptop = await desk("phongvien", "Máy xách tay");
  const heard = laptop.waitFor(() => laptop.things.media.has(upload.media));
  assert.equal(await reporter.sendPiece(upload.path, half, second), bytes.length);
  assert.equal(await reporter.sendPiece(upload.path, bytes.length, Buffer.alloc(0)), bytes.length); // the answer was lost
  await heard;
  picture = laptop.things.media.get(upload.media);
  await laptop.signOut();
  assert.deepEqual([picture.format, picture.width, picture.height, picture.size], ["png", 400, 300, bytes.length]);
});

test("a picture comes back as it went, whole and in part", async () => {
  const whole = await reporter.picture(picture.id);
  assert.ok(whole.body.equals(bytes));
  const part = await reporter.picture(picture.id, { Range: "bytes=100-199" });
  assert.equal(part.status, 206);
  assert.ok(part.body.equals(bytes.subarray(100, 200)));
  const again = await reporter.picture(picture.id, { "If-None-Match": whole.headers.get("ETag") });
  assert.equal(again.status, 304);
  await refused(reporter.picture(picture.id, { Range: `bytes=${bytes.length}-` }), 416, "", "");
  await refused(reporter.picture(newId()), 404, "notFound", "media");
});

test("it is there as readers will see it, too", async () => {
  const whole = await reporter.rendition(picture.id);
  assert.equal(whole.body.subarray(0, 3).toString("hex"), "ffd8ff");
  const part = await reporter.rendition(picture.id, { Range: "bytes=0-9" });
  assert.equal(part.status, 206);
  assert.ok(part.body.equals(whole.body.subarray(0, 10)));
  const again = await reporter.rendition(picture.id, { "If-None-Match": whole.headers.get("ETag") });
  assert.equal(again.status, 304);
  await refused(reporter.rendition(newId()), 404, "notFound", "media");
});

test("uploads that end otherwise", async () => {
  const twice = await reporter.announce(bytes, "lại.png", picture.id);
  assert.equal(twice.offset, bytes.length); // nothing needs to be sent
  await refused(reporter.announce(makePicture(10, 10), "khác.png", picture.id), 409, "conflict", "media");

  const program = Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>");
  const svg = await reporter.announce(program, "ảnh.png");
  await refused(reporter.sendPiece(svg.path, 0, program), 415, "unsupported", "picture.format");
  await refused(reporter.offsetOf(svg.path), 404, "", "");

  const cut = bytes.subarray(0, bytes.length - 20_000);
  const truncated = await reporter.announce(cut, "cụt.png");
  await refused(reporter.sendPiece(truncated.path, 0, cut), 422, "invalidInput", "picture.truncated");

  const other = await reporter.announce(bytes, "nhầm.png");
  await refused(reporter.sendPiece(other.path, 0, makePicture(400, 300).subarray(0, bytes.length)), 460, "checksumMismatch", "upload.sha256");

  const dropped = await reporter.announce(bytes, "bỏ.png");
  assert.equal((await reporter.dropUpload(dropped.path)).status, 204);
  await refused(reporter.offsetOf(dropped.path), 404, "", "");

  const byPost = await reporter.announce(bytes, "qua POST.png");
  assert.equal(await reporter.sendPiece(byPost.path, 0, bytes.subarray(0, 1000), undefined, "POST"), 1000);
  const told = await reporter.ask("POST", byPost.path, { headers: { "Tus-Resumable": "1.0.0", "X-HTTP-Method-Override": "HEAD" } });
  assert.equal(told.status, 200);
  await reporter.dropUpload(byPost.path);

  const rude = new Client(address, misshapen);
  rude.token = reporter.token;
  await refused(rude.ask("POST", "/api/v1/uploads", { headers: { "Upload-Length": "5" } }), 412, "unsupported", "tus.version");
  const pair = (key, value) => `${key} ${Buffer.from(value).toString("base64")}`;
  const announce = (length, metadata) => rude.ask("POST", "/api/v1/uploads", {
    headers: { "Tus-Resumable": "1.0.0", "Upload-Length": length, "Upload-Metadata": metadata, "Upload-Defer-Length": "1" } });
  await refused(announce("five", pair("mediaId", newId())), 422, "invalidInput", "upload.length");
  await refused(announce("5", "mediaId !"), 422, "invalidInput", "upload.metadata");
  await refused(announce("5", pair("filename", "a")), 422, "invalidInput", "upload.mediaId");
  await refused(announce("5", pair("mediaId", newId())), 422, "invalidInput", "upload.sha256");
  await refused(announce(String(65 << 20), `${pair("mediaId", newId())},${pair("sha256", picture.sha256)}`), 413, "tooLarge", "upload.length");
});

test("an upload is busy while a piece arrives", async () => {
  const upload = await reporter.announce(bytes, "chậm.png");
  const headers = { "Toasoan-Protocol": "2", "Tus-Resumable": "1.0.0", Authorization: `Bearer ${reporter.token}`,
                    "Content-Type": "application/offset+octet-stream", "Upload-Offset": "0",
                    "Content-Length": bytes.length, Expect: "100-continue" };
  const slow = http.request(address + upload.path, { method: "PATCH", headers });
  slow.on("error", () => {});
  slow.flushHeaders();
  await new Promise((resolve) => slow.once("continue", resolve)); // the server holds the upload now
  const busy = await refused(reporter.offsetOf(upload.path), 423, "", "");
  assert.equal(busy.retryAfter, 1);
  await refused(reporter.sendPiece(upload.path, 0, bytes), 423, "unavailable", "upload.busy");
  const done = new Promise((resolve) => slow.once("response", resolve));
  slow.end(bytes);
  assert.equal((await done).statusCode, 204);
  assert.equal(await reporter.offsetOf(upload.path), bytes.length);
});

let item;
test("an item is written, and two texts of one base are merged", async () => {
  item = newId();
  const figure = {
    type: "figure",
    attrs: { credit: "Ảnh: Thu Hiền" },
    content: [
      { type: "figimage", attrs: { media: picture.id, alt: "Các thành viên quanh bàn họp", width: 400, height: 300 } },
      { type: "figcaption", content: [{ type: "text", text: "Quang cảnh cuộc họp" }] },
    ],
  };
  const body = (text) => ({ type: "doc", content: [paragraph(text), figure] });
  const content = contentOf({ body: body("Ban đã đăng 245 tin và 60 bài."), tags: ["Ban Biên tập"],
                              bylines: [{ name: "Thu Hiền", share: "words" }] });
  const first = await reporter.command("save", item, { base: 0, content });
  assert.equal(first.article.version, 1);
  assert.equal(first.article.state, "draft");

  // The same person at two desks; each changes other words of version 1.
  const laptop = await desk("phongvien", "Máy xách tay");
  await reporter.command("save", item, { base: 1, content: { ...content, body: body("Ban đã đăng 250 tin và 60 bài.") } });
  const merged = await laptop.command("save", item, { base: 1, content: { ...content, body: body("Ban đã đăng 245 tin và 61 bài.") } });
  assert.equal(merged.article.version, 3);
  assert.match(textOf(merged.article.content.body), /Ban đã đăng 250 tin và 61 bài\./);

  // Both change the same word: both stand, marked, until a person chooses.
  await reporter.command("save", item, { base: 3, content: { ...content, body: body("Ban đã đăng 300 tin và 61 bài.") } });
  const both = await laptop.command("save", item, { base: 3, content: { ...content, body: body("Ban đã đăng 400 tin và 61 bài.") } });
  const marks = both.article.content.body.content[0].content.flatMap(({ marks: list = [] }) => list);
  assert.deepEqual(marks.map(({ type, attrs }) => [type, attrs?.side ?? "mine"]), [["conflict", "theirs"], ["conflict", "mine"]]);
  await refused(reporter.command("submit", item, { version: 5, confirmsNoStateSecret: true }), 422, "invalidInput", "article.conflict", true);
  const settled = await reporter.command("save", item, { base: 5, content });
  assert.equal(settled.article.version, 6);
  assert.equal(settled.article.contentHash, first.article.contentHash);

  const { revisions } = await reporter.revisions(item);
  assert.deepEqual(revisions.map(({ version }) => version), [1, 2, 3, 4, 5, 6]);
  // One person's, within minutes: one sitting.
  assert.deepEqual(revisions.filter(({ superseded }) => !superseded).map(({ version }) => version), [6]);
  assert.match(textOf((await reporter.revision(item, 2)).content.body), /250 tin/);
  await refused(reporter.revision(item, 99), 404, "notFound", "article.version");
  await laptop.signOut();
  laptop.token = "x".repeat(43);
  await refused(laptop.revisions(item), 401, "unauthenticated", "session");
});

test("a draft is its author's alone", async () => {
  await editor.catchUp();
  assert.ok(!editor.things.article.has(item));
  await refused(editor.revisions(item), 404, "notFound", "article");
  await refused(editor.command("claim", item, { version: 6 }), 404, "notFound", "article", true);
  assert.ok(!editor.things.media.has(picture.id));
  await refused(editor.picture(picture.id), 404, "notFound", "media");
});

test("what is asked twice is done once", async () => {
  const id = newId();
  const requestId = newId();
  const save = { content: contentOf({ title: "Một lần thôi" }) };
  const first = await reporter.give("save", id, 0, save, requestId);
  const bytesOf = (index) => exchanges.at(index).answer.body.toString();
  const said = bytesOf(-1);
  await reporter.command("save", id, { base: 1, content: contentOf({ title: "Một lần nữa" }) });
  assert.deepEqual(await reporter.give("save", id, 0, save, requestId), first);
  assert.equal(bytesOf(-1), said);
  assert.equal((await reporter.revisions(id)).revisions.length, 2);
  await refused(reporter.command("save", id, { base: 2, content: contentOf({ title: "Khác" }) }, requestId), 409, "conflict", "command.requestId", false);
  await refused(editor.give("save", id, 0, save, requestId), 409, "conflict", "command.requestId", false);

  // A refusal is an answer, too, and stays one when its reason is gone.
  const other = newId();
  await refused(reporter.command("submit", id, { version: 3, confirmsNoStateSecret: true }, other), 409, "conflict", "article.version", true);
  await reporter.command("save", id, { base: 2, content: contentOf({ title: "Lần ba" }) });
  await refused(reporter.command("submit", id, { version: 3, confirmsNoStateSecret: true }, other), 409, "conflict", "article.version", true);
});

test("commands that break a rule are refused in words that are described", async () => {
  const id = newId();
  await reporter.command("save", id, { base: 0, content: { title: "", genre: "article" } });
  const submit = (confirmsNoStateSecret) => reporter.command("submit", id, { version: 1, confirmsNoStateSecret });
  await refused(submit(false), 422, "invalidInput", "article.stateSecret", true);
  await refused(submit(true), 422, "invalidInput", "article.title", true);
  await reporter.command("save", id, { base: 1, content: { title: "Có tên", genre: "article" } });
  await refused(reporter.command("submit", id, { version: 2, confirmsNoStateSecret: true }), 422, "invalidInput", "article.section", true);
  await refused(reporter.command("publish", id, { version: 2 }), 409, "conflict", "article.state", true);
  await refused(reporter.command("save", id, { base: 9, content: contentOf() }), 409, "conflict", "article.version", true);
  await refused(reporter.command("save", newId(), { base: 3, content: contentOf() }), 404, "notFound", "article", true);

  await refused(reporter.command("save", id, { base: 2, content: contentOf({ genre: "sonnet" }) }), 422, "invalidInput", "content.genre");

  const rude = new Client(address, misshapen);
  rude.token = reporter.token;
  await refused(rude.command("burn", id, { version: 2 }), 415, "unsupported", "command.kind", false);
  await refused(rude.command("claim", id, {}), 422, "invalidInput", "command.version", false);
  await refused(rude.command("save", id, { base: 2 }), 422, "invalidInput", "command.content", false);
  await refused(rude.command("save", id, { base: 2, content: contentOf({ genre: "a sonnet" }) }), 422, "invalidInput", "content.genre", false);
  await refused(rude.command("save", id, { base: 2, content: contentOf({ tags: [7] }) }), 422, "invalidInput", "content.tags", false);
  await refused(rude.command("save", id, { base: 2, content: contentOf({ title: "x".repeat(301) }) }), 413, "tooLarge", "content.title", true);
  await refused(rude.command("save", id, { base: 2, content: contentOf({ body: { type: "doc", content: [{ type: "video" }] } }) }),
    415, "unsupported", "content.body.content[0].type", false);
  await refused(rude.command("claim", id, { version: 2 }, "not an id"), 422, "invalidInput", "requestId", false);
  await refused(rude.askJson("POST", "/api/v1/commands", { requestId: newId() }), 422, "invalidInput", "command.kind", false);
  const text = (body) => rude.ask("POST", "/api/v1/commands", { headers: { "Content-Type": "application/json" }, body });
  await refused(text("[]"), 422, "invalidInput", "body", false);
  const long = { login: "phongvien", password: "x".repeat(17 << 10) };
  await refused(rude.askJson("POST", "/api/v1/sessions", long), 413, "tooLarge", "request", false);
  await refused(rude.askJson("DELETE", "/api/v1/sessions/current", { now: true }), 413, "tooLarge", "request", false);
});

test("the chain: submitted, claimed, approved as read, published, read by the public", async () => {
  const heard = editor.waitFor(() => editor.things.article.get(item)?.state === "submitted");
  await reporter.command("submit", item, { version: 6, confirmsNoStateSecret: true });
  await heard;
  assert.deepEqual(editor.things.media.get(picture.id), picture);
  assert.ok((await editor.picture(picture.id)).body.equals(bytes));
  await refused(reporter.command("claim", item, { version: 6 }), 403, "forbidden", "article.step", true);
  await editor.command("claim", item, { version: 6 });
  const asked = (await editor.command("requestApproval", item, { version: 6 })).article;
  await refused(chair.command("approve", item, { version: 6, contentHash: "0".repeat(64) }), 409, "conflict", "article.contentHash", true);
  const { article } = await approve(asked);
  assert.equal(article.approval.contentHash, asked.contentHash);
  const published = (await secretary.command("publish", item, { version: 6 })).article;
  assert.deepEqual(published.decisions.map(({ step }) => step), ["submit", "claim", "requestApproval", "approve", "publish"]);

  const { slug, number } = published.publication;
  const page = await fetch(`${address}/tin-tuc/${slug}-${number}.html`);
  assert.equal(page.status, 200);
  assert.match(await page.text(), /Ban đã đăng 245 tin và 60 bài\./);
  await reporter.waitFor(() => reporter.things.article.get(item)?.state === "published");

  const { article: gone } = await chair.command("unpublish", item, { version: 6, reason: "Sai số liệu" });
  assert.ok(gone.publication.takenDownAt > 0);
  assert.equal((await fetch(`${address}/tin-tuc/${slug}-${number}.html`)).status, 410);
  assert.equal((await editor.command("correct", item, { version: 6, reason: "Sửa số liệu" })).article.state, "inEditing");
});

test("the chain: taken back, returned, refused, scheduled", async () => {
  const id = newId();
  await reporter.command("save", id, { base: 0, content: contentOf({ title: "Trở lại" }) });
  await reporter.command("submit", id, { version: 1, confirmsNoStateSecret: true });
  assert.equal((await reporter.command("withdraw", id, { version: 1 })).article.state, "draft");
  await reporter.command("submit", id, { version: 1, confirmsNoStateSecret: true });
  await refused(editor.command("returnToAuthor", id, { version: 1 }), 422, "invalidInput", "article.reason", true);
  const returned = (await editor.command("returnToAuthor", id, { version: 1, reason: "Thiếu nguồn" })).article;
  assert.deepEqual([returned.state, returned.reason], ["returned", "Thiếu nguồn"]);

  const refusedItem = await awaitingApproval("Từ chối");
  const said = await chair.command("refuse", refusedItem.id, { version: 1, reason: "Không phù hợp" });
  assert.equal(said.article.state, "refused");

  const due = await awaitingApproval("Hẹn giờ");
  await chair.command("returnToEditor", due.id, { version: 1, reason: "Xem lại" });
  await editor.command("requestApproval", due.id, { version: 1 });
  await approve(due);
  await refused(secretary.command("revoke", due.id, { version: 1 }), 403, "forbidden", "article.step", true);
  assert.equal((await chair.command("revoke", due.id, { version: 1 })).article.state, "awaitingApproval");
  await refused(chair.command("revoke", due.id, { version: 1 }), 409, "conflict", "article.state", true);
  await approve(due);
  await refused(secretary.command("schedule", due.id, { version: 1, at: 0 }), 422, "invalidInput", "article.scheduledAt", true);
  const at = Date.now() + 3_600_000;
  assert.equal((await secretary.command("schedule", due.id, { version: 1, at })).article.scheduledAt, at);
  assert.equal((await secretary.command("unschedule", due.id, { version: 1 })).article.state, "approved");
  // What has just passed is due at once: the server's clock publishes it.
  await secretary.command("schedule", due.id, { version: 1, at: Date.now() - 1000 });
  await secretary.waitFor(() => secretary.things.article.get(due.id)?.state === "published");
  assert.equal(secretary.things.article.get(due.id).decisions.at(-1).by, "");
});

test("a draft that is deleted is gone for everybody, its author too", async () => {
  const id = newId();
  await reporter.command("save", id, { base: 0, content: contentOf({ title: "Bỏ đi" }) });
  await reporter.waitFor(() => reporter.things.article.has(id));
  await refused(editor.command("delete", id, { version: 1 }), 404, "notFound", "article", true);
  assert.equal((await reporter.command("delete", id, { version: 1 })).article, undefined);
  await reporter.waitFor(() => !reporter.things.article.has(id));
  await refused(reporter.command("submit", id, { version: 1, confirmsNoStateSecret: true }), 404, "notFound", "article", true);
});

test("an item without its picture waits for it", async () => {
  const id = newId();
  const figure = { type: "figure", content: [{ type: "figimage", attrs: { media: newId() } }, { type: "figcaption" }] };
  await reporter.command("save", id, { base: 0, content: contentOf({ body: { type: "doc", content: [figure] } }) });
  await reporter.command("submit", id, { version: 1, confirmsNoStateSecret: true });
  await editor.command("claim", id, { version: 1 });
  await refused(editor.command("requestApproval", id, { version: 1 }), 409, "conflict", "article.pictures", true);
});

test("an entry of a register is saved, merged, closed and opened again", async () => {
  const [described] = [...secretary.things.register.values()].filter(({ content }) => content.noun === "link");
  assert.deepEqual(described.content.fields.filter(({ need }) => need === "required").map(({ name }) => name), ["title", "address", "group"]);
  const id = newId();
  const first = { title: "Chính phủ", address: "https://chinhphu.vn", group: "agencies" };
  await refused(reporter.give("save", id, 0, { content: first }, newId(), "link"), 403, "forbidden", "article.step");
  await refused(secretary.give("save", id, 0, { content: { ...first, address: "javascript:x" } }, newId(), "link"),
                422, "invalidInput", "entry.address");
  await refused(secretary.give("save", id, 0, { content: first }, newId(), "own.nothing"), 415, "unsupported", "command.noun");
  assert.equal((await secretary.change("save", "link", id, 0, { content: first })).state, "published");
  await chair.change("save", "link", id, 1, { content: { ...first, title: "Cổng Chính phủ" } });
  const merged = await secretary.change("save", "link", id, 1, { content: { ...first, group: "services" } });
  assert.deepEqual(merged.content, { ...first, title: "Cổng Chính phủ", group: "services" });
  const { versions } = await secretary.versions("link", id);
  assert.deepEqual(versions.map(({ version }) => version), [1, 2, 3]);
  assert.deepEqual(versions[1].content, { ...first, title: "Cổng Chính phủ" });
  await refused(secretary.versions("link", newId()), 404, "notFound", "record");
  const front = async () => (await fetch(address)).text();
  await refused(secretary.give("close", id, 3, {}, newId(), "link"), 422, "invalidInput", "article.reason");
  assert.equal((await secretary.change("close", "link", id, 3, { reason: "Đổi địa chỉ" })).state, "closed");
  assert.equal((await secretary.change("reopen", "link", id, 3, { reason: "Dùng lại" })).state, "published");
  for (let i = 0; i < 50 && !(await front()).includes("Cổng Chính phủ"); ++i) await new Promise((done) => setTimeout(done, 100));
  assert.match(await front(), /Cổng Chính phủ/);
});

test("a request that no address takes", async () => {
  const answer = await fetch(`${address}/api/v1/commands`, { method: "PUT" });
  assert.equal(answer.status, 405);
  assert.equal(answer.headers.get("Allow"), "POST, OPTIONS");
  assert.deepEqual(description.errorFaults(405, (await answer.json()).error), []);
});

test("after a restore another epoch is told, and what was lost can be given back", async () => {
  assert.equal(await server.stop(), 0);
  cpSync(`${folder}/data`, `${folder}/backup`, { recursive: true });
  address = reporter.address = await server.start();
  const lost = newId();
  const content = contentOf({ title: "Viết sau khi sao lưu" });
  await reporter.command("save", lost, { base: 0, content });
  await reporter.catchUp();
  const { epoch, after: last } = reporter;

  assert.equal(await server.stop(), 0);
  rmSync(`${folder}/data`, { recursive: true });
  cpSync(`${folder}/backup`, `${folder}/data`, { recursive: true });
  server.run("restored");
  assert.match(server.run("verify"), /No faults found/);
  address = reporter.address = await server.start();
  await reporter.catchUp();
  assert.notEqual(reporter.epoch, epoch);
  assert.ok(reporter.after < last);
  assert.ok(reporter.things.article.has(item));
  assert.ok(!reporter.things.article.has(lost));
  await refused(reporter.command("save", lost, { base: 1, content }), 404, "notFound", "article", true);
  const { article } = await reporter.command("save", lost, { base: 0, content });
  assert.equal(article.version, 1);
});

test("signing out ends the session, and guessing is slowed", async () => {
  await reporter.signOut();
  const guesser = new Client(address, described);
  for (let guess = 0; guess < 8; ++guess)
    await refused(guesser.signIn("quantri", `${guess}`), 401, "unauthenticated", "session.password");
  const slow = await refused(guesser.signIn("quantri", accounts.get("quantri")), 429, "rateLimited", "session");
  assert.ok(slow.retryAfter >= 1);
});

test("the story left nothing of the description out", () => {
  const wanted = description.operations.flatMap(({ id, responses }) =>
    Object.keys(responses).filter((status) => status < 400).map((status) => `${id} ${status}`));
  assert.deepEqual(wanted.filter((each) => !description.seen.has(each)), []);
  const kinds = new Set(exchanges.filter(({ request, answer }) => request.url.endsWith("/commands") && answer.status === 200)
    .map(({ request }) => JSON.parse(request.body).kind));
  assert.deepEqual([...kinds].sort(), [...description.document.components.schemas.Step.enum].sort());
  // What needs a week, a full disk or a fault has its tests elsewhere.
  const codes = new Set([...description.seenErrors].map((each) => each.split(" ")[0]));
  const unseen = description.document["x-errors"].map(({ code }) => code).filter((code) => !codes.has(code));
  assert.deepEqual(unseen, ["gone", "storageFull", "corrupt", "internal"]);
  if (record)
    writeFileSync(record, JSON.stringify(exchanges.map(({ request, answer }) => ({
      method: request.method, url: request.url, body: String(request.body ?? ""), status: answer.status,
      headers: Object.fromEntries(answer.headers), answer: answer.body.length < 20_000 ? answer.body.toString() : "" })), null, 1));
});
