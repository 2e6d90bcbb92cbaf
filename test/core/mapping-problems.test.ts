import { expect } from '@open-wc/testing';
import type { Account } from '../../src/core/account.js';
import { defaultProperties } from '../../src/core/defaults.js';
import type { Operation, Property } from '../../src/core/hubspot.js';
import { type Mapping, setTarget } from '../../src/core/mapping.js';
import { type MappingProblem, mappingProblems } from '../../src/core/mapping-problems.js';
import { type Target, toProperty } from '../../src/core/target.js';
import { accountOf, type Columns, mappingOf } from './mappings.js';

const columnsOf = (targets: readonly (Target | string | null)[]): Columns =>
  targets.map((target, column) => [`H${column}`, target]);

const ofContacts = (operation: Operation, ...targets: (Target | string | null)[]): Mapping =>
  mappingOf({ contacts: operation }, [columnsOf(targets)]);

function problemsOf(
  mapping: Mapping,
  account: Account = accountOf(
    Object.fromEntries(mapping.objects.map(({ objectTypeId }) => [objectTypeId, null])),
  ),
  marketingEventId: string | null = null,
): readonly MappingProblem[] {
  return mappingProblems(mapping, account, { marketingEventId });
}
const codes = (problems: readonly MappingProblem[]): readonly string[] =>
  problems.map(({ code, severity }) => `${severity} ${code}`);

const association = { typeId: 279, category: 'HUBSPOT_DEFINED' };
const labels = (toObjectTypeId: string): Target => ({ kind: 'labels', objectTypeId: '0-1', toObjectTypeId });
const common = (column: number): Target => ({
  kind: 'common',
  objectTypeId: '0-1',
  toObjectTypeId: '0-2',
  association,
  file: 1,
  column,
});
const joinedAt: Target = { kind: 'event', objectTypeId: '0-54', submission: 'JOINED' };

