import { expect } from '@open-wc/testing';
import type { Account, AssociationFacts } from '../../src/core/account.js';
import type { Sample } from '../../src/core/common-column.js';
import { defaultProperties } from '../../src/core/defaults.js';
import type { Operation } from '../../src/core/hubspot.js';
import type { ColumnMatch, Mapping } from '../../src/core/mapping.js';
import { type Given, proposeMapping } from '../../src/core/propose.js';
import type { Target } from '../../src/core/target.js';
import { accountOf, targetsOf, typeOf } from './mappings.js';

/** An account with the built-in definitions of these objects, and labels of its own. */
function accountWith(names: readonly string[], associations: readonly AssociationFacts[] = []): Account {
  const objects = Object.fromEntries(names.map((name) => [name, defaultProperties(typeOf(name).id)]));
  return accountOf(objects, { associations });
}

/** Columns given as header and cells. */
type Written = readonly (readonly [header: string, ...cells: string[]])[];

function sampleOf(columns: Written): Sample {
  const length = Math.max(...columns.map((column) => column.length)) - 1;
  return {
    headers: columns.map(([header]) => header),
    rows: Array.from({ length }, (_, row) => columns.map((column) => column[row + 1] ?? '')),
  };
}

function propose(
  account: Account,
  files: readonly Written[],
  more: { readonly given?: Given; readonly operationOf?: (id: string) => Operation } = {},
): Mapping {
  const samples = files.map(sampleOf);
  return proposeMapping({ operationOf: () => 'UPSERT', given: null, ...more, samples, account });
}

const columnsOf = (mapping: Mapping, file = 0): readonly ColumnMatch[] => mapping.files[file]?.columns ?? [];
const proposed = (account: Account, file: Written): readonly (Target | string | null)[] =>
  targetsOf(columnsOf(propose(account, [file])));

const MAILS = ['ann@acme.com', 'bob@borg.se'] as const;
const DOMAINS = ['acme.com', 'borg.se'] as const;

describe('one file about several objects', () => {
  const both = accountWith(['contacts', 'companies']);

  it('a header that names an object belongs to it', () => {
    const targets = proposed(both, [
      ['Email', ...MAILS],
      ['First name', 'Ann', 'Bob'],
      ['Company name', 'Acme', 'Borg'],
      ['Company domain', ...DOMAINS],
      ['Company city', 'Leeds', 'Umeå'],
      ['Contact phone', '+44 20 7946 0000', '+46 90 123 456'],
    ]);
    expect(targets).to.deep.equal([
      'contacts.email',
      'contacts.firstname',
      'companies.name',
      'companies.domain',
      'companies.city',
      'contacts.phone',
    ]);
  });

  it('a header that fits both goes with its neighbours', () => {
    const targets = proposed(both, [
      ['First name', 'Ann', 'Bob'],
      ['City', 'Leeds', 'Umeå'],
      ['Last name', 'Lee', 'Berg'],
      ['Domain', ...DOMAINS],
      ['Country', 'UK', 'Sweden'],
      ['Founded', '1999', '2004'],
    ]);
    expect(targets).to.deep.equal([
      'contacts.firstname',
      'contacts.city',
      'contacts.lastname',
      'companies.domain',
      'companies.country',
      'companies.founded_year',
    ]);
  });

  it('between the columns of two objects it is for the person to say, both are at hand', () => {
    const mapping = propose(both, [
      [
        ['Last name', 'Lee', 'Berg'],
        ['City', 'Leeds', 'Umeå'],
        ['Domain', ...DOMAINS],
      ],
    ]);
    const [, city] = columnsOf(mapping);
    expect(city?.target).to.equal(null);
    expect(city?.undecided?.why).to.equal('several');
    expect(targetsOf((city?.undecided?.candidates ?? []).map((target) => ({ target })))).to.have.members([
      'contacts.city',
      'companies.city',
    ]);
  });

  it('what only another object has is not taken out of the midst of its neighbours', () => {
    const mapping = propose(both, [
      [
        ['First name', 'Ann', 'Bob'],
        ['Street 2', 'Flat 3', 'c/o Lee'],
        ['Last name', 'Lee', 'Berg'],
        ['Domain', ...DOMAINS],
      ],
    ]);
    expect(columnsOf(mapping)[1]?.target).to.equal(null);
  });

  it('three objects of a sales export are told apart', () => {
    const account = accountWith(['contacts', 'companies', 'deals']);
    const targets = proposed(account, [
      ['Deal Name', 'Refit', 'Berth'],
      ['Amount', '8500.00', '1200.00'],
      ['Close Date', '2026-11-01', '2026-12-01'],
      ['Stage', 'Won', 'Lost'],
      ['Contact Email', ...MAILS],
      ['Contact First Name', 'Ann', 'Bob'],
      ['Account Name', 'Acme', 'Borg'],
      ['Company Domain', ...DOMAINS],
    ]);
    expect(targets).to.deep.equal([
      'deals.dealname',
      'deals.amount',
      'deals.closedate',
      'deals.dealstage',
      'contacts.email',
      'contacts.firstname',
      'companies.name',
      'companies.domain',
    ]);
  });

  it('French headers of notes and contacts are known', () => {
    const account = accountWith(['notes', 'contacts']);
    const targets = proposed(account, [
      ['Courriel', ...MAILS],
      ['Remarques', 'Rappeler mardi', 'Préfère l’écrit'],
      ['Date et heure', '2026-11-02 10:00', '2026-11-03 11:30'],
    ]);
    expect(targets).to.deep.equal(['contacts.email', 'notes.hs_note_body', 'notes.hs_timestamp']);
  });

  it('objects that only create are created, whatever is asked for', () => {
    const mapping = propose(accountWith(['tasks', 'contacts']), [[['Task', 'Call Ann', 'Call Bob']]]);
    expect(mapping.objects.map(({ operation }) => operation)).to.deep.equal(['CREATE', 'UPSERT']);
  });
});

