import { expect } from '@open-wc/testing';
import { createTokenSource } from '../../src/client/token.js';
import type { ImporterError } from '../../src/core/errors.js';
import { backend, failure, html, json, never, rejection } from './backend.js';

const ENDPOINT = 'https://app.example/hubspot/token';
const ticket = (body: object = {}) =>
  backend((_, before) => json({ access_token: `ticket-${before}`, ...body }));
const source = (
  from: { fetch: typeof fetch },
  endpoint: string | null = null,
  url: string | null = ENDPOINT,
) => createTokenSource(url, endpoint, { fetch: from.fetch, requestInit: { credentials: 'include' } });

describe('the address that calls go to', () => {
  const CASES: readonly (readonly [string, string, string | null, string | undefined, string])[] = [
    ['is the token endpoint’s folder', 'https://a.b/hubspot/token', null, undefined, 'https://a.b/hubspot'],
    ['also at the root', 'https://a.b/token', null, undefined, 'https://a.b'],
    ['whatever its query', 'https://a.b/x/token?who=me', null, undefined, 'https://a.b/x'],
    ['or what the token answer says', 'https://a.b/token', null, 'https://c.d/api/', 'https://c.d/api'],
    ['which may be relative', 'https://a.b/x/token', null, '/proxy', 'https://a.b/proxy'],
    ['or what the page says, before all', 'https://a.b/token', 'https://e.f/', 'https://c.d', 'https://e.f'],
    ['without any trailing slash', 'https://a.b/token', 'https://e.f/x///', undefined, 'https://e.f/x'],
  ];
  for (const [title, url, endpoint, told, expected] of CASES) {
    it(title, async () => {
      const access = await source(
        ticket(told === undefined ? {} : { endpoint: told }),
        endpoint,
        url,
      ).access();
      expect(access.endpoint).to.equal(expected);
    });
  }

  it('needs no token endpoint: then no bearer is sent and nobody is asked', async () => {
    const none = ticket();
    expect(await source(none, 'https://e.f/', null).access()).to.deep.equal({
      token: null,
      endpoint: 'https://e.f',
      allowances: { marketing: true, lists: true, properties: true },
    });
    expect(none.calls).to.have.lengthOf(0);
  });

  it('must come from somewhere', async () => {
    expect(await failure(source(ticket(), null, null).access())).to.deep.equal([
      'token-endpoint-missing',
      null,
    ]);
  });
});

describe('a token', () => {
  it('is asked for with the page’s own credentials, by POST', async () => {
    const { fetch, calls } = ticket();
    await source({ fetch }).access();
    expect(calls[0]).to.deep.include({ method: 'POST', url: ENDPOINT });
    expect(calls[0]?.init).to.deep.include({ credentials: 'include', redirect: 'error', cache: 'no-store' });
  });

  it('is asked for once, however many need it', async () => {
    const from = ticket();
    const tokens = source(from);
    const all = await Promise.all([tokens.access(), tokens.access(), tokens.access()]);
    all.push(await tokens.access());
    expect(all.map(({ token }) => token)).to.deep.equal(Array(4).fill('ticket-0'));
    expect(from.calls).to.have.lengthOf(1);
  });

  // The clock is the browser's: lives that have ended before they begin stand for time that passes.
  const LIVES: readonly (readonly [string, number, number])[] = [
    ['that lasts is kept', 900, 1],
    ['that ends at once is renewed', 0, 2],
    ['that lasts less than half a minute is kept for half its life', 20, 1],
  ];
  for (const [title, seconds, asked] of LIVES) {
    it(title, async () => {
      const from = ticket({ expires_in: seconds });
      const tokens = source(from);
      await tokens.access();
      await tokens.access();
      expect(from.calls).to.have.lengthOf(asked);
    });
  }

  it('is renewed half a minute before it ends', async () => {
    const now = Date.now;
    const from = ticket({ expires_in: 100 });
    const tokens = source(from);
    await tokens.access();
    try {
      Date.now = () => now() + 69_000;
      expect((await tokens.access()).token).to.equal('ticket-0');
      Date.now = () => now() + 71_000;
      expect((await tokens.access()).token).to.equal('ticket-1');
    } finally {
      Date.now = now;
    }
  });

  it('that was refused is renewed once, even if its refusal is heard of twice', async () => {
    const from = ticket();
    const tokens = source(from);
    const refused = await tokens.access();
    tokens.renew(refused);
    expect((await tokens.access()).token).to.equal('ticket-1');
    tokens.renew(refused);
    expect((await tokens.access()).token).to.equal('ticket-1');
  });

  it('that could not be had is asked for anew the next time', async () => {
    const tokens = source(
      backend((_, before) => (before === 0 ? json({}, 503) : json({ access_token: 'late' }))),
    );
    expect(await failure(tokens.access())).to.deep.equal(['token-refused', { status: 503 }]);
    expect((await tokens.access()).token).to.equal('late');
  });

  it('is not waited for by who has left, and comes for the others all the same', async () => {
    let give: (answer: Response) => void = () => expect.fail('not asked yet');
    const tokens = source(backend(() => new Promise((resolve) => (give = resolve))));
    const stop = new AbortController();
    const left = failure(tokens.access(stop.signal));
    const stayed = tokens.access(new AbortController().signal);
    stop.abort();
    expect(await left).to.deep.equal(['AbortError', null]);
    give(json({ access_token: 'ticket' }));
    expect((await stayed).token).to.equal('ticket');
  });
});

describe('an answer that is no token', () => {
  const CASES: readonly (readonly [string, () => Response, readonly [string, unknown]])[] = [
    ['401', () => json({ message: 'Who are you?' }, 401), ['token-refused', { status: 401 }]],
    ['404 as a page', () => html(404), ['token-refused', { status: 404 }]],
    ['a page', () => html(), ['response-unexpected', { status: 200, contentType: 'text/html' }]],
    [
      'JSON without a token',
      () => json({ token: 'misnamed' }),
      ['response-unexpected', { status: 200, contentType: 'application/json' }],
    ],
  ];
  for (const [title, answer, expected] of CASES) {
    it(`${title} is told as ${expected[0]}`, async () => {
      expect(await failure(source(backend(answer)).access())).to.deep.equal(expected);
    });
  }

  it('no connection is told as network', async () => {
    const broken = backend(() => Promise.reject(new TypeError('Failed to fetch')));
    expect(await failure(source(broken).access())).to.deep.equal(['network', null]);
  });

  it('no secret gets into the error', async () => {
    const odd = backend(() => json({ access_token: 'top-secret', expires_in: 'top-secret' }));
    const error = (await rejection(source(odd).access())) as ImporterError;
    expect(error.code).to.equal('response-unexpected');
    const told = [error.message, error.stack, JSON.stringify(error.detail), String(error.cause)].join(' ');
    expect(told).not.to.contain('top-secret');
  });

  it('one that never comes can be given up', async () => {
    const stop = new AbortController();
    const waiting = failure(source(backend(never)).access(stop.signal));
    stop.abort();
    expect(await waiting).to.deep.equal(['AbortError', null]);
  });
});
