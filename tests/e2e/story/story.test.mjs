// The story of one item: written without a network, sent, returned, approved, published, read, counted, taken down. The
// programs are the real ones: toasoan-server on a newsroom made by hand, toasoan-cli as each person's desk, Chromium.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';

import { link, photos, seedItem, shortItem, title } from './content.mjs';
import { Reader, line, readers, visitsBlock } from './reader.mjs';
import { Desk, Line, Server, freePort, largePhoto, launchBrowser, until, withExif } from './support.mjs';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'toasoan-story-'));
const password = 'mat-khau-de-thu';
const people = { thuhien: 'reporter', bientap: 'editor', thuky: 'secretary', truongban: 'boardChair', phoban: 'deputyChair' };
const pictures = path.join(process.env.TOASOAN_SOURCE_DIR, 'resources/demo/pictures');

let server, network, browser, section, media, item, address, publishedAt, total;
const desks = {};

const chapters = [];
function chapter(name, tell) {
  chapters.push({ name, tell });
}

const saved = async (desk, code = 0) => (await desk.ok(['show', item], code));
// The chair approves what he has read.
async function approve(article) {
  const { version } = await desks.truongban.ok(['show', article]);
  return desks.truongban.ok(['approve', article, '--read', String(version)]);
}
// The article as the server has it.
async function dumped(id) {
  const lines = (await server.command(['dump', '--canonical'])).split('\n').filter(Boolean);
  return lines.map(one => JSON.parse(one)).find(one => one.noun === 'article' && one.id === id);
}
// Neither a list nor a feed nor an address gives the item away.
async function isHidden(number) {
  for (const place of ['/', '/en', '/tin-tuc', '/rss.xml', '/tin-tuc/rss.xml', '/sitemap.xml', '/so-do-trang',
    '/tim-kiem?q=ban+bi%C3%AAn+t%E1%BA%ADp', '/tim-kiem?q=danh+gia'])
    assert.ok(!(await server.text(place)).includes('9 tháng đầu năm'), `${place} tells of it`);
  for (const place of [`/tin-tuc/${item}.html`, `/tin-tuc/x-${number}.html`, `/tin-tuc/x-${number}/in`, `/x-${number}.html`,
    `/tin-tuc/x-${number}/luu`, `/en/tin-tuc/x-${number}.html`, `/anh/${media[0]}-640.webp`, `/anh/${media[0]}-640.jpg`])
    assert.equal((await server.get(place)).status, 404, place);
  for (const place of [`/api/v1/articles/${item}/revisions`, `/api/v1/articles/${item}/revisions/1`,
    `/api/v1/media/${media[0]}`, '/api/v1/changes?after=0'])
    assert.equal((await server.get(place, { 'Toasoan-Protocol': '1' })).status, 401, place);
}

before(async () => {
  browser = await launchBrowser();
  server = new Server(path.join(folder, 'newsroom'), await freePort());
  network = new Line(server.port);
  await network.open();
  for (const login of Object.keys(people)) desks[login] = new Desk(path.join(folder, login), network, login, password);
});

after(async () => {
  await network?.close().catch(() => {});
  await server?.kill();
  await browser?.close();
  fs.rmSync(folder, { recursive: true, force: true });
});

chapter('a newsroom is made by hand, and its people sign in', async () => {
  await server.command(['init', '--agency', 'Huyện Triệu Phong', '--site', server.base, '--admin', 'quantri',
    '--name', 'Nguyễn Văn Quản', '--parent', 'Tỉnh Quảng Trị', '--title', 'Cổng thông tin điện tử huyện Triệu Phong',
    '--responsible', 'Trưởng Ban Biên tập', '--post', 'Phó Chủ tịch UBND huyện', '--postal', 'Thị trấn Ái Tử',
    '--phone', '0233 000 000', '--email', 'banbientap@trieuphong.example'], password + '\n');
  await server.command(['section', 'add', '--name', 'Tin tức', '--slug', 'tin-tuc', '--name-en', 'News']);
  for (const [login, role] of Object.entries(people))
    await server.command(['user', 'add', '--login', login, '--name', login, '--role', role], password + '\n');
  await server.start();
  assert.match(await server.text('/'), /Cổng sắp ra mắt/, 'a real newsroom begins empty');
  for (const desk of Object.values(desks)) await desk.signIn();
  section = (await desks.thuhien.ok(['sections'])).sections[0].section;
});

