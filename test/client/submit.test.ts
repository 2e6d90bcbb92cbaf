import { expect } from '@open-wc/testing';
import { createClient } from '../../src/client/hubspot.js';
import { AnswerLost, type Submission, submitImport } from '../../src/client/submit.js';
import type { ImportRequest } from '../../src/core/import-request.js';
import { type Answerer, BASE, failure, html, json, never, rejection, type World, world } from './backend.js';

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
};

const started = (more: object = {}): object => ({
  id: '41',
  state: 'STARTED',
  importName: 'May people',
  createdAt: new Date().toISOString(),
  ...more,
});

/** What it rejects with when the import may have begun: whether anything was answered, and why. */
async function lostBy(submitting: Promise<unknown>): Promise<readonly [boolean, unknown]> {
  const error = await rejection(submitting);
  if (!(error instanceof AnswerLost)) throw error;
  return [error.wasAnswered, (error.cause as { code?: unknown }).code];
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
    it(`${title} started nothing`, async () => {
      const asked = world(answer);
      expect((await failure(submitImport(asked.client, submission)))[0]).to.equal(code);
    });
  }

  const LOST: readonly (readonly [string, Answerer, wasAnswered: boolean, code: string])[] = [
    ['never came', lost, false, 'network'],
    ['was a server’s failure', () => html(502), true, 'server-failed'],
    ['was a page', () => html(), true, 'response-unexpected'],
    ['has no id', () => json({ status: 'ok' }), true, 'response-unexpected'],
    [
      'broke off',
      () =>
        new Response(new ReadableStream({ start: (stream) => stream.error(new TypeError('terminated')) })),
      false,
      'network',
    ],
    [
      'is that its key has passed, and is not answered yet',
      () => json({ message: 'This import is already being sent.', category: 'CONFLICT' }, 409),
      true,
      'import-rejected',
    ],
  ];
  for (const [title, post, wasAnswered, code] of LOST) {
    it(`an answer that ${title}: it may have started, and went out once`, async () => {
      const asked = world(post);
      expect(await lostBy(submitImport(asked.client, submission))).to.deep.equal([wasAnswered, code]);
      expect(methods(asked)).to.deep.equal(['POST']);
    });
  }

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

  it('can be canceled', async () => {
    const stop = new AbortController();
    const asked = world((call) => {
      queueMicrotask(() => stop.abort());
      return never(call);
    });
    const sending = submitImport(asked.client, { ...submission, signal: stop.signal });
    expect(await failure(sending)).to.deep.equal(['AbortError', null]);
    expect(methods(asked)).to.deep.equal(['POST']);
  });
});

describe('submitImport, over a real connection', () => {
  /** The upload goes to the test server, which behaves as told; HubSpot's list is HubSpot's. */
  async function submitTo(what: string): Promise<{ wasAnswered: boolean; sent: number[] }> {
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
    const [wasAnswered] = await lostBy(sending);
    return { wasAnswered, sent };
  }

  it('a connection that closes after the last byte: it may have started', async () => {
    const { wasAnswered, sent } = await submitTo('break');
    expect(wasAnswered).to.equal(false);
    expect(sent.at(-1)).to.be.above(0);
  });

  it('a server that fails: it may have started', async () => {
    expect((await submitTo('refuse')).wasAnswered).to.equal(true);
  });
});
