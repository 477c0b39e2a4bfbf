// Words and characters, counted per node and remembered: a keystroke counts the paragraph it stands in, however large the
// table around it is.
import type { Node } from 'prosemirror-model';

interface Count { words: number; characters: number }
const counts = new WeakMap<Node, Count>();

function countText(block: Node): Count {
  const text = block.textBetween(0, block.content.size, '\n', (leaf) => (leaf.type.name === 'hardBreak' ? '\n' : ''));
  // A word has a letter or a digit: a lone dash is none. Vietnamese counts syllables, as Word does.
  const words = text.split(/\s+/u).filter((piece) => /[\p{L}\p{N}]/u.test(piece)).length;
  return { words, characters: [...text.replace(/\n/g, '')].length };
}

export function count(node: Node): Count {
  const known = counts.get(node);
  if (known) return known;
  let sum = { words: 0, characters: 0 };
  if (node.inlineContent) {
    sum = countText(node);
  } else {
    node.forEach((child) => {
      const { words, characters } = count(child);
      sum.words += words;
      sum.characters += characters;
    });
  }
  counts.set(node, sum);
  return sum;
}
