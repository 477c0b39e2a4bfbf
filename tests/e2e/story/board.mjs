// The board as a program sees it: signs in as each post of a demo and takes an item through the whole chain by the API.
import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { Server, freePort, launchBrowser } from './support.mjs';

/// A UUID of version 7 (RFC 9562), as the newsroom's ids are.
function newId() {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(Date.now(), 0, 6);
  bytes[6] = bytes[6] & 0x0F | 0x70;
  bytes[8] = bytes[8] & 0x3F | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

export class Board {
  #passwords; #tokens = {}; #published = {};

  /// `told`: what `toasoan-server demo` printed.
  constructor(server, told) {
    this.server = server;
    this.#passwords = Object.fromEntries(
      [...told.matchAll(/^ {2}(\S+)\s+([a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4})/gm)].map(match => match.slice(1)));
  }

  async #ask(method, address, value, headers = {}) {
    const answer = await fetch(this.server.base + address, {
      method, headers: { 'Toasoan-Protocol': '1', 'Content-Type': 'application/json', ...headers },
      body: value && JSON.stringify(value),
    });
    const text = await answer.text();
    assert.ok(answer.ok, `${method} ${address}: ${answer.status} ${text}`);
    return JSON.parse(text);
  }
  async #tokenOf(login) {
    return this.#tokens[login] ??= (await this.#ask('POST', '/api/v1/sessions',
      { login, password: this.#passwords[login], device: 'test' })).token;
  }
  async #as(login, method, address, value) {
    return this.#ask(method, address, value, { Authorization: `Bearer ${await this.#tokenOf(login)}` });
  }
  async #command(login, kind, article, fields) {
    return (await this.#as(login, 'POST', '/api/v1/commands',
      { requestId: newId(), command: { kind, article, ...fields } })).article;
  }

  /// Ids of the sections by their slugs.
  async sections() {
    const found = {};
    for (let after = 0, more = true; more;) {
      const page = await this.#as('truongban', 'GET', `/api/v1/changes?after=${after}`);
      for (const { noun, id, value } of page.entries)
        if (noun === 'section' && value) found[value.slug] = id;
      ({ next: after, more } = page);
    }
    return found;
  }

  /// Uploads a picture as the one who writes what is published; its id.
  async upload(bytes, name) {
    const media = newId(), base64 = words => Buffer.from(words).toString('base64');
    const headers = { 'Toasoan-Protocol': '1', 'Tus-Resumable': '1.0.0', Authorization: `Bearer ${await this.#tokenOf('phongvien')}` };
    const announced = await fetch(this.server.base + '/api/v1/uploads', { method: 'POST', headers: { ...headers,
      'Upload-Length': String(bytes.length), 'Upload-Metadata': `filename ${base64(name)},mediaId ${base64(media)},sha256 ${
        base64(createHash('sha256').update(bytes).digest('hex'))}` } });
    assert.equal(announced.status, 201, await announced.text());
    const sent = await fetch(new URL(announced.headers.get('Location'), this.server.base), { method: 'PATCH', body: bytes,
      headers: { ...headers, 'Upload-Offset': '0', 'Content-Type': 'application/offset+octet-stream' } });
    assert.equal(sent.status, 204, await sent.text());
    return media;
  }

  /// Writes, reviews, approves and publishes `content`; the path of its page.
  async publish(content, section = 'tin-tuc') {
    const id = newId();
    const sections = this.knownSections ??= await this.sections();
    let { version } = await this.#command('phongvien', 'save', id,
      { base: 0, content: { genre: 'newsBrief', section: sections[section], ...content } });
    ({ version } = await this.#command('phongvien', 'submit', id, { version, confirmsNoStateSecret: true }));
    ({ version } = await this.#command('bientap', 'claim', id, { version }));
    const asked = await this.#command('bientap', 'requestApproval', id, { version });
    ({ version } = await this.#command('truongban', 'approve', id,
      { version: asked.version, contentHash: asked.contentHash }));
    const { publication, version: shown } = await this.#command('truongban', 'publish', id, { version });
    const place = `/${section}/${publication.slug}-${publication.number}.html`;
    this.#published[place] = { id, version: shown };
    return place;
  }

  /// Takes down what publish() gave that path.
  async takeDown(place, reason) {
    const { id, version } = this.#published[place];
    await this.#command('truongban', 'unpublish', id, { version, reason });
  }
}

export const text = (words, ...marks) => ({ type: 'text', text: words, ...marks.length && { marks } });
export const p = (...content) => ({ type: 'paragraph', content: content.map(one => typeof one === 'string' ? text(one) : one) });
export const doc = (...content) => ({ type: 'doc', content });
/// A table of texts, its first row of header cells.
export const table = rows => ({
  type: 'table',
  content: rows.map((row, at) => ({
    type: 'tableRow',
    content: row.map(words => ({ type: at === 0 ? 'tableHeader' : 'tableCell', content: [p(words)] })),
  })),
});

export const figure = (media, alt, caption = alt) => ({
  type: 'figure', attrs: { credit: 'Tư liệu' },
  content: [{ type: 'figimage', attrs: { media, alt } }, { type: 'figcaption', content: [text(caption)] }],
});

/// A demo newsroom of its own that serves, its board, and a browser before it.
export class Demo {
  static async open(name) {
    const demo = new Demo();
    demo.folder = fs.mkdtempSync(path.join(os.tmpdir(), `toasoan-${name}-`));
    demo.server = new Server(demo.folder, await freePort());
    demo.browser = await launchBrowser();
    demo.board = new Board(demo.server, await demo.server.command(['demo', '--port', String(demo.server.port)]));
    await demo.server.start();
    return demo;
  }

  async close() {
    await this.browser.close();
    await this.server.kill();
    fs.rmSync(this.folder, { recursive: true, force: true });
  }
}