describe('what ties records', () => {
  const labels: readonly AssociationFacts[] = [
    {
      fromObjectTypeId: '0-1',
      toObjectTypeId: '0-2',
      types: [
        { typeId: 1, category: 'HUBSPOT_DEFINED', label: 'Primary' },
        { typeId: 36, category: 'USER_DEFINED', label: 'Billing contact' },
      ],
    },
    {
      fromObjectTypeId: '0-1',
      toObjectTypeId: '0-1',
      types: [{ typeId: 51, category: 'USER_DEFINED', label: 'Spouse' }],
    },
  ];
  const both = accountWith(['contacts', 'companies'], labels);

  it('cells that are all labels of the account are labels, several in a cell too', () => {
    const targets = proposed(both, [
      ['Email', ...MAILS],
      ['Domain', ...DOMAINS],
      ['What for', 'Primary;Billing contact', 'billing contact'],
    ]);
    expect(targets[2]).to.deep.equal({ kind: 'labels', objectTypeId: '0-1', toObjectTypeId: '0-2' });
  });

  it('one cell that is no label, and nothing is taken for granted', () => {
    const targets = proposed(both, [
      ['Email', ...MAILS],
      ['Domain', ...DOMAINS],
      ['What for', 'Primary', 'Skipper'],
    ]);
    expect(targets[2]).to.equal(null);
  });

  it('an associated contact is found by the address in the cell', () => {
    const targets = proposed(accountWith(['contacts'], labels), [
      ['Email', ...MAILS],
      ['Associated contact', 'eve@acme.com', 'ada@borg.se'],
      ['Association label', 'Spouse', ''],
    ]);
    expect(targets.slice(1)).to.deep.equal([
      { kind: 'keys', objectTypeId: '0-1', property: 'email' },
      { kind: 'labels', objectTypeId: '0-1', toObjectTypeId: '0-1' },
    ]);
  });

  it('a partner’s address may be a property too: the person decides', () => {
    const mapping = propose(accountWith(['contacts']), [
      [
        ['Email', ...MAILS],
        ['Partner', 'eve@acme.com', 'ada@borg.se'],
      ],
    ]);
    const [, partner] = columnsOf(mapping);
    expect(partner?.target).to.equal(null);
    expect(partner?.undecided?.candidates[0]).to.deep.equal({
      kind: 'keys',
      objectTypeId: '0-1',
      property: 'email',
    });
  });

  it('record ids of an object that is not in the file are proposed as ties to what is there', () => {
    const mapping = propose(accountWith(['contacts']), [
      [
        ['Email', ...MAILS],
        ['Company record ID', '901', '902'],
      ],
    ]);
    expect(columnsOf(mapping)[1]?.undecided?.candidates).to.deep.equal([
      {
        kind: 'record-ids',
        objectTypeId: '0-1',
        toObjectTypeId: '0-2',
        association: { typeId: 279, category: 'HUBSPOT_DEFINED' },
      },
    ]);
  });

  it('times under headers that say what somebody did are times of the event, in any language', () => {
    const account = accountWith(['contacts', 'marketing events']);
    const times = ['2026-11-02 18:00', '2026-11-02 18:05'] as const;
    const targets = proposed(account, [
      ['E-Mail', ...MAILS],
      ['Angemeldet', ...times],
      ['Joined', ...times],
      ['Départ', ...times],
      ['Cancelado', ...times],
      ['Left', 'arm', 'leg'],
    ]);
    const times_ = targets.slice(1, 5).map((target) => (target as { submission?: string }).submission);
    expect(times_).to.deep.equal(['REGISTERED', 'JOINED', 'LEFT', 'CANCELLED']);
    expect(targets[5]).to.equal(null);
  });
});

