// What a reader's hand, eyes and paper find on the pages: switches that do what they say, numbers in one piece, tables that
// fit or say that they go on, in large type, in the reader's own colours, and in print.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { Demo, doc, figure, p, table, text } from './board.mjs';
import { drawnPicture, longestWait } from './support.mjs';

const numbers = ['1719/QĐ-TTg', '05/CT-TTg', '22-QĐi/TW', '34/Gm-UBND', '100/BC-Tp', '12/2022/TTLT-TANDTC-VKSNDTC', '0905 123 456',
  '1903 4567 8901 23', '25-9-2026', '168/2024/NĐ-CP'];
const list = (...items) => ({ type: 'bulletList', content: items.map(one => ({ type: 'listItem', content: Array.isArray(one) ? one : [p(one)] })) });
const people = Array.from({ length: 7 }, (_, at) => [String(at + 1), 'Nguyễn Thị Thu Hà', 'Chủ tịch UBND xã', '0905 123 456']);
/// Pictures by their sizes: a portrait, tiny ones, one as from a camera.
const pictures = [[600, 2000], [80, 60], [1, 1], [1600, 1000]];
const bill = ['1', 'Xi măng Bỉm Sơn PCB40', 'Bao', '120', '95.000', '8%', '11.400.000', '912.000', '12.312.000'];

let demo, server, browser, board;
const places = {};

before(async () => {
  demo = await Demo.open('reading');
  ({ server, browser, board } = demo);
  await server.command(['section', 'add', '--name', 'Thực hiện Nghị quyết 57-NQ/TW về chuyển đổi số', '--name-en', 'Resolution 57-NQ/TW']);
  places.numbers = await board.publish({
    title: 'Văn bản mới', lead: `Theo Quyết định ${numbers[0]}.`,
    // At every place of a line, with what may stand beside a number.
    body: doc(...numbers.map(one => p(...Array.from({ length: 12 }, (_, at) => `${'từ '.repeat(at % 5 + 1)}${at % 2 ? `(${one})` : `${one},`} `))),
      list([p(`Nghị định ${numbers.at(-1)}`), list([p(`về ${numbers.at(-1)}`), list(`và ${numbers.at(-1)}`)])])),
  });
  places.tables = await board.publish({
    title: 'Danh bạ và lịch',
    body: doc(p('Danh bạ'), table([['STT', 'Họ và tên', 'Chức vụ', 'Điện thoại'], ...people]),
      p('Lịch'), table([['Ngày', 'Thứ', 'Địa điểm'], ['02/12/2025', 'Thứ ba', 'Nhà văn hóa thôn Bích La Đông'],
        ['04/12/2025', 'Thứ năm', 'Trụ sở Ủy ban nhân dân xã']]),
      p('Hồ sơ'), table([['Nội dung', 'Ý nghĩa'], ['Hồ sơ đề nghị cấp giấy phép xây dựng nhà ở riêng lẻ theo Luật Xây dựng',
        'Nộp trực tuyến tại Cổng Dịch vụ công hoặc trực tiếp tại bộ phận một cửa trong giờ hành chính']])),
  });
  places.long = await board.publish({
    title: 'Danh sách hộ', body: doc(table([['STT', 'Họ và tên', 'Chức vụ', 'Điện thoại'], ...people, ...people, ...people, ...people])),
  });
  places.bill = await board.publish({
    title: 'Bảng giá', body: doc(table([['STT', 'Tên hàng', 'Đơn vị', 'Số lượng', 'Đơn giá', 'Thuế', 'Tiền hàng', 'Tiền thuế', 'Thành tiền'],
      bill, bill])),
  });
  const single = words => table([[words]]), high = table([['STT', 'Hộ'], ...Array.from({ length: 30 }, (_, at) => [String(at + 1), 'Hộ'])]);
  places.alike = await board.publish({ title: 'Bảng giống nhau', body: doc(p('Một.'), single('một'), p('Hai.'), single('hai'), p('Ba.'), high, p('Bốn.'), high) });
  await board.publish({ title: 'Học chữ ký số', body: doc(p('Chữ.')) }, 'thuc-hien-nghi-quyet-57-nq-tw-ve-chuyen-doi-so');
  const link = (words, href) => text(words, { type: 'link', attrs: { href } });
  places.links = await board.publish({
    title: 'Nộp hồ sơ', body: doc(p('Tại ', link('dichvucong.example.vn', 'https://dichvucong.example.vn/'), ' hoặc ', link('cổng tỉnh', 'https://tinh.example.vn'), '.')),
  });
  // Where a number that is longer than a phone is wide stands in lines, cards and lists.
  places.titled = await board.publish({ title: `Triển khai (${numbers[5]}), lần một`, lead: `Theo “${numbers[5]}”.`,
    body: doc(p(`Chữ (${numbers[5]}), hết.`), { type: 'heading', attrs: { level: 2 }, content: [text(`Mục (${numbers[5]}), hết`)] }) });
  places.gone = await board.publish({ title: `Giới thiệu ${numbers[5]}`, body: doc(p('Chữ.')) });
  await board.publish({ title: `Triển khai (${numbers[5]}), lần hai`, body: doc(p('Chữ.')) });
  await board.takeDown(places.gone, `Thay bằng ${numbers[5]}.`);
  const numbered = (start, count) => ({ type: 'orderedList', attrs: { start },
    content: Array.from({ length: count }, (_, at) => ({ type: 'listItem', content: [p(`mục ${start + at}`)] })) });
  places.lists = await board.publish({ title: 'Danh mục', lead: 'Dòng một.\nDòng hai.',
    body: doc(numbered(1, 12), numbered(98, 4), numbered(2025, 2), numbered(99999, 2), list([p('ngoài'), numbered(9, 2)])) });
  places.pictures = [];
  for (const [width, height] of pictures) {
    const media = await board.upload(await drawnPicture(browser, width, height), `${width}.png`);
    places.pictures.push(await board.publish({ title: `Ảnh ${width}`, body: doc(p('Trước.'), figure(media, `Ảnh ${width} × ${height}`), p('Sau.')) }));
  }
});