chapter('the reporter writes it with the network down, and the desk says so', async () => {
  const { thuhien } = desks;
  const large = withExif(await largePhoto(browser), 'NHA BAO THU HIEN');
  assert.ok(large.length > 2_000_000, `${large.length} bytes are no large photo`);
  const files = [large, ...['cong-thong-tin.jpg', 'chu-tri.jpg'].map(
    name => withExif(fs.readFileSync(path.join(pictures, name)), 'NHA BAO THU HIEN'))];
  media = [];
  for (const [index, bytes] of files.entries()) {
    const name = path.join(folder, `anh-${index}.jpg`);
    fs.writeFileSync(name, bytes);
    media.push((await thuhien.ok(['add-picture', name, '--offline'])).media);
  }
  const written = await thuhien.ok(['new', '--offline', ...thuhien.file(seedItem(section, media))], 4);
  item = written.article;
  assert.equal(written.saved, 'onThisPc');
  assert.equal(written.confirmedVersion, 0);
  assert.deepEqual(written.waiting.map(command => command.step), ['save']);

  await thuhien.refused(['submit', item, '--offline'], 'article.stateSecret');
  const submitted = await thuhien.ok(['submit', item, '--no-state-secret', '--offline'], 4);
  assert.equal(submitted.saved, 'onThisPc');
  assert.deepEqual(submitted.waiting.map(command => command.step), ['save', 'submit']);
  await isHidden(1);
});

chapter('with the server stopped it stays on this PC', async () => {
  assert.equal(await server.stop(), 0);
  assert.equal((await desks.thuhien.do(['pull'])).code, 4);
  const state = await saved(desks.thuhien, 4);
  assert.equal(state.saved, 'onThisPc');
  assert.equal((await desks.thuhien.ok(['outbox', '--offline'])).pictures.length, 3);
  await server.start();
});

chapter('the server is killed in the middle of an upload; the upload goes on where it was', async () => {
  const { thuhien } = desks;
  network.sent = 0;
  let killed;
  network.onBytes = () => {
    if (network.sent > 1_500_000) killed ??= server.kill();
    return Boolean(killed);
  };
  assert.equal((await thuhien.do(['pull', '--wait', '20'])).code, 4);
  assert.ok(killed, 'the upload was over before it could be cut');
  await killed;
  network.onBytes = null;
  const cut = (await thuhien.ok(['outbox', '--offline'])).pictures.find(picture => picture.media === media[0]);
  assert.ok(cut.sent > 0 && cut.sent < cut.size, `${cut.sent} of ${cut.size}`);
  // The words may have got through before the picture, even without their answer; never does the desk say too much.
  const { saved: said } = (await thuhien.do(['show', item, '--offline'])).json;
  assert.ok(said === 'onThisPc' || said === 'sent' && await dumped(item), said);

  await server.start();
  network.sent = 0;
  await until('the outbox is empty', async () => {
    await thuhien.do(['pull']);
    const outbox = await thuhien.ok(['outbox', '--offline']);
    return outbox.commands.length + outbox.pictures.length === 0;
  });
  assert.ok(network.sent < cut.size - cut.sent + 600_000, `${network.sent} bytes for the ${cut.size - cut.sent} left`);
  const state = await saved(thuhien);
  assert.deepEqual([state.saved, state.state, state.version], ['sent', 'submitted', 1]);
  await isHidden(1);
});

