// Sends what was typed to the desk. The promise is that a desk that is killed loses at most 200 ms of typing: the first
// keystroke after a while is sent at once, and what comes after it waits at most `delay` from its own first keystroke on;
// later keystrokes do not push it further away.
// Only the top-level blocks that changed are sent: a document is persistent, so unchanged blocks are the same objects.
import type { Node } from 'prosemirror-model';
import type { Bridge } from './bridge.ts';
import { jsonText } from './json.ts';

const delay = 80; // milliseconds

export class Changes {
  #bridge: Pick<Bridge, 'changed'>;
  #sent: Node | null = null;
  #current: Node | null = null;
  #generation = 0;
  #sequence = 0;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #sentAt = -Infinity;

  constructor(bridge: Pick<Bridge, 'changed'>) {
    this.#bridge = bridge;
  }

  /// A document from the desk: both sides have it.
  start(doc: Node, generation: number): void {
    this.#cancel();
    this.#sent = this.#current = doc;
    this.#generation = generation;
    this.#sequence = 0;
  }

  get generation(): number { return this.#generation; }
  get sequence(): number { return this.#sequence; }
  get hasUnsent(): boolean { return this.#sent !== this.#current; }

  note(doc: Node): void {
    this.#current = doc;
    if (!this.hasUnsent) return;
    const wait = this.#sentAt + delay - performance.now();
    // Looked at with each key: on a busy machine keys and drawing come before timers, for seconds.
    if (wait <= 0) this.send();
    else this.#timer ??= setTimeout(() => this.send(), Math.min(wait, delay));
  }

  send(origin: 'person' | 'desk' = 'person'): void {
    this.#cancel();
    const before = this.#sent;
    const after = this.#current;
    if (!before || !after || before === after) return;
    let from = 0;
    const shorter = Math.min(before.childCount, after.childCount);
    while (from < shorter && before.child(from) === after.child(from)) from++;
    let end = 0;
    while (end < shorter - from
      && before.child(before.childCount - 1 - end) === after.child(after.childCount - 1 - end)) end++;
    const blocks: string[] = [];
    for (let i = from; i < after.childCount - end; i++) blocks.push(jsonText(after.child(i)));
    this.#sent = after;
    this.#sentAt = performance.now();
    this.#sequence++;
    this.#bridge.changed(this.#generation, this.#sequence, from, before.childCount - end - from, blocks, origin === 'desk');
  }

  /// The desk lost count: all blocks again.
  resend(): void {
    this.#cancel();
    if (!this.#current) return;
    const blocks: string[] = [];
    this.#current.forEach((block) => blocks.push(jsonText(block)));
    this.#sent = this.#current;
    this.#sequence++;
    this.#bridge.changed(this.#generation, this.#sequence, 0, -1, blocks, false);
  }

  #cancel(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }
}