after(() => demo?.close());

/// Opens a page in a window of this width, with everything that is measured in rem `scale` times as large; `look(page)`.
async function at(address, { width = 360, height = 740, scale = 1, ...settings }, look) {
  const context = await browser.newContext({ viewport: { width, height }, ...settings });
  context.setDefaultTimeout(longestWait);
  const page = await context.newPage();
  try {
    await page.goto(server.base + address);
    if (scale !== 1) await page.evaluate(times => { document.documentElement.style.fontSize = `${times * 100}%`; }, scale);
    // Frames come to no script where there is none.
    if (settings.javaScriptEnabled !== false)
      await page.evaluate(() => document.fonts.ready.then(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))));
    return await look(page);
  } finally {
    await context.close();
  }
}

test('each size of text is chosen where it is written, with script and without', async () => {
  for (const width of [320, 360, 1280]) {
    for (const javaScriptEnabled of [true, false]) {
      await at('/', { width, javaScriptEnabled }, async page => {
        for (const [sign, size] of [['A-', 'small'], ['A+', 'large'], ['A', 'normal'], ['A-', 'small']]) {
          const place = await page.locator('.text-size label', { hasText: new RegExp(`^${sign.replace('+', '\\+')}(?![-+])`) }).boundingBox();
          await page.mouse.click(place.x + place.width / 2, place.y + place.height / 2);
          assert.equal(await page.locator('.text-size input:checked').getAttribute('value'), size, `${sign} at ${width}, script ${javaScriptEnabled}`);
        }
        // Nothing lies over what stands beside it: the left edge of the other language leads there.
        const contrast = await page.locator('.contrast-switch label').boundingBox();
        await page.mouse.click(contrast.x + 3, contrast.y + contrast.height / 2);
        assert.equal(await page.locator('#contrast').isChecked(), true, `contrast at ${width}`);
        const language = await page.locator('.language').boundingBox();
        await page.mouse.click(language.x + 1, language.y + language.height / 2);
        await page.waitForURL('**/en');
      });
    }
  }
});

/// Numbers on two lines, of which each would fit into one where it stands, with the signs at it.
const tornNumbers = () => [...document.querySelectorAll('main .number')].filter(number => {
  const range = document.createRange();
  range.selectNodeContents(number);
  const lines = new Set([...range.getClientRects()].filter(one => one.width > 1).map(one => Math.round(one.top)));
  const piece = number.closest('.held') ?? number;
  Object.assign(piece.style, { maxWidth: 'none', whiteSpace: 'nowrap' });
  const whole = piece.getBoundingClientRect().width;
  Object.assign(piece.style, { maxWidth: '', whiteSpace: '' });
  return lines.size > 1 && whole <= number.closest('p, li, td, th, h1, h2, h3, dd, div').clientWidth - 16;
}).map(one => one.textContent);

test('numbers stay in one piece while they fit, and make no page wider', async () => {
  const faults = [];
  for (const address of [places.numbers, places.numbers.replace('.html', '/in')]) {
    for (const [width, scale] of [[320, 1], [360, 1], [320, 2], [360, 2], [1280, 1]]) {
      await at(address, { width, scale }, async page => {
        const seen = await page.evaluate(() => ({
          over: document.documentElement.scrollWidth - innerWidth,
          held: [...document.querySelectorAll('.article-body .number')].map(one => one.textContent),
        }));
        const where = `${address} at ${width} × ${scale}`;
        if (seen.over > 0) faults.push(`${where}: ${seen.over} px too wide`);
        for (const number of numbers)
          if (!seen.held.includes(number)) faults.push(`${where}: ${number} is not held`);
        const torn = await page.evaluate(tornNumbers);
        if (torn.length) faults.push(`${where}: ${torn.join(', ')}`);
        // No line begins with the comma or bracket that belongs to a number.
        const strays = await page.evaluate(() => [...document.querySelectorAll('.article-body p .number')].filter(number => {
          const next = number.nextSibling;
          if (next?.nodeType !== Node.TEXT_NODE || !/^[,)]/.test(next.data)) return false;
          const range = document.createRange();
          range.setStart(next, 0);
          range.setEnd(next, 1);
          return range.getBoundingClientRect().top > number.getBoundingClientRect().bottom - 2;
        }).map(one => one.textContent));
        if (strays.length) faults.push(`${where}: a line begins with what stands behind ${strays.join(', ')}`);
      });
    }
  }
  assert.deepEqual(faults, []);
});

