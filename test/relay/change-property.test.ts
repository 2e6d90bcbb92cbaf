import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Policy } from '../../src/relay/index.js';
import { bearer, HOST, refusal, setUp, TOKEN } from './relay.js';

const PROPERTIES = `${HOST}/hubspot/crm/v3/properties/0-1`;
const size = { name: 'shoe_size', label: 'Shoe size', type: 'number', fieldType: 'number', groupName: 'g' };
const present = { name: 'colour', type: 'enumeration', options: [{ label: 'Red', value: 'red' }] };

async function send(
  method: string,
  address: string,
  body: string,
  {
    policy = { properties: true },
    type = 'application/json',
  }: { policy?: Omit<Policy, 'subject'>; type?: string } = {},
) {
  const world = setUp(
    (call) => Response.json(call.method === 'GET' ? present : { name: 'shoe_size' }, { status: 201 }),
    {
      authorize: () => ({ subject: 'ada', objectTypes: ['contacts'], ...policy }),
    },
  );
  const headers = { ...(await bearer(world.relay)), 'content-type': type };
  const response = await world.relay(new Request(address, { method, headers, body }));
  return { ...world, response };
}

describe('a property', () => {
  it('is created where the policy says so, as it was checked', async () => {
    const { response, seen } = await send('POST', PROPERTIES, `{"name":"x",${JSON.stringify(size).slice(1)}`);
    assert.equal(response.status, 201);
    const [call] = seen;
    assert.equal(call?.url, 'https://api.hubapi.com/crm/v3/properties/0-1');
    assert.equal(call?.body, JSON.stringify(size));
    assert.equal(call?.headers.get('authorization'), `Bearer ${TOKEN}`);
    assert.equal(call?.headers.get('content-type'), 'application/json');
  });

  it('gets options added to those that HubSpot has at that moment', async () => {
    const options = [...present.options, { label: 'Blue', value: 'blue' }];
    const { seen } = await send('PATCH', `${PROPERTIES}/colour`, JSON.stringify({ options }));
    assert.deepEqual(
      seen.map(({ method, body }) => [method, body]),
      [
        ['GET', ''],
        ['PATCH', JSON.stringify({ options })],
      ],
    );
  });

  it('loses no option', async () => {
    const options = [{ label: 'Blue', value: 'blue' }];
    const { response, seen } = await send('PATCH', `${PROPERTIES}/colour`, JSON.stringify({ options }));
    assert.equal(await refusal(response), '409 relay.options');
    assert.deepEqual(
      seen.map(({ method }) => method),
      ['GET'],
    );
  });

  const whole = JSON.stringify(size);
  const refused: readonly (readonly [string, Parameters<typeof send>, string])[] = [
    ['by default', ['POST', PROPERTIES, whole, { policy: {} }], '403 relay.properties'],
    [
      'by default in its options',
      ['PATCH', `${PROPERTIES}/colour`, '{"options":[]}', { policy: {} }],
      '403 relay.properties',
    ],
    ['for another object type', ['POST', PROPERTIES.replace('0-1', '0-2'), whole], '403 relay.object-type'],
    [
      'with a field that is not known',
      ['POST', PROPERTIES, '{"calculationFormula":"1"}'],
      '400 relay.property',
    ],
    ['when it is no JSON', ['POST', PROPERTIES, '{'], '400 relay.json'],
    [
      'when it says it is a form',
      ['POST', PROPERTIES, whole, { type: 'text/plain' }],
      '415 relay.content-type',
    ],
    ['when it is endless', ['POST', PROPERTIES, `"${'x'.repeat(1024 * 1024)}"`], '413 relay.body-size'],
    ['with a parameter', ['POST', `${PROPERTIES}?archived=true`, whole], '400 relay.parameter'],
  ];
  for (const [when, [method, address, body, options], expected] of refused) {
    it(`is refused ${when}, and HubSpot hears nothing`, async () => {
      const { response, seen } = await send(method, address, body, options);
      assert.equal(await refusal(response), expected);
      assert.equal(seen.length, 0);
    });
  }
});