describe('mappingProblems', () => {
  const cases: readonly (readonly [
    string,
    string,
    Operation,
    readonly (string | null)[],
    readonly string[],
  ])[] = [
    ['nothing matched is all there is to say', 'deals', 'CREATE', [null, null], ['error mapping-empty']],
    ['contacts with an email are fine', 'contacts', 'UPSERT', ['email', null], []],
    [
      'contacts with names alone double',
      'contacts',
      'UPSERT',
      ['firstname'],
      ['warning mapping-no-identifier'],
    ],
    [
      'creating contacts by names alone doubles too',
      'contacts',
      'CREATE',
      ['lastname'],
      ['warning mapping-no-identifier'],
    ],
    ['updating needs an identifier', 'contacts', 'UPDATE', ['firstname'], ['error mapping-no-identifier']],
    ['updating by record id needs nothing else', 'deals', 'UPDATE', ['hs_object_id', 'amount'], []],
    [
      'creating a contact needs a name or an email',
      'contacts',
      'CREATE',
      ['city'],
      ['warning mapping-no-identifier', 'error mapping-required'],
    ],
    [
      'a deal needs name, pipeline and stage',
      'deals',
      'CREATE',
      ['amount', 'dealname'],
      ['error mapping-required', 'error mapping-required'],
    ],
    [
      'a complete deal is fine, though nothing identifies it',
      'deals',
      'CREATE',
      ['dealname', 'pipeline', 'dealstage'],
      [],
    ],
    [
      'what only creating needs is a warning when records may exist',
      'companies',
      'UPSERT',
      ['hs_object_id', 'city'],
      ['warning mapping-required'],
    ],
    [
      'two columns with one property are refused',
      'contacts',
      'UPSERT',
      ['email', 'city', 'city'],
      ['error mapping-repeated'],
    ],
  ];
  for (const [title, objectType, operation, names, expected] of cases) {
    it(title, () => {
      const mapping = mappingOf({ [objectType]: operation }, [columnsOf(names)]);
      expect(codes(problemsOf(mapping))).to.deep.equal(expected);
    });
  }

  it('an object that the account has not switched on is an error, another one is not', () => {
    const account = accountOf({ courses: null, services: null }, { switchedOff: ['0-410'] });
    const codesOf = (name: string, property: string): readonly string[] =>
      codes(problemsOf(mappingOf({ [name]: 'CREATE' }, [[['A', property]]]), account));
    expect(codesOf('courses', 'hs_course_name')).to.deep.equal(['error mapping-switched-off']);
    expect(codesOf('services', 'hs_name')).to.not.include('error mapping-switched-off');
  });

  it('a problem names its file, object, columns and properties', () => {
    const [repeated] = problemsOf(ofContacts('UPSERT', 'email', 'city', 'city'));
    expect(repeated).to.deep.include({ file: 0, columns: [1, 2], properties: ['city'] });
    const [, required] = problemsOf(ofContacts('CREATE', 'city'));
    expect(required).to.deep.include({
      objectTypeId: '0-1',
      properties: ['email', 'firstname', 'lastname'],
    });
  });

  it('a property that the account does not have, or does not let be written, is an error', () => {
    const readOnly: readonly Property[] = defaultProperties('0-1').map((property) =>
      property.name === 'city' ? { ...property, readOnly: true } : property,
    );
    const mapping = ofContacts('UPSERT', 'email', 'city', 'shoe_size', 'hs_object_id');
    const problems = problemsOf(mapping, accountOf({ contacts: readOnly }));
    const unknown = problems.filter(({ code }) => code === 'mapping-unknown');
    expect(unknown.map(({ columns }) => columns)).to.deep.equal([[1], [2]]);
    expect(codes(problemsOf(mapping))).to.deep.equal(['warning mapping-primary-email']);
  });

  it('a record id is nothing to write for objects that are only created', () => {
    const notes = mappingOf({ notes: 'CREATE', contacts: 'UPSERT' }, [
      columnsOf(['hs_object_id', 'hs_note_body', 'contacts.email']),
    ]);
    const account = accountOf({ notes: defaultProperties('0-46'), contacts: null });
    expect(codes(problemsOf(notes, account))).to.deep.equal(['error mapping-unknown']);
    expect(notes.objects[0]).to.deep.include({ identifiers: [], identifier: null });
  });

  it('choosing a property that another column has leaves no repetition behind', () => {
    const mapping = setTarget(ofContacts('UPSERT', 'email', null), 0, 1, toProperty('0-1', 'email'));
    expect(problemsOf(mapping)).to.deep.equal([]);
  });

  const several: readonly (readonly [
    title: string,
    operations: Readonly<Record<string, Operation>>,
    files: readonly (readonly (Target | string | null)[])[],
    expected: readonly string[],
  ])[] = [
    [
      'an object that no column speaks of needs nothing',
      { contacts: 'UPSERT', deals: 'CREATE' },
      [['email']],
      [],
    ],
    [
      'each object that is imported needs what it needs',
      { contacts: 'UPSERT', companies: 'UPDATE', deals: 'CREATE' },
      [['email', 'companies.name', 'deals.amount', 'deals.dealname', 'deals.pipeline']],
      ['error mapping-no-identifier', 'error mapping-required'],
    ],
    [
      'line items stand with deals',
      { 'line items': 'CREATE', deals: 'CREATE' },
      [['name', 'quantity', 'price']],
      ['error mapping-untied'],
    ],
    [
      'line items with a deal in their rows do',
      { 'line items': 'UPSERT', deals: 'UPSERT' },
      [['hs_object_id', 'name', 'quantity', 'price', 'deals.hs_object_id', 'deals.dealname']],
      ['warning mapping-required', 'warning mapping-required'],
    ],
    ['a note belongs to something', { notes: 'CREATE' }, [['hs_note_body']], ['error mapping-untied']],
    [
      'a note beside a contact does',
      { contacts: 'UPSERT', notes: 'CREATE' },
      [['email', 'notes.hs_note_body']],
      [],
    ],
    [
      'a note with the record id of its company does',
      { notes: 'CREATE' },
      [['hs_note_body', { kind: 'record-ids', objectTypeId: '0-46', toObjectTypeId: '0-2', association }]],
      [],
    ],
    ['a task may stand alone', { tasks: 'CREATE' }, [['hs_task_subject', 'hs_timestamp']], []],
    [
      'labels without the other record',
      { contacts: 'UPSERT', companies: 'UPSERT' },
      [['email', labels('0-2')]],
      ['error mapping-label-alone'],
    ],
    [
      'labels beside the other record',
      { contacts: 'UPSERT', companies: 'UPSERT' },
      [['email', 'companies.domain', labels('0-2')]],
      [],
    ],
    [
      'labels of the same object need keys of others',
      { contacts: 'UPSERT' },
      [['email', labels('0-1')]],
      ['error mapping-label-alone'],
    ],
    [
      'labels of the same object with keys of others',
      { contacts: 'UPSERT' },
      [['email', labels('0-1'), { kind: 'keys', objectTypeId: '0-1', property: 'email' }]],
      [],
    ],
    [
      'keys of the same object, in an import of two files',
      { contacts: 'UPSERT', companies: 'UPSERT' },
      [['email', common(0), { kind: 'keys', objectTypeId: '0-1', property: 'email' }], ['companies.domain']],
      ['error mapping-one-file'],
    ],
    [
      'objects that cannot be associated',
      { products: 'UPSERT', contacts: 'UPSERT' },
      [['hs_sku', 'name', 'price', 'contacts.email']],
      ['warning mapping-unrelated', 'warning mapping-unrelated'],
    ],
    [
      'of three objects one that cannot be associated',
      { products: 'UPSERT', contacts: 'UPSERT', companies: 'UPSERT' },
      [['hs_sku', 'name', 'price', 'contacts.email', 'companies.domain']],
      ['warning mapping-unrelated'],
    ],
    [
      'two files that nothing joins',
      { contacts: 'UPSERT', companies: 'UPSERT' },
      [['email'], ['companies.domain']],
      ['warning mapping-not-joined', 'warning mapping-not-joined'],
    ],
    [
      'two files with a common column',
      { contacts: 'UPSERT', companies: 'UPSERT' },
      [['email', common(0)], ['companies.domain']],
      [],
    ],
    [
      'a common column that identifies nothing',
      { contacts: 'UPSERT', companies: 'UPSERT' },
      [
        ['email', common(1)],
        ['companies.domain', 'companies.city'],
      ],
      ['error mapping-common-key'],
    ],
    [
      'a common column whose other side was taken away',
      { contacts: 'UPSERT', companies: 'UPSERT' },
      [
        ['email', common(1)],
        ['companies.domain', null],
      ],
      ['error mapping-common-key'],
    ],
    [
      'a file of which nothing is imported, among two',
      { contacts: 'UPSERT' },
      [['email'], [null]],
      ['warning mapping-not-joined', 'error mapping-empty', 'warning mapping-not-joined'],
    ],
  ];
  for (const [title, operations, files, expected] of several) {
    it(title, () => {
      expect(codes(problemsOf(mappingOf(operations, files.map(columnsOf))))).to.deep.equal(expected);
    });
  }

  it('times of taking part need the event, and the contacts', () => {
    const operations = { contacts: 'UPSERT', 'marketing events': 'CREATE' } as const;
    const mapping = mappingOf(operations, [columnsOf(['email', joinedAt])]);
    expect(codes(problemsOf(mapping))).to.deep.equal(['error mapping-no-event']);
    expect(problemsOf(mapping, undefined, '377224141223')).to.deep.equal([]);
    const alone = mappingOf({ 'marketing events': 'CREATE' }, [columnsOf([joinedAt])]);
    expect(codes(problemsOf(alone, undefined, '1'))).to.deep.equal(['error mapping-untied']);
  });
});
