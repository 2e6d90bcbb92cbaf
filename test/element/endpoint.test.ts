import { expect, waitUntil } from '@open-wc/testing';
import { type ErrorCode, ImporterError, type HubspotImporter } from '../../src/index.js';
import { en } from '../../src/element/messages.js';
import { csv, fault, GOOD, mount, textOf } from './importer.js';
import {
  alertText,
  clearFaults,
  ended,
  ignored,
  imports,
  people,
  rejection,
  toMapping,
  toReady,
} from './person.js';

const isToken = (url: string): boolean => url.endsWith('/token');
const isStart = (url: string, method: string): boolean => method === 'POST' && url.endsWith('/imports/');

type Call = (url: string, method: string) => boolean;

/** A `fetch` that gives another answer to some calls, or none. */
const answering =
  (isMeant: Call, answer: () => Response | Promise<Response>): typeof fetch =>
  async (input, init) =>
    isMeant(String(input), init?.method ?? 'GET') ? answer() : fetch(input, init);

const status =
  (code: number, headers: Record<string, string> = {}, body: unknown = { message: 'No.' }) =>
  (): Response =>
    Response.json(body, { status: code, headers });
const page = (): Response =>
  new Response('<!doctype html><title>Sign in</title>', { headers: { 'content-type': 'text/html' } });
const timedOut = (): never => {
  throw new DOMException('The operation timed out', 'TimeoutError');
};
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
    ['oversize', 'import-too-large', ''],
    ['rate-burst', 'rate-limited', ''],
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

describe('An answer that is lost', () => {
  it('is found in HubSpot’s list: the import is followed, not sent again', async () => {
    const mounted = await mount();
    const { importer, world } = mounted;
    await toReady(mounted, csv(GOOD));
    await fault(world, 'answer-lost');
    await importer.submit();
    await ended(importer);
    expect(importer.status).to.equal('done');
    expect(await imports(world)).to.have.lengthOf(1);
  });

  it('of an import that never began lets one send again', async () => {
    const mounted = await mount();
    const { importer, world } = mounted;
    await toReady(mounted, csv(GOOD));
    await fault(world, 'failed-before');
    expect((await refusedWith(importer)).code).to.equal('import-unknown');
    await clearFaults(world);
    await sendsAfterAll(importer, world);
  });

  it('while the list cannot be read either never makes two imports of one', async () => {
    const mounted = await mount();
    const { importer, world } = mounted;
    await toReady(mounted, csv(GOOD));
    const isList: Call = (url, method) => method === 'GET' && url.includes('/imports/?');
    await fault(world, 'answer-lost');
    importer.fetch = answering(isList, status(404));
    expect((await refusedWith(importer)).code).to.equal('import-unknown');
    await clearFaults(world);
    importer.fetch = null;
    await sendsAfterAll(importer, world);
  });

  it('by a broken connection after everything was sent is looked for as well', async () => {
    const mounted = await mount();
    const { importer, world } = mounted;
    await toReady(mounted, csv(GOOD));
    importer.fetch = async (input, init) => {
      const response = await fetch(input, init);
      return isStart(String(input), init?.method ?? 'GET') ? unreachable() : response;
    };
    ignored(importer.submit());
    await waitUntil(() => importer.status !== 'submitting' && importer.status !== 'ready', 'not adopted', {
      timeout: 4000,
    });
    await ended(importer);
    expect(await imports(world)).to.have.lengthOf(1);
  });

  it('of a canceled upload is looked for: what had begun is canceled in HubSpot too', async () => {
    const mounted = await mount({}, true);
    const { importer, world } = mounted;
    await toReady(mounted, people(300));
    await fault(world, 'start-unanswered');
    ignored(importer.submit());
    await waitUntil(() => textOf(importer).includes(en.submittingAnswer), 'never all sent', {
      timeout: 4000,
    });
    await importer.cancel();
    await ended(importer);
    expect(importer.status).to.equal('canceled');
    expect((await imports(world)).map(({ state }) => state)).to.deep.equal(['CANCELED']);
  });
});

describe('Following an import', () => {
  it('that cannot be followed for a while says so, and goes on when asked again', async () => {
    const mounted = await mount({}, true);
    const { importer } = mounted;
    await toReady(mounted, people(300));
    importer.fetch = answering((url, method) => method === 'GET' && /\/imports\/\d+$/.test(url), status(404));
    await importer.submit();
    await waitUntil(() => alertText(importer) !== '', 'no error');
    expect(importer.status).to.equal('tracking');
    importer.fetch = null;
    await importer.cancel();
    expect(importer.status).to.be.oneOf(['tracking', 'canceled']);
  });

  it('after a timeout has its own code', async () => {
    const mounted = await mount();
    const { importer } = mounted;
    importer.fetch = answering(isToken, timedOut);
    await toMapping(mounted, csv(GOOD));
    expect(textOf(importer)).to.contain(en.propertiesUnread);
  });
});
