// The JSON form that leaves the page: canonical, so that what app/document would write is the same bytes. Keys are
// sorted, attributes that equal their default are left out, text is NFC. The document itself is left as it was typed:
// rewriting it under an input method would break Telex.
import { Mark, Node } from 'prosemirror-model';
import { limits, schema, schemaVersion } from './schema.ts';

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

// ProseMirror leaves out what it does not know, which would lose what a newer program wrote. So that is looked for first,
// together with the limits that a deep or large document would hurt by.
function checkKnown(json: unknown, depth: number, seen: { nodes: number; characters: number }): void {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) throw new RangeError('not a node');
  const { type, attrs, content, marks, text, ...rest } = json as Record<string, unknown>;
  const spec = typeof type === 'string' && Object.hasOwn(schema.nodes, type) ? schema.nodes[type] : undefined;
  if (!spec) throw new RangeError(`unknown node type: ${String(type)}`);
  if (depth === 1) delete rest['version'];
  if (Object.keys(rest).length) throw new RangeError(`unknown key: ${Object.keys(rest)[0]}`);
  if (depth > limits.depth) throw new RangeError('too deep');
  if (++seen.nodes > limits.nodes) throw new RangeError('too many nodes');
  checkAttributeNames(attrs, spec.spec.attrs ?? {});
  if ((text !== undefined) !== spec.isText || (spec.isText && (typeof text !== 'string' || text === ''))) throw new RangeError('misplaced text');
  if (typeof text === 'string' && (seen.characters += text.length) > limits.characters) throw new RangeError('too long');
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

/// The document of a JSON text. Throws when it is not one of the closed schema, or is over its limits.
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
