// What is pasted says what was seen: labels of lists, signs of symbol fonts, cells, and nothing that nobody sees.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { DOMParser as HtmlParser, parseHTML } from 'linkedom';
import { DOMParser, type Node } from 'prosemirror-model';
import { linkAddress } from '../src/address.ts';
import { isTcvn3, readable } from '../src/characters.ts';
import { toJson } from '../src/json.ts';
import { cleanPaste, cleanText } from '../src/paste.ts';
import { allowedHref, schema } from '../src/schema.ts';
import data from '../src/symbols.json';

// As a browser's parser: a document around what comes without one.
class PageParser {
  parseFromString(html: string): unknown {
    return new HtmlParser().parseFromString(/<body/i.test(html) ? html : `<html><body>${html}</body></html>`, 'text/html');
  }
}
(globalThis as Record<string, unknown>)['DOMParser'] = PageParser;

function pasted(html: string): Node {
  const { document } = parseHTML(`<html><body>${cleanPaste(html).html}</body></html>`);
  const doc = DOMParser.fromSchema(schema).parse(document.body as unknown as HTMLElement);
  doc.check();
  return doc;
}

// P[…] UL[LI[…]] OL3[…] TR[…] TD2x1[…]
function shown(node: Node): string {
  if (node.isText) return node.text!;
  if (node.type.name === 'hardBreak') return '⏎';
  const names: Record<string, string> = { paragraph: 'P', orderedList: 'OL', bulletList: 'UL', listItem: 'LI', table: 'T', tableRow: 'R', tableCell: 'C', tableHeader: 'H', heading: 'T' };
  const inner = [...node.content.content].map(shown).join(node.isTextblock ? '' : ' ');
  if (node.type.name === 'doc') return inner;
  const { start, colspan, rowspan } = node.attrs;
  const attrs = start !== undefined && start !== 1 ? String(start) : colspan > 1 || rowspan > 1 ? `${colspan}x${rowspan}` : '';
  return `${names[node.type.name] ?? node.type.name}${attrs}[${inner}]`;
}
const seen = (html: string) => shown(pasted(html));

const word = (...blocks: string[]) => '<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"><body lang=VI>'
  + `<!--StartFragment-->${blocks.join('')}<!--EndFragment--></body></html>`;
const para = (html: string) => `<p class=MsoNormal>${html}<o:p></o:p></p>`;
const item = (marker: string, text: string, level = 1, font = '') => `<p class=MsoListParagraph style='margin-left:${18 * level}.0pt;text-indent:-18.0pt;mso-list:l0 level${level} lfo1'>`
  + `<span style='${font ? `font-family:${font};mso-fareast-font-family:${font}` : 'mso-fareast-font-family:"Times New Roman"'}'><span style='mso-list:Ignore'>${marker}`
  + `<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span>${text}<o:p></o:p></p>`;

