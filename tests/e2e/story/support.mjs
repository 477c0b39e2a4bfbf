// What the story is told with: a server process, desks, the line between them, pictures, and a browser.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { chromium } from 'playwright-core';

const bin = process.env.TOASOAN_BIN_DIR;

/// Asks again until `ask` gives something true; that is the result. Only a hang takes so long as `milliseconds`.
export async function until(what, ask, milliseconds = 60_000) {
  const end = Date.now() + milliseconds;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > end) assert.fail(`waited in vain: ${what}`);
    await new Promise(resolve => setTimeout(resolve, 40));
  }
}

/// A port that nothing listens at, and that the system gives to nobody while the server is down: those that it hands out
/// itself begin at 32768.
export async function freePort() {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 12_000);
    const probe = net.createServer();
    const isFree = await new Promise(resolve => {
      probe.once('error', () => resolve(false));
      probe.listen(port, '127.0.0.1', () => resolve(true));
    });
    if (!isFree) continue;
    await new Promise(resolve => probe.close(resolve));
    return port;
  }
}

/// Runs a program to its end. `input` goes to its standard input.
export function run(program, args, { input = '', started = () => {}, env = {} } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(path.join(bin, program), args, { env: { ...process.env, ...env } });
    let out = '', err = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8'); // a letter may come in two pieces
    child.stdout.on('data', data => { out += data; });
    child.stderr.on('data', data => { err += data; });
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal, out, err }));
    child.stdin.on('error', () => {}); // it may end without reading
    child.stdin.end(input);
    started(child);
  });
}

/// A toasoan-server on its folder, at an address of its own.
export class Server {
  constructor(folder, port) {
    this.folder = folder;
    this.port = port;
    this.base = `http://127.0.0.1:${port}`;
  }

  async command(args, input) {
    const done = await run('toasoan-server', [...args, '--data', this.folder], { input });
    assert.equal(done.code, 0, `${args[0]}: ${done.err}`);
    return done.out;
  }

  async start() {
    this.process = spawn(path.join(bin, 'toasoan-server'), ['serve', '--data', this.folder, '--port', String(this.port)]);
    let said = '', told = '';
    this.process.stderr.on('data', data => { said += data; });
    await new Promise((resolve, reject) => {
      this.process.stdout.on('data', data => {
        told += data;
        if (told.includes('Portal:')) resolve();
      });
      this.process.once('exit', code => reject(new Error(`the server ended with ${code}: ${said}`)));
    });
  }

