// Words and characters, counted per top-level block and remembered: a keystroke counts one block again.
import type { Node } from 'prosemirror-model';

interface Count { words: number; characters: number }
const counts = new WeakMap<Node, Count>();

function countBlock(block: Node): Count {
  const known = counts.get(block);
  if (known) return known;
  const text = block.textBetween(0, block.content.size, '\n', (leaf) => (leaf.type.name === 'hardBreak' ? '\n' : ''));
  // A word has a letter or a digit: a lone dash is none. Vietnamese counts syllables, as Word does.
  const words = text.split(/\s+/u).filter((piece) => /[\p{L}\p{N}]/u.test(piece)).length;
  const count = { words, characters: [...text.replace(/\n/g, '')].length };
  counts.set(block, count);
  return count;
}

export function count(doc: Node): Count {
  const sum = { words: 0, characters: 0 };
  doc.forEach((block) => {
    const { words, characters } = countBlock(block);
    sum.words += words;
    sum.characters += characters;
  });
  return sum;
}