const lists: [string, string, string][] = [
  ['letters', word(para('Hồ sơ gồm:'), item('a)', 'Đơn;'), item('b)', 'Ảnh.')), 'P[Hồ sơ gồm:] P[a) Đơn;] P[b) Ảnh.]'],
  ['Roman chapters around paragraphs', word(item('I.', 'Một'), para('x'), item('II.', 'Hai')), 'P[I. Một] P[x] P[II. Hai]'],
  ['small Roman, capitals, brackets', word(item('i.', 'x'), item('A.', 'y'), item('(1)', 'z'), item('1)', 't')), 'P[i. x] P[A. y] P[(1) z] P[1) t]'],
  ['a list that goes on', word(item('1.', 'a'), para('giữa'), item('2.', 'b'), item('3.', 'c')), 'OL[LI[P[a]]] P[giữa] OL2[LI[P[b]] LI[P[c]]]'],
  ['numbers that leap', word(item('1.', 'a'), item('3.', 'b'), item('1.', 'c')), 'OL[LI[P[a]]] OL3[LI[P[b]]] OL[LI[P[c]]]'],
  ['decimal levels', word(item('1.', 'Nhiệm vụ'), item('1.1.', 'Thu', 2), item('a)', 'Phí', 3), item('2.', 'Giải pháp'), item('2.1.', 'Đầu tư', 2)),
    'OL[LI[P[Nhiệm vụ] P[1.1. Thu] P[a) Phí]] LI[P[Giải pháp] P[2.1. Đầu tư]]]'],
  ['words as labels', word(item('Điều 1.', 'Phạm vi'), item('Bước 2:', 'Nộp')), 'P[Điều 1. Phạm vi] P[Bước 2: Nộp]'],
  ['dashes and plus signs', word(item('-', 'Một'), item('+', 'Hai', 2), item('−', 'Ba')), 'UL[LI[P[Một] UL[LI[P[Hai]]]] LI[P[Ba]]]'],
  ['plus signs of the same level', word(item('-', 'Một'), item('+', 'Hai'), item('-', 'Ba')), 'UL[LI[P[Một] UL[LI[P[Hai]]]] LI[P[Ba]]]'],
  ['bullets in letters', word(item('·', 'a', 1, 'Symbol'), item('o', 'b', 2, '"Courier New"'), item('§', 'c', 3, 'Wingdings'), item('v', 'd', 1, 'Wingdings')),
    'UL[LI[P[a] UL[LI[P[b] UL[LI[P[c]]]]]] LI[P[d]]]'],
  ['a bullet that no table has', word(item('\uf0cb', 'a', 1, 'Wingdings')), 'UL[LI[P[a]]]'],
  ['boxes to tick', word(item('þ', 'Có', 1, 'Wingdings'), item('¨', 'Không', 1, 'Wingdings')), 'P[☑ Có] P[◻ Không]'],
  ['letters under bullets', word(item('·', 'Mục', 1, 'Symbol'), item('a)', 'x', 2), item('·', 'Sau', 1, 'Symbol')), 'UL[LI[P[Mục] P[a) x]] LI[P[Sau]]]'],
  ['Word on the web', '<ol style="list-style-type: lower-alpha" start="3"><li data-leveltext="%1)" data-aria-level="1" data-listid="1"><p>Khoản</p></li></ol>', 'P[c) Khoản]'],
  ['levels of Word on the web', '<div><ol><li data-leveltext="%1." data-aria-level="1" data-listid="1"><p>A</p></li></ol></div><div><ol start="2"><li data-leveltext="%1.%2." data-aria-level="2" data-listid="1"><p>B</p></li></ol></div>',
    'OL[LI[P[A]]] P[1.2. B]'],
  ['LibreOffice', '<ol type="a" start="3"><li><p>ba</p></li><li><p align="justify">bốn</p></li></ol>', 'P[c. ba] P[d. bốn]'],
  ['Google Docs', '<ol><li dir="ltr" style="list-style-type:decimal"><p>A</p></li><ol><li style="list-style-type:lower-roman"><p>B</p></li></ol><li style="list-style-type:decimal"><p>C</p></li></ol>',
    'OL[LI[P[A] P[i. B]] LI[P[C]]]'],
  ['loose words in items', '<ol type="A"><li>Một <b>đậm</b></li><li>Hai<ul><li>x</li></ul></li></ol>', 'P[A. Một đậm] P[B. Hai] UL[LI[P[x]]]'],
  ['values of items', '<ol><li>a</li><li value="5">b</li><li>c</li></ol>', 'OL[LI[P[a]]] OL5[LI[P[b]] LI[P[c]]]'],
  ['a list without markers', '<ol style="list-style: none"><li>a) x</li><li>b) y</li></ol>', 'P[a) x] P[b) y]'],
  ['text as marker', `<ul style="list-style-type:'- '"><li>a</li></ul>`, 'UL[LI[P[a]]]'],
  ['letters beyond z', '<ol type="a" start="27"><li>x</li></ol><ol type="i" start="49"><li>y</li></ol>', 'P[aa. x] P[xlix. y]'],
  ['an ordinary list', '<ol start="2"><li>a</li><li>b<ol><li>c</li></ol></li></ol><ul><li>d</li></ul>', 'OL2[LI[P[a]] LI[P[b] OL[LI[P[c]]]]] UL[LI[P[d]]]'],
];
for (const [name, html, expected] of lists) test(`list: ${name}`, () => assert.equal(seen(html), expected));

