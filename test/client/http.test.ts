import { expect } from '@open-wc/testing';
import * as z from 'zod/mini';
import {
  AnyJson,
  type Departed,
  type HttpCall,
  pause,
  readAnswer,
  readFailure,
  send,
} from '../../src/client/http.js';
import { ImporterError } from '../../src/core/errors.js';
import { backend, failure, html, json, never } from './backend.js';

const GET: HttpCall = { url: 'https://app.example/x', method: 'GET' };

describe('send', () => {
  it('carries the page’s headers, and its own before them', async () => {
    const { fetch, calls } = backend(() => json({}));
    const requestInit = {
      headers: { 'x-team': 'blue', authorization: 'Basic old' },
      credentials: 'omit',
    } as const;
    await send({ ...GET, headers: { authorization: 'Bearer new' } }, { fetch, requestInit });
    expect(Object.fromEntries(calls[0]?.headers ?? [])).to.deep.equal({
      'x-team': 'blue',
      authorization: 'Bearer new',
      accept: 'application/json',
    });
    expect(calls[0]?.init).to.deep.include({ credentials: 'omit', redirect: 'error', cache: 'no-store' });
  });

  it('leaves the content type of a form to the browser, whatever the page says', async () => {
    const { fetch, calls } = backend(() => json({}));
    const requestInit = { headers: { 'Content-Type': 'application/json' } };
    await send({ ...GET, method: 'POST', body: new FormData() }, { fetch, requestInit });
    expect(calls[0]?.headers.has('content-type')).to.equal(false);
  });

  it('no connection is told as network, with its cause', async () => {
    const cause = new TypeError('Failed to fetch');
    const { fetch } = backend(() => Promise.reject(cause));
    const error = await send(GET, { fetch, requestInit: {} }).catch((thrown: unknown) => thrown);
    expect(error).to.be.instanceOf(ImporterError).and.include({ code: 'network', cause });
  });

  it('an answer that breaks off is told as network, not as an odd answer', async () => {
    const broken = (): Response =>
      new Response(new ReadableStream({ start: (stream) => stream.error(new TypeError('terminated')) }));
    const { fetch } = backend(broken);
    expect(await failure(send(GET, { fetch, requestInit: {} }))).to.deep.equal(['network', null]);
  });

  it('of an answer without end, no more is read than HubSpot ever sends, and its status stays', async () => {
    let megabytes = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(stream) {
        megabytes += 1;
        stream.enqueue(new Uint8Array(1024 * 1024).fill(32));
      },
    });
    const { fetch } = backend(() => new Response(endless, { status: 502 }));
    const response = await send(GET, { fetch, requestInit: {} });
    expect([response.status, await response.text()]).to.deep.equal([502, '']);
    expect(megabytes).to.be.within(32, 40);
  });

  it('characters of an answer may be cut anywhere on the way', async () => {
    const bytes = new TextEncoder().encode('{"name":"Zoë 船"}');
    const pieces = new ReadableStream<Uint8Array>({
      start(stream) {
        for (const byte of bytes) stream.enqueue(Uint8Array.of(byte));
        stream.close();
      },
    });
    const { fetch } = backend(() => new Response(pieces));
    const response = await send(GET, { fetch, requestInit: {} });
    expect(await response.text()).to.equal('{"name":"Zoë 船"}');
  });

  it('no answer in time is told as timeout, with the time', async () => {
    const { fetch } = backend(never);
    const waiting = send({ ...GET, timeoutMs: 20 }, { fetch, requestInit: {} });
    expect(await failure(waiting)).to.deep.equal(['timeout', { timeoutMs: 20 }]);
  });

  it('an upload by the page’s own fetch may take longer the larger it is, but not for ever', async () => {
    const { fetch } = backend(never);
    const body = new FormData();
    body.append('files', new Blob([new Uint8Array(640)]), 'people.csv');
    const waiting = send({ ...GET, method: 'POST', body, timeoutMs: 20 }, { fetch, requestInit: {} });
    expect(await failure(waiting)).to.deep.equal(['timeout', { timeoutMs: 40 }]);
  });

  it('a body that does not end in time is a timeout too', async () => {
    const { fetch } = backend(({ init }) => {
      const start = (stream: ReadableStreamDefaultController): void =>
        init.signal?.addEventListener('abort', () => stream.error(init.signal?.reason));
      return new Response(new ReadableStream({ start }));
    });
    const waiting = send({ ...GET, timeoutMs: 20 }, { fetch, requestInit: {} });
    expect(await failure(waiting)).to.deep.equal(['timeout', { timeoutMs: 20 }]);
  });

  it('what the person gives up is no error of ours, before, while and after it is asked', async () => {
    const stop = new AbortController();
    const { fetch, calls } = backend(never);
    const waiting = failure(send({ ...GET, signal: stop.signal }, { fetch, requestInit: {} }));
    stop.abort();
    expect(await waiting).to.deep.equal(['AbortError', null]);
    const late = failure(send({ ...GET, signal: stop.signal }, { fetch, requestInit: {} }));
    expect(await late).to.deep.equal(['AbortError', null]);
    expect(calls).to.have.lengthOf(2);
  });
});

