import { expect } from '@open-wc/testing';
import { readChunks, readSlice } from '../../src/worker/source.js';
import { failure, removedFile } from './files.js';

/** 2.5 MB in which every byte tells its place. */
const bytes = Uint8Array.from({ length: 2_500_001 }, (_, at) => at % 251);
const blob = new Blob([bytes]);

async function gather(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  const copies: Uint8Array<ArrayBuffer>[] = [];
  for await (const chunk of chunks) copies.push(new Uint8Array(chunk)); // it is valid only until the next
  return new Uint8Array(await new Blob(copies).arrayBuffer());
}
const same = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, at) => byte === other[at]);

describe('readChunks', () => {
  it('gives every byte once, in order', async () => {
    expect(same(await gather(readChunks(blob)), bytes)).to.equal(true);
    expect(await gather(readChunks(new Blob()))).to.have.lengthOf(0);
  });

  it('does so in a browser that has no reader into buffers', async () => {
    const old = new Blob([bytes]);
    old.stream = () => {
      throw new TypeError('not a byte stream');
    };
    expect(same(await gather(readChunks(old)), bytes)).to.equal(true);
  });

  it('ends when it is given up', async () => {
    const stop = new AbortController();
    const reading = async (): Promise<void> => {
      for await (const chunk of readChunks(blob, stop.signal)) if (chunk.length > 0) stop.abort();
    };
    expect(await failure(reading())).to.deep.equal(['AbortError', null]);
  });

  it('a file that was removed is unreadable', async () => {
    expect(await failure(gather(readChunks(await removedFile())))).to.deep.equal(['file-unreadable', null]);
  });
});

describe('readSlice', () => {
  it('gives what there is of it', async () => {
    expect(await readSlice(new Blob(['abcdef']), 2, 3)).to.deep.equal(new TextEncoder().encode('cde'));
    expect(await readSlice(new Blob(['abcdef']), 4, 30)).to.deep.equal(new TextEncoder().encode('ef'));
  });

  it('a file that was removed is unreadable', async () => {
    expect(await failure(readSlice(await removedFile(), 0, 5))).to.deep.equal(['file-unreadable', null]);
  });
});
