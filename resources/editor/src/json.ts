// The JSON form that leaves the page: canonical, so that what app/document would write is the same bytes. Keys are
// sorted, attributes that equal their default are left out, text is NFC. The document itself is left as it was typed:
// rewriting it under an input method would break Telex.
import { Mark, Node } from 'prosemirror-model';
import { schema, schemaVersion, storedLimits } from './schema.ts';

type Attributes = Record<string, string | number>;
export interface MarkJson { attrs?: Attributes; type: string }
export interface NodeJson { attrs?: Attributes; content?: NodeJson[]; marks?: MarkJson[]; text?: string; type: string }

// Control characters cannot be typed, but a paste may bring them and the schema's other doors refuse them.
const controls = /[\u0000-\u001f\u007f-\u009f]/g;

export function storedText(text: string): string {
  return text.replace(controls, (character) => (character === '\t' || character === '\n' ? ' ' : '')).normalize('NFC');
}

function attributes({ attrs, type }: Node | Mark): Attributes | undefined {
  const defaults = (type.spec.attrs ?? {}) as Record<string, { default: unknown }>;
  const kept: Attributes = {};
  let any = false;
  for (const name of Object.keys(attrs).sort()) {
    const value = attrs[name] as string | number;
    if (value === defaults[name]?.default) continue;
    kept[name] = typeof value === 'string' ? storedText(value) : value;
    any = true;
  }
  return any ? kept : undefined;
}

function markJson(mark: Mark): MarkJson {
  const attrs = attributes(mark);
  return { ...(attrs && { attrs }), type: mark.type.name };
}

/// The canonical JSON of a node and what is in it.
export function toJson(node: Node): NodeJson {
  const attrs = attributes(node);
  const content: NodeJson[] = [];
  node.forEach((child) => {
    const json = toJson(child);
    if (json.text !== '') content.push(json); // text that was nothing but control characters
  });
  return {
    ...(attrs && { attrs }),
    ...(content.length && { content }),
    ...(node.marks.length && { marks: node.marks.map(markJson) }),
    ...(node.isText && { text: storedText(node.text!) }),
    type: node.type.name,
  };
}

// ---- the same as text, remembered --------------------------------------------------------------------------------

// Every keystroke sends the block that it changed, and that may be a table of 15,000 cells: what did not change in it is
// put together from what was written before.
const texts = new WeakMap<Node, string>();

/// The canonical JSON of a block as text: JSON.stringify(toJson(node)).
export function jsonText(node: Node): string {
  if (node.isInline || node.isTextblock || node.isLeaf) return remembered(node, () => JSON.stringify(toJson(node)));
  return remembered(node, () => {
    const attrs = attributes(node);
    const parts: string[] = [];
    node.forEach((child) => parts.push(jsonText(child)));
    return `{${attrs ? `"attrs":${JSON.stringify(attrs)},` : ''}"content":[${parts.join(',')}],"type":"${node.type.name}"}`;
  });
}

function remembered(node: Node, make: () => string): string {
  const known = texts.get(node);
  if (known !== undefined) return known;
  const text = make();
  texts.set(node, text);
  return text;
}

const encoder = new TextEncoder();
const bytesOf = (text: string) => (/^[\u0000-\u007f]*$/.test(text) ? text.length : encoder.encode(text).length);

/// How many bytes a node adds to the JSON beside its children.
export function ownSize(node: Node): number {
  const attrs = attributes(node);
  return bytesOf(JSON.stringify({ ...(attrs && { attrs }), type: node.type.name })) + (node.childCount > 0 ? 12 : 0);
}
export const textSize = (node: Node): number => bytesOf(JSON.stringify(toJson(node)));

// ProseMirror leaves out what it does not know, which would lose what a newer program wrote. So that is looked for first,
// together with the bounds that a deep or large document would hurt by.
/// More than any program of this house ever stored.
export class TooLarge extends RangeError {}

function checkKnown(json: unknown, depth: number, seen: { nodes: number; characters: number }): void {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) throw new RangeError('not a node');
  const { type, attrs, content, marks, text, ...rest } = json as Record<string, unknown>;
  const spec = typeof type === 'string' && Object.hasOwn(schema.nodes, type) ? schema.nodes[type] : undefined;
  if (!spec) throw new RangeError(`unknown node type: ${String(type)}`);
  if (depth === 1) delete rest['version'];
  if (Object.keys(rest).length) throw new RangeError(`unknown key: ${Object.keys(rest)[0]}`);
  if (depth > storedLimits.depth) throw new TooLarge('too deep');
  if (++seen.nodes > storedLimits.nodes) throw new TooLarge('too many nodes');
  checkAttributeNames(attrs, spec.spec.attrs ?? {});
  if ((text !== undefined) !== spec.isText || (spec.isText && (typeof text !== 'string' || text === ''))) throw new RangeError('misplaced text');
  if (typeof text === 'string' && (seen.characters += text.length) > storedLimits.characters) throw new TooLarge('too long');
  for (const mark of listOf(marks)) {
    const { type: markType, attrs: markAttrs, ...more } = (mark ?? {}) as Record<string, unknown>;
    if (typeof markType !== 'string' || !Object.hasOwn(schema.marks, markType)) throw new RangeError(`unknown mark: ${String(markType)}`);
    if (Object.keys(more).length) throw new RangeError(`unknown key: ${Object.keys(more)[0]}`);
    checkAttributeNames(markAttrs, schema.marks[markType]!.spec.attrs ?? {});
  }
  for (const child of listOf(content)) checkKnown(child, depth + 1, seen);
}

function checkAttributeNames(attrs: unknown, known: object): void {
  if (attrs === undefined) return;
  if (typeof attrs !== 'object' || attrs === null || Array.isArray(attrs)) throw new RangeError('attributes');
  for (const name of Object.keys(attrs)) if (!Object.hasOwn(known, name)) throw new RangeError(`unknown attribute: ${name}`);
}

function listOf(value: unknown): unknown[] {
  if (value !== undefined && !Array.isArray(value)) throw new RangeError('not a list');
  return value ?? [];
}

/// The document of a JSON text. Throws when it is not one of the closed schema, or TooLarge. What is over the limits of
/// writing is read all the same: how else should it be shortened.
export function fromJson(text: string): Node {
  const json: unknown = JSON.parse(text);
  checkKnown(json, 1, { nodes: 0, characters: 0 });
  const { version = 1 } = json as { version?: unknown };
  if (!Number.isInteger(version) || (version as number) < 1 || (version as number) > schemaVersion) throw new RangeError('newer version');
  const node = Node.fromJSON(schema, json);
  node.check();
  if (node.type !== schema.topNodeType) throw new RangeError(`not a document: ${node.type.name}`);
  return node;
}
