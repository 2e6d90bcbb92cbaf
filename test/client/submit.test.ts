import { expect } from '@open-wc/testing';
import { createClient } from '../../src/client/hubspot.js';
import { findImport, type Submission, submitImport } from '../../src/client/submit.js';
import type { ImportRequest } from '../../src/core/import-request.js';
import { type Answerer, BASE, failure, html, json, never, type World, world } from './backend.js';

const request: ImportRequest = {
  name: 'May people',
  importOperations: { '0-1': 'UPSERT' },
  files: [
    {
      fileName: 'people.csv',
      fileFormat: 'CSV',
      fileImportPage: {
        hasHeader: true,
        columnMappings: [{ columnObjectTypeId: '0-1', columnName: 'Email', propertyName: 'email' }],
      },
    },
  ],
};
const submission: Submission = {
  request,
  files: [{ name: 'people.csv', content: new Blob(['Email\na@b.co\n'], { type: 'text/csv' }) }],
  idempotencyKey: 'click-1',
  knownImportIds: [],
};

const started = (more: object = {}): object => ({
  id: '41',
  state: 'STARTED',
  importName: 'May people',
  createdAt: new Date().toISOString(),
  ...more,
});
const ago = (ms: number): string => new Date(Date.now() - ms).toISOString();

/** The POST is answered as told; HubSpot's list holds these imports, or is what the function says. */
function lostIn(post: Answerer, list: readonly object[] | Answerer): World {
  return world((call, before) => {
    if (call.method === 'POST') return post(call, before);
    return typeof list === 'function' ? list(call, before) : json({ results: list });
  });
}
const lost = (): Promise<Response> => Promise.reject(new TypeError('Failed to fetch'));
const methods = ({ asked }: World): string[] => asked().map(({ method }) => method);

describe('submitImport', () => {
  it('sends the request first, as JSON, then the file under its name, with the key of the click', async () => {
    const { client, asked } = world(() => json(started()));
    expect(await submitImport(client, submission)).to.have.property('id', '41');
    const [call] = asked();
    expect(call).to.deep.include({ method: 'POST', url: `${BASE}/crm/v3/imports/` });
    expect(call?.headers.get('idempotency-key')).to.equal('click-1');
    const form = call?.init.body as FormData;
    expect([...form.keys()]).to.deep.equal(['importRequest', 'files']);
    const part = form.get('importRequest') as File;
    expect(part.type).to.equal('application/json');
    expect(JSON.parse(await part.text())).to.deep.equal(request);
    const file = form.get('files') as File;
    expect([file.name, file.type, await file.text()]).to.deep.equal([
      'people.csv',
      'text/csv',
      'Email\na@b.co\n',
    ]);
  });

  const REFUSALS: readonly (readonly [string, () => Response, string])[] = [
    ['400', () => json({ message: 'Unable to parse JSON' }, 400), 'import-rejected'],
    ['401 twice', () => json({}, 401), 'import-unauthorized'],
    ['403', () => json({}, 403), 'import-forbidden'],
    ['404', () => json({}, 404), 'import-not-found'],
    ['413', () => html(413), 'import-too-large'],
    ['423', () => json({}, 423), 'server-failed'],
    ['429', () => json({ policyName: 'DAILY' }, 429), 'rate-limited'],
  ];
  for (const [title, answer, code] of REFUSALS) {
    it(`${title} started nothing, and nobody looks for it`, async () => {
      const asked = lostIn(answer, [started()]);
      expect((await failure(submitImport(asked.client, submission)))[0]).to.equal(code);
      expect(methods(asked)).not.to.include('GET');
    });
  }

  const LOST: readonly (readonly [string, Answerer])[] = [
    ['never came', lost],
    ['was a server’s failure', () => html(502)],
    ['was a page', () => html()],
    ['has no id', () => json({ status: 'ok' })],
    [
      'broke off',
      () =>
        new Response(new ReadableStream({ start: (stream) => stream.error(new TypeError('terminated')) })),
    ],
  ];
  for (const [title, post] of LOST) {
    it(`an answer that ${title} is looked for in the list, and the import is found`, async () => {
      const asked = lostIn(post, [started({ id: '7', importName: 'Another' }), started({ id: '8' })]);
      expect(await submitImport(asked.client, submission)).to.have.property('id', '8');
      expect(methods(asked), 'the file went out once').to.deep.equal(['POST', 'GET']);
    });

    it(`an answer that ${title} and an import that is not in the list: it may have started`, async () => {
      const asked = lostIn(post, []);
      const expected = ['import-unknown', { name: 'May people' }];
      expect(await failure(submitImport(asked.client, submission))).to.deep.equal(expected);
    });
  }

  it('a list that cannot be read leaves it unknown', async () => {
    const asked = lostIn(lost, () => html(502));
    expect((await failure(submitImport(asked.client, submission)))[0]).to.equal('import-unknown');
    expect(methods(asked).filter((method) => method === 'POST')).to.have.lengthOf(1);
  });

  it('what fails before anything is sent started nothing', async () => {
    const { client, calls } = world(() => json(started()), { tokenEndpoint: `${BASE}/nowhere` });
    expect((await failure(submitImport(client, submission)))[0]).to.equal('response-unexpected');
    expect(calls.map(({ path }) => path)).to.deep.equal(['/nowhere']);
  });

  it('a token that cannot be renewed after a refusal started nothing', async () => {
    let tokens = 0;
    const asked = world(() => json({}, 401));
    const fetch: typeof globalThis.fetch = (input, init) => {
      if (String(input).endsWith('/token') && (tokens += 1) > 1) return lost();
      return asked.fetch(input, init);
    };
    const options = { tokenEndpoint: `${BASE}/token`, endpoint: null, apiVersion: 'v3', requestInit: {} };
    const client = createClient({ ...options, fetch, pause: () => Promise.resolve() });
    expect(await failure(submitImport(client, submission))).to.deep.equal(['network', null]);
    expect(methods(asked)).to.deep.equal(['POST']);
  });

  it('a canceled upload is not looked for here', async () => {
    const stop = new AbortController();
    const asked = lostIn(
      (call) => {
        queueMicrotask(() => stop.abort());
        return never(call);
      },
      [started()],
    );
    const sending = submitImport(asked.client, { ...submission, signal: stop.signal });
    expect(await failure(sending)).to.deep.equal(['AbortError', null]);
    expect(methods(asked)).to.deep.equal(['POST']);
  });
});

