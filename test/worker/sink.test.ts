import { expect } from '@open-wc/testing';
import { createTextDesk } from '../../src/worker/desk.js';
import { type PrivateFile, removeLeftovers, removeWritten, takeOut } from '../../src/worker/private-file.js';
import { createSink, openSink } from '../../src/worker/sink.js';
import { startFileDesk } from '../../src/worker/start.js';
import { csv, failure, recipe, UTF8 } from './files.js';

const people = csv('Email,City\na@b.co,Rome\n');
const quiet = (): void => undefined;
const DAY_MS = 24 * 60 * 60 * 1000;

async function privateFiles(): Promise<string[]> {
  const folder = await navigator.storage.getDirectory();
  const names: string[] = [];
  for await (const name of folder.keys()) names.push(name);
  return names;
}

async function leave(name: string): Promise<void> {
  const folder = await navigator.storage.getDirectory();
  await folder.getFileHandle(name, { create: true });
}

afterEach(async () => {
  const folder = await navigator.storage.getDirectory();
  for (const name of await privateFiles()) await folder.removeEntry(name).catch(quiet);
});

describe('a corrected file', () => {
  const text = { file: people, dialect: UTF8 };
  const how = recipe(UTF8, { columns: [1], headers: ['City'] });

  it('is written to the private file system by a worker', async () => {
    const desk = startFileDesk();
    const { content } = await desk.rewrite(text, how, quiet, new AbortController().signal);
    expect(await content.text()).to.equal('City\nRome\n');
    const [name] = await privateFiles();
    expect(name).to.match(/^hubspot-importer-\d+-/);
    expect(content).to.be.instanceOf(File).and.have.property('name', name);
    desk.close();
    expect(await content.text(), 'when the worker has ended').to.equal('City\nRome\n');
  });

  it('that is given up leaves nothing behind', async () => {
    const desk = startFileDesk();
    const dialect = { ...UTF8, encoding: 'utf-16le' };
    const stop = new AbortController();
    const million = new Blob(['someone@example.com,Somewhere on the coast\n'.repeat(25_000)]);
    const huge = {
      file: new File(['Email,City\n', ...Array<Blob>(40).fill(million)], 'huge.csv'),
      dialect: UTF8,
    };
    await desk.rewrite(huge, how, () => stop.abort(), stop.signal).catch(quiet);
    expect(stop.signal.aborted).to.equal(true);
    // The worker answers in order: when this comes, the other is over.
    await desk.rows({ file: people, dialect }, [1]);
    await desk.rewrite(text, how, quiet, new AbortController().signal);
    expect(await privateFiles()).to.have.lengthOf(1);
    desk.close();
  });

  it('is kept in memory on the page, and nothing is left in the private file system', async () => {
    const { content } = await createTextDesk().rewrite(text, how, quiet, new AbortController().signal);
    expect(await content.text()).to.equal('City\nRome\n');
    expect(await privateFiles()).to.deep.equal([]);
  });
});

describe('a sink without a private file system', () => {
  it('gives every byte in order, whatever the size of the pieces', async () => {
    const sink = await openSink();
    const sizes = [1, 1024 * 1024, 1024 * 1024 - 1, 2, 3_000_000, 0, 5];
    const pieces = sizes.map((size, i) => new Uint8Array(size).fill(65 + i));
    for (const piece of pieces) sink.write(piece);
    const expected = await new Blob(pieces).text();
    expect((await (await sink.finish()).text()) === expected, 'the bytes').to.equal(true);
  });

  it('does not mind that a piece is used again', async () => {
    const sink = await openSink();
    const piece = new Uint8Array(2_000_000).fill(65);
    sink.write(piece);
    piece.fill(66);
    sink.write(piece.subarray(0, 3));
    const text = await (await sink.finish()).text();
    expect([text.length, text.at(0), text.at(-1)]).to.deep.equal([2_000_003, 'A', 'B']);
  });
});