test('the label has the look of its words', () => {
  const doc = pasted(word(`<p class=MsoNormal style='text-align:justify;mso-list:l0 level1 lfo1'><b><span style='mso-list:Ignore'>a)<span>&nbsp; </span></span>Đơn</b></p>`));
  const paragraph = doc.firstChild!;
  assert.equal(paragraph.attrs['align'], 'justify');
  assert.equal(paragraph.childCount, 1);
  assert.deepEqual(paragraph.firstChild!.marks.map(({ type }) => type.name), ['bold']);
});

const sign = (font: string, c: string) => `<span style='font-family:${font};mso-ascii-font-family:"Times New Roman";mso-char-type:symbol;mso-symbol-font-family:${font}'><span style='mso-char-type:symbol;mso-symbol-font-family:${font}'>${c}</span></span>`;
const signs: [string, string, string][] = [
  ['as letters and as private codes', `${sign('Wingdings', 'à')} ${sign('Wingdings', '\uf0e0')} ${sign('Wingdings', 'þ')} ${sign('Symbol', '®')} chữ à`, '→ → ☑ → chữ à'],
  ['by the font element', '<font face="Wingdings">ü</font> đạt; <font face=Symbol>a</font>', '✔ đạt; α'],
  ['by a family list', `x <span style="font-family: 'Wingdings', serif">à</span> <span style="font-family:Arial,Wingdings">à</span>`, 'x → à'],
  ['by the font shorthand', '<span style="font: 12pt Wingdings">à</span> <span style=\'font:bold 12px/1.5 "Wingdings"\'>ü</span>', '→ ✔'],
  ['in an ordinary font within', '<span style="font-family:Wingdings">à<span style="font-family:Arial">à</span></span>', '→à'],
  ['by w:sym', '<w:sym w:font="Wingdings" w:char="F0FE"></w:sym> Đạt', '☑ Đạt'],
  ['in Webdings and Wingdings 2', '<span style="font-family:Webdings">a</span> <span style="font-family:\'Wingdings 2\'">P£</span>', '✔ ✓☐'],
  ['bytes of Windows-1252', '<span style="font-family:Wingdings">Œ\u0081</span>', '❶①'],
  ['without their font', 'a \uf0b7 b \uf0e0 c \uf0fc', 'a • b → c ✔'],
  ['words in a symbol font', '<span style="font-family:Wingdings">Đạt yêu cầu</span>', 'Đạt yêu cầu'],
  ['the arrow at the soft hyphen', '<span style="font-family:Symbol">\u00ad</span>', '↑'],
  ['one that no table has', '<span style="font-family:Webdings">\uf0ff</span>', '\ufffd'],
];
for (const [name, html, expected] of signs) test(`signs: ${name}`, () => assert.equal(seen(`<p>${html}</p>`), `P[${expected}]`));

test('signs are single and no private codes', () => {
  for (const [font, table] of Object.entries(data.fonts as Record<string, Record<string, string>>))
    for (const [code, character] of Object.entries(table)) {
      assert.match(code, /^[2-9A-F][0-9A-F]$/, font);
      assert.equal([...character].length, 1, `${font} ${code}`);
      assert.doesNotMatch(character, /[\p{Co}\p{Cc}\p{Cf}]/u, `${font} ${code}`);
    }
});

// tests/ui/editor/fixtures/symbol-fonts.csv: what was found out about each, apart from the table that is used.
const known = (() => {
  const fieldsOf = (line: string) => [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain!);
  const [head, ...lines] = readFileSync(join(process.env['TOASOAN_SOURCE_DIR']!, 'tests/ui/editor/fixtures/symbol-fonts.csv'), 'utf8').trim().split(/\r?\n/).map(fieldsOf);
  return lines.map((fields) => Object.fromEntries(head!.map((name, i) => [name, fields[i]!])));
})();

