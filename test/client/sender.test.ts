import { expect } from '@open-wc/testing';
import { createSender, type Outbox, type Outgoing, type SendingProgress } from '../../src/client/sender.js';
import type { ImportRequest } from '../../src/core/import-request.js';
import { isLost, type SentImport } from '../../src/core/sent-import.js';
import { type Answerer, failure, json, never, type World, world } from './backend.js';

const request: ImportRequest = {
  name: 'contacts.csv, Nov 23',
  importOperations: { '0-1': 'UPSERT' },
  files: [
    { fileName: 'contacts.csv', fileFormat: 'CSV', fileImportPage: { hasHeader: true, columnMappings: [] } },
  ],
};
const outgoing: Outgoing = {
  request,
  contents: [new Blob(['Email\na@b.co\n'])],
  fingerprint: 'f1',
  rows: null,
  part: null,
};
const others = (name: string): Outgoing => ({
  ...outgoing,
  request: {
    ...request,
    name,
    files: request.files.map((file) => ({ ...file, fileName: name })),
  },
  fingerprint: name,
});

const quiet: SendingProgress = { onSent: () => undefined, onLooking: () => undefined };
const signal = new AbortController().signal;
const started = (id: string, more: object = {}): object => ({
  id,
  state: 'STARTED',
  importName: request.name,
  createdAt: new Date().toISOString(),
  ...more,
});
const refused = (): Response => json({ message: 'no', category: 'VALIDATION_ERROR' }, 400);
const broken = (): Promise<Response> => Promise.reject(new TypeError('Failed to fetch'));
const MINUTE = 60_000;

/** An outbox that a test can look into. */
function outboxOf(...entries: readonly SentImport[]): Outbox & { readonly all: Map<string, SentImport> } {
  const all = new Map(entries.map((one) => [one.key, one]));
  const list = (): readonly SentImport[] => [...all.values()];
  return {
    all,
    list,
    lost: async () => list().filter(isLost),
    put: (one) => void all.set(one.key, one),
    remove: ({ key }) => void all.delete(key),
  };
}
const entry = (more: Partial<SentImport> = {}): SentImport => ({
  key: 'earlier',
  name: request.name,
  fileNames: ['contacts.csv'],
  fingerprint: 'f1',
  sentAtMs: Date.now() - MINUTE,
  aliveAtMs: Date.now() - MINUTE,
  wasAnswered: false,
  importId: null,
  rows: null,
  isSeen: false,
  part: null,
  ...more,
});

/** The POSTs are answered as told, one after the other; the list holds what the test says at the moment. */
function hubspot(...posts: readonly Answerer[]): World & { list: object[]; keys: (string | null)[] } {
  const list: object[] = [];
  const keys: (string | null)[] = [];
  const all = world((call, before) => {
    if (call.method === 'GET') return json({ results: list });
    keys.push(call.headers.get('idempotency-key'));
    const post = posts[keys.length - 1] ?? (() => json(started(`${keys.length}`)));
    return post(call, before);
  });
  return Object.assign(all, { list, keys });
}
const send = (
  { client }: World,
  outbox: Outbox,
  what: Outgoing = outgoing,
): ReturnType<ReturnType<typeof createSender>['send']> =>
  createSender(outbox).send(client, what, quiet, signal);

