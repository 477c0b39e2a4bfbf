// What a newcomer sees first: the demo's portal, every kind of page, every link, as four readers find it.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';

import { Reader, readers, visitsBlock } from './reader.mjs';
import { Server, freePort, launchBrowser } from './support.mjs';

const paths = html => [...new Set([...html.matchAll(/(?:href|src)="(\/[^"]*)"/g)].map(match => match[1]))];

test('the demo shows a portal that lives', async story => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'toasoan-demo-'));
  const server = new Server(folder, await freePort());
  const browser = await launchBrowser();
  story.after(async () => {
    await browser.close();
    await server.kill();
    fs.rmSync(folder, { recursive: true, force: true });
  });
  await server.command(['demo', '--port', String(server.port)]);
  await server.start();
  const map = await server.text('/sitemap.xml');
  const item = words => map.match(new RegExp(`/[a-z-]+/[a-z0-9-]*${words}[a-z0-9-]*\\.html`))[0];
  const pages = {
    front: '/', section: '/van-hoa-xa-hoi', item: item('ban-bien-tap'), table: item('phuc-vu-hanh-chinh-cong'), photos: item('trung-thu'),
    search: '/tim-kiem?q=bien', nothing: '/tim-kiem?q=zzzz', map: '/so-do-trang', print: item('phuc-vu-hanh-chinh-cong').replace('.html', '/in'),
    'front-en': '/en', 'item-en': '/en' + item('trung-thu'),
  };

  await story.test('past visits stand in the block, and none of today', async () => {
    const block = visitsBlock(await server.text('/'));
    assert.equal(block.today, 0);
    assert.ok(block.total > 1_730_453);
  });

  for (const who of readers) {
    await story.test(`each kind of page holds for the reader "${who.name}"`, async () => {
      const reader = await Reader.open(browser, server.base, who);
      for (const [name, place] of Object.entries(pages)) {
        await reader.visit(place);
        await reader.picture(`demo-${name}`);
        if (who.javaScript) await reader.accessible();
      }
      await reader.close();
    });
  }

  await story.test('the board\'s own item has its line and its readers', async () => {
    const html = await server.text(pages.item);
    assert.match(html, />16:20, Thứ Hai, <span class="number">2-10-2023</);
    assert.ok(Number(html.split('item-line')[1].match(/Lượt xem: <\/span>(\d+)</)[1]) >= 363);
  });

  await story.test('place, agency and that it is sample data stand on every page, in either language', async () => {
    for (const [page, words] of [['/', ['Xã Bình Minh', 'Ủy ban nhân dân xã Bình Minh', 'Dữ liệu mẫu']],
      ['/en', ['Binh Minh Commune', 'People’s Committee of Binh Minh Commune', 'Sample data']]]) {
      const html = await server.text(page);
      for (const text of words) assert.ok(html.includes(text), `${page}: ${text}`);
    }
  });

  await story.test('every link of the portal leads somewhere', async () => {
    const known = new Set(['/', '/en']), waiting = [...known];
    while (waiting.length > 0) {
      const place = waiting.pop();
      const answer = await server.get(place.replaceAll('&amp;', '&'));
      assert.equal(answer.status, 200, place);
      if (!answer.headers.get('content-type').startsWith('text/html')) {
        await answer.arrayBuffer();
        continue;
      }
      for (const next of paths(await answer.text())) {
        const plain = next.split('#')[0];
        if (!known.has(plain)) {
          known.add(plain);
          waiting.push(plain);
        }
      }
    }
    assert.ok(known.size > 80, `${known.size} addresses`);
  });

  await story.test('work on the desks is not public', async () => {
    const everything = (await Promise.all(['/', '/so-do-trang', '/rss.xml', '/sitemap.xml', '/tim-kiem?q=tin'].map(
      place => server.text(place)))).join();
    for (const words of ['phiên chợ quê', 'làm sạch bãi biển', 'Trồng ném', 'bóng chuyền hơi', 'Ngày hội văn hóa', 'cấp nước'])
      assert.ok(!everything.includes(words), words);
  });
});
