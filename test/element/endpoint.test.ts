import { expect, waitUntil } from '@open-wc/testing';
import { type ErrorCode, ImporterError, type HubspotImporter } from '../../src/index.js';
import { answering, type Call, isStart } from './fetches.js';
import { en } from '../../src/element/messages/en.js';
import { button, csv, fault, GOOD, mount } from './importer.js';
import { alertText, clearFaults, ended, imports, rejection, toReady } from './person.js';

const isToken = (url: string): boolean => url.endsWith('/token');
const status =
  (code: number, headers: Record<string, string> = {}, body: unknown = { message: 'No.' }) =>
  (): Response =>
    Response.json(body, { status: code, headers });
const page = (): Response =>
  new Response('<!doctype html><title>Sign in</title>', { headers: { 'content-type': 'text/html' } });
const unreachable = (): never => {
  throw new TypeError('Failed to fetch');
};

/** Submits; gives the code of the error and expects all that goes with every error. */
async function refusedWith(importer: HubspotImporter): Promise<ImporterError> {
  const told: ErrorCode[] = [];
  const listen = (event: HTMLElementEventMap['hubspot-importer-error']): void =>
    void told.push(event.detail.code);
  importer.addEventListener('hubspot-importer-error', listen);
  const before = importer.importRequest;
  const error = await rejection(importer.submit());
  importer.removeEventListener('hubspot-importer-error', listen);
  await importer.updateComplete;
  expect(error).to.be.instanceOf(ImporterError);
  if (!(error instanceof ImporterError)) throw error;
  expect(told, 'told once').to.deep.equal([error.code]);
  expect(importer.status).to.equal('ready');
  expect(importer.importRequest, 'kept').to.deep.equal(before);
  expect(alertText(importer)).to.match(/^\p{Lu}.{20,}/su);
  return error;
}

async function sendsAfterAll(importer: HubspotImporter, world: string): Promise<void> {
  await importer.submit();
  await ended(importer);
  expect(importer.status).to.equal('done');
  expect(alertText(importer)).to.equal('');
  expect(await imports(world), 'one import').to.have.lengthOf(1);
}