/// What the tables of a page are like: sizes, and the line that says that they go on.
const tables = page => page.evaluate(() => [...document.querySelectorAll('.table-wrapper')].map(box => {
  const note = getComputedStyle(box, '::before');
  return { frame: box.clientWidth, whole: box.scrollWidth, height: box.clientHeight, needed: box.scrollHeight,
    rows: box.querySelectorAll('tbody tr').length, cell: Math.max(...[...box.querySelectorAll('td, th')].map(one => one.getBoundingClientRect().width)),
    note: note.content === 'none' ? '' : note.content, ground: note.backgroundColor, noteWidth: parseFloat(note.width) };
}));

test('a table wraps into the column, or says that it scrolls', async () => {
  for (const [width, height, scale] of [[320, 568, 1], [320, 568, 2], [360, 740, 1], [360, 740, 2], [740, 360, 1], [1280, 800, 1]]) {
    for (const address of [places.tables, places.long, places.bill]) {
      await at(address, { width, height, scale }, async page => {
        for (const one of await tables(page)) {
          const where = `${address} at ${width} × ${height}, ${scale}: ${JSON.stringify(one)}`;
          const scrolls = one.whole > one.frame + 1 || one.needed > one.height + 1;
          assert.ok(one.rows >= 12 || one.needed <= one.height + 1, `a short table is no box to scroll in: ${where}`);
          assert.ok(one.cell <= Math.max(.8 * one.frame, 1) || one.whole <= one.frame + 1, `a cell fills the frame: ${where}`);
          if (width > 768) continue; // where bars are drawn
          assert.equal(one.note !== '', scrolls, where);
          if (!scrolls) continue;
          assert.ok(/Cuộn/.test(one.note), where);
          // The shade at the edge is the table's, not of the line above it.
          assert.ok(one.noteWidth >= one.frame - 1 && !/transparent|, 0\)$/.test(one.ground), where);
        }
      });
    }
  }
});

test('a few columns fit a phone, and nine a desk', async () => {
  for (const width of [320, 360]) {
    await at(places.tables, { width }, async page => {
      const [, days, papers] = await tables(page);
      assert.ok(days.whole <= days.frame, `${width}: ${JSON.stringify(days)}`);
      assert.ok(papers.whole <= papers.frame, `${width}: ${JSON.stringify(papers)}`);
    });
  }
  await at(places.tables, { width: 360 }, async page => {
    const [contacts] = await tables(page);
    assert.ok(contacts.whole <= contacts.frame, JSON.stringify(contacts));
  });
  await at(places.bill, { width: 1280 }, async page => {
    const [one] = await tables(page);
    assert.ok(one.whole <= one.frame, JSON.stringify(one));
    const side = await page.evaluate(() => document.querySelector('.column-side').getBoundingClientRect().left
      - document.querySelector('.table-wrapper').getBoundingClientRect().right);
    assert.ok(side >= 16, `${side} px to the side`);
  });
});

test('the numbers of lists are whole, in large type and on paper too', async () => {
  const looks = [[320, 1], [360, 1], [360, 2], [320, 2], [1280, 1]];
  for (const address of [places.lists, places.lists.replace('.html', '/in')]) {
    for (const [width, scale] of looks) {
      for (const media of ['screen', 'print']) {
        await at(address, { width, scale }, async page => {
          await page.emulateMedia({ media });
          const seen = await page.evaluate(() => [...document.querySelectorAll('.article-body ol')].map(one => {
            const look = getComputedStyle(one.lastElementChild), pen = document.createElement('canvas').getContext('2d');
            pen.font = `600 ${look.fontSize} ${look.fontFamily}`;
            const last = one.start + one.children.length - 1;
            return { last, room: parseFloat(getComputedStyle(one).paddingLeft), needed: pen.measureText(`${last}. `).width };
          }));
          assert.deepEqual(seen.map(one => one.last), [12, 101, 2026, 100000, 10]);
          for (const one of seen)
            assert.ok(one.room >= one.needed, `${address} ${width} ${scale} ${media}: ${JSON.stringify(one)}`);
        });
      }
    }
  }
});

test('the lines of a lead stay lines, and an item without one is described by its text', async () => {
  await at(places.lists, { width: 360 }, async page =>
    assert.equal(await page.locator('.item-lead').innerText(), 'Dòng một.\nDòng hai.'));
  assert.match((await server.text(places.bill)).match(/name="description" content="([^"]*)"/)[1], /Xi măng/);
  assert.match((await server.text('/rss.xml')).match(/<title>Bảng giá<\/title>[^]*?<description>([^<]*)/)[1], /Xi măng/);
});