chapter('a desk that is killed before the answer loses nothing and doubles nothing', async () => {
  const { phoban } = desks;
  for (const [name, deafen] of [['Tin gửi khi máy tắt', pair => { pair.deaf = true; return false; }],
    ['Tin chưa kịp gửi', () => true]]) {
    let child, seen = false;
    network.onBytes = (data, pair) => {
      if (!data.includes('/api/v1/commands')) return pair.stopped ?? false;
      seen = true;
      pair.stopped = deafen(pair);
      // What was to go, went; then the machine is gone.
      setImmediate(() => child.kill('SIGKILL'));
      return pair.stopped;
    };
    const done = await phoban.do(['new', ...phoban.file(shortItem(section, name))], { started: it => { child = it; } });
    network.onBytes = null;
    assert.equal(done.signal, 'SIGKILL');
    assert.ok(seen);
    await until('it arrives', async () => (await phoban.do(['pull'])).code === 0);
    const list = await phoban.ok(['list', '--title', name]);
    assert.deepEqual(list.articles.map(one => [one.title, one.saved, one.version, one.waiting]), [[name, 'sent', 1, 0]]);
  }
});

chapter('the editor sees it arrive, may not return it without a reason, edits, and returns it', async () => {
  const { bientap, thuhien } = desks;
  const waiting = (await bientap.ok(['list', '--state', 'submitted'])).articles;
  assert.deepEqual(waiting.map(one => one.article), [item]);
  assert.equal((await bientap.ok(['claim', item])).state, 'inEditing');
  const edited = await bientap.ok(['save', item, ...bientap.file(seedItem(section, media, 'Sapo do biên tập viên sửa.'))]);
  assert.equal(edited.version, 2);
  await bientap.refused(['return-to-author', item], 'article.reason');
  const returned = await bientap.ok(['return-to-author', item, '--reason', 'Sapo phải nêu ngày họp.']);
  assert.equal(returned.state, 'returned');

  const back = await saved(thuhien);
  assert.deepEqual([back.state, back.reason, back.version], ['returned', 'Sapo phải nêu ngày họp.', 2]);
  await thuhien.ok(['save', item, ...thuhien.file(seedItem(section, media))]);
  assert.equal((await thuhien.ok(['submit', item, '--no-state-secret'])).state, 'submitted');
  await bientap.ok(['claim', item]);
  assert.equal((await bientap.ok(['request-approval', item])).state, 'awaitingApproval');
});

chapter('nobody approves his own, and the chair approves exactly what he read', async () => {
  const { thuhien, bientap, truongban, phoban, thuky } = desks;
  await thuhien.refused(['approve', item, '--read', '3'], 'article.step');
  await bientap.refused(['approve', item, '--read', '3'], 'article.step');
  const own = (await phoban.ok(['list', '--title', 'Tin gửi khi máy tắt'])).articles[0].article;
  await phoban.ok(['submit', own, '--no-state-secret']);
  await bientap.ok(['claim', own]);
  await bientap.ok(['request-approval', own]);
  await phoban.refused(['approve', own, '--read', '1'], 'article.step'); // a deputy chair, but the author

  // The chair reads version 3 on a desk without a network; meanwhile the deputy makes a fourth.
  const read = await saved(truongban);
  assert.equal(read.version, 3);
  await truongban.refused(['approve', item], '--read');
  const given = await truongban.ok(['approve', item, '--read', '3', '--offline'], 4);
  assert.equal(given.saved, 'sent');
  const changed = seedItem(section, media);
  changed.subtitle = 'Đánh giá và triển khai nhiệm vụ';
  assert.equal((await phoban.ok(['save', item, ...phoban.file(changed)])).version, 4);
  await truongban.do(['pull']);
  const refused = await truongban.ok(['show', item], 3);
  assert.equal(refused.waiting[0].refusal.subject, 'article.version');
  await thuky.refused(['publish', item], 'article.state');
  await truongban.ok(['discard', refused.waiting[0].requestId]);
  await truongban.refused(['approve', item, '--read', '3'], 'article.version'); // what he read is there no longer
  const approved = await truongban.ok(['approve', item, '--read', '4']);
  assert.deepEqual([approved.state, approved.version], ['approved', 4]);
  await isHidden(1);
});