describe('An import whose answer is lost', () => {
  const LOST: readonly (readonly [string, Answerer])[] = [
    ['by a server’s failure', () => json({}, 500)],
    ['on the way', broken],
  ];
  for (const [title, post] of LOST) {
    it(`${title} is looked for, and followed when HubSpot has it`, async () => {
      const asked = hubspot(post);
      asked.list.push(started('8', { importName: 'Another' }), started('9'));
      const outbox = outboxOf();
      const { answer, kind, sent } = await send(asked, outbox);
      expect([answer.id, kind]).to.deep.equal(['9', 'found']);
      expect([...outbox.all.values()]).to.deep.equal([sent]);
      expect(sent.importId).to.equal('9');
      expect(asked.keys).to.have.lengthOf(1);
    });

    it(`${title} is looked for a moment later as well`, async () => {
      const asked = hubspot(post);
      const { client, waits } = world((call, before) => {
        if (call.method === 'POST') return post(call, before);
        return json({ results: waits.length === 0 ? [] : [started('9')] });
      });
      expect((await send({ ...asked, client }, outboxOf())).answer.id).to.equal('9');
    });

    it(`${title} and that HubSpot does not have is remembered as open`, async () => {
      const outbox = outboxOf();
      const expected = ['import-unknown', { name: request.name, isListRead: true }];
      expect(await failure(send(hubspot(post), outbox))).to.deep.equal(expected);
      expect([...outbox.all.values()].map(({ importId, name }) => [importId, name])).to.deep.equal([
        [null, request.name],
      ]);
    });
  }

  it('is looked for before anything is sent again, in a later visit too', async () => {
    const asked = hubspot();
    asked.list.push(started('7'));
    const outbox = outboxOf(entry());
    const { answer, kind } = await send(asked, outbox);
    expect([answer.id, kind, asked.keys.length]).to.deep.equal(['7', 'found-earlier', 0]);
    expect(outbox.all.get('earlier')?.importId).to.equal('7');
  });

  it('is the same one under the name of another day', async () => {
    const asked = hubspot();
    asked.list.push(started('7', { importName: 'contacts.csv, Nov 22' }));
    const outbox = outboxOf(entry({ name: 'contacts.csv, Nov 22' }));
    expect((await send(asked, outbox)).answer.id).to.equal('7');
    expect(asked.keys).to.deep.equal([]);
  });

  it('of other files does not stand in for what is sent now; its id is noted', async () => {
    const asked = hubspot();
    asked.list.push(started('7'));
    const outbox = outboxOf(entry());
    const { answer, kind } = await send(asked, outbox, others('firms.csv'));
    expect([answer.id, kind]).to.deep.equal(['1', 'sent']);
    expect(outbox.all.get('earlier')?.importId).to.equal('7');
  });

  it('keeps anything from being sent while the list that would tell cannot be read', async () => {
    const keys: unknown[] = [];
    const asked = world(({ method, headers }) => {
      if (method === 'POST') keys.push(headers.get('idempotency-key'));
      return json({}, 403);
    });
    const expected = ['import-unknown', { name: request.name, isListRead: false }];
    expect(await failure(send(asked, outboxOf(entry())))).to.deep.equal(expected);
    expect(keys).to.deep.equal([]);
  });

  it('may be sent again when HubSpot does not have it, with the same key: a relay lets that pass once', async () => {
    const asked = hubspot();
    const outbox = outboxOf(entry());
    expect((await send(asked, outbox)).kind).to.equal('sent');
    expect(asked.keys).to.deep.equal(['earlier']);
    expect(outbox.all.get('earlier')?.importId).to.equal('1');
  });

  it('that was answered with a failure has another key: a relay would answer the same again', async () => {
    const asked = hubspot(() => json({}, 500));
    const outbox = outboxOf();
    await failure(send(asked, outbox));
    expect((await send(asked, outbox)).answer.id).to.equal('2');
    expect(new Set(asked.keys).size).to.equal(2);
    expect(outbox.all.size, 'the failed one is forgotten').to.equal(1);
  });

  it('is not forgotten when the next try is clearly refused: it may have begun all the same', async () => {
    const asked = hubspot(refused);
    const outbox = outboxOf(entry());
    expect((await failure(send(asked, outbox)))[0]).to.equal('import-rejected');
    asked.list.push(started('7'));
    expect(await send(asked, outbox)).to.deep.include({ kind: 'found-earlier' });
    expect(asked.keys).to.deep.equal(['earlier']);
  });

  it('and that is not in the list after a long time never began', async () => {
    const old = entry({ aliveAtMs: Date.now() - 11 * MINUTE });
    const recent = entry({ key: 'recent', aliveAtMs: Date.now() - 9 * MINUTE });
    const outbox = outboxOf(old, recent);
    await send(hubspot(), outbox, others('firms.csv'));
    expect([...outbox.all.keys()].filter((key) => ['earlier', 'recent'].includes(key))).to.deep.equal([
      'recent',
    ]);
  });

  it('is none of those that are known', async () => {
    const asked = hubspot(broken);
    asked.list.push(started('1'));
    const outbox = outboxOf(entry({ importId: '1', fingerprint: 'other' }));
    expect((await failure(send(asked, outbox)))[0]).to.equal('import-unknown');
  });
});

