// Pages keep their shape whatever stands on them: long words on narrow screens and in large type, tables of many rows and
// columns on screens and on paper.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';

import { Demo, doc, p, table, text } from './board.mjs';
import { longestWait } from './support.mjs';

const out = process.env.TOASOAN_STORY_OUT;
const long = {
  word: 'nghiêng'.repeat(20), address: `https://dichvucong.example.vn/${'duong-dan-rat-dai/'.repeat(12)}`,
  mail: `${'ban.bien.tap.cong.thong.tin.'.repeat(3)}dien.tu@${'xa-binh-minh.'.repeat(4)}example.vn`,
  file: `${'Bieu_tong_hop_so_lieu_kinh_te_xa_hoi_'.repeat(5)}2025.xlsx`,
};
const head = ['TT', 'Đơn vị', 'Chỉ tiêu được giao năm', 'Thực hiện quý một', 'Thực hiện quý hai', 'Thực hiện quý ba',
  'Thực hiện quý bốn', 'Tổng cộng cả năm', 'So với cùng kỳ', 'GHICHU'];
const row = number => [String(number), 'Thôn Đông', ...Array(6).fill('1.250.000.000'), '108,5%', `CUOI${number}`];
const rows = count => [head, ...Array.from({ length: count }, (_, at) => row(at + 1))];

const levels = count => ({
  type: 'bulletList', content: [{ type: 'listItem', content: count > 1 ? [p('cấp'), levels(count - 1)] : [p(`cấp cuối ${long.word}`)] }],
});

let demo, server, browser, board;
const places = {};

before(async () => {
  demo = await Demo.open('shapes');
  ({ server, browser, board } = demo);
  const hostile = {
    title: `Thông báo ${long.word}`, subtitle: `Tít xen ${long.file}`, lead: `Sapo ${long.address} và ${long.mail}.`,
    tags: [long.word.slice(0, 60)], bylines: [{ name: long.word.slice(0, 90), share: 'words' }],
    source: long.address.slice(0, 190), correction: `Sửa ${long.file}`,
    body: doc(p(`Xem ${long.address}`, text(long.mail, { type: 'link', attrs: { href: `mailto:${long.mail}` } })),
      { type: 'heading', attrs: { level: 2 }, content: [text(`Mục ${long.word}`)] },
      { type: 'bulletList', content: [{ type: 'listItem', content: [p(long.file)] }] }, levels(6),
      { type: 'blockquote', content: [p(long.word)] },
      table([['Tệp', long.file], ['Thư', long.mail]])),
  };
  // Three, so that each is the neighbour of another, stands on the front page and among the related.
  await board.publish(hostile);
  places.item = await board.publish(hostile);
  await board.publish(hostile);
  places.wide = await board.publish({ title: 'Công khai số liệu', body: doc(p('Bảng số liệu.'), table(rows(3))) });
  places.tall = await board.publish({ title: 'Danh sách hộ', body: doc(p('Danh sách.'), table(rows(1500)), p('Hết bảng.')) });
  places.crowded = await board.publish({
    title: 'Biểu rất rộng', body: doc(table([Array.from({ length: 26 }, (_, at) => `Cột ${at + 1}`),
      Array.from({ length: 26 }, (_, at) => at === 25 ? 'CUOICUNG' : '1.250.000')])),
  });
});

after(() => demo?.close());

/// As the reader's own setting does it: everything that is measured in rem is `scale` times as large.
const enlarge = (page, scale) => page.evaluate(times => { document.documentElement.style.fontSize = `${times * 100}%`; }, scale);

/// Opens a page in a window of this width; `look(page)`.
async function at(address, width, scale, look) {
  const context = await browser.newContext({ viewport: { width, height: 800 } });
  context.setDefaultTimeout(longestWait);
  const page = await context.newPage();
  await page.goto(server.base + address);
  if (scale !== 1) await enlarge(page, scale);
  await page.evaluate(() => document.fonts.ready);
  try {
    return await look(page);
  } finally {
    await context.close();
  }
}