chapter('what is edited after the approval is not published with it', async () => {
  const { bientap, thuky } = desks;
  const late = await bientap.ok(['save', item, ...bientap.file(seedItem(section, media, 'Sửa sau khi duyệt.'))], 3);
  assert.deepEqual([late.waiting[0].refusal.subject, late.saved, late.confirmedVersion], ['article.state', 'onThisPc', 4]);
  await bientap.ok(['discard', late.waiting[0].requestId]);
  await bientap.ok(['return-to-editor', item, '--reason', 'Sửa thêm một chữ.']);
  await bientap.ok(['save', item, ...bientap.file(seedItem(section, media))]);
  await thuky.refused(['publish', item], 'article.state');
  await bientap.ok(['request-approval', item]);
  await thuky.refused(['publish', item], 'article.state');
  const approved = await approve(item);
  assert.equal(approved.state, 'approved');
});

chapter('it is published, and the desks tell so', async () => {
  const { thuky, thuhien, bientap } = desks;
  await bientap.refused(['publish', item], 'article.step');
  const beforeIt = Date.now();
  const published = await thuky.ok(['publish', item]);
  publishedAt = beforeIt;
  assert.deepEqual([published.state, published.saved, published.number], ['published', 'published', 1]);
  address = `/tin-tuc/${published.slug}-1.html`;
  assert.equal((await saved(thuhien)).saved, 'published');
  assert.equal((await server.get('/tin-tuc/ten-khac-1.html')).status, 301);
});

chapter('readers see it at both widths, with and without JavaScript', async () => {
  for (const who of readers) {
    const reader = await Reader.open(browser, server.base, who);
    who.reader = reader;
    for (const [name, place] of [['front', '/'], ['section', '/tin-tuc'], ['item', address]]) {
      const page = await reader.visit(place);
      assert.ok(await page.getByText(title).first().isVisible(), `${place} does not show it`);
      const shown = await page.evaluate(() => [...document.images].filter(image => image.closest('picture'))
        .map(image => ({ now: image.currentSrc, set: image.srcset, alt: image.getAttribute('alt') })));
      assert.ok(shown.length > 0, `${place} has no picture`);
      for (const picture of shown) {
        assert.match(picture.now, /\/anh\/[-0-9a-f]+-\d+\.webp$/);
        assert.match(picture.set, /\d+w/);
        assert.notEqual(picture.alt, null);
      }
      await reader.picture(name);
      if (who.javaScript) await reader.accessible();
    }
    const { page } = reader;
    const footer = await page.locator('footer.footer').innerText();
    for (const fact of ['Trưởng Ban Biên tập', 'Phó Chủ tịch UBND huyện', 'Thị trấn Ái Tử', '0233 000 000', 'banbientap@'])
      assert.ok(footer.includes(fact), fact);
    const time = await page.locator('.item-time').innerText();
    assert.ok([line(publishedAt), line(publishedAt + 60_000)].includes(time), time);
    for (const photo of photos) {
      const figure = page.locator('figure', { hasText: photo.caption });
      assert.ok((await figure.innerText()).includes(photo.credit));
      assert.equal(await figure.locator('img').getAttribute('alt'), photo.alt);
    }
    assert.equal(await page.locator('.article-body h2').count(), 2);
    assert.equal(await page.locator('.article-body table th').count(), 2);
    assert.equal(await page.locator('.article-body :is(ul, ol) li').count(), 4);
    assert.equal(await page.locator(`.article-body a[href="${link}"]`).count(), 1);
    assert.match(await page.locator('.bylines').innerText(), /Thu Hiền/);
  }
});

chapter('the switches and the menu work, and are remembered where they can be', async () => {
  const [desktop, plain, phone] = readers.map(who => who.reader);
  for (const { page } of [desktop, plain]) {
    const look = () => page.evaluate(() => ({ size: getComputedStyle(document.documentElement).fontSize,
      paper: getComputedStyle(document.body).backgroundColor }));
    const normal = await look();
    await page.locator('#text-large').click();
    await page.locator('#contrast').click();
    const other = await look();
    assert.ok(parseFloat(other.size) > parseFloat(normal.size));
    assert.equal(other.paper, 'rgb(0, 0, 0)');
  }
  await desktop.visit(address); // remembered, without a cookie
  assert.equal(await desktop.page.evaluate(() => getComputedStyle(document.body).backgroundColor), 'rgb(0, 0, 0)');
  await desktop.accessible();
  await desktop.picture('item-contrast');

  const entry = phone.page.locator('.menu-list a', { hasText: 'Tin tức' });
  assert.ok(!await entry.isVisible());
  await phone.page.locator('.menu-button').click();
  assert.ok(await entry.isVisible());
  assert.equal(await phone.page.locator('.menu-button').getAttribute('aria-expanded'), 'true');
});

