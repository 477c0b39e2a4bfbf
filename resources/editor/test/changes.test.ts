import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { Node } from 'prosemirror-model';
import { EditorState } from 'prosemirror-state';
import { Changes } from '../src/changes.ts';
import { count } from '../src/count.ts';
import { storedText } from '../src/json.ts';
import { schema } from '../src/schema.ts';

const paragraphs = (...texts: string[]) => schema.nodes['doc']!.create(null,
  texts.map((each) => schema.nodes['paragraph']!.create(null, schema.text(each))));

type Sent = [generation: number, sequence: number, from: number, removed: number, blocks: string[], byDesk: boolean];

function typing(doc: Node) {
  const sent: Sent[] = [];
  const changes = new Changes({ changed: (...args: Sent) => void sent.push(args) });
  changes.start(doc, 7);
  let state = EditorState.create({ schema, doc });
  const type = (pos: number, text: string) => {
    state = state.apply(state.tr.insertText(text, pos));
    changes.note(state.doc);
  };
  return { sent, changes, type };
}

// Timers of a clock that stands until it is told; node's own are called differently from version to version. On a starved
// machine none is called.
function standingClock(t: TestContext, starved = false) {
  const { setTimeout, clearTimeout } = globalThis;
  t.after(() => Object.assign(globalThis, { setTimeout, clearTimeout }));
  t.mock.method(performance, 'now', () => now);
  const timers = new Map<number, { at: number; run: () => void }>();
  let now = 0;
  let last = 0;
  Object.assign(globalThis, {
    setTimeout: (run: () => void, delay: number) => (timers.set(++last, { at: now + delay, run }), last),
    clearTimeout: (timer: number) => void timers.delete(timer),
  });
  return (milliseconds: number) => {
    now += milliseconds;
    if (starved) return;
    for (const [timer, { at, run }] of timers) {
      if (at > now) continue;
      timers.delete(timer);
      run();
    }
  };
}

test('the first keystroke is sent at once; of the next the first sets the time, later ones do not push it away', (t) => {
  const tick = standingClock(t);
  const { sent, type } = typing(paragraphs('a', 'b', 'c'));
  type(4, 'x');
  assert.equal(sent.length, 1); // nothing was sent lately: nothing to wait for
  for (let i = 0; i < 10; i++) {
    tick(10);
    type(4, 'x');
  }
  assert.equal(sent.length, 2); // 80 ms after the first, though a key came every 10
  tick(100);
  assert.equal(sent.length, 3);
  tick(1000);
  assert.equal(sent.length, 3); // nothing to say, nothing said
  assert.deepEqual(sent[2]!.slice(0, 4), [7, 3, 1, 1]);
  assert.match(sent[2]![4][0]!, /xxxxxxxxxxb/);
  type(4, 'y');
  assert.equal(sent.length, 4); // after a while again at once
});

test('where timers starve, keys bring what was typed before them', (t) => {
  const tick = standingClock(t, true);
  const { sent, type } = typing(paragraphs('a'));
  for (let i = 0; i < 20; i++) {
    type(1, 'x');
    tick(100);
  }
  assert.equal(sent.length, 20);
});

test('blocks that did not change are not sent', () => {
  const { sent, changes, type } = typing(paragraphs('a', 'b', 'c'));
  type(4, 'x');
  changes.send();
  assert.deepEqual(sent, [[7, 1, 1, 1, ['{"content":[{"text":"xb","type":"text"}],"type":"paragraph"}'], false]]);
});

test('what leaves the page is NFC, without control characters, soft hyphens kept', () => {
  assert.equal(storedText('Vie\u0302\u0323t\u0000\u0007 a\tb\u00ad'), 'Việt a b\u00ad');
});

test('words are syllables with a letter or a digit', () => {
  assert.deepEqual(count(paragraphs('Ban Biên tập – họp.', '28/9/2023')), { words: 5, characters: 28 });
});