describe('A backend that says no, or nothing', () => {
  const cases: readonly (readonly [title: string, code: ErrorCode, call: Call, answer: () => Response])[] = [
    ['the token endpoint is down', 'network', isToken, unreachable],
    ['the token endpoint answers a page of HTML', 'response-unexpected', isToken, page],
    ['the token endpoint answers JSON without a token', 'response-unexpected', isToken, status(200)],
    ['the token endpoint answers 401', 'token-refused', isToken, status(401)],
    ['the token endpoint answers 403', 'token-refused', isToken, status(403)],
    ['the token endpoint answers 404', 'token-refused', isToken, status(404)],
    ['the token endpoint answers 500', 'token-refused', isToken, status(500)],
    ['the import is refused with 400', 'import-rejected', isStart, status(400)],
    ['the import is refused with 401', 'import-unauthorized', isStart, status(401)],
    ['the import is refused with 403', 'import-forbidden', isStart, status(403)],
    ['the import is refused with 404', 'import-not-found', isStart, status(404)],
    ['the import is refused with 413', 'import-too-large', isStart, status(413)],
    [
      'a page of HTML refuses the import',
      'import-not-found',
      isStart,
      () => new Response('<p>', { status: 404 }),
    ],
    [
      'there are too many calls',
      'rate-limited',
      isStart,
      status(429, { 'retry-after': '12' }, { category: 'RATE_LIMITS', policyName: 'DAILY' }),
    ],
  ];
  for (const [title, code, call, answer] of cases) {
    it(`is told of in a sentence, keeps everything, and works again afterwards: ${title}`, async () => {
      const mounted = await mount();
      const { importer, world } = mounted;
      await toReady(mounted, csv(GOOD));
      importer.fetch = answering(call, answer);
      expect((await refusedWith(importer)).code).to.equal(code);
      expect(await imports(world), 'nothing began').to.deep.equal([]);
      importer.fetch = null;
      await sendsAfterAll(importer, world);
    });
  }

  it('is no use without an address: nothing is sent, and the page’s developer is told', async () => {
    const mounted = await mount();
    const { importer, world } = mounted;
    importer.tokenEndpoint = '';
    await toReady(mounted, csv(GOOD));
    expect((await refusedWith(importer)).code).to.equal('token-endpoint-missing');
    expect(alertText(importer)).to.contain('token-endpoint');
    importer.tokenEndpoint = `${world}/hubspot/token`;
    await sendsAfterAll(importer, world);
  });

  it('takes cookies instead of a token when only an endpoint is set', async () => {
    const mounted = await mount();
    const { importer, world } = mounted;
    importer.tokenEndpoint = '';
    importer.endpoint = `${world}/hubspot`;
    const seen: (string | null)[] = [];
    importer.fetch = async (input, init) => {
      seen.push(new Headers(init?.headers).get('authorization'));
      return fetch(input, init);
    };
    await toReady(mounted, csv(GOOD));
    await refusedWith(importer); // the demo's backend wants a ticket
    expect(seen.length).to.be.greaterThan(0);
    expect([...new Set(seen)]).to.deep.equal([null]);
  });

  it('is shown in the cURL command as the token’s answer names it', async () => {
    const { importer, world } = await mount();
    const moved = new URL(`${world}/hubspot/`, location.href).href;
    importer.tokenEndpoint = '/sign/in/token';
    importer.fetch = async (input, init) => {
      if (!String(input).endsWith('/sign/in/token')) return fetch(input, init);
      const answer = await fetch(`${world}/hubspot/token`, init);
      return Response.json({ ...(await answer.json()), endpoint: moved });
    };
    await toReady({ importer, world, states: [] }, csv(GOOD));
    const texts: string[] = [];
    const { writeText } = navigator.clipboard;
    navigator.clipboard.writeText = async (text) => void texts.push(text);
    button(importer, en.showRequest).click();
    await importer.updateComplete;
    button(importer, en.copyCurl).click();
    await waitUntil(() => texts.length > 0, 'nothing was copied');
    navigator.clipboard.writeText = writeText;
    expect(texts[0]).to.contain(`curl --request POST '${moved}crm/v3/imports/'`);
    expect(texts[0]).to.contain('Bearer <token>');
  });

  it('gives a new token after a 401, and the import goes out once', async () => {
    const mounted = await mount();
    const { importer, world } = mounted;
    await toReady(mounted, csv(GOOD));
    let refused = 0;
    importer.fetch = async (input, init) => {
      if (!isStart(String(input), init?.method ?? 'GET') || refused > 0) return fetch(input, init);
      refused += 1;
      return status(401)();
    };
    await sendsAfterAll(importer, world);
    expect(refused).to.equal(1);
  });
});

describe('HubSpot’s own refusals, through the backend', () => {
  const cases: readonly (readonly [fault: string, code: ErrorCode, says: string])[] = [
    ['validation', 'import-rejected', 'columnMappings'],
    ['scope-missing', 'import-forbidden', 'crm.import'],
    ['rate-daily', 'rate-limited', 'midnight'],
    ['oversize', 'import-too-large', ''],
  ];
  for (const [name, code, says] of cases) {
    it(`are told of in a sentence, and all is kept: ${name}`, async () => {
      const mounted = await mount();
      const { importer, world } = mounted;
      await toReady(mounted, csv(GOOD));
      await fault(world, name);
      expect((await refusedWith(importer)).code).to.equal(code);
      expect(alertText(importer)).to.contain(says);
      expect(alertText(importer), 'a reference for support').to.match(
        code === 'import-rejected' ? /[0-9a-f]{8}-[0-9a-f]{4}/ : /./,
      );
      await clearFaults(world);
      await sendsAfterAll(importer, world);
    });
  }
});
