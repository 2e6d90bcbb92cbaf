import { expect } from '@open-wc/testing';
import { createSender } from '../../src/client/sender.js';
import type { ImportRequest } from '../../src/core/import-request.js';
import { json, world } from './backend.js';

const request: ImportRequest = {
  name: 'contacts.csv, Nov 23',
  importOperations: { '0-1': 'UPSERT' },
  files: [
    { fileName: 'contacts.csv', fileFormat: 'CSV', fileImportPage: { hasHeader: true, columnMappings: [] } },
  ],
};
const contents = [new Blob(['Email\na@b.co\n'])];
const ignore = (): void => undefined;
const signal = new AbortController().signal;
const started = (id: string): object => ({
  id,
  state: 'STARTED',
  importName: request.name,
  createdAt: new Date().toISOString(),
});
const codeOf = (error: unknown): unknown => (error as { code?: unknown }).code;

describe('a sender', () => {
  it('looks for an import whose answer was lost before it sends anything again', async () => {
    let isListed = false;
    let posts = 0;
    const { client } = world(({ method }) => {
      if (method === 'GET') return json({ results: isListed ? [started('7')] : [] });
      posts += 1;
      return json({}, 500);
    });
    const sender = createSender();
    const first = await sender.send(client, request, contents, ignore, signal).catch(codeOf);
    expect(first).to.equal('import-unknown');
    isListed = true;
    const second = await sender.send(client, request, contents, ignore, signal);
    expect(second.id).to.equal('7');
    expect(posts, 'POSTs').to.equal(1);
  });

  it('sends nothing while the list that would tell cannot be read', async () => {
    let posts = 0;
    const { client } = world(({ method }) => {
      if (method === 'POST') posts += 1;
      return json({}, 500);
    });
    const sender = createSender();
    await sender.send(client, request, contents, ignore, signal).catch(codeOf);
    const second = await sender.send(client, request, contents, ignore, signal).catch(codeOf);
    expect([second, posts]).to.deep.equal(['server-failed', 1]);
  });

  it('takes no import that it knows for the one that was lost', async () => {
    let posts = 0;
    const { client } = world(({ method }) => {
      if (method === 'GET') return json({ results: [started('1')] });
      posts += 1;
      return posts === 1 ? json(started('1')) : json({}, 500);
    });
    const sender = createSender();
    expect((await sender.send(client, request, contents, ignore, signal)).id).to.equal('1');
    expect(await sender.send(client, request, contents, ignore, signal).catch(codeOf)).to.equal(
      'import-unknown',
    );
  });

  it('gives every click a key of its own', async () => {
    const keys: (string | null)[] = [];
    const { client } = world(({ headers }) => {
      keys.push(headers.get('idempotency-key'));
      return json({ message: 'no', category: 'VALIDATION_ERROR' }, 400);
    });
    const sender = createSender();
    for (let click = 0; click < 2; click += 1)
      await sender.send(client, request, contents, ignore, signal).catch(codeOf);
    expect(new Set(keys).size).to.equal(2);
    expect(keys).to.not.include(null);
  });

  it('sends every file under the name that the request has for it, in its order', async () => {
    const [first] = request.files;
    const both = { ...request, files: [first ?? expect.fail(), { ...first, fileName: 'firms.csv' }] };
    const { client, asked } = world(() => json(started('3')));
    await createSender().send(
      client,
      both as ImportRequest,
      [...contents, new Blob(['Domain\nb.co\n'])],
      ignore,
      signal,
    );
    const parts = (asked()[0]?.init.body as FormData).getAll('files') as File[];
    expect(parts.map(({ name }) => name)).to.deep.equal(['contacts.csv', 'firms.csv']);
    expect(await Promise.all(parts.map((part) => part.text()))).to.deep.equal([
      'Email\na@b.co\n',
      'Domain\nb.co\n',
    ]);
    expect(parts.map(({ type }) => type)).to.deep.equal(['text/csv', 'text/csv']);
  });

  it('has nothing to look for when it is broken off before every byte is out', () => {
    expect(createSender().breakOff()).to.equal(false);
  });
});
