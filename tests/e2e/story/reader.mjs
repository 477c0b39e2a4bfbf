// Readers: a real Chromium at two widths, with and without JavaScript, and everything that each page is checked for.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

import { longestWait } from './support.mjs';

const axe = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const out = process.env.TOASOAN_STORY_OUT;

/// Four people: the same address, another browser each.
export const readers = [
  { name: 'desktop', width: 1280, javaScript: true,
    agent: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36' },
  { name: 'desktop-plain', width: 1280, javaScript: false,
    agent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0.0.0 Safari/537.36' },
  { name: 'phone', width: 360, javaScript: true,
    agent: 'Mozilla/5.0 (Linux; Android 14; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36' },
  { name: 'phone-plain', width: 360, javaScript: false,
    agent: 'Mozilla/5.0 (Linux; Android 13; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Mobile Safari/537.36' },
];

/// One reader's browser. Counts what he was given, as the ledger should.
export class Reader {
  static async open(browser, base, who) {
    const reader = new Reader();
    Object.assign(reader, { base, who, pages: [] });
    reader.context = await browser.newContext({
      viewport: { width: who.width, height: 800 }, userAgent: who.agent, javaScriptEnabled: who.javaScript,
      locale: 'vi-VN',
    });
    reader.context.setDefaultTimeout(longestWait);
    reader.page = await reader.context.newPage();
    reader.faults = [];
    reader.page.on('console', message => {
      if (['error', 'warning'].includes(message.type()) && !/status of (404|410)/.test(message.text()))
        reader.faults.push(`console: ${message.text()}`);
    });
    reader.page.on('pageerror', error => reader.faults.push(`script: ${error.message}`));
    reader.page.on('request', request => {
      if (!request.url().startsWith(base + '/') && !request.url().startsWith('data:'))
        reader.faults.push(`asked elsewhere: ${request.url()}`);
    });
    reader.page.on('requestfailed', request => reader.faults.push(`failed: ${request.url()}`));
    return reader;
  }

  /// Opens a page, looks at it from top to foot, and checks what holds for every page of the portal.
  async visit(address, status = 200) {
    const answer = await this.page.goto(this.base + address);
    assert.equal(answer.status(), status, address);
    if (status === 200) this.pages.push(address);
    await this.page.evaluate(async () => {
      for (const image of document.images) {
        image.loading = 'eager';
        await image.decode();
      }
      await document.fonts.ready;
    });
    const look = await this.page.evaluate(() => ({
      over: document.documentElement.scrollWidth - innerWidth,
      font: document.fonts.check('16px "Be Vietnam Pro"', 'Tòa soạn ở Quảng Trị'),
      family: getComputedStyle(document.body).fontFamily,
      headings: document.querySelectorAll('h1').length,
      pictures: [...document.images].filter(image => image.naturalWidth === 0).map(image => image.src),
    }));
    assert.ok(look.over <= 0, `${address} is ${look.over} px too wide for ${this.who.width}`);
    assert.ok(look.font && look.family.startsWith('"Be Vietnam Pro"'), `${address} has another type`);
    assert.equal(look.headings, 1, `${address}: h1`);
    assert.deepEqual(look.pictures, [], `${address}: broken pictures`);
    assert.deepEqual(this.faults, [], address);
    assert.deepEqual(await this.context.cookies(), [], `${address} set a cookie`);
    return this.page;
  }

  async accessible() {
    await this.page.evaluate(axe); // not as a script of the page: its policy would refuse it, as it should
    const found = await this.page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
    const said = found.violations.map(one => `${one.id}: ${one.help}: ${one.nodes.map(node => node.target.join(' ')).join(' | ')}`);
    assert.deepEqual(said, [], this.page.url());
  }

  async picture(name) {
    fs.mkdirSync(out, { recursive: true });
    await this.page.screenshot({ path: path.join(out, `${name}-${this.who.name}.png`), fullPage: true });
  }

  close() { return this.context.close(); }
}

/// The block "Thông tin điều hành" of a page, as numbers.
export function visitsBlock(html) {
  const number = label => {
    const match = html.match(new RegExp(`${label}</dt><dd>([\\d.]+)</dd>`));
    assert.ok(match, `no ${label}`);
    return Number(match[1].replaceAll('.', ''));
  };
  return {
    online: number('Đang truy cập'), robots: number('Máy chủ tìm kiếm'), guests: number('Khách viếng thăm'),
    today: number('Hôm nay'), month: number('Tháng hiện tại'), total: number('Tổng lượt truy cập'),
  };
}

/// "16:20, Thứ Hai, 2-10-2023", reckoned apart from the portal's own code.
export function line(milliseconds) {
  const parts = Object.fromEntries(new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Asia/Ho_Chi_Minh', hour: '2-digit', minute: '2-digit', weekday: 'long', day: 'numeric', month: 'numeric',
    year: 'numeric', hourCycle: 'h23',
  }).formatToParts(new Date(milliseconds)).map(part => [part.type, part.value]));
  const weekday = { Monday: 'Thứ Hai', Tuesday: 'Thứ Ba', Wednesday: 'Thứ Tư', Thursday: 'Thứ Năm', Friday: 'Thứ Sáu',
    Saturday: 'Thứ Bảy', Sunday: 'Chủ nhật' }[parts.weekday];
  return `${parts.hour}:${parts.minute}, ${weekday}, ${Number(parts.day)}-${Number(parts.month)}-${parts.year}`;
}