test('a portrait is seen whole in the window, a tiny picture no larger than it is', async () => {
  for (const [width, height] of [[360, 740], [1280, 800]]) {
    for (const [index, [across, down]] of pictures.entries()) {
      for (const address of [places.pictures[index], `/en${places.pictures[index]}`, places.pictures[index].replace('.html', '/in')]) {
        await at(address, { width, height }, async page => {
          const image = page.locator('.article-body figure img');
          assert.equal(await image.count(), 1, address);
          await image.scrollIntoViewIfNeeded();
          await page.waitForFunction(() => { const one = document.querySelector('.article-body figure img'); return one.complete && one.naturalWidth > 0; });
          const seen = await image.evaluate(one => {
            const box = one.getBoundingClientRect(), look = getComputedStyle(one);
            // The picture in its box, as object-fit draws it.
            const scale = Math.min(box.width / one.naturalWidth, box.height / one.naturalHeight);
            return { box: { width: box.width, height: box.height }, column: one.parentElement.clientWidth, fit: look.objectFit,
              drawn: { width: one.naturalWidth * scale, height: one.naturalHeight * scale } };
          });
          const where = `${address} at ${width} × ${height}: ${JSON.stringify(seen)}`;
          assert.ok(seen.box.height <= .85 * height + 1, `higher than the window: ${where}`);
          assert.ok(seen.box.width <= Math.min(seen.column, across) + 1, `wider than it is, or than the column: ${where}`);
          assert.ok(seen.drawn.height <= down + 1 && seen.drawn.width <= across + 1, `enlarged: ${where}`);
          // As it is: not drawn out to its box, nor smaller than it must be.
          assert.ok(seen.fit === 'contain' || Math.abs(seen.box.width / seen.box.height - across / down) < .02, `out of shape: ${where}`);
          const most = Math.min(1, seen.column / across, .85 * height / down);
          assert.ok(Math.abs(seen.drawn.height - most * down) <= 3, `smaller than it could be: ${where}`);
        });
      }
    }
  }
});

test('a picture narrower than a card stands in it as large as it is', async () => {
  for (const [address, width] of [['/', 1280], ['/tin-tuc', 1280], ['/tin-tuc', 360]]) {
    await at(address, { width }, async page => {
      const seen = await page.evaluate(() => Promise.all([...document.querySelectorAll(':is(.card-picture, .row-picture, .story-picture) img')]
        .filter(one => Number(one.getAttribute('width')) < 320).map(async one => {
          one.loading = 'eager';
          await one.decode();
          return { fit: getComputedStyle(one).objectFit, taken: one.naturalWidth, own: Number(one.getAttribute('width')) };
        })));
      assert.ok(seen.length > 0, address);
      for (const one of seen)
        assert.ok(one.fit === 'scale-down' && one.taken === one.own, `${address}: ${JSON.stringify(one)}`);
    });
  }
});

test('on paper too a picture is no larger than it is, and keeps its shape', async () => {
  const highest = 11 / 2.54 * 96;
  for (const [index, [across, down]] of pictures.entries()) {
    for (const address of [places.pictures[index], places.pictures[index].replace('.html', '/in')]) {
      await at(address, { width: 658, height: 900 }, async page => {
        await page.emulateMedia({ media: 'print' });
        const seen = await page.locator('.article-body figure img').evaluate(async one => {
          one.loading = 'eager';
          await one.decode();
          const box = one.getBoundingClientRect();
          return { width: box.width, height: box.height, column: one.parentElement.clientWidth, fit: getComputedStyle(one).objectFit };
        });
        const most = Math.min(1, seen.column / across, highest / down);
        const where = `${address}: ${JSON.stringify(seen)}`;
        assert.ok(Math.abs(Math.min(seen.width / across, seen.height / down) - most) < .01, where);
        assert.ok(seen.width <= across + 1 && seen.width <= seen.column + 1 && seen.height <= Math.min(down, highest) + 1, where);
        assert.ok(seen.fit === 'contain' || Math.abs(seen.width / seen.height - across / down) < .02, where);
      });
    }
  }
});

test('on paper a link has its address beside it, unless that is what it says', async () => {
  for (const address of [places.links, places.links.replace('.html', '/in')]) {
    await at(address, { width: 658 }, async page => {
      await page.emulateMedia({ media: 'print' });
      assert.deepEqual(await page.evaluate(() => [...document.querySelectorAll('.article-body a')]
        .map(one => getComputedStyle(one, '::after').content)), ['none', '" (https://tinh.example.vn)"'], address);
    });
  }
});

test('a picture that stands for a page elsewhere says what it shows', async () => {
  const last = pictures.length - 1, [across, down] = pictures[last];
  for (const address of ['/', '/en', '/tin-tuc', places.pictures[last], places.pictures[last].replace('.html', '/in')])
    assert.equal((await server.text(address)).match(/property="og:image:alt" content="([^"]*)"/)[1], `Ảnh ${across} × ${down}`, address);
});

test('a page that is not there has no address to be known by', async () => {
  for (const [address, status] of [['/khong-co', 404], ['/en/khong-co', 404], [places.gone, 410], [`/${'x'.repeat(9000)}`, 414]]) {
    const answer = await server.get(address, { Accept: 'text/html' });
    assert.equal(answer.status, status);
    const html = await answer.text();
    assert.doesNotMatch(html, /rel="canonical"|property="og:url"/, address);
    assert.match(html, /content="noindex"/, address);
    assert.equal(/footer-address/.test(html), status === 410, address);
  }
  await at(places.gone, { width: 658 }, async page => {
    await page.emulateMedia({ media: 'print' });
    assert.ok((await page.locator('.footer-address').innerText()).endsWith(places.gone));
    assert.equal(await page.locator('.notice-ways').isVisible(), false, 'nothing is pressed on paper');
  });
});