describe('A sender', () => {
  it('notes an import before a byte goes out, and its id when HubSpot has it', async () => {
    const noted: unknown[] = [];
    const outbox = outboxOf();
    const asked = hubspot(() => {
      noted.push(...outbox.all.values());
      return json(started('5'));
    });
    const { sent } = await send(asked, outbox, { ...outgoing, rows: null });
    expect(noted).to.have.lengthOf(1);
    expect(noted[0]).to.deep.include({ importId: null, key: asked.keys[0], fileNames: ['contacts.csv'] });
    expect([...outbox.all.values()]).to.deep.equal([sent]);
    expect(sent.importId).to.equal('5');
  });

  it('forgets an import that was clearly refused, and gives every click a key of its own', async () => {
    const outbox = outboxOf();
    const asked = hubspot(refused, refused);
    for (let click = 0; click < 2; click += 1) await failure(send(asked, outbox));
    expect(outbox.all.size).to.equal(0);
    expect(new Set(asked.keys).size).to.equal(2);
    expect(asked.keys).to.not.include(null);
  });

  it('sends again by itself what was refused for too many calls, as told, with the same key', async () => {
    const limited = (): Response => json({ policyName: 'TEN_SECONDLY_ROLLING' }, 429);
    const asked = hubspot(limited, limited);
    expect((await send(asked, outboxOf())).kind).to.equal('sent');
    expect(new Set(asked.keys).size).to.equal(1);
    expect(asked.keys).to.have.lengthOf(3);
    expect(asked.waits.every((ms) => ms >= 10_000)).to.equal(true);
  });

  const FINAL: readonly (readonly [string, object, string])[] = [
    ['for the file’s size', { message: 'The file exceeds the limit of 1048576 rows' }, 'import-too-large'],
    ['without a reason', {}, 'rate-limited'],
    ['for the day', { policyName: 'DAILY' }, 'rate-limited'],
  ];
  for (const [title, body, code] of FINAL) {
    it(`never sends again what was refused with 429 ${title}`, async () => {
      const asked = hubspot(() => json(body, 429));
      expect((await failure(send(asked, outboxOf())))[0]).to.equal(code);
      expect([asked.keys.length, asked.waits.length]).to.deep.equal([1, 0]);
    });
  }

  it('tells once of files that were sent from elsewhere, and sends them the next time', async () => {
    const outbox = outboxOf(entry({ importId: '77', sentAtMs: 5 }));
    const asked = hubspot();
    const sender = createSender(outbox);
    const expected = ['import-repeated', { name: request.name, importId: '77', sentAtMs: 5 }];
    expect(await failure(sender.send(asked.client, outgoing, quiet, signal))).to.deep.equal(expected);
    expect(asked.keys).to.deep.equal([]);
    expect((await sender.send(asked.client, outgoing, quiet, signal)).answer.id).to.equal('1');
  });

  it('sends its own files again without a word', async () => {
    const asked = hubspot();
    const sender = createSender(outboxOf());
    await sender.send(asked.client, outgoing, quiet, signal);
    expect((await sender.send(asked.client, outgoing, quiet, signal)).answer.id).to.equal('2');
  });

  it('sends every file under the name that the request has for it, in its order', async () => {
    const [first] = request.files;
    const both = { ...request, files: [first ?? expect.fail(), { ...first, fileName: 'firms.csv' }] };
    const asked = hubspot();
    const contents = [...outgoing.contents, new Blob(['Domain\nb.co\n'])];
    await send(asked, outboxOf(), { ...outgoing, request: both as ImportRequest, contents });
    const parts = (asked.asked()[0]?.init.body as FormData).getAll('files') as File[];
    expect(parts.map(({ name }) => name)).to.deep.equal(['contacts.csv', 'firms.csv']);
    expect(await Promise.all(parts.map((part) => part.text()))).to.deep.equal([
      'Email\na@b.co\n',
      'Domain\nb.co\n',
    ]);
    expect(parts.map(({ type }) => type)).to.deep.equal(['text/csv', 'text/csv']);
  });

  it('that is broken off gives what may have begun, which stays noted', async () => {
    const stop = new AbortController();
    const outbox = outboxOf();
    const sender = createSender(outbox);
    const asked = hubspot((call) => {
      queueMicrotask(() => stop.abort());
      return never(call);
    });
    const sending = failure(sender.send(asked.client, outgoing, quiet, stop.signal));
    await new Promise((resolve) => stop.signal.addEventListener('abort', resolve));
    const brokenOff = sender.breakOff();
    expect(brokenOff).to.include({ key: asked.keys[0], importId: null });
    expect(await sending).to.deep.equal(['AbortError', null]);
    expect([...outbox.all.keys()]).to.deep.equal(asked.keys);
    asked.list.push(started('12'));
    const found = await sender.find(asked.client, brokenOff ?? expect.fail('nothing was sent'), signal);
    expect(found?.answer.id).to.equal('12');
  });

  it('that sends nothing has nothing to look for', () => {
    expect(createSender(outboxOf()).breakOff()).to.equal(null);
  });
});