describe('two files', () => {
  const both = accountWith(['contacts', 'companies']);
  const people: Written = [
    ['First name', 'Ann', 'Bob'],
    ['Last name', 'Lee', 'Berg'],
    ['Email', ...MAILS],
  ];
  const commonOf = (mapping: Mapping): readonly (readonly [file: number, column: number, target: Target])[] =>
    mapping.files.flatMap(({ columns }, file) =>
      columns.flatMap(({ column, target }) =>
        target?.kind === 'common' ? [[file, column, target] as const] : [],
      ),
    );

  it('each is about the object that its columns fit, and the shared header joins them in its direction', () => {
    const firms: Written = [
      ['Company name', 'Acme', 'Borg'],
      ['Domain', ...DOMAINS],
      ['City', 'Leeds', 'Umeå'],
      ['Email', ...MAILS],
    ];
    for (const [files, at] of [
      [[people, firms], 1],
      [[firms, people], 0],
    ] as const) {
      const mapping = propose(both, files);
      expect(mapping.files[at]?.objectTypeIds).to.deep.equal(['0-2']);
      expect(commonOf(mapping)).to.deep.equal([
        [
          at,
          3,
          {
            kind: 'common',
            objectTypeId: '0-2',
            toObjectTypeId: '0-1',
            association: { typeId: 280, category: 'HUBSPOT_DEFINED' },
            file: 1 - at,
            column: 2,
          },
        ],
      ]);
    }
  });

  it('a column of the other file’s keys is found by its values, whatever it is called', () => {
    const firms: Written = [
      ['Company name', 'Acme', 'Borg'],
      ['Domain', ...DOMAINS],
    ];
    const employed: Written = [...people, ['Works at', ...DOMAINS]];
    const mapping = propose(both, [employed, firms]);
    expect(commonOf(mapping)).to.deep.equal([
      [
        0,
        3,
        {
          kind: 'common',
          objectTypeId: '0-1',
          toObjectTypeId: '0-2',
          association: { typeId: 279, category: 'HUBSPOT_DEFINED' },
          file: 1,
          column: 1,
        },
      ],
    ]);
  });

  it('files with nothing in common stay apart', () => {
    const firms: Written = [
      ['Company name', 'Acme'],
      ['Domain', 'other.example'],
    ];
    expect(commonOf(propose(both, [people, firms]))).to.deep.equal([]);
  });

  it('two files about the same object hold whatever there is', () => {
    const mapping = propose(both, [people, people]);
    expect(mapping.files.map(({ objectTypeIds }) => objectTypeIds)).to.deep.equal([
      ['0-1', '0-2'],
      ['0-1', '0-2'],
    ]);
  });
});