test('numbers make nothing wider than a phone, wherever they stand', async () => {
  const faults = [];
  for (const address of ['/', '/tin-tuc', '/tim-kiem?q=ttlt', '/so-do-trang', places.titled, places.titled.replace('.html', '/in'), places.gone, '/khong-co']) {
    for (const [width, scale] of [[360, 1], [320, 1], [320, 2], [640, 2]]) {
      await at(address, { width, scale }, async page => {
        // Beside the edge of the screen there is air, as everywhere.
        const beyond = await page.evaluate(() => [...document.querySelectorAll('.number')].filter(one => {
          const place = one.getBoundingClientRect();
          return place.width > 0 && place.right > innerWidth - 12;
        }).map(one => one.textContent));
        const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        if (over > 0 || beyond.length) faults.push(`${address} at ${width} × ${scale}: ${over} px, ${beyond.join(', ')}`);
        // In a line of sign and words the words are one column, not each piece of them.
        const apart = await page.evaluate(() => [...document.querySelectorAll('.number, .held')]
          .filter(one => /flex|grid/.test(getComputedStyle(one.parentElement).display) && one.parentElement.childNodes.length > 1)
          .map(one => one.parentElement.textContent));
        if (apart.length) faults.push(`${address} at ${width} × ${scale}: in columns ${apart.join(', ')}`);
      });
    }
  }
  assert.deepEqual(faults, []);
});

test('the links beside a section\'s name keep their size, and its words stay whole', async () => {
  for (const address of ['/', '/en']) {
    for (const [width, scale] of [[360, 1], [320, 1], [320, 2], [360, 2], [1280, 1]]) {
      await at(address, { width, scale }, async page => {
        const faults = await page.evaluate(times => [...document.querySelectorAll('.block-head')].flatMap(head => {
          const name = head.querySelector('.block-title'), found = [];
          for (const link of head.querySelectorAll(':scope > a')) {
            const place = link.getBoundingClientRect(), icon = link.querySelector('.icon').getBoundingClientRect();
            if (place.width < 24 * times || place.height < 24 * times || icon.width < 16 * times || place.right > innerWidth)
              found.push(`${link.className} ${place.width} × ${place.height}`);
          }
          const texts = document.createTreeWalker(name, NodeFilter.SHOW_TEXT), range = document.createRange();
          for (let text = texts.nextNode(); text; text = texts.nextNode()) {
            for (const word of text.data.matchAll(/[^\s\u00a0]+/g)) {
              range.setStart(text, word.index);
              range.setEnd(text, word.index + word[0].length);
              if (new Set([...range.getClientRects()].map(place => Math.round(place.top))).size > 1) found.push(word[0]);
            }
          }
          return found;
        }), scale);
        assert.deepEqual(faults, [], `${address} at ${width} × ${scale}`);
      });
    }
  }
});

test('the most read and the days beside them have room in large type', async () => {
  for (const [width, scale] of [[320, 2], [360, 2], [320, 1]]) {
    await at(places.numbers, { width, scale }, async page => {
      const seen = await page.evaluate(() => {
        const panel = document.querySelector('.panel-most-read');
        return { panel: panel.clientWidth, words: panel.querySelector('li a').parentElement.getBoundingClientRect().width };
      });
      assert.ok(seen.words >= .6 * seen.panel, `${width} × ${scale}: ${JSON.stringify(seen)}`);
      assert.deepEqual(await page.evaluate(() => [...document.querySelectorAll('time')].filter(time => {
        for (const part of time.querySelectorAll('.number')) {
          const range = document.createRange();
          range.selectNodeContents(part);
          if (new Set([...range.getClientRects()].map(place => Math.round(place.top))).size > 1) return true;
        }
        return /\d-\d/.test(time.textContent) && !time.querySelector('.number');
      }).map(time => time.textContent)), [], `${width} × ${scale}`);
    });
  }
});

test('in the reader\'s own colours what is chosen is seen, and so are the signs', async () => {
  await at('/', { width: 360, forcedColors: 'active' }, async page => {
    await page.locator('#contrast').check();
    const looks = await page.evaluate(() => ({
      sizes: [...document.querySelectorAll('.text-size label')].map(one => getComputedStyle(one).backgroundColor + getComputedStyle(one).borderBottomColor),
      contrast: getComputedStyle(document.querySelector('.contrast-switch label')).backgroundColor,
      canvas: getComputedStyle(document.body).backgroundColor,
      pale: [...document.querySelectorAll('.icon')].filter(one => getComputedStyle(one).color !== getComputedStyle(one.parentElement).color)
        .map(one => one.parentElement.className),
    }));
    assert.equal(looks.sizes[0], looks.sizes[2]);
    assert.notEqual(looks.sizes[0], looks.sizes[1]);
    assert.notEqual(looks.contrast, looks.canvas);
    assert.deepEqual(looks.pale, []);
  });
});

