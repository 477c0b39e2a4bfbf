// A client of a newsroom, written from resources/openapi.yaml and openapi.md alone. Needs Node.js and nothing else.
import { createHash, randomBytes } from "node:crypto";

/// A UUID of version 7 (RFC 9562).
export function newId() {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(Date.now(), 0, 6);
  bytes[6] = (bytes[6] & 0x0f) | 0x70;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/// An answer that is no success: what the server said, in its words.
export class Refusal extends Error {
  constructor(status, { error, requestId }, retryAfter) {
    super(`${status} ${error.code} ${error.subject}`);
    Object.assign(this, { status, code: error.code, subject: error.subject, requestId, retryAfter });
  }
}

const sha256 = (bytes) => createHash("sha256").update(bytes).digest();
const base64 = (value) => Buffer.from(value).toString("base64");

export class Client {
  /// `send({method, url, headers, body}) → {status, headers, body}`; headers as of fetch, the body of the answer a Buffer.
  constructor(address, send) {
    this.address = address;
    this.send = send;
    this.token = null;
    this.forget();
  }

  /// All that was learnt from the feed.
  forget() {
    this.epoch = null;
    this.after = 0;
    this.view = null;
    this.tokens = {};
    this.sequences = new Map();
    this.things = { article: new Map(), media: new Map(), section: new Map(), site: new Map(), user: new Map(), workflow: new Map(),
                    register: new Map(), link: new Map() };
  }

  async ask(method, path, { headers = {}, body } = {}) {
    const fields = new Headers({ "Toasoan-Protocol": "2", ...headers });
    if (this.token) fields.set("Authorization", `Bearer ${this.token}`);
    const answer = await this.send({ method, url: this.address + path, headers: fields, body });
    if (answer.status < 400) return answer;
    // Answers to HEAD have no body.
    const said = answer.body.length > 0 ? JSON.parse(answer.body) : { error: { code: "", subject: "" } };
    throw new Refusal(answer.status, said, Number(answer.headers.get("Retry-After")) || 0);
  }

  async askJson(method, path, value) {
    const body = value === undefined ? undefined : JSON.stringify(value);
    const answer = await this.ask(method, path, { headers: body ? { "Content-Type": "application/json" } : {}, body });
    return answer.body.length > 0 ? JSON.parse(answer.body) : null;
  }

  async signIn(login, password, device) {
    const session = await this.askJson("POST", "/api/v1/sessions", { login, password, device });
    this.token = session.token;
    this.user = session.user;
    return session;
  }
  whoAmI() {
    return this.askJson("GET", "/api/v1/sessions/current");
  }
  async signOut() {
    await this.askJson("DELETE", "/api/v1/sessions/current");
    this.token = null;
  }

  /// What the person may see; what is another in it than before is pulled.
  async readView() {
    const view = await this.askJson("GET", "/api/v1/view");
    if (this.epoch !== view.epoch) {
      this.forget(); // the first one, or the server was restored: all is asked for anew
      this.epoch = view.epoch;
      this.after = view.newest;
    }
    const others = Object.keys(this.things).filter((noun) => this.tokens[noun] !== view.nouns[noun]);
    this.view = view.view;
    this.tokens = view.nouns;
    for (const noun of others) if (!(await this.pull(noun))) return;
  }
  /// All that there is of a noun, the newest first; false if it was another's view meanwhile.
  async pull(noun) {
    for (let more = true, before = ""; more; ) {
      const page = await this.askJson("GET", `/api/v1/changes?noun=${noun}${before}`);
      if (page.view !== this.view) {
        this.tokens[noun] = null;
        this.view = null;
        return false;
      }
      this.take(page);
      before = `&before=${page.next}`;
      more = page.more;
    }
    return true;
  }
  take(page) {
    for (const { sequence, noun, id, value } of page.entries) {
      if (!this.things[noun] || this.sequences.get(noun + id) > sequence) continue;
      this.sequences.set(noun + id, sequence);
      if (value === null) this.things[noun].delete(id);
      else this.things[noun].set(id, value);
    }
  }

  /// One page of the feed, taken in; true if there is more to ask for at once.
  async readPage(wait = 0) {
    while (!this.view) await this.readView();
    const page = await this.askJson("GET", `/api/v1/changes?after=${this.after}${wait ? `&wait=${wait}` : ""}`);
    if (this.epoch !== page.epoch || this.view !== page.view) {
      this.view = null; // nothing of this page is taken
      return true;
    }
    this.take(page);
    this.after = page.next;
    return page.more;
  }
  async catchUp() {
    while (await this.readPage());
  }
  /// Waits until `isThere()` holds of what is known, by long polls.
  async waitFor(isThere) {
    while (!isThere()) await this.readPage(25);
  }

  /// One command; its answer. The requestId is made here once, and kept by whoever wants to ask again.
  give(kind, article, version, args = {}, requestId = newId(), noun = "article") {
    return this.askJson("POST", "/api/v1/commands", { requestId, kind, target: { noun, id: article }, version, args });
  }
  /// The same of an entry of a register.
  async change(kind, noun, id, version, args = {}) {
    const answer = await this.give(kind, id, version, args, newId(), noun);
    while (this.after < answer.sequence) await this.readPage();
    return this.things[noun].get(id);
  }
  versions(noun, id) {
    return this.askJson("GET", `/api/v1/records/${noun}/${id}/versions`);
  }
  /// The same, and the article as the feed has it then; nothing where it is not to be seen any more.
  async command(kind, article, { version, base = version, ...args }, requestId = newId()) {
    const answer = await this.give(kind, article, base, args, requestId);
    while (this.after < answer.sequence) await this.readPage();
    return { ...answer, article: this.things.article.get(article) };
  }

  revisions(article) {
    return this.askJson("GET", `/api/v1/articles/${article}/revisions`);
  }
  revision(article, version) {
    return this.askJson("GET", `/api/v1/articles/${article}/revisions/${version}`);
  }

  async announce(bytes, filename, media = newId()) {
    const answer = await this.ask("POST", "/api/v1/uploads", {
      headers: {
        "Tus-Resumable": "1.0.0",
        "Upload-Length": String(bytes.length),
        "Upload-Metadata":
          `filename ${base64(filename)},mediaId ${base64(media)},sha256 ${base64(sha256(bytes).toString("hex"))}`,
      },
    });
    return { media, path: answer.headers.get("Location"), offset: Number(answer.headers.get("Upload-Offset")) };
  }
  async offsetOf(path) {
    const answer = await this.ask("HEAD", path, { headers: { "Tus-Resumable": "1.0.0" } });
    return Number(answer.headers.get("Upload-Offset"));
  }
  async sendPiece(path, offset, piece, checksum = sha256(piece), method = "PATCH") {
    const headers = {
      "Tus-Resumable": "1.0.0",
      "Content-Type": "application/offset+octet-stream",
      "Upload-Offset": String(offset),
      "Upload-Checksum": `sha256 ${checksum.toString("base64")}`,
    };
    if (method === "POST") headers["X-HTTP-Method-Override"] = "PATCH";
    const answer = await this.ask(method, path, { headers, body: piece });
    return Number(answer.headers.get("Upload-Offset"));
  }
  dropUpload(path) {
    return this.ask("DELETE", path, { headers: { "Tus-Resumable": "1.0.0" } });
  }
  rendition(media, headers = {}) {
    return this.ask("GET", `/api/v1/media/${media}/rendition`, { headers });
  }
  picture(media, headers = {}) {
    return this.ask("GET", `/api/v1/media/${media}`, { headers });
  }
}
