import { expect } from '@open-wc/testing';
import { requiredOf } from '../../src/core/account.js';
import { defaultProperties } from '../../src/core/defaults.js';
import { findObjectType, isCustom, OBJECT_TYPES } from '../../src/core/objects.js';
import { accountOf } from './mappings.js';

describe('findObjectType', () => {
  const names: readonly (readonly [given: string, id: string])[] = [
    ['contacts', '0-1'],
    ['Contact', '0-1'],
    [' COMPANIES ', '0-2'],
    ['line items', '0-8'],
    ['Line-Item', '0-8'],
    ['line_items', '0-8'],
    ['postal mail', '0-116'],
    ['marketing_events', '0-54'],
    ['0-142', '0-142'],
  ];
  for (const [given, id] of names) {
    it(`${JSON.stringify(given)} is ${id}`, () => {
      expect(findObjectType(given)?.id).to.equal(id);
    });
  }

  it('what is not known is an object of the account’s own; blank text is nothing', () => {
    for (const given of ['2-1234567', 'boats', 'p77_boat']) {
      const type = findObjectType(given);
      expect(type).to.deep.include({ id: given, createsOnly: false, required: [], tiedTo: [] });
      expect(type !== null && isCustom(type)).to.equal(true);
    }
    expect(findObjectType('  ')).to.equal(null);
  });
});

describe('OBJECT_TYPES', () => {
  it('are all there are to import, each once', () => {
    const ids = OBJECT_TYPES.map(({ id }) => id);
    expect(ids).to.have.lengthOf(21);
    expect(new Set(ids).size).to.equal(21);
  });

  it('the built-in definitions hold all that each needs and all that identifies it', () => {
    for (const { id, name, required, identifiers } of OBJECT_TYPES) {
      const known = defaultProperties(id).map((property) => property.name);
      for (const group of required) {
        const there = group.some((wanted) => known.includes(wanted));
        expect(there, `${name}: ${group.join(' or ')}`).to.equal(true);
      }
      expect(known, name).to.include.members([...identifiers]);
    }
  });

  it('a name that ends in * is every property of the account that begins so', () => {
    const [sku] = defaultProperties('0-7').filter(({ name }) => name === 'hs_sku');
    if (sku === undefined) throw new Error('no SKU');
    const account = accountOf({
      products: [
        { ...sku, name: 'hs_price_eur' },
        { ...sku, name: 'hs_price_usd' },
      ],
    });
    expect(requiredOf(account, '0-7')).to.deep.equal([['name'], ['price', 'hs_price_eur', 'hs_price_usd']]);
  });
});