describe('submitImport, over a real connection', () => {
  /** The upload goes to the test server, which behaves as told; HubSpot's list is HubSpot's. */
  async function submitTo(what: string): Promise<{ result: readonly [string, unknown]; sent: number[] }> {
    const sent: number[] = [];
    const client = createClient({
      tokenEndpoint: null,
      endpoint: `/uploads/${what}`,
      apiVersion: 'v3',
      requestInit: {},
      fetch: null,
      pause: () => Promise.resolve(),
    });
    const sending = submitImport(client, { ...submission, onSent: (sentBytes) => sent.push(sentBytes) });
    return { result: await failure(sending), sent };
  }

  it('a connection that closes after the last byte: it may have started', async () => {
    const { result, sent } = await submitTo('break');
    expect(result).to.deep.equal(['import-unknown', { name: 'May people' }]);
    expect(sent.at(-1)).to.be.above(0);
  });

  it('a server that fails: it may have started', async () => {
    expect((await submitTo('refuse')).result[0]).to.equal('import-unknown');
  });
});

describe('findImport', () => {
  const CASES: readonly (readonly [string, object, boolean])[] = [
    ['of that name, made just now', {}, true],
    ['of another name', { importName: 'June people' }, false],
    ['that is known already', { id: 'known' }, false],
    ['made an hour before', { createdAt: ago(3_600_000) }, false],
    ['made a minute before, by a clock that is behind', { createdAt: ago(60_000) }, true],
    ['made by a clock that is ahead', { createdAt: ago(-600_000) }, true],
    ['whose time is not told', { createdAt: undefined }, true],
  ];
  for (const [title, more, isFound] of CASES) {
    it(`an import ${title} is ${isFound ? 'the' : 'not the'} one`, async () => {
      const { client, asked } = world(() => json({ results: [started(more)] }));
      const found = await findImport(client, { name: 'May people', sinceMs: Date.now() }, ['known']);
      expect(found?.id ?? null).to.equal(isFound ? '41' : null);
      expect(asked()[0]?.path).to.equal('/crm/v3/imports/?limit=50');
    });
  }

  it('asks a dated version at its own address', async () => {
    const { client, asked } = world(() => json({ results: [] }), { apiVersion: '2026-09' });
    expect(await findImport(client, { name: 'May people', sinceMs: 0 }, [])).to.equal(null);
    expect(asked()[0]?.path).to.equal('/crm/imports/2026-09?limit=50');
  });

  it('a list that cannot be read is no empty list', async () => {
    const asked = world(() => html(502));
    expect((await failure(findImport(asked.client, { name: 'x', sinceMs: 0 }, [])))[0]).to.equal(
      'server-failed',
    );
  });

  it('can be given up', async () => {
    const stop = new AbortController();
    const looking = failure(findImport(world(never).client, { name: 'x', sinceMs: 0 }, [], stop.signal));
    stop.abort();
    expect(await looking).to.deep.equal(['AbortError', null]);
  });
});