test('on a phone small words are no smaller than 13 px, and what is pressed is large enough', async () => {
  await at('/', { width: 360 }, async page => {
    const small = await page.evaluate(() => [...document.querySelectorAll('.masthead *')].filter(one => one.clientWidth > 1
      && [...one.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim()) && parseFloat(getComputedStyle(one).fontSize) < 13)
      .map(one => one.textContent.trim()));
    assert.deepEqual(small, []);
    const words = await page.locator('.contrast-switch label span').boundingBox();
    assert.ok(words.width > 40, 'the switch of contrast has words');
  });
  for (const address of ['/', '/so-do-trang']) {
    await at(address, { width: 360 }, async page => {
      const tiny = await page.evaluate(() => [...document.querySelectorAll('.switches input, .switches a, .sitemap-feed, .block-feed, .block-more')]
        .map(one => ({ name: one.id || one.className, place: one.getBoundingClientRect() }))
        .filter(({ place }) => place.width < 24 || place.height < 24).map(({ name }) => name));
      assert.deepEqual(tiny, [], address);
    });
  }
  for (const [width, scale] of [[320, 2], [360, 2], [320, 1.1875]]) {
    for (const address of ['/', '/tim-kiem']) {
      await at(address, { width, scale }, async page => {
        const cut = await page.evaluate(() => [...document.querySelectorAll('input[type=search]')].filter(field => {
          const look = getComputedStyle(field), pen = document.createElement('canvas').getContext('2d');
          pen.font = `${look.fontSize} ${look.fontFamily}`;
          const room = field.clientWidth - parseFloat(look.paddingLeft) - parseFloat(look.paddingRight);
          return pen.measureText(field.placeholder).width > room;
        }).map(field => field.id));
        assert.deepEqual(cut, [], `${address} at ${width} × ${scale}`);
      });
    }
  }
});

test('related items leave no lonely card, names of sections no lonely dash', async () => {
  await at(places.tables, { width: 1280 }, async page => {
    const rows = await page.evaluate(() => {
      const lines = new Map();
      for (const one of document.querySelectorAll('.related article')) {
        const top = Math.round(one.getBoundingClientRect().top);
        lines.set(top, (lines.get(top) ?? 0) + 1);
      }
      return [...lines.values()];
    });
    assert.ok(rows.length > 0 && new Set(rows).size === 1, `${rows} in a line`);
  });
  for (const width of [320, 360, 1280]) {
    await at('/', { width }, async page => {
      const dashes = await page.evaluate(() => [...document.querySelectorAll('.menu a, .kicker a, .block-title a, .sitemap a')]
        .filter(one => / – /.test(one.textContent)).map(one => one.textContent));
      assert.deepEqual(dashes, []);
    });
  }
});

test('on paper a heading stays with its cards, a card is whole, and a genre is dark', async () => {
  await at('/', { width: 800 }, async page => {
    await page.emulateMedia({ media: 'print' });
    const seen = await page.evaluate(() => ({
      cards: [...document.querySelectorAll('.card, .row, .lead-story')].filter(one => getComputedStyle(one).breakInside !== 'avoid').length,
      heads: [...document.querySelectorAll('.block-head')].filter(one => getComputedStyle(one).breakAfter !== 'avoid').length,
      pale: [...document.querySelectorAll('.genre')].filter(one => getComputedStyle(one).color !== 'rgb(0, 0, 0)').length,
    }));
    assert.deepEqual(seen, { cards: 0, heads: 0, pale: 0 });
  });
});

test('five columns on a phone scroll and are wide enough to read, and their caption stays', async () => {
  const [address] = (await server.text('/so-do-trang')).match(/\/thong-bao\/[^"]*lich-tiep-cong-dan[^"]*/);
  for (const [width, scale, javaScriptEnabled] of [[360, 1, true], [360, 1, false], [320, 2, true]]) {
    await at(address, { width, scale, javaScriptEnabled }, async page => {
      const seen = await page.evaluate(() => {
        const box = document.querySelector('.table-wrapper'), caption = box.querySelector('caption');
        box.scrollLeft = 150;
        const left = caption.getBoundingClientRect().left - box.getBoundingClientRect().left;
        return { scrolled: box.scrollLeft, left, caption: caption.clientWidth, frame: box.clientWidth,
          cells: [...box.querySelectorAll('td')].map(one => one.getBoundingClientRect().width) };
      });
      const where = `${width} × ${scale}, script ${javaScriptEnabled}: ${JSON.stringify(seen)}`;
      assert.ok(seen.scrolled > 100 && Math.abs(seen.left) <= 1 && seen.caption <= seen.frame, where);
      assert.ok(Math.min(...seen.cells) >= 80 * scale, where);
    });
  }
  // Seen on a phone and printed from there.
  await at(address, { width: 360 }, async page => {
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: 658, height: 900 });
    const beyond = await page.evaluate(() => [...document.querySelectorAll('.table-wrapper :is(td, th)')]
      .filter(one => one.getBoundingClientRect().right > innerWidth + 1).map(one => one.textContent));
    assert.deepEqual(beyond, []);
  });
});

