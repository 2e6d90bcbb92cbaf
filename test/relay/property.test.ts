import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkOptions, checkProperty } from '../../src/relay/property.js';

const size = {
  name: 'shoe_size',
  label: 'Shoe size',
  type: 'number',
  fieldType: 'number',
  groupName: 'contactinformation',
};
const option = (value: string, more: object = {}) => ({ label: value.toUpperCase(), value, ...more });

describe('a new property', () => {
  it('goes on with the fields whose effect is known', () => {
    const whole = {
      ...size,
      description: 'EU',
      hasUniqueValue: false,
      options: [option('a', { displayOrder: 1 })],
    };
    assert.deepEqual(JSON.parse(checkProperty(whole)), whole);
  });

  const refused: readonly (readonly [string, unknown])[] = [
    ['null', null],
    ['a list', [size]],
    ['no group', { ...size, groupName: undefined }],
    ['a formula', { ...size, calculationFormula: '1 + 1' }],
    ['a sensitivity', { ...size, dataSensitivity: 'sensitive' }],
    ['a field type that computes', { ...size, fieldType: 'calculation_equation' }],
    ['a type that HubSpot keeps to itself', { ...size, type: 'json' }],
    ['a path for a name', { ...size, name: '../groups' }],
    ['a name in capitals', { ...size, name: 'Shoe' }],
    ['one option twice', { ...size, options: [option('a'), option('a')] }],
    ['an option with more to it', { ...size, options: [option('a', { readOnly: true })] }],
    ['an endless description', { ...size, description: 'x'.repeat(5001) }],
  ];
  for (const [what, value] of refused) {
    it(`is refused with ${what}`, () => {
      assert.throws(() => checkProperty(value), { status: 400, reason: 'property' });
    });
  }
});

describe('new options', () => {
  const present = [
    option('a', { displayOrder: 0, hidden: false, description: '' }),
    option('b', { hidden: true }),
  ];
  const check = (value: unknown, now: object = { type: 'enumeration', options: present }) =>
    checkOptions(value, Response.json(now));

  it('go on beside all that are there', async () => {
    const options = [option('c'), option('b', { hidden: true }), option('a')];
    assert.deepEqual(JSON.parse(await check({ options })), { options });
  });

  const lost: readonly (readonly [string, readonly object[]])[] = [
    ['leave one out', [option('a'), option('c')]],
    ['rename one', [{ label: 'Alpha', value: 'a' }, option('b', { hidden: true })]],
    ['hide one', [option('a', { hidden: true }), option('b', { hidden: true })]],
    ['show one that was hidden', [option('a'), option('b')]],
    ['take the place of all', []],
  ];
  for (const [what, options] of lost) {
    it(`are refused when they ${what}`, () =>
      assert.rejects(check({ options }), { status: 409, reason: 'options' }));
  }

  it('are refused for a property that has none, and beside any other change', async () => {
    await assert.rejects(check({ options: [] }, { type: 'string', options: [] }), {
      status: 409,
      reason: 'options',
    });
    await assert.rejects(check({ options: present, label: 'New' }), { status: 400, reason: 'property' });
    await assert.rejects(check({ options: [] }, { results: [] }), { status: 502, reason: 'answer' });
  });
});
