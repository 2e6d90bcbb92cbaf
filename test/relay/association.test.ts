import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkAssociations, type Association } from '../../src/relay/association.js';

const policy = { subject: 'ada', objectTypes: ['contacts', '0-2', 'companies'] };
const link = (more: Partial<Association> = {}): Association => ({
  from: '0-1',
  to: '0-2',
  typeId: 279,
  category: 'HUBSPOT_DEFINED',
  ...more,
});

/** What HubSpot knows of: contact to company 279 and 1, and a label of the account's own. */
const LABELS: Readonly<Record<string, readonly object[]>> = {
  '0-1 0-2': [
    { category: 'HUBSPOT_DEFINED', typeId: 279, label: null },
    { category: 'HUBSPOT_DEFINED', typeId: 1, label: 'Primary' },
    { category: 'USER_DEFINED', typeId: 36, label: 'Owner' },
  ],
};

async function check(links: readonly Association[], status = 200, headers = {}) {
  const asked: string[] = [];
  const readLabels = async (from: string, to: string) => {
    asked.push(`${from} ${to}`);
    return { status, headers, body: JSON.stringify({ results: LABELS[`${from} ${to}`] ?? [] }) };
  };
  await checkAssociations(links, policy, readLabels);
  return asked;
}

describe('an association', () => {
  it('that leads where it says is made, and HubSpot is asked once for each pair', async () => {
    const own = link({ typeId: 36, category: 'USER_DEFINED' });
    assert.deepEqual(await check([link(), own, link({ typeId: 1 })]), ['0-1 0-2']);
    assert.deepEqual(await check([]), []);
  });

  it('that does not say where it leads is looked for among the object types allowed', async () => {
    assert.deepEqual(await check([link({ to: null, typeId: 1 })]), ['0-1 0-1', '0-1 0-2']);
  });

  const refused: readonly (readonly [string, Partial<Association>])[] = [
    ['leads to deals and says companies', { typeId: 4 }],
    ['leads to deals and says nothing', { typeId: 4, to: null }],
    ['leads the other way round', { typeId: 280 }],
    ['is another’s of the same number', { category: 'USER_DEFINED' }],
  ];
  for (const [what, more] of refused) {
    it(`that ${what} is refused`, () =>
      assert.rejects(check([link(more)]), { status: 403, reason: 'association' }));
  }

  it('that HubSpot does not tell about is refused', async () => {
    await assert.rejects(check([link()], 403), { status: 403, reason: 'association-unknown' });
    await assert.rejects(check([link()], 429, { 'retry-after': '3' }), {
      status: 429,
      headers: { 'retry-after': '3' },
    });
  });
});
