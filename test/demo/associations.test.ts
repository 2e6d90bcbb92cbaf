import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { HUBSPOT_DEFINED } from '../../demo/hubspot/association-table.js';
import { inverseOf, typesBetween } from '../../demo/hubspot/associations.js';
import { createObjects } from '../../demo/hubspot/objects.js';
import { OTHER_TYPES } from '../../demo/hubspot/object-types.js';
import { get, openStandIn } from './calls.js';

/** HubSpot's ids in both directions, as its association type tables list them. */
const known: readonly (readonly [
  from: string,
  to: string,
  label: string | null,
  typeId: number,
  inverse: number,
])[] = [
  ['0-1', '0-2', null, 279, 280],
  ['0-1', '0-2', 'Primary', 1, 2],
  ['0-3', '0-2', null, 341, 342],
  ['0-3', '0-2', 'Primary', 5, 6],
  ['0-5', '0-2', 'Primary', 26, 25],
  ['0-3', '0-1', null, 3, 4],
  ['0-5', '0-1', null, 16, 15],
  ['0-3', '0-5', null, 27, 28],
  ['0-8', '0-3', null, 20, 19],
  ['0-1', '0-1', null, 449, 449],
  ['0-2', '0-2', null, 450, 450],
  ['0-2', '0-2', 'Parent company', 14, 13],
  ['0-2', '0-2', 'Child company', 13, 14],
  ['0-46', '0-1', null, 202, 201],
  ['0-136', '0-1', 'Primary', 578, 609],
  ['0-123', '0-2', 'Primary', 509, 510],
  ['0-162', '0-1', null, 798, 799],
  ['0-14', '0-1', 'Billing', 1226, 1227],
  ['0-1', '0-2', 'Billing contact of', 931, 930],
  ['0-1', '0-1', 'Parent', 21, 22],
  ['0-1', '0-1', 'Spouse', 23, 23],
  ['0-1', '0-2', 'Employer', 35, 36],
  ['2-1234567', '2-1234568', 'Home berth', 73, 74],
];

describe('types of association', () => {
  for (const [from, to, label, typeId, inverse] of known) {
    it(`${from} to ${to} ${label ?? 'without a label'} is ${typeId}, and ${inverse} the other way`, () => {
      const type = typesBetween(from, to).find((one) => one.label === label);
      assert.equal(type?.typeId, typeId);
      assert.equal(inverseOf(type, from, to)?.typeId, inverse);
    });
  }

  it('HubSpot’s own have an id each, and every pair of the table is answered by name', async () => {
    const standIn = openStandIn();
    const ids: number[] = [];
    for (const line of HUBSPOT_DEFINED.trim().replaceAll('\n  ', ' ').split('\n')) {
      const [from = '', entries = ''] = line.split(' > ');
      const targets = new Set(entries.split(', ').map((entry) => /^\w+/.exec(entry)?.[0] ?? ''));
      for (const to of targets) {
        const { status, body } = await get(standIn, `/crm/v4/associations/${from}/${to}/labels`);
        assert.equal(status, 200, `${from} ${to}`);
        const own = body.results as unknown as { category: string; typeId: number }[];
        ids.push(...own.flatMap(({ category, typeId }) => (category === 'HUBSPOT_DEFINED' ? [typeId] : [])));
      }
    }
    assert.equal(ids.length, 345);
    assert.equal(new Set(ids).size, ids.length);
  });

  it('no pair has a label twice, and every one has a way back to where it came from', () => {
    const types = [...createObjects(0), ...OTHER_TYPES];
    for (const from of types) {
      for (const to of types) {
        const labels = typesBetween(from.id, to.id).map(({ label }) => label);
        assert.equal(new Set(labels).size, labels.length, `${from.name} ${to.name}`);
        for (const type of typesBetween(from.id, to.id)) {
          const inverse = inverseOf(type, from.id, to.id);
          if (inverse === undefined || (inverse.label === null && type.label !== null)) continue;
          assert.equal(inverseOf(inverse, to.id, from.id), type, `${from.name} ${to.name} ${type.label}`);
        }
      }
    }
  });
});