chapter('pictures are given anew, without what the camera wrote into them', async () => {
  const html = await server.text(address);
  const places = [...new Set(html.match(/\/anh\/[-0-9a-f]+-\d+\.(webp|jpg)/g))];
  assert.ok(places.length >= 12, places.join());
  for (const place of places) {
    const answer = await server.get(place);
    assert.equal(answer.status, 200, place);
    const bytes = Buffer.from(await answer.arrayBuffer());
    const isWebp = place.endsWith('.webp');
    assert.equal(answer.headers.get('content-type'), isWebp ? 'image/webp' : 'image/jpeg');
    assert.equal(bytes.toString('latin1', isWebp ? 8 : 0, isWebp ? 12 : 2), isWebp ? 'WEBP' : '\xFF\xD8');
    for (const trace of ['NHA BAO', 'Exif', 'EXIF', 'http://ns.adobe.com', 'ICC_PROFILE', 'Photoshop'])
      assert.ok(!bytes.includes(trace, 0, 'latin1'), `${place} holds ${trace}`);
  }
  for (const place of [`/anh/${media[0]}.jpg`, `/anh/${media[0]}-3000.jpg`, `/anh/${media[0]}-1.webp`])
    assert.equal((await server.get(place)).status, 404, place);
});

chapter('feeds and maps are valid', async () => {
  const sitemap = createRequire(import.meta.url).resolve('sitemap/package.json').replace('package.json', 'schema/sitemap.xsd');
  const valid = (how, schema, text) => {
    const file = path.join(folder, 'check.xml');
    fs.writeFileSync(file, text);
    execFileSync('xmllint', ['--noout', '--nonet', how, schema, file], { stdio: 'pipe' });
  };
  const map = await server.text('/sitemap.xml');
  valid('--schema', sitemap, map);
  assert.ok(map.includes(`<loc>${server.base}${address}</loc>`));
  for (const place of ['/rss.xml', '/tin-tuc/rss.xml']) {
    const answer = await server.get(place);
    assert.match(answer.headers.get('content-type'), /^application\/rss\+xml/);
    const feed = await answer.text();
    valid('--relaxng', new URL('rss.rng', import.meta.url).pathname, feed);
    assert.ok(feed.includes(`<link>${server.base}${address}</link>`));
  }
  assert.match(await server.text('/robots.txt'), /Sitemap: http:\S+\/sitemap\.xml/);
});

// What the ledger has to say of the readers so far: each page counts once for each of them.
function expected() {
  const seen = readers.map(who => new Set(who.reader.pages.map(place => place.split('?')[0])));
  return { views: seen.reduce((sum, pages) => sum + pages.size, 0), ofItem: seen.filter(pages => pages.has(address)).length };
}

chapter('the visits are in the block and in the ledger, exact, robots apart', async () => {
  // Once more, within ten minutes: counts for nothing.
  for (const who of readers) await who.reader.visit(address);
  const block = await until('the block shows the four readers', async () => {
    const now = visitsBlock(await server.text('/'));
    return now.today === readers.length && now.online === readers.length + 1 && now; // who was long away, too
  });
  total = readers.length;
  assert.deepEqual(block, { online: total + 1, robots: 1, guests: total, today: total, month: total, total });
  const { views, ofItem } = expected();
  await until('the item shows its views', async () =>
    new RegExp(`Lượt xem: </span>${ofItem}</span>`).test((await server.text(address)).split('item-line')[1]));
  // Nobody has commented: no label says so.
  assert.doesNotMatch(await server.text(address), /Ý kiến: <\/span>/);
  const rows = JSON.parse(execFileSync('python3', ['-c', `
import json, sqlite3, sys
ledger = sqlite3.connect(sys.argv[1])
print(json.dumps([ledger.execute("SELECT views, visits, visitors, robot_views FROM visit_days").fetchall(),
                  ledger.execute("SELECT article_number, views FROM item_views").fetchall()]))`,
  path.join(server.folder, 'visits.db')], { encoding: 'utf8' }));
  assert.equal(rows[0].length, 1, 'one row for the day');
  assert.deepEqual(rows[0][0].slice(0, 3), [views, total, total]);
  assert.ok(rows[0][0][3] > 10, 'robots are counted, apart');
  assert.deepEqual(rows[1], [[1, ofItem]]);
});

