import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { StandIn } from '../../demo/hubspot/stand-in.js';
import { firstOf, importOne, kindsOf, openStandIn, tiesOf } from './calls.js';
import { key, labels, type Mapping, value } from './columns.js';

const MAIL = key('0-1', 'Mail', 'email');
const FIRM = key('0-2', 'Firm', 'domain');
const OTHER = value('0-1', 'Other', 'email', 'ASSOCIATION_KEYS');

describe('associations within one object', () => {
  const seed = {
    contacts: [{ email: 'ann@f.example', hs_additional_emails: 'anna@f.example' }, { email: 'bo@f.example' }],
  };
  const ids = (standIn: StandIn) => standIn.records('contacts').map(({ id }) => id);
  const cells: readonly (readonly [title: string, csv: string, errors: unknown[], tied: number[][]])[] = [
    ['a new one is tied to one that exists', 'cy@f.example,ann@f.example', [], [[2, 0]]],
    [
      'one that exists is tied to a new one, wherever its row is',
      'ann@f.example,cy@f.example\ncy@f.example,',
      [],
      [[0, 2]],
    ],
    [
      'several keys are joined by a semicolon',
      'cy@f.example,ann@f.example; Bo@f.example',
      [],
      [
        [2, 0],
        [2, 1],
      ],
    ],
    ['an empty cell ties to nobody', 'cy@f.example,', [], []],
    [
      'one of the two must have been there before',
      'cy@f.example,dee@f.example\ndee@f.example,',
      [['ASSOCIATION_RECORD_NOT_FOUND', 2, 1]],
      [],
    ],
    ['a key that names nobody', 'ann@f.example,no@f.example', [['ASSOCIATION_RECORD_NOT_FOUND', 2, 1]], []],
    [
      'a further address is no key',
      'bo@f.example,anna@f.example',
      [['ASSOCIATION_RECORD_NOT_FOUND', 2, 1]],
      [],
    ],
    ['a key that is no address', 'bo@f.example,Ann', [['INVALID_ASSOCIATION_IDENTIFIER', 2, 1]], []],
    ['the record’s own key', 'bo@f.example,bo@f.example', [['INVALID_ASSOCIATION_KEY', 2, 1]], []],
    [
      'a key twice',
      'bo@f.example,ann@f.example;ann@f.example',
      [['DUPLICATE_ASSOCIATION_ID', 2, 1]],
      [[1, 0]],
    ],
  ];
  for (const [title, rows, errors, tied] of cells) {
    it(title, async () => {
      const standIn = openStandIn({ seed });
      const outcome = await importOne(standIn, [MAIL, OTHER], `Mail,Other\n${rows}\n`);
      assert.deepEqual(kindsOf(outcome), errors);
      const all = ids(standIn);
      const expected = [...tied, ...tied.map(([one, other]) => [other, one])];
      const found = all.flatMap((_, at) =>
        tiesOf(standIn, 'contacts', '0-1', at).map(([id]) => [at, all.indexOf(String(id))]),
      );
      assert.deepEqual(new Set(found.map(String)), new Set(expected.map(String)));
      assert.equal(outcome.counters.ASSOCIATIONS_CREATED ?? 0, tied.length);
    });
  }

  it('every label of the row goes to every pair of it, the paired one to the other side', async () => {
    const standIn = openStandIn({ seed });
    const columns = [MAIL, OTHER, labels('0-1', '0-1', 'As')];
    await importOne(
      standIn,
      columns,
      'Mail,Other,As\ncy@f.example,ann@f.example;bo@f.example,Child;Spouse\n',
    );
    const [ann, bo, cy] = ids(standIn);
    assert.deepEqual(tiesOf(standIn, 'contacts', '0-1', 2), [
      [ann, 449, 22, 23],
      [bo, 449, 22, 23],
    ]);
    assert.deepEqual(tiesOf(standIn, 'contacts', '0-1', 0), [[cy, 449, 21, 23]]);
  });

  it('companies are tied by their first domain', async () => {
    const standIn = openStandIn({
      seed: {
        companies: [{ domain: 'n.example', hs_additional_domains: 'nord.example' }, { domain: 's.example' }],
      },
    });
    const columns = [FIRM, value('0-2', 'Of', 'domain', 'ASSOCIATION_KEYS'), labels('0-2', '0-2', 'As')];
    const outcome = await importOne(
      standIn,
      columns,
      'Firm,Of,As\ns.example,https://n.example/about,Parent company\ns.example,nord.example,\n',
    );
    assert.deepEqual(kindsOf(outcome), [['ASSOCIATION_RECORD_NOT_FOUND', 3, 1]]);
    const [nord, sud] = standIn.records('companies').map(({ id }) => id);
    assert.deepEqual(tiesOf(standIn, 'companies', '0-2', 1), [[nord, 450, 14]]);
    assert.deepEqual(tiesOf(standIn, 'companies', '0-2', 0), [[sud, 450, 13]]);
  });
});

describe('records attached by their id', () => {
  const attach = (more: Mapping): Mapping => ({
    columnObjectTypeId: '0-1',
    columnName: 'Firm ID',
    columnType: 'HUBSPOT_OBJECT_ID',
    propertyName: null,
    foreignKeyType: { associationTypeId: 31, associationCategory: 'USER_DEFINED' },
    ...more,
  });

  it('with the label that the type says, whether the other object is named or not', async () => {
    for (const more of [{}, { toColumnObjectTypeId: '0-2' }]) {
      const standIn = openStandIn({ seed: { companies: [{ name: 'Nord' }] } });
      const { id } = firstOf(standIn, 'companies');
      const { errors } = await importOne(
        standIn,
        [MAIL, attach(more)],
        `Mail,Firm ID\nann@n.example,${id}\n`,
      );
      assert.deepEqual(errors, []);
      assert.deepEqual(tiesOf(standIn, 'contacts', '0-2'), [[id, 279, 31]]);
    }
  });

  it('an id that is none, or nobody’s, is an error and the record is kept', async () => {
    const standIn = openStandIn();
    const outcome = await importOne(
      standIn,
      [MAIL, attach({})],
      'Mail,Firm ID\nann@n.example,4711\nbo@n.example,x\n',
    );
    assert.deepEqual(kindsOf(outcome), [
      ['UNKNOWN_ASSOCIATION_RECORD_ID', 2, 1],
      ['INVALID_ASSOCIATION_IDENTIFIER', 3, 1],
    ]);
    assert.equal(standIn.records('contacts').length, 2);
  });

  it('notes belong to what they are attached to', async () => {
    const standIn = openStandIn({ seed: { contacts: [{ email: 'ann@n.example' }] } });
    const { id } = firstOf(standIn, 'contacts');
    const to = {
      columnObjectTypeId: '0-46',
      columnName: 'Contact ID',
      columnType: 'HUBSPOT_OBJECT_ID',
      propertyName: null,
      foreignKeyType: { associationTypeId: 202, associationCategory: 'HUBSPOT_DEFINED' },
    };
    const csv = `Note,Contact ID\nHello,${id}\nTo nobody,\n`;
    const outcome = await importOne(standIn, [value('0-46', 'Note', 'hs_note_body'), to], csv);
    assert.deepEqual(kindsOf(outcome), [['FAILED_TO_FIND_RECORD_FOR_ASSOCIATIONS', 3, undefined]]);
    assert.deepEqual(tiesOf(standIn, 'notes', '0-1'), [[id, 202]]);
  });
});
