// The board's own item of 2-10-2023 as its reporter writes it here: headings, lists, a table, a link, three photos.
import fs from 'node:fs';

const text = (words, ...marks) => ({ type: 'text', text: words, ...(marks.length ? { marks } : {}) });
const node = (type, content, attrs) => ({ type, ...(attrs ? { attrs } : {}), ...(content ? { content } : {}) });
export const paragraph = (...parts) => node('paragraph', parts.map(part => typeof part === 'string' ? text(part) : part));
const heading = words => node('heading', [text(words)], { level: 2 });
const list = (type, lines) => node(type, lines.map(line => node('listItem', [paragraph(line)])));
const row = (type, cells) => node('tableRow', cells.map(cell => node(type, [paragraph(cell)])));
const figure = (media, { caption, credit, alt }) =>
  node('figure', [node('figimage', undefined, { media, alt }), node('figcaption', [text(caption)])], { credit });

export const photos = [
  { caption: 'Quang cảnh phiên họp', credit: 'Thu Hiền', alt: 'Các thành viên Ban Biên tập trong hội trường' },
  { caption: 'Biên tập tin, bài hằng ngày', credit: 'Thu Hiền', alt: 'Màn hình mở trang chủ của cổng' },
  { caption: 'Đồng chí Trưởng Ban kết luận', credit: 'Trung tâm VHTT - TDTT', alt: 'Người chủ trì phát biểu tại bục' },
];
export const link = 'https://dichvucong.quangtri.gov.vn/';

const seed = JSON.parse(fs.readFileSync(`${process.env.TOASOAN_SOURCE_DIR}/resources/demo/newsroom.json`, 'utf8')).items[0];
const words = seed.body.filter(block => typeof block === 'string');

export const title = seed.title;

/// The item, with its three pictures by their ids.
export function seedItem(section, media, lead = seed.lead) {
  return {
    title, lead, section, genre: 'newsBrief', tags: seed.tags, source: '', subtitle: '', correction: '',
    bylines: [{ name: 'Thu Hiền', share: 'words' }],
    body: node('doc', [
      figure(media[0], photos[0]),
      paragraph(words[0]),
      heading('Kết quả chín tháng'),
      paragraph(words[1]),
      figure(media[1], photos[1]),
      node('table', [row('tableHeader', ['Loại', 'Số lượng']), row('tableCell', ['Tin', '245']),
        row('tableCell', ['Bài', '60']), row('tableCell', ['Hình ảnh', '977'])], { summary: 'Tin, bài, ảnh đã đăng' }),
      paragraph(words[2]),
      heading('Nhiệm vụ những tháng cuối năm'),
      list('bulletList', ['Cải tiến giao diện.', 'Mở chuyên mục văn bản của khối Đảng.']),
      list('orderedList', ['Nâng cao chất lượng tin, bài.', 'Khắc phục tồn tại trong chấm điểm.']),
      paragraph('Thủ tục hành chính: ', text('Dịch vụ công trực tuyến', { type: 'link', attrs: { href: link } }), '.'),
      figure(media[2], photos[2]),
      paragraph(words[4]),
    ]),
  };
}

/// A short item without pictures.
export function shortItem(section, itsTitle, words = 'Nội dung của tin.') {
  return {
    title: itsTitle, lead: 'Sapo của tin.', section, genre: 'newsBrief', tags: [], source: '', subtitle: '',
    correction: '', bylines: [], body: node('doc', [paragraph(words)]),
  };
}