chapter('a killed server has lost none of them', async () => {
  await server.kill();
  await server.start();
  const block = visitsBlock(await server.text('/'));
  assert.deepEqual([block.today, block.month, block.total], [total, total, total]);
});

chapter('a correction is public only when it has been approved in turn', async () => {
  const { bientap } = desks;
  await bientap.refused(['correct', item], 'article.reason');
  await bientap.ok(['correct', item, '--reason', 'Sửa số liệu.']);
  const text = seedItem(section, media);
  text.correction = 'Số hình ảnh đúng là 977.';
  await bientap.ok(['save', item, ...bientap.file(text)]);
  assert.equal((await saved(desks.thuhien)).saved, 'sent', 'readers see another text than the desk');
  assert.ok(!(await server.text(address)).includes('Đính chính'));
  await bientap.ok(['request-approval', item]);
  await approve(item);
  assert.ok(!(await server.text(address)).includes('Đính chính'));
  await desks.thuky.ok(['publish', item]);
  const page = await until('the correction', async () => {
    const html = await server.text(address);
    return html.includes('Số hình ảnh đúng là 977.') && html;
  });
  assert.match(page, /Đính chính/);
});

// An item of the deputy's, brought to the approval.
async function approvedItem(name) {
  const { phoban, bientap } = desks;
  const { article } = await phoban.ok(['new', ...phoban.file(shortItem(section, name))]);
  await phoban.ok(['submit', article, '--no-state-secret']);
  await bientap.ok(['claim', article]);
  await bientap.ok(['request-approval', article]);
  await approve(article);
  return article;
}
const iso = milliseconds => new Date(milliseconds).toISOString().replace('Z', '+00:00');