test('rules stand between rows only', async () => {
  for (const width of [360, 1280]) {
    for (const place of ['/', places.tables]) {
      await at(place, { width }, async page => {
        const faults = await page.evaluate(() => [...document.querySelectorAll('.block-rows, .block-list')].flatMap(group => {
          const rows = [...group.children].map(one => ({ place: one.getBoundingClientRect(), look: getComputedStyle(one) }));
          return rows.filter(({ place, look }) => parseFloat(look.borderBottomWidth) > 0
            || parseFloat(look.borderTopWidth) > 0 !== rows.some(other => other.place.bottom <= place.top + 1))
            .map(({ place }) => `${group.className} ${place.left}, ${place.top}`);
        }));
        assert.deepEqual(faults, [], `${place} at ${width}`);
      });
    }
  }
});

// Sections have as many items as they have; the page is whole with any number.
test('blocks end where their sections do, with no hole beside the last one and one gap to the next', async () => {
  for (const width of [360, 1280]) {
    await at('/', { width }, async page => {
      const blocks = await page.evaluate(() => [...document.querySelectorAll('.column-main > .block')].map(block => {
        const edge = (one, side) => one.getBoundingClientRect()[side];
        const rows = block.querySelector('.block-rows');
        const said = [...block.querySelectorAll('img, .card-meta, .card-lead')];
        return {
          name: block.querySelector('.block-title').textContent,
          hole: rows ? edge(rows, 'right') - edge(rows.lastElementChild, 'right') : 0,
          below: edge(block, 'bottom') - Math.max(...said.map(one => edge(one, 'bottom'))),
        };
      }));
      assert.ok(blocks.length > 4);
      assert.deepEqual(blocks.filter(({ hole, below }) => Math.abs(hole) > 1 || below > 3), [], `at ${width}`);
    });
  }
});

test('the search button is beside its field or as wide, and titles of the newest are whole on a phone', async () => {
  for (const [width, scale] of [[1280, 1], [360, 1], [320, 2]]) {
    await at('/tim-kiem', { width, scale }, async page => {
      const odd = await page.evaluate(() => [...document.querySelectorAll('.search')].filter(form => {
        const field = form.querySelector('input').getBoundingClientRect(), button = form.querySelector('button').getBoundingClientRect();
        return Math.abs(field.top - button.top) > 1 && Math.abs(field.width - button.width) > 1;
      }).length);
      assert.equal(odd, 0, `${width} × ${scale}`);
    });
  }
  await at('/', { width: 320, scale: 2 }, async page => {
    const cut = await page.evaluate(() => [...document.querySelectorAll('.latest-list a')].filter(one => one.scrollHeight > one.clientHeight + 1)
      .map(one => one.textContent));
    assert.deepEqual(cut, []);
  });
});

test('the button of the menu shows what it does', async () => {
  await at('/', { width: 360 }, async page => {
    const button = page.locator('.menu-button');
    const shown = () => button.evaluate(one => [...one.querySelectorAll('.icon')].filter(icon => getComputedStyle(icon).display !== 'none')
      .map(icon => icon.firstElementChild.getAttribute('href').split('#')[1]).join());
    assert.equal(await shown(), 'menu');
    await button.click();
    assert.equal(await button.getAttribute('aria-expanded'), 'true');
    assert.equal(await shown(), 'x');
    await page.keyboard.press('Escape');
    assert.equal(await button.getAttribute('aria-expanded'), 'false');
    assert.equal(await shown(), 'menu');
  });
});

test('a placeholder is as readable as words, in every look', async () => {
  for (const [colorScheme, contrast] of [['light', 'normal'], ['dark', 'normal'], ['light', 'high']]) {
    await at('/tim-kiem', { colorScheme }, async page => {
      const pale = await page.evaluate(look => {
        document.documentElement.dataset.contrast = look;
        const light = colour => {
          const [r, g, b] = colour.match(/\d+/g).slice(0, 3).map(one => one / 255).map(one => one <= .04045 ? one / 12.92 : ((one + .055) / 1.055) ** 2.4);
          return .2126 * r + .7152 * g + .0722 * b;
        };
        return [...document.querySelectorAll('input[type=search]')].map(field => {
          const words = getComputedStyle(field, '::placeholder');
          const [dark, bright] = [light(words.color), light(getComputedStyle(field).backgroundColor)].sort((one, other) => one - other);
          return words.opacity * (bright + .05) / (dark + .05);
        }).filter(ratio => ratio < 4.5);
      }, contrast);
      assert.deepEqual(pale, [], `${colorScheme}, contrast ${contrast}`);
    });
  }
});

test('on paper all stands at one edge, with the page\'s address and without counts', async () => {
  await at(places.tables, { width: 658, height: 900 }, async page => {
    const canonical = await page.locator('link[rel=canonical]').getAttribute('href');
    assert.equal(await page.locator('.footer-address').isVisible(), false, 'on the screen');
    await page.emulateMedia({ media: 'print' });
    for (const contrast of ['normal', 'high']) {
      const seen = await page.evaluate(look => {
        document.documentElement.dataset.contrast = look;
        return { edges: ['.lockup', '.item-title', '.article-body', '.footer', '.footer-place', '.footer-address']
          .map(one => Math.round(document.querySelector(one).getBoundingClientRect().left)),
          wide: document.documentElement.scrollWidth - innerWidth, address: document.querySelector('.footer-address').innerText,
          counts: [...document.querySelectorAll('.count')].filter(one => one.offsetWidth > 0).length,
          ground: getComputedStyle(document.querySelector('.footer')).backgroundColor };
      }, contrast);
      assert.equal(new Set(seen.edges).size, 1, JSON.stringify(seen));
      assert.ok(seen.wide <= 0 && seen.counts === 0 && seen.address.includes(canonical), JSON.stringify(seen));
      assert.equal(seen.ground, 'rgba(0, 0, 0, 0)', contrast);
    }
  });
});

