// The JSON form that leaves the page: canonical, so that what app/document would write is the same bytes. Keys are
// sorted, attributes that equal their default are left out, text is NFC. The document itself is left as it was typed:
// rewriting it under an input method would break Telex.
import { Mark, Node } from 'prosemirror-model';
import { limits, schema } from './schema.ts';

type Attributes = Record<string, string | number>;
export interface MarkJson { attrs?: Attributes; type: string }
export interface NodeJson { attrs?: Attributes; content?: NodeJson[]; marks?: MarkJson[]; text?: string; type: string }

// Control characters cannot be typed, but a paste may bring them and the schema's other doors refuse them.
// eslint-disable-next-line no-control-regex
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

/// The document of a JSON text. Throws when it is not one of the closed schema, or is over its limits.
export function fromJson(text: string): Node {
  const node = Node.fromJSON(schema, JSON.parse(text));
  node.check();
  if (node.type !== schema.topNodeType) throw new RangeError(`not a document: ${node.type.name}`);
  if (node.content.size > limits.characters + 2 * limits.nodes) throw new RangeError('document too large');
  return node;
}