/// Words of the top bar that are on two lines or beyond the screen: they are controls.
function tornControls() {
  const found = [];
  for (const words of document.querySelectorAll('.switches a, .switches label > span:first-of-type')) {
    if (words.getBoundingClientRect().width <= 1) continue; // for those who listen, beside an icon
    const places = [];
    const texts = document.createTreeWalker(words, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const range = document.createRange();
      range.selectNodeContents(text);
      places.push(...[...range.getClientRects()].filter(place => place.width > 1));
    }
    const lines = new Set(places.map(place => Math.round(place.top)));
    if (lines.size > 1 || places.some(place => place.left < 0 || place.right > innerWidth)) found.push(words.textContent);
  }
  for (const word of document.querySelector('.today')?.textContent.trim().split(/\s+/) ?? []) {
    const text = document.createTreeWalker(document.querySelector('.today'), NodeFilter.SHOW_TEXT);
    for (let node = text.nextNode(); node; node = text.nextNode()) {
      const at = node.data.indexOf(word);
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + word.length);
      // A date may end a line at its hyphens, no word may within itself.
      if (!word.includes('-') && new Set([...range.getClientRects()].map(place => Math.round(place.top))).size > 1) found.push(word);
    }
  }
  return found;
}

test('the words of the top bar stay whole on phones, in both languages and text sizes', async () => {
  const faults = [];
  for (const address of ['/', '/en', '/tin-tuc', places.item, `/en${places.item}`]) {
    for (const width of [320, 360, 390]) {
      for (const scale of [1, 1.1875, 2]) {
        await at(address, width, scale, async page => {
          const torn = await page.evaluate(tornControls);
          if (torn.length) faults.push(`${address} at ${width} × ${scale}: ${torn.join(', ')}`);
        });
      }
    }
  }
  assert.deepEqual(faults, []);
});

test('nothing is wider than the screen, at 320 px and at 200 % text', async () => {
  const query = encodeURIComponent(long.word.slice(0, 120));
  const all = {
    front: '/', section: '/tin-tuc', item: places.item, print: places.item.replace('.html', '/in'),
    search: `/tim-kiem?q=${query}`, found: '/tim-kiem?q=nghieng+thong+bao', map: '/so-do-trang', none: `/${'khong-co-'.repeat(20)}x`,
    'front-en': '/en', 'item-en': `/en${places.item}`, table: places.wide,
  };
  const faults = [];
  for (const [name, address] of Object.entries(all)) {
    await at(address, 320, 1, async page => {
      for (const [width, scale] of [[320, 1], [320, 2], [360, 2], [640, 2], [1280, 2]]) {
        await page.setViewportSize({ width, height: 800 });
        await enlarge(page, scale);
        const over = await page.evaluate(() => {
          const wide = document.documentElement.scrollWidth - innerWidth;
          if (wide <= 0) return null;
          const at = [...document.querySelectorAll('body *')].filter(one => one.getBoundingClientRect().right > innerWidth + 1
            && !one.closest('.table-wrapper table')).slice(0, 4).map(one => `${one.tagName}.${one.className}`);
          return `${wide} px: ${at.join(', ')}`;
        });
        if (over) faults.push(`${name} at ${width} × ${scale}: ${over}`);
        const torn = await page.evaluate(tornControls);
        if (torn.length) faults.push(`${name} at ${width} × ${scale}: in the top bar ${torn.join(', ')}`);
        if (out) {
          fs.mkdirSync(out, { recursive: true });
          await page.screenshot({ path: path.join(out, `shape-${name}-${width}.png`), fullPage: true });
        }
      }
    });
  }
  assert.deepEqual(faults, []);
});

test('a saved item is no wider than the screen either', async () => {
  const saved = path.join(demo.folder, 'saved.html');
  fs.writeFileSync(saved, await server.text(places.item.replace('.html', '/luu')));
  const context = await browser.newContext({ viewport: { width: 320, height: 800 } });
  context.setDefaultTimeout(longestWait);
  const page = await context.newPage();
  await page.goto(`file://${saved}`);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth ? []
    : [...document.body.querySelectorAll('*')].filter(element => element.getBoundingClientRect().right > innerWidth)
      .map(element => `${element.localName}.${element.className}: ${element.getBoundingClientRect().right}`));
  assert.deepEqual(wide, []);
  await context.close();
});