/// The tables of a page as they are reached and announced: which scroll, which are stops and landmarks, their names.
const reached = page => page.evaluate(() => [...document.querySelectorAll('.table-wrapper')].map(box => ({
  scrolls: box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 1,
  stop: box.getAttribute('tabindex') === '0', role: box.getAttribute('role'), name: box.getAttribute('aria-label'),
})));

test('only a table that scrolls is a stop and a landmark, and no two have one name', async () => {
  for (const [width, scale] of [[1280, 1], [360, 1], [320, 2]]) {
    for (const address of [places.alike, places.tables, places.bill, places.alike.replace('.html', '/in')]) {
      await at(address, { width, scale }, async page => {
        const seen = await reached(page), where = `${address} at ${width} × ${scale}: ${JSON.stringify(seen)}`;
        for (const one of seen) {
          assert.equal(one.stop, one.scrolls, where);
          assert.equal(one.role, one.scrolls ? 'region' : null, where);
          assert.equal(one.name !== null, one.scrolls, where);
        }
        const names = seen.map(one => one.name).filter(Boolean);
        assert.equal(new Set(names).size, names.length, where);
      });
    }
  }
  // What begins to scroll when a phone is turned is reached from then on.
  await at(places.bill, { width: 1280 }, async page => {
    assert.equal((await reached(page))[0].stop, false);
    await page.setViewportSize({ width: 360, height: 740 });
    await page.waitForFunction(() => document.querySelector('.table-wrapper').getAttribute('role') === 'region');
    assert.equal((await reached(page))[0].name, 'Bảng 2 dòng, 9 cột');
  });
  // Without script nobody knows which do: all can be reached.
  await at(places.alike, { width: 360, javaScriptEnabled: false }, async page => {
    const seen = await reached(page);
    assert.deepEqual(seen.filter(one => !one.stop || one.role !== 'region'), []);
    assert.equal(new Set(seen.map(one => one.name)).size, seen.length, JSON.stringify(seen));
  });
});

test('beside a lead story alone the newest take the width', async () => {
  for (const width of [1920, 1280, 1090, 1000, 360]) {
    await at('/', { width }, async page => {
      const seen = await page.evaluate(() => {
        document.querySelector('.seconds').remove(); // as while only one can be featured
        const top = document.querySelector('.front-top'), latest = top.querySelector('.latest').getBoundingClientRect();
        const lead = top.querySelector('.lead-story').getBoundingClientRect();
        return { hole: top.getBoundingClientRect().right - parseFloat(getComputedStyle(top).paddingRight) - latest.right,
          beside: latest.left >= lead.right, under: latest.top >= lead.bottom };
      });
      assert.ok(Math.abs(seen.hole) <= 1 && seen.beside === width > 1088 && seen.under === width <= 1088, `${width}: ${JSON.stringify(seen)}`);
    });
  }
});

test('the emblem stands beside the names, however short they are', async () => {
  for (const address of ['/en', '/']) {
    for (const width of [320, 360, 412, 700, 1280]) {
      await at(address, { width }, async page => {
        for (const name of ['Hue', 'Bình Minh', 'Phường Nam Đông Hà']) {
          const seen = await page.evaluate(words => {
            for (const line of document.querySelectorAll('.lockup-lines > span')) line.textContent = words;
            const emblem = document.querySelector('.lockup .emblem').getBoundingClientRect();
            const lines = document.querySelector('.lockup-lines').getBoundingClientRect();
            return { beside: lines.left >= emblem.right, over: document.documentElement.scrollWidth - innerWidth };
          }, name);
          assert.ok(seen.beside && seen.over <= 0, `${address} at ${width}, ${name}: ${JSON.stringify(seen)}`);
        }
      });
    }
  }
});

test('a rule stands between two services only', async () => {
  for (const width of [320, 360, 700]) {
    await at('/', { width }, async page => {
      assert.deepEqual(await page.evaluate(() => {
        const all = [...document.querySelectorAll('.services-list li')].map(one => ({ name: one.textContent, place: one.getBoundingClientRect(), look: getComputedStyle(one) }));
        return all.filter(({ place, look }) => parseFloat(look.borderRightWidth) > 0
          !== all.some(other => Math.abs(other.place.top - place.top) < 1 && other.place.left >= place.right - 1)).map(({ name }) => name);
      }), [], `at ${width}`);
    });
  }
});

test('on paper a section has no button to press', async () => {
  await at('/tin-tuc', { width: 658, height: 900 }, async page => {
    await page.emulateMedia({ media: 'print' });
    assert.deepEqual(await page.evaluate(() => [...document.querySelectorAll('.page-head a')].filter(one => one.offsetWidth > 0).map(one => one.textContent)), []);
  });
});