chapter('an hour without a zone is the newsroom\'s, wherever the PC is', async () => {
  const { thuky } = desks;
  const article = await approvedItem('Tin hẹn từ xa');
  const year = new Date().getUTCFullYear() + 1;
  for (const TZ of ['UTC', 'America/New_York', 'Europe/Paris']) {
    const done = await thuky.do(['schedule', article, '--at', `${year}-12-01T08:00`], { env: { TZ } });
    assert.equal(done.code, 0, done.err);
    assert.equal(done.json.scheduledAt, `${year}-12-01T08:00:00+07:00`);
    assert.match(done.err, /taken as the newsroom's: .*T08:00:00\+07:00/);
    assert.equal((await dumped(article)).scheduledAt, Date.UTC(year, 11, 1, 1));
    const other = await thuky.do(['schedule', article, '--at', `${year}-12-01T08:00:00+09:00`], { env: { TZ } });
    assert.equal(other.json.scheduledAt, `${year}-12-01T06:00:00+07:00`);
    assert.equal(other.err, '');
  }
  for (const at of [`${year}-12-01`, '08:00', `${year}-12-01T25:00`, ''])
    await thuky.refused(['schedule', article, '--at', at], '--at');
  await thuky.ok(['unschedule', article]);
});

chapter('a schedule fires to the second', async () => {
  const { thuky } = desks;
  const article = await approvedItem('Tin hẹn giờ');
  const hour = Math.ceil(Date.now() / 1000) * 1000 + 15_000; // a busy machine needs seconds for the command
  assert.equal((await thuky.ok(['schedule', article, '--at', iso(hour)])).state, 'scheduled');
  assert.ok(!(await server.text('/tin-tuc')).includes('Tin hẹn giờ'));
  await until('the item is public', async () => (await server.text('/tin-tuc')).includes('Tin hẹn giờ'));
  assert.ok(Date.now() >= hour, 'before its hour');
  const published = (await dumped(article)).publication.firstAt;
  assert.ok(published >= hour && published < hour + 1000, `${published - hour} ms after its hour`);
  assert.equal((await thuky.ok(['show', article])).saved, 'published');
});

chapter('a schedule that came due while the server was down fires at its start', async () => {
  const article = await approvedItem('Tin hẹn lúc máy chủ nghỉ');
  const hour = Math.ceil(Date.now() / 1000) * 1000 + 20_000;
  await desks.thuky.ok(['schedule', article, '--at', iso(hour)]);
  await server.kill();
  assert.ok(Date.now() < hour, 'too slow to be down before the hour');
  await until('the hour passes', () => Date.now() > hour + 100);
  await server.start();
  assert.ok((await server.text('/tin-tuc')).includes('Tin hẹn lúc máy chủ nghỉ'), 'the first reader sees it');
});

chapter('taken down it answers 410 with a notice; what never was, 404', async () => {
  const { truongban, bientap } = desks;
  await bientap.refused(['unpublish', item, '--reason', 'Không được.'], 'article.step');
  await truongban.refused(['unpublish', item], 'article.reason');
  const down = await truongban.ok(['unpublish', item, '--reason', 'Kiểm tra lại số liệu.']);
  assert.deepEqual([down.state, down.saved], ['unpublished', 'sent']);

  const reader = readers[0].reader;
  const page = await reader.visit(address, 410);
  assert.match(await page.locator('main').innerText(), /Nội dung đã được gỡ/);
  assert.ok(!(await page.content()).includes('Nguyễn Thành Vũ'));
  await reader.picture('gone');
  await reader.accessible();
  await reader.visit('/tin-tuc/chua-tung-co-999.html', 404);
  await reader.accessible();
  for (const place of ['/', '/tin-tuc', '/rss.xml', '/sitemap.xml', '/so-do-trang', '/tim-kiem?q=danh+gia'])
    assert.ok(!(await server.text(place)).includes('9 tháng đầu năm'), place);
  for (const place of [address.replace('.html', '/in'), '/tin-tuc/x-1.html', `/en${address}`])
    assert.equal((await server.get(place)).status, 410, place);
  assert.equal((await server.get(`/anh/${media[0]}-640.webp`)).status, 404);
  assert.equal((await desks.thuhien.ok(['show', item])).content.title, title, 'nothing is lost');
});

chapter('the other pages are for everyone, too', async () => {
  const listed = (await server.text('/sitemap.xml')).match(/\/tin-tuc\/tin-hen-gio-\d+\.html/)[0];
  for (const who of readers.filter(one => one.javaScript)) {
    for (const [name, place] of [['search', '/tim-kiem?q=tin'], ['nothing', '/tim-kiem?q=zzz'], ['map', '/so-do-trang'],
      ['print', listed.replace('.html', '/in')], ['english', '/en'], ['english-item', '/en' + listed]]) {
      await who.reader.visit(place);
      await who.reader.picture(name);
      await who.reader.accessible();
    }
  }
});

chapter('everything holds', async () => {
  for (const who of readers) await who.reader.close();
  assert.equal(await server.stop(), 0);
  assert.match(await server.command(['verify']), /No faults found/);
  assert.equal(await server.command(['dump', '--canonical']), await server.command(['dump', '--canonical']));
  const steps = (await dumped(item)).decisions.map(decision => decision.step);
  assert.deepEqual(steps, ['submit', 'claim', 'returnToAuthor', 'submit', 'claim', 'requestApproval', 'approve',
    'returnToEditor', 'requestApproval', 'approve', 'publish', 'correct', 'requestApproval', 'approve', 'publish', 'unpublish']);
});

// A chapter stands on those before it: after the first that fails, the rest is not told.
test('the story of one item', async story => {
  for (const { name, tell } of chapters) {
    let told = false;
    await story.test(name, async () => {
      await tell();
      told = true;
    });
    if (!told) break;
  }
});