describe('a sink whose private file system fills up', () => {
  /** A private file with room for so many bytes. */
  function smallFile(
    room: number,
    content = (bytes: Uint8Array<ArrayBuffer>) => new File([bytes], 'small.csv'),
  ) {
    const kept = new Uint8Array(room);
    let size = 0;
    const calls: string[] = [];
    const file: PrivateFile = {
      append(bytes) {
        const fitting = bytes.subarray(0, room - size);
        kept.set(fitting, size);
        size += fitting.length;
        return fitting.length;
      },
      async close() {
        calls.push('close');
        return content(kept.slice(0, size));
      },
      async remove() {
        calls.push('remove');
      },
    };
    return { file, calls };
  }
  const pieces = Array.from({ length: 30 }, (_, i) => new Uint8Array(100_000).fill(65 + i));

  for (const room of [0, 1, 1024 * 1024 - 1, 1024 * 1024, 2_500_000, 3_000_000]) {
    it(`goes on in memory when ${room} bytes fit, and hands over every byte in order`, async () => {
      const { file, calls } = smallFile(room);
      const sink = createSink(file);
      for (const piece of pieces) sink.write(piece);
      const content = await sink.finish();
      expect((await content.text()) === (await new Blob(pieces).text()), 'the bytes').to.equal(true);
      expect(content).to.have.property('name', 'small.csv');
      expect(calls).to.deep.equal(['close']);
    });
  }

  it('says so when the browser cannot keep the rest either, and leaves nothing', async () => {
    const unreadable = (bytes: Uint8Array<ArrayBuffer>): File => {
      const file = new File([bytes], 'small.csv');
      file.slice = () => {
        const slice = new Blob();
        slice.arrayBuffer = () => Promise.reject(new DOMException('No room', 'NotReadableError'));
        return slice;
      };
      return file;
    };
    const { file, calls } = smallFile(5_000_000, unreadable);
    const sink = createSink(file);
    for (const piece of pieces) sink.write(piece);
    expect(await failure(sink.finish())).to.deep.equal(['storage-full', { bytes: 3_000_000 }]);
    expect(calls).to.deep.equal(['close', 'remove']);
  });

  it('never hands over a part of it', async () => {
    const { file } = smallFile(5_000_000, (bytes) => new File([bytes.subarray(1)], 'small.csv'));
    const sink = createSink(file);
    for (const piece of pieces) sink.write(piece);
    expect((await failure(sink.finish()))[0]).to.equal('storage-full');
  });
});

describe('removeWritten', () => {
  it('removes the corrected file once it is sent, and nothing else', async () => {
    const desk = startFileDesk();
    const { content } = await desk.rewrite(
      { file: people, dialect: UTF8 },
      recipe(UTF8, { columns: [1], headers: ['City'] }),
      quiet,
      new AbortController().signal,
    );
    await removeWritten(people);
    await removeWritten(content);
    expect(await privateFiles()).to.deep.equal([]);
    desk.close();
  });
});

describe('takeOut', () => {
  it('hands the corrected file over and leaves nothing of it where it was written', async () => {
    const desk = startFileDesk();
    const { content } = await desk.rewrite(
      { file: people, dialect: UTF8 },
      recipe(UTF8, { columns: [1], headers: ['City'] }),
      quiet,
      new AbortController().signal,
    );
    const text = await content.text();
    const taken = await takeOut(content);
    expect(await privateFiles()).to.deep.equal([]);
    expect(await taken.text()).to.equal(text);
    desk.close();
  });

  it('hands a file of the person’s back as it is', async () => {
    expect(await takeOut(people)).to.equal(people);
  });
});

describe('removeLeftovers', () => {
  it('removes what is ours and older than a day', async () => {
    const ours = (ageMs: number): string => `hubspot-importer-${Date.now() - ageMs}-x.csv`;
    const [old, young, theirs] = [ours(2 * DAY_MS), ours(DAY_MS / 2), 'their-notes.csv'];
    for (const name of [old, young, theirs]) await leave(name);
    await removeLeftovers();
    expect((await privateFiles()).toSorted()).to.deep.equal([young, theirs].toSorted());
  });
});
