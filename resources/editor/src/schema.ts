// The closed schema of schema.json as a ProseMirror schema. Names, content, attributes and limits come from the file,
// which app/document reads too; only what a browser needs (how to draw it, how to read it from pasted HTML) stands here.
import {
  type Attrs, type DOMOutputSpec, type MarkSpec, type Node, type NodeSpec, Schema, type TagParseRule, type ParseRule,
} from 'prosemirror-model';
import definition from '../schema.json';

interface AttributeDefinition {
  type: 'enum' | 'integer' | 'string' | 'uuid' | 'href';
  default: string | number;
  values?: string[];
  min?: number;
  max?: number;
  maxLength?: number;
}
interface NodeDefinition {
  content?: string;
  group?: string;
  inline?: boolean;
  atom?: boolean;
  attrs?: Record<string, AttributeDefinition>;
}
interface MarkDefinition {
  excludes?: string;
  attrs?: Record<string, AttributeDefinition>;
}

const uuidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const limits = definition.limits;
export const storedLimits = definition.storedLimits;
export const schemaVersion = definition.version;

/// The address if it may stand in a link as it is (its scheme is one of schema.json's, and app/document takes it), else
/// ''. What it could become: address.ts.
export function allowedHref(href: string): string {
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(href)?.[1]?.toLowerCase();
  const maxLength = definition.marks.link.attrs.href.maxLength;
  if (!scheme || !definition.hrefSchemes.includes(scheme) || href.length > maxLength
    || /[\s\p{Cc}\p{Cs}\ufffe\uffff]/u.test(href))
    return '';
  return href;
}

function checkAttribute(name: string, rule: AttributeDefinition, value: unknown): void {
  const refuse = (): never => {
    throw new RangeError(`attribute ${name}: ${JSON.stringify(value)}`);
  };
  if (rule.type === 'integer') {
    if (!Number.isInteger(value) || (value as number) < rule.min! || (value as number) > rule.max!) refuse();
    return;
  }
  if (typeof value !== 'string') return refuse();
  switch (rule.type) {
    case 'enum': if (!rule.values!.includes(value)) refuse(); break;
    case 'string': if (value.length > rule.maxLength!) refuse(); break;
    case 'uuid': if (value !== '' && !uuidPattern.test(value)) refuse(); break;
    case 'href': if (value !== '' && allowedHref(value) === '') refuse(); break;
  }
}

function attributesOf(attrs: Record<string, AttributeDefinition> | undefined): NonNullable<NodeSpec['attrs']> {
  return Object.fromEntries(Object.entries(attrs ?? {}).map(([name, rule]) => [
    name, { default: rule.default, validate: (value: unknown) => checkAttribute(name, rule, value) }]));
}

// ---- how nodes look: one form for the page, the clipboard and the comparison with app/document --------------------

const spans = (attrs: Attrs) => ({
  ...(attrs['colspan'] !== 1 && { colspan: String(attrs['colspan']) }),
  ...(attrs['rowspan'] !== 1 && { rowspan: String(attrs['rowspan']) }),
});

export function figureClass(attrs: Attrs): string {
  return attrs['placement'] === 'wide' ? 'figure figure-wide' : 'figure';
}

const toDOM: Record<string, (node: Node) => DOMOutputSpec> = {
  paragraph: ({ attrs }) => ['p', attrs['align'] === 'start' ? {} : { class: `align-${attrs['align']}` }, 0],
  heading: ({ attrs }) => [`h${attrs['level']}`, 0],
  bulletList: () => ['ul', 0],
  orderedList: ({ attrs }) => ['ol', attrs['start'] === 1 ? {} : { start: String(attrs['start']) }, 0],
  listItem: () => ['li', 0],
  blockquote: () => ['blockquote', 0],
  table: ({ attrs }) => ['table', attrs['summary'] ? { 'aria-label': attrs['summary'] } : {}, ['tbody', 0]],
  tableRow: () => ['tr', 0],
  tableCell: ({ attrs }) => ['td', spans(attrs), 0],
  tableHeader: ({ attrs }) => ['th', spans(attrs), 0],
  figure: ({ attrs }) => ['figure', { class: figureClass(attrs), ...(attrs['credit'] && { 'data-credit': attrs['credit'] }) }, 0],
  figimage: ({ attrs }) => ['img', {
    src: `media:${attrs['media']}`, alt: attrs['alt'],
    ...(attrs['width'] && { width: String(attrs['width']) }), ...(attrs['height'] && { height: String(attrs['height']) }),
  }],
  figcaption: () => ['figcaption', 0],
  horizontalRule: () => ['hr'],
  hardBreak: () => ['br'],
};