describe('send, with a file over a real connection', () => {
  const FORM_BYTES = 3_000_000;
  interface Told {
    readonly departed: Departed[];
    readonly sent: (readonly [number, number])[];
  }
  function upload(what: string, more: Partial<HttpCall> = {}): { answer: Promise<Response>; told: Told } {
    const told: Told = { departed: [], sent: [] };
    const body = new FormData();
    body.append('files', new Blob([new Uint8Array(FORM_BYTES)], { type: 'text/csv' }), 'people.csv');
    const call: HttpCall = {
      url: `/uploads/${what}`,
      method: 'POST',
      headers: { authorization: 'Bearer ticket' },
      body,
      onSent: (sentBytes, totalBytes) => told.sent.push([sentBytes, totalBytes]),
      onDeparted: (departed) => told.departed.push(departed),
      ...more,
    };
    const requestInit = { headers: { 'content-type': 'text/plain', 'x-team': 'blue' } };
    return { answer: send(call, { fetch: null, requestInit }), told };
  }

  it('sends every byte, tells how many, and hands back the answer with its headers', async () => {
    const { answer, told } = upload('count');
    const response = await answer;
    expect(response.headers.get('content-type')).to.equal('application/json');
    const { bytes, headers, body } = (await response.json()) as Record<string, never> & {
      readonly headers: Record<string, string>;
      readonly body: string;
    };
    expect(bytes).to.be.above(FORM_BYTES);
    expect(told.sent.at(-1)).to.deep.equal([bytes, bytes]);
    expect(headers['content-type']).to.match(/^multipart\/form-data; boundary=/);
    expect(headers).to.include({
      authorization: 'Bearer ticket',
      'x-team': 'blue',
      accept: 'application/json',
    });
    expect(body).to.contain('name="files"; filename="people.csv"');
  });

  it('an error status is an answer', async () => {
    const response = await upload('refuse').answer;
    expect(response.status).to.equal(500);
    expect(await response.json()).to.have.property('correlationId', 'c-1');
  });

  for (const what of ['break', 'cut']) {
    it(`a connection that is closed (${what}) is told as network, and bytes as departed`, async () => {
      const { answer, told } = upload(what);
      expect(await failure(answer)).to.deep.equal(['network', null]);
      expect(told.departed.at(-1)).to.equal('something');
    });
  }

  it('nobody there: network, and nothing has departed', async () => {
    // Port 9 is blocked in every browser.
    const { answer, told } = upload('count', { url: 'http://localhost:9/' });
    expect(await failure(answer)).to.deep.equal(['network', null]);
    expect(told.departed).to.not.include('something');
  });

  it('no answer in time after the last byte is told as timeout', async () => {
    const { answer } = upload('hang', { timeoutMs: 20 });
    expect(await failure(answer)).to.deep.equal(['timeout', { timeoutMs: 20 }]);
  });

  it('an upload that stalls is told as timeout, and bytes as departed', async () => {
    const body = new FormData();
    // More than the connection holds by itself.
    body.append('files', new Blob([new Uint8Array(40_000_000)]), 'people.csv');
    const { answer, told } = upload('stall', { body, timeoutMs: 400 });
    expect(await failure(answer)).to.deep.equal(['timeout', { timeoutMs: 400 }]);
    expect(told.departed.at(-1)).to.equal('something');
  });

  it('can be given up while bytes go out, and before', async () => {
    const stop = new AbortController();
    const { answer } = upload('hang', { signal: stop.signal, onSent: () => stop.abort() });
    expect(await failure(answer)).to.deep.equal(['AbortError', null]);
    expect(await failure(upload('count', { signal: stop.signal }).answer)).to.deep.equal([
      'AbortError',
      null,
    ]);
  });
});