  async #end(signal) {
    const { process } = this;
    if (!process || process.exitCode !== null || process.signalCode !== null) return undefined;
    const ended = new Promise(resolve => process.once('exit', resolve));
    process.kill(signal);
    return ended;
  }
  /// Asks it to end, as a service manager does; its exit code.
  stop() { return this.#end('SIGTERM'); }
  kill() { return this.#end('SIGKILL'); }

  /// As a search robot asks: what the test looks at does not count as a person's visit.
  get(address, headers = {}) {
    return fetch(this.base + address, {
      redirect: 'manual',
      headers: { 'User-Agent': 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)', ...headers },
    });
  }
  async text(address) { return (await this.get(address)).text(); }
}

/// The network between desks and server: it can be down, be cut after some bytes, or swallow the answers.
export class Line {
  #to; #listener; #sockets = new Set();
  sent = 0; ///< bytes from the desks
  onBytes = null; ///< called with what a desk sends and the socket; true: it goes no further

  constructor(to) { this.#to = to; }

  async open(port = this.port ?? 0) {
    this.#listener = net.createServer(desk => {
      const server = net.connect(this.#to, '127.0.0.1');
      const pair = { desk, server, deaf: false };
      for (const socket of [desk, server]) {
        this.#sockets.add(socket);
        socket.on('error', () => {});
        socket.on('close', () => { this.#sockets.delete(socket); desk.destroy(); server.destroy(); });
      }
      desk.on('data', data => {
        this.sent += data.length;
        if (!this.onBytes?.(data, pair)) server.write(data);
      });
      server.on('data', data => { if (!pair.deaf) desk.write(data); });
    });
    await new Promise((resolve, reject) => {
      this.#listener.once('error', reject);
      this.#listener.listen(port, '127.0.0.1', resolve);
    });
    this.port = this.#listener.address().port;
  }

  async close() {
    const closed = new Promise(resolve => this.#listener.close(resolve));
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }
}

/// One person's desk: toasoan-cli on a folder of its own.
export class Desk {
  constructor(folder, line, login, password) {
    Object.assign(this, { folder, line, login, password });
    fs.mkdirSync(folder, { recursive: true });
  }

  async do(args, options = {}) {
    const done = await run('toasoan-cli',
      ['--data', this.folder, '--token-file', path.join(this.folder, 'token'), '--json', ...args], options);
    const line = done.out.trim().split('\n').at(-1);
    return { ...done, json: line ? JSON.parse(line) : null };
  }

  /// The command's answer; it must end with `code` (0 done, 3 refused, 4 waits).
  async ok(args, code = 0) {
    const done = await this.do(args);
    assert.equal(done.code, code, `${this.login}: ${args.join(' ')}: ${done.err}${done.out.slice(0, 300)} … ${done.out.slice(-500)}`);
    return done.json;
  }

  /// The command is refused on the spot, for `subject`.
  async refused(args, subject) {
    const done = await this.do(args);
    assert.equal(done.code, 1, `${this.login}: ${args.join(' ')} went through: … ${done.out.slice(-500)}`);
    assert.equal(done.json.error.subject, subject);
  }

  async signIn() {
    const done = await this.do(['sign-in', '--server', `http://127.0.0.1:${this.line.port}`, '--login', this.login],
      { input: this.password + '\n' });
    assert.equal(done.code, 0, done.err);
    assert.equal(done.json.remembered, true);
  }

  /// Writes content to a file beside the desk and gives the arguments that name it.
  file(content) {
    const name = path.join(this.folder, 'content.json');
    fs.writeFileSync(name, JSON.stringify(content));
    return ['--file', name];
  }
}

/// A JPEG with an EXIF block that names its photographer.
export function withExif(jpeg, artist) {
  const text = Buffer.from(artist + '\0', 'latin1');
  const tiff = Buffer.alloc(26);
  tiff.write('II*\0', 0, 'latin1');
  tiff.writeUInt32LE(8, 4); // where the directory is
  tiff.writeUInt16LE(1, 8); // its entries
  tiff.writeUInt16LE(0x013B, 10); // Artist
  tiff.writeUInt16LE(2, 12); // ASCII
  tiff.writeUInt32LE(text.length, 14);
  tiff.writeUInt32LE(26, 18);
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, text]);
  const head = Buffer.from([0xFF, 0xE1, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, body, jpeg.subarray(2)]);
}

/// In milliseconds; a page with pictures that are made for it takes long on a busy machine.
export const longestWait = 180_000;

export function launchBrowser() {
  return chromium.launch({
    executablePath: '/usr/bin/chromium',
    timeout: longestWait,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync'],
  });
}

/// A photograph as large as a camera's: it cannot be compressed to little.
export async function largePhoto(browser) {
  const page = await browser.newPage();
  page.setDefaultTimeout(longestWait);
  const base64 = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(3000, 2000);
    const context = canvas.getContext('2d');
    const image = context.createImageData(3000, 2000);
    let seed = 7;
    const ground = [[96, 150, 196], [236, 214, 170], [78, 118, 70]]; // sky, haze, field: red, green, blue
    for (let y = 0; y < 2000; ++y) {
      const t = y / 1000, from = ground[t < 1 ? 0 : 1], to = ground[t < 1 ? 1 : 2], share = t % 1;
      for (let x = 0; x < 3000; ++x) {
        seed = (seed * 1664525 + 1013904223) >>> 0;
        const at = (y * 3000 + x) * 4;
        for (let c = 0; c < 3; ++c)
          image.data[at + c] = from[c] * (1 - share) + to[c] * share + (seed >>> (8 * c + 3) & 31) - 16;
        image.data[at + 3] = 255;
      }
    }
    context.putImageData(image, 0, 0);
    const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: .97 });
    const bytes = new Uint8Array(await blob.arrayBuffer());
    let text = '';
    for (let i = 0; i < bytes.length; i += 32768) text += String.fromCharCode(...bytes.subarray(i, i + 32768));
    return btoa(text);
  });
  await page.close();
  return Buffer.from(base64, 'base64');
}

/// A PNG of this size in a few colours.
export async function drawnPicture(browser, width, height) {
  const page = await browser.newPage();
  page.setDefaultTimeout(longestWait);
  const base64 = await page.evaluate(async ([across, down]) => {
    const canvas = new OffscreenCanvas(across, down), context = canvas.getContext('2d');
    for (let line = 0; line < 8; ++line) {
      context.fillStyle = `hsl(${line * 40} 60% 50%)`;
      context.fillRect(0, line * down / 8, across, down / 8);
    }
    const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer());
    return btoa([...bytes].map(byte => String.fromCharCode(byte)).join(''));
  }, [width, height]);
  await page.close();
  return Buffer.from(base64, 'base64');
}