const markTags: Record<string, (attrs: Attrs) => DOMOutputSpec> = {
  link: (attrs) => ['a', { href: attrs['href'], ...(attrs['title'] && { title: attrs['title'] }) }, 0],
  bold: () => ['strong', 0],
  italic: () => ['em', 0],
  underline: () => ['u', 0],
  strike: () => ['s', 0],
  subscript: () => ['sub', 0],
  superscript: () => ['sup', 0],
  conflict: (attrs) => ['span', { class: `conflict conflict-${attrs['side']}` }, 0],
};

// ---- how nodes are read from HTML: our own, and what a paste brings after paste.ts has cleaned it --------------------

const numberOf = (dom: HTMLElement, name: string, rule: { min: number; max: number; default: number }) => {
  const value = Number.parseInt(dom.getAttribute(name) ?? '', 10);
  return Number.isInteger(value) && value >= rule.min && value <= rule.max ? value : rule.default;
};

function alignOf(dom: HTMLElement): Attrs {
  const named = /\balign-(center|end|justify)\b/.exec(dom.className)?.[1];
  const style = (dom.style?.textAlign || dom.getAttribute('align') || '').toLowerCase();
  const styled = { center: 'center', right: 'end', end: 'end', justify: 'justify' }[style];
  return { align: named ?? styled ?? 'start' };
}

const cellAttributes = (dom: HTMLElement): Attrs => ({
  colspan: numberOf(dom, 'colspan', definition.nodes.tableCell.attrs.colspan),
  rowspan: numberOf(dom, 'rowspan', definition.nodes.tableCell.attrs.rowspan),
});

const cut = (text: string | null, maxLength: number) => (text ?? '').normalize('NFC').trim().slice(0, maxLength);

const headings: TagParseRule[] = [1, 2, 3, 4, 5, 6].map((tag) => (
  { tag: `h${tag}`, attrs: { level: Math.min(Math.max(tag, 2), 4) } }));

const parseNode: Record<string, TagParseRule[]> = {
  paragraph: [{ tag: 'p', getAttrs: alignOf }],
  heading: headings,
  bulletList: [{ tag: 'ul' }],
  orderedList: [{ tag: 'ol', getAttrs: (dom) => ({ start: numberOf(dom, 'start', definition.nodes.orderedList.attrs.start) }) }],
  listItem: [{ tag: 'li' }],
  blockquote: [{ tag: 'blockquote' }],
  table: [{ tag: 'table', getAttrs: (dom) => ({ summary: cut(dom.getAttribute('aria-label') ?? dom.getAttribute('summary'), 1000) }) }],
  tableRow: [{ tag: 'tr' }],
  tableCell: [{ tag: 'td', getAttrs: cellAttributes }],
  tableHeader: [{ tag: 'th', getAttrs: cellAttributes }],
  figure: [{
    tag: 'figure',
    getAttrs: (dom) => ({
      credit: cut(dom.getAttribute('data-credit'), 300),
      placement: dom.classList.contains('figure-wide') ? 'wide' : 'column',
    }),
  }],
  figimage: [{
    tag: 'img',
    context: 'figure/',
    getAttrs: (dom) => {
      const media = /^media:([0-9a-f-]{36})$/.exec(dom.getAttribute('src') ?? '')?.[1] ?? '';
      return {
        media: uuidPattern.test(media) ? media : '',
        alt: cut(dom.getAttribute('alt'), 1000),
        width: numberOf(dom, 'width', definition.nodes.figimage.attrs.width),
        height: numberOf(dom, 'height', definition.nodes.figimage.attrs.height),
      };
    },
  }],
  figcaption: [{ tag: 'figcaption', context: 'figure/' }],
  horizontalRule: [{ tag: 'hr' }],
  hardBreak: [{ tag: 'br' }],
};