test('the table of signs has each one that is known of these fonts', () => {
  assert.equal(known.length, 105);
  const fonts = data.fonts as Record<string, Record<string, string>>;
  const wrong = known.filter((row) => fonts[row['font']!.toLowerCase()]?.[row['code_hex']!] !== row['character']);
  assert.deepEqual(wrong, []);
  for (const row of known) assert.equal(`U+${row['character']!.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`, row['unicode']);
});

test('each of them is pasted as it was seen, by its letter and by its private code', () => {
  for (const { font, code_hex: code, character } of known) {
    for (const offset of [0xf000, 0]) {
      if (code === 'A0' && offset === 0) continue; // a no-break space, which stands between sign and text far more often
      const letter = String.fromCodePoint(Number.parseInt(code!, 16) + offset);
      const escaped = letter.replace(/[&<]/g, (one) => (one === '&' ? '&amp;' : '&lt;'));
      assert.equal(seen(`<p>x <span style="font-family:'${font}'">${escaped}</span> y</p>`), `P[x ${character} y]`, `${font} ${code}`);
    }
  }
});

const texts: [string, string, string][] = [
  ['zero widths and byte order marks', '\ufeffTriệu\u200b Phong\u2060, Quảng\u200d Trị\u200c', 'Triệu Phong, Quảng Trị'],
  ['joiners that join', '👨‍👩‍👧 👩🏽‍⚕️ می‌خواهم', '👨‍👩‍👧 👩🏽‍⚕️ می‌خواهم'],
  ['soft hyphens', 'Quảng\u00ad Trị, thông\u00adtin', 'Quảng Trị, thôngtin'],
  ['soft hyphens of English', 'infor\u00admation', 'information'],
  ['a soft hyphen before a letter', 'c \u00add', 'c d'],
  ['TCVN3', 'X\u00ad\u00a9ng tr\u00ad\u00eang', 'X\u00ad\u00a9ng tr\u00ad\u00eang'],
  ['TCVN3 with nothing but ư', 'h\u00adng', 'h\u00adng'],
  ['no-break spaces', 'a\u00a0\u00a0\u00a0 b\u202f5\u2003c', 'a b 5 c'],
  ['line breaks', 'a\u000bb\u2028c\u2029d\u0085e', 'a\nb\nc\nd\ne'],
  ['directions', '\u202eab\u202c \u2066c\u2069\u200ed', 'ab cd'],
  ['marks of direction among Latin letters', 'H\u200eà N\u200f\u061cội', 'Hà Nội'],
  ['marks of direction in Hebrew', '\u05d0!\u200f a', '\u05d0!\u200f a'],
  ['places of objects', 'a\ufffcb\ufffe', 'ab'],
  ['controls and Word\'s fixed hyphen', '\u0000a\u0007b\u001e\u001fc\u007f', 'ab-c'],
  ['wrongly read punctuation', '\u0093Đạt\u0094 \u0096 x', '“Đạt” – x'],
];
for (const [name, text, expected] of texts) test(`characters: ${name}`, () => {
  assert.equal(cleanText(text), expected.normalize('NFC'));
  if (!text.includes('\u0000')) assert.equal(seen(`<p>${text}</p>`), `P[${expected.replace(/\n/g, '⏎').normalize('NFC')}]`);
});

test('a lone surrogate is no character', () => assert.equal(readable('a\ud800b\udc00c', 'dropped'), 'abc'));
test('modern letters are not TCVN3', () => assert.ok(!isTcvn3('Điện\u00adthoại ® 5 µm')));

test('descriptions are one readable line', () => {
  const { html } = cleanPaste('<p>x<img src="data:image/png;base64,QUJD" alt="Ảnh\u200b\u000bchụp\u00a0 tại\ufeff xã"></p>');
  assert.match(html, /alt="Ảnh chụp tại xã"/);
});