describe('readFailure', () => {
  const hubspot = (more: object = {}): object => ({
    status: 'error',
    message: 'No',
    correlationId: 'c-1',
    ...more,
  });
  const CASES: readonly (readonly [string, Response, readonly [string, unknown]])[] = [
    ['401', json(hubspot(), 401), ['import-unauthorized', { correlationId: 'c-1' }]],
    [
      '403 with scopes',
      json(hubspot({ errors: [{ context: { requiredGranularScopes: ['crm.import'] } }] }), 403),
      ['import-forbidden', { message: 'No', scopes: ['crm.import'], correlationId: 'c-1' }],
    ],
    ['403 as a page', html(403), ['import-forbidden', { message: null, scopes: [], correlationId: null }]],
    ['404', json(hubspot(), 404), ['import-not-found', { correlationId: 'c-1' }]],
    ['413 as a page', html(413), ['import-too-large', { message: null }]],
    [
      '429 for rate',
      json(hubspot({ policyName: 'DAILY' }), 429),
      ['rate-limited', { retryAfterMs: null, policy: 'DAILY' }],
    ],
    ['429 as a page', html(429), ['rate-limited', { retryAfterMs: null, policy: null }]],
    [
      '429 that says when',
      json({ message: 'Slow down' }, 429, { 'retry-after': '2' }),
      ['rate-limited', { retryAfterMs: 2000, policy: null }],
    ],
    [
      '429 with an odd time',
      json(hubspot({ errorType: 'RATE_LIMIT' }), 429, { 'retry-after': 'soon' }),
      ['rate-limited', { retryAfterMs: null, policy: null }],
    ],
    [
      '429 with a time that has passed',
      json({}, 429, { 'retry-after': 'Wed, 21 Oct 2015 07:28:00 GMT' }),
      ['rate-limited', { retryAfterMs: 0, policy: null }],
    ],
    [
      '429 for the file’s size',
      json(hubspot({ message: 'File is over 512 MB', category: 'VALIDATION_ERROR' }), 429),
      ['import-too-large', { message: 'File is over 512 MB' }],
    ],
    [
      '423',
      json(hubspot(), 423),
      ['server-failed', { status: 423, correlationId: 'c-1', retryAfterMs: null }],
    ],
    [
      '477 that says when',
      json(hubspot(), 477, { 'retry-after': '600' }),
      ['server-failed', { status: 477, correlationId: 'c-1', retryAfterMs: 600_000 }],
    ],
    [
      '477',
      json(hubspot(), 477),
      ['server-failed', { status: 477, correlationId: 'c-1', retryAfterMs: null }],
    ],
    [
      '500',
      json(hubspot(), 500),
      ['server-failed', { status: 500, correlationId: 'c-1', retryAfterMs: null }],
    ],
    ['502 as a page', html(502), ['server-failed', { status: 502, correlationId: null, retryAfterMs: null }]],
    [
      '400',
      json(hubspot({ category: 'VALIDATION_ERROR' }), 400),
      ['import-rejected', { status: 400, message: 'No', category: 'VALIDATION_ERROR', correlationId: 'c-1' }],
    ],
    ['400 as a page', html(400), ['response-unexpected', { status: 400, contentType: 'text/html' }]],
  ];
  for (const [title, response, expected] of CASES) {
    it(`${title} is ${expected[0]}`, async () => {
      const { code, detail } = await readFailure(response);
      expect([code, detail]).to.deep.equal(expected);
    });
  }

  it('a time of day to try again becomes a wait', async () => {
    const date = new Date(Date.now() + 60_000).toUTCString();
    const { detail } = await readFailure(json({}, 429, { 'retry-after': date }));
    expect(detail).to.have.property('retryAfterMs').within(55_000, 60_000);
  });
});

describe('readAnswer', () => {
  const Named = z.looseObject({ name: z.string() });

  it('gives what the schema reads', async () => {
    expect(await readAnswer(json({ name: 'x', more: 1 }), Named)).to.deep.equal({ name: 'x', more: 1 });
    expect(await readAnswer(json([1]), AnyJson)).to.deep.equal([1]);
  });

  const CASES: readonly (readonly [string, () => Response, string | null])[] = [
    ['a page where JSON should be', html, 'text/html'],
    ['JSON of another kind', () => json({ name: 5 }), 'application/json'],
    ['nothing at all', () => new Response(null), null],
  ];
  for (const [title, answer, contentType] of CASES) {
    it(`${title} is told as response-unexpected, with its content type`, async () => {
      const expected = ['response-unexpected', { status: 200, contentType }];
      expect(await failure(readAnswer(answer(), Named))).to.deep.equal(expected);
    });
  }

  it('an error status is told as what it means', async () => {
    expect((await failure(readAnswer(html(404), Named)))[0]).to.equal('import-not-found');
  });
});

describe('pause', () => {
  it('ends as soon as it is given up, and does not begin when it was before', async () => {
    const stop = new AbortController();
    const waiting = failure(pause(600_000, stop.signal));
    stop.abort();
    expect(await waiting).to.deep.equal(['AbortError', null]);
    expect(await failure(pause(600_000, stop.signal))).to.deep.equal(['AbortError', null]);
  });
});