test('a table scrolls in its own box under a head that stays', async () => {
  for (const width of [1280, 360]) {
    await at(places.tall, width, 1, async page => {
      const seen = await page.evaluate(() => {
        const box = document.querySelector('.table-wrapper');
        const height = document.documentElement.scrollHeight;
        box.scrollTop = 2000;
        box.scrollLeft = 120;
        const place = box.getBoundingClientRect(), thead = box.querySelector('thead').getBoundingClientRect();
        const lines = [...box.querySelectorAll('tbody tr')].slice(0, 5).map(one => one.getBoundingClientRect().height);
        return { height, boxHeight: place.height, under: thead.top - place.top, scrolled: box.scrollTop, aside: box.scrollLeft, lines };
      });
      assert.ok(seen.height < 8000, `${width}: the page is ${seen.height} px high`);
      assert.ok(seen.boxHeight <= 800, `${width}: the box is ${seen.boxHeight} px high`);
      assert.ok(seen.scrolled > 1500 && Math.abs(seen.under) <= 2, `${width}: ${JSON.stringify(seen)}`);
      assert.ok(seen.aside > 100, `${width}: a wide table scrolls sideways`);
      // That it goes on is said and seen: phones, tablets and many PCs draw no scroll bars.
      const told = await page.evaluate(() => {
        const box = document.querySelector('.table-wrapper');
        return { role: box.getAttribute('role'), name: box.getAttribute('aria-label'), ground: getComputedStyle(box).backgroundAttachment,
          words: getComputedStyle(box, '::before').content };
      });
      assert.equal(told.role, 'region');
      assert.equal(told.name, 'Bảng 1.500 dòng, 10 cột');
      assert.ok(told.ground.includes('local') && told.ground.includes('scroll'), told.ground);
      assert.ok(told.words.includes('1.500 dòng'), told.words);
      // Columns as wide as what they say: amounts in one line.
      assert.ok(Math.max(...seen.lines) < 60, `${width}: rows of ${seen.lines} px`);
      if (out) await page.screenshot({ path: path.join(out, `shape-tall-${width}.png`) });
    });
  }
});

/// The table of a page as the printer lays it out on paper of this width, in CSS pixels: what is beyond it, and the box.
const onPaper = (address, width) => at(address, width, 1, async page => {
  await page.emulateMedia({ media: 'print' });
  return page.evaluate(() => {
    const box = document.querySelector('.table-wrapper'), wide = document.documentElement.clientWidth;
    const beyond = [...box.querySelectorAll('th, td')].filter(one => one.getBoundingClientRect().right > wide + 1
      || one.scrollWidth > one.clientWidth + 1).map(one => one.textContent);
    return { beyond, page: getComputedStyle(box).page, display: getComputedStyle(box.querySelector('thead')).display,
      clipped: getComputedStyle(box).overflow, height: box.clientHeight, needed: box.scrollHeight };
  });
});

test('a wide table is whole on paper, on a page on its side, its head on each', async () => {
  const sideways = Math.floor((297 - 24) / 25.4 * 96);
  for (const name of ['wide', 'crowded', 'tall']) {
    for (const address of [places[name], places[name].replace('.html', '/in')]) {
      const paper = await onPaper(address, sideways);
      assert.deepEqual(paper.beyond, [], address);
      assert.equal(paper.page, 'sideways', address);
      assert.equal(paper.display, 'table-header-group', address);
      assert.equal(paper.clipped, 'visible', address);
      assert.ok(paper.needed <= paper.height + 1, address);
      await at(address, 1280, 1, async page => {
        const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
        const sizes = [...pdf.matchAll(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g)].map(found => Number(found[1]) > Number(found[2]));
        assert.ok(sizes.includes(true), `${address}: no page on its side`);
      });
    }
  }
});