const tables: [string, string, string][] = [
  ['a first row that is short', '<table><tr><td>Danh sách</td></tr><tr><td>a</td><td>b</td><td>c</td></tr></table>', 'T[R[C[P[Danh sách]] C[P[]] C[P[]]] R[C[P[a]] C[P[b]] C[P[c]]]]'],
  ['a title across', '<table><tr><td colspan=3>Danh sách</td></tr><tr><td>a</td><td>b</td><td>c</td></tr></table>', 'T[R[C3x1[P[Danh sách]]] R[C[P[a]] C[P[b]] C[P[c]]]]'],
  ['all columns', '<table><tr><td colspan=100>Danh sách</td></tr><tr><td>a</td><td>b</td></tr></table>', 'T[R[C2x1[P[Danh sách]]] R[C[P[a]] C[P[b]]]]'],
  ['a short last row', '<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>', 'T[R[C[P[a]] C[P[b]]] R[C[P[c]] C[P[]]]]'],
  ['down beyond the table', '<table><tr><td rowspan=9>a</td><td>b</td></tr><tr><td>c</td></tr></table>', 'T[R[C1x2[P[a]] C[P[b]]] R[C[P[c]]]]'],
  ['a row that others cover', '<table><tr><td rowspan=2>a</td><td rowspan=2>b</td></tr><tr></tr><tr><td>c</td><td>d</td></tr></table>', 'T[R[C[P[a]] C[P[b]]] R[C[P[c]] C[P[d]]]]'],
  ['down to the end', '<table><tr><td rowspan=0>a</td><td>b</td></tr><tr><td>c</td></tr></table>', 'T[R[C1x2[P[a]] C[P[b]]] R[C[P[c]]]]'],
  ['Word\'s row of widths', '<table><tr><td colspan=2>a</td><td>b</td></tr><tr><td>c</td><td colspan=2>d</td></tr><tr height=0><td width=9></td><td width=9></td><td width=9></td></tr></table>',
    'T[R[C2x1[P[a]] C[P[b]]] R[C[P[c]] C2x1[P[d]]]]'],
];
for (const [name, html, expected] of tables) test(`table: ${name}`, () => assert.equal(seen(html), expected));

test('blocks of pages keep their words apart', () => {
  assert.equal(seen('<details><summary>Hồ sơ</summary>Đơn đề nghị</details>'), 'P[Hồ sơ] P[Đơn đề nghị]');
  assert.equal(seen('<dl><dt>Phí</dt><dd>Không</dd><dt>Hạn</dt><dd>3 ngày</dd></dl>'), 'P[Phí] P[Không] P[Hạn] P[3 ngày]');
  assert.equal(seen('<form><p>Nội dung</p><input value="x"></form>'), 'P[Nội dung]');
});

test('what Word copies becomes the closed schema', () => {
  const read = (name: string) => readFileSync(join(process.env['TOASOAN_SOURCE_DIR']!, 'tests/ui/editor/fixtures', name), 'utf8');
  assert.deepEqual(toJson(pasted(read('word.html'))), JSON.parse(read('word.json')));
});

const said: { name: string; said: string; address: string }[] = JSON.parse(
  readFileSync(join(process.env['TOASOAN_SOURCE_DIR']!, 'tests/ui/editor/fixtures/addresses.json'), 'utf8'));
for (const { name, said: text, address } of said) test(`address: ${name}`, () => {
  assert.equal(linkAddress(text), address);
  assert.equal(linkAddress(address), address); // and stays what it is
  assert.equal(allowedHref(address), address);
});

test('what no link keeps is no address', () => {
  for (const text of [' https://x.vn/', 'https://x.vn/a b', 'https://x.vn/\u00a0', 'https://x.vn/\u0085', 'https://x.vn/\ud800', 'www.x.vn'])
    assert.equal(allowedHref(text), '', JSON.stringify(text));
  assert.equal(linkAddress(`https://x.vn/${'a '.repeat(900)}`), '');
});

