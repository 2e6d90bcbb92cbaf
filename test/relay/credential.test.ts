import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inspect } from 'node:util';
import type { Credential } from '../../src/relay/index.js';
import { createMemoryStore } from '../../src/relay/store.js';
import { bearer, HOST, refusal, setUp, type HubSpot } from './relay.js';

const oauth = { clientId: 'client-1', clientSecret: 'client-secret-1', refreshToken: 'refresh-1' };
const SECRETS = /client-secret-1|refresh-1|access-1|pat-eu1/;

async function readOwners(credential: Credential, hubspot: HubSpot) {
  const world = setUp(hubspot, { credential });
  const headers = await bearer(world.relay);
  const response = await world.relay(new Request(`${HOST}/hubspot/crm/v3/owners`, { headers }));
  return { ...world, response };
}

describe('a credential', () => {
  it('of an OAuth app is renewed by the relay, at HubSpot’s token path', async () => {
    const { response, seen } = await readOwners({ oauth }, ({ url }) =>
      Response.json(
        url.endsWith('/token') ? { access_token: 'access-1', expires_in: 1800 } : { results: [] },
      ),
    );
    assert.equal(response.status, 200);
    assert.deepEqual(
      seen.map(({ url, headers }) => [url, headers.get('authorization')]),
      [
        ['https://api.hubapi.com/oauth/2026-03/token', null],
        ['https://api.hubapi.com/crm/v3/owners', 'Bearer access-1'],
      ],
    );
  });

  const ends: readonly (readonly [string, HubSpot, string])[] = [
    [
      'HubSpot no longer takes it',
      () => Response.json({ status: 'BAD_REFRESH_TOKEN', message: 'refresh-1' }, { status: 400 }),
      '502 relay.credential-refused',
    ],
    ['HubSpot is away', () => Response.json({}, { status: 503 }), '502 relay.credential'],
  ];
  for (const [what, hubspot, expected] of ends) {
    it(`says in answer and log that ${what}, and repeats no secret`, async () => {
      const { response, errors } = await readOwners({ oauth }, hubspot);
      assert.doesNotMatch(await response.clone().text(), SECRETS);
      assert.equal(await refusal(response), expected);
      assert.equal(errors.length, 1);
      assert.doesNotMatch(inspect(errors, { depth: 10, showHidden: true }), SECRETS);
    });
  }

  it('may depend on the person and on their HubSpot account', async () => {
    const asked: unknown[] = [];
    const accessToken = (...args: readonly unknown[]) => {
      asked.push(args);
      return 'access-1';
    };
    const store = createMemoryStore();
    const { relay } = setUp(() => Response.json({}), {
      authorize: () => ({ subject: 'ada', account: 'hub-5' }),
      credential: { accessToken },
      store,
    });
    await relay(new Request(`${HOST}/hubspot/crm/v3/owners`, { headers: await bearer(relay) }));
    assert.deepEqual(asked, [['ada', 'hub-5']]);
  });

  it('that cannot be sent is not repeated in the log', async () => {
    const { response, errors, seen } = await readOwners({ accessToken: () => 'pat-eu1-secret\n' }, () =>
      Response.json({}),
    );
    assert.equal(await refusal(response), '502 relay.credential');
    assert.doesNotMatch(inspect(errors, { depth: 10 }), SECRETS);
    assert.equal(seen.length, 0);
  });

  const unusable: readonly (readonly [string, unknown])[] = [
    ['a variable that is not set', { accessToken: process.env.NO_SUCH_TOKEN }],
    ['a line break from a file', { accessToken: 'pat-eu1-secret\n' }],
    ['nothing', { accessToken: '' }],
    ['an OAuth app without its secret', { oauth: { ...oauth, clientSecret: undefined } }],
    ['a token path of its own', { oauth: { ...oauth, version: '../v1' } }],
  ];
  for (const [what, credential] of unusable) {
    it(`is refused when it is set up with ${what}`, () => {
      assert.throws(
        () => setUp(undefined, { credential: credential as Credential }),
        (error) => error instanceof TypeError && !SECRETS.test(error.message),
      );
    });
  }
});
