import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { createSearch, openWindow, type Bytes } from '../../src/relay/byte-window.js';

const encode = (text: string) => new TextEncoder().encode(text);

describe('the search for a boundary', () => {
  it('finds what a plain search finds', () => {
    const few = fc.string({ unit: fc.constantFrom('-', 'a', 'b', '\r'), maxLength: 40 });
    const needle = fc.string({ unit: fc.constantFrom('-', 'a', 'b', '\r'), minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(few, needle, fc.nat(10), (text, wanted, from) => {
        assert.equal(
          createSearch(encode(wanted))(encode(text), from),
          from > text.length ? -1 : text.indexOf(wanted, from),
        );
      }),
    );
  });
});

describe('a window on a stream', () => {
  it('gives every byte once and in order, and never writes over what it gave', async () => {
    const chunks = fc.array(fc.uint8Array({ maxLength: 9 }), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(chunks, fc.array(fc.nat(7), { minLength: 1 }), async (sent, takes) => {
        const stream = new ReadableStream<Bytes>({
          start(controller) {
            for (const chunk of sent) controller.enqueue(new Uint8Array(chunk));
            controller.close();
          },
        });
        const window = openWindow(stream);
        const taken: Uint8Array[] = [];
        for (let turn = 0; await window.more(); turn += 1) {
          taken.push(window.take(Math.min(takes[turn % takes.length] ?? 0, window.bytes.length)));
        }
        taken.push(window.take(window.bytes.length));
        assert.deepEqual(Buffer.concat(taken), Buffer.concat(sent));
      }),
    );
  });
});