const parseMark: Record<string, ParseRule[]> = {
  link: [{
    tag: 'a[href]',
    getAttrs: (dom) => {
      const href = allowedHref(dom.getAttribute('href') ?? '');
      return href ? { href, title: cut(dom.getAttribute('title'), 300) } : false;
    },
  }],
  bold: [
    { tag: 'strong' },
    // Google Docs wraps a whole paste in <b style="font-weight: normal">.
    { tag: 'b', getAttrs: (dom) => dom.style.fontWeight !== 'normal' && null },
    { style: 'font-weight', getAttrs: (value) => /^(bold(er)?|[6-9]\d\d)$/.test(value) && null },
  ],
  italic: [{ tag: 'em' }, { tag: 'i', getAttrs: (dom) => dom.style.fontStyle !== 'normal' && null }, { style: 'font-style=italic' }],
  underline: [{ tag: 'u' }, { style: 'text-decoration', getAttrs: (value) => /\bunderline\b/.test(value) && null }],
  strike: [{ tag: 's' }, { tag: 'del' }, { tag: 'strike' },
    { style: 'text-decoration', getAttrs: (value) => /\bline-through\b/.test(value) && null }],
  subscript: [{ tag: 'sub' }, { style: 'vertical-align=sub' }],
  superscript: [{ tag: 'sup' }, { style: 'vertical-align=super' }],
  conflict: [{
    tag: 'span.conflict',
    getAttrs: (dom) => ({ side: dom.classList.contains('conflict-theirs') ? 'theirs' : 'mine' }),
  }],
};

// ---- the schema --------------------------------------------------------------------------------------------------

// What prosemirror-tables needs to know, and where the caret may not leave by Backspace or a drag.
const behaviour: Record<string, NodeSpec> = {
  heading: { defining: true },
  listItem: { defining: true },
  blockquote: { defining: true },
  table: { tableRole: 'table', isolating: true },
  tableRow: { tableRole: 'row' },
  tableCell: { tableRole: 'cell', isolating: true },
  tableHeader: { tableRole: 'header_cell', isolating: true },
  figure: { isolating: true, defining: true, draggable: true },
  figimage: { draggable: false, selectable: false },
  figcaption: { isolating: true },
  hardBreak: { selectable: false, linebreakReplacement: true, leafText: () => '\n' },
};

function nodeSpec(name: string, rule: NodeDefinition): NodeSpec {
  return {
    ...(rule.content !== undefined && { content: rule.content }),
    ...(rule.group !== undefined && { group: rule.group }),
    ...(rule.inline && { inline: true }),
    ...(rule.atom && { atom: true }),
    attrs: attributesOf(rule.attrs),
    ...(toDOM[name] && { toDOM: toDOM[name] }),
    ...(parseNode[name] && { parseDOM: parseNode[name] }),
    ...behaviour[name],
  };
}

function markSpec(name: string, rule: MarkDefinition): MarkSpec {
  const draw = markTags[name]!;
  return {
    attrs: attributesOf(rule.attrs),
    ...(rule.excludes !== undefined && { excludes: `${name} ${rule.excludes}` }),
    ...((name === 'link' || name === 'conflict') && { inclusive: false }),
    toDOM: (mark) => draw(mark.attrs),
    parseDOM: parseMark[name]!,
  };
}

const nodes = definition.nodes as Record<string, NodeDefinition>;
const marks = definition.marks as Record<string, MarkDefinition>;

export const schema = new Schema({
  topNode: definition.topNode,
  nodes: Object.fromEntries(Object.entries(nodes).map(([name, rule]) => [name, nodeSpec(name, rule)])),
  marks: Object.fromEntries(Object.entries(marks).map(([name, rule]) => [name, markSpec(name, rule)])),
});