test('links are mended, and those that lead nowhere are counted', () => {
  const { html, linksLeftOut } = cleanPaste('<p><a href="https://x.vn/Ke hoach 05.pdf" title="Kế hoạch">một</a> <a href=" www.abc.vn">hai</a> '
    + '<a href="javascript:x()"><b>ba</b></a> <a href="file:///C:/a.docx">bốn</a> <a href="../nam.html">năm</a> <a href="#_ftn1"> </a> <a name="dau">sáu</a></p>');
  assert.equal(linksLeftOut, 3);
  const links: [string, string][] = [];
  pasted(html).descendants((node) => {
    const link = node.marks.find(({ type }) => type.name === 'link');
    if (link) links.push([node.text!, link.attrs['href'] as string]);
  });
  assert.deepEqual(links, [['một', 'https://x.vn/Ke%20hoach%2005.pdf'], ['hai', 'https://www.abc.vn']]);
  assert.match(html, /title="Kế hoạch"/);
  assert.match(html, /<b>ba<\/b> bốn năm/);
});

// As a file has it at its beginning.
const gif = (width: number, height: number) => `data:image/gif;base64,${btoa(`GIF89a${String.fromCharCode(width & 255, width >> 8, height & 255, height >> 8)}\0\0\0`)}`;
const png = (width: number, height: number) => `data:image/png;base64,${btoa(`\x89PNG\r\n\x1a\n\0\0\0\rIHDR${String.fromCharCode(0, 0, width >> 8, width & 255, 0, 0, height >> 8, height & 255)}\x08\x06\0\0\0`)}`;
const jpeg = (width: number, height: number) => `data:image/jpeg;base64,${btoa(`\xff\xd8\xff\xe0\0\x04JF\xff\xc4\0\x04xx\xff\xc2\0\x0b\x08${String.fromCharCode(height >> 8, height & 255, width >> 8, width & 255)}\x01\x01\x11\0`)}`;
const file = 'src="file:///C:/anh.png"';
const pictures: [string, string, boolean][] = [
  ['of one pixel by its attributes', `<img ${file} width="1" height="1">`, false],
  ['of two pixels', `<img ${file} width=600 height="2px">`, false],
  ['of no pixel', `<img ${file} height=0>`, false],
  ['of three pixels', `<img ${file} width=3 height=3>`, true],
  ['of one pixel by its style', `<img ${file} style="border: 0; width:1px;height: 1px !important">`, false],
  ['of one pixel in points', `<img ${file} width=1 height=1 style='width:.75pt;height:.75pt'>`, false],
  ['whose style outdoes its attributes', `<img ${file} width=1 height=1 style="width: 100%; height: auto">`, true],
  ['with a thin border and low lines', `<img ${file} style="border-width: 1px; line-height: 1; max-width: 2px">`, true],
  ['with edges in parts of the page', `<img ${file} width="1%" height="2%">`, true],
  ['of one pixel by its bytes: GIF', `<img src="${gif(1, 1)}">`, false],
  ['of one pixel by its bytes: PNG', `<img src="${png(1, 1)}" width=300>`, false],
  ['of one pixel by its bytes: JPEG', `<img src="${jpeg(1, 1)}">`, false],
  ['that is a line', `<img src="${png(600, 2)}">`, false],
  ['of its own size: GIF', `<img src="${gif(300, 257)}">`, true],
  ['of its own size: PNG', `<img src="${png(256, 512)}">`, true],
  ['of its own size: JPEG', `<img src="${jpeg(256, 512)}">`, true],
  ['of an unknown form', '<img src="data:image/webp;base64,QUJD">', true],
];
for (const [name, html, stays] of pictures) test(`a picture ${name} ${stays ? 'stays' : 'shows nothing'}`, () => {
  const { html: clean, pictures: offered, fromWeb } = cleanPaste(`<p>trước ${html} sau</p>`);
  assert.equal(offered.length, stays ? 1 : 0);
  assert.equal(clean.includes('<figure>'), stays);
  assert.match(clean, /trước\s+sau/);
  assert.equal(fromWeb, 0);
});

test('nobody is told of a picture of the web that shows nothing', () => (
  assert.equal(cleanPaste('<p>x<img src="https://x.vn/dem.gif" style="width: 1px"></p>').fromWeb, 0)));
