import { expect } from '@open-wc/testing';
import type { Owner, PropertyOption } from '../../src/core/hubspot.js';
import type { KeyKind, ValueKind } from '../../src/core/plan.js';
import type { ProblemCode } from '../../src/core/problems.js';
import { createValueCheck } from '../../src/core/value-check.js';
import { identityOf } from '../../src/core/values.js';

const option = (label: string, value: string, hidden = false): PropertyOption => ({ label, value, hidden });
const OPTIONS = [
  option('Lead', 'lead'),
  option('Marketing qualified', 'mql'),
  option('Closed', 'won'),
  option('Won', 'won_late'),
  option('Small', 'size_s'),
  option('small', 'size_xs'),
  option('Twin', 'twin_1'),
  option('Twin', 'twin_2'),
  option('Old one', 'old', true),
  option('won', 'lost'),
];
const owner = (id: string, firstName: string, lastName: string): Owner => ({
  id,
  email: `${firstName}.${lastName}.${id}@example.com`.toLowerCase(),
  firstName,
  lastName,
});
const OWNERS = [owner('11', 'Ann', 'Lee'), owner('12', 'Bo', 'Ek'), owner('13', 'Bo', 'Ek')];

const checkOf = (kind: ValueKind, options = OPTIONS, owners: readonly Owner[] | null = OWNERS) =>
  createValueCheck(
    { column: 0, objectTypeId: '0-1', property: 'p', kind, keyKind: 'email', uniqueness: 'none', options },
    { owners, dateFormat: 'DAY_MONTH_YEAR' },
  );

/** Values that pass, and values that do not, with their problem. */
const TABLE: Readonly<
  Record<ValueKind, { fine: readonly string[]; wrong: Readonly<Record<string, ProblemCode>> }>
> = {
  text: {
    fine: ['Zoë', '0', 'x'.repeat(65_536), 'a\nb'],
    wrong: { 'M�ller': 'text-unreadable' },
  },
  email: {
    fine: [
      'a@b.co',
      'Ann.Lee+x@Example.COM',
      "o'neil@example.ie",
      'müller@exämple.de',
      'वि@उदाहरण.भारत',
      'a@xn--bcher-kva.example',
      'a@b.xn--p1ai',
      '1_2-3@sub.sub.example.museum',
      `${'l'.repeat(64)}@example.com`,
    ],
    wrong: {
      ann: 'email-invalid',
      'ann@': 'email-invalid',
      '@b.co': 'email-invalid',
      'ann@b': 'email-invalid',
      'ann@b.c': 'email-invalid',
      'ann@@b.co': 'email-invalid',
      'ann@b..co': 'email-invalid',
      'ann@.b.co': 'email-invalid',
      'ann@-b.co': 'email-invalid',
      'ann@b-.co': 'email-invalid',
      '.ann@b.co': 'email-invalid',
      'ann.@b.co': 'email-invalid',
      'an..n@b.co': 'email-invalid',
      'ann lee@b.co': 'email-invalid',
      'Ann <ann@b.co>': 'email-invalid',
      'ann@b.co;bo@b.co': 'email-invalid',
      'ann@b.co.': 'email-invalid',
      'ann@b,co': 'email-invalid',
      'ann@127.0.0.1': 'email-invalid',
      [`${'l'.repeat(65)}@example.com`]: 'email-invalid',
      [`a@${'l.'.repeat(130)}com`]: 'email-invalid',
    },
  },
  domain: {
    fine: [
      'example.com',
      'WWW.Example.com',
      'https://www.example.co.uk/about?x=1',
      'http://example.com:8080',
      'bücher.example',
      'example.com.',
      'www.de',
    ],
    wrong: {
      example: 'domain-invalid',
      'Example Inc.': 'domain-invalid',
      'ann@example.com': 'domain-invalid',
      'example..com': 'domain-invalid',
      '127.0.0.1': 'domain-invalid',
      'https://': 'domain-invalid',
    },
  },
  url: {
    fine: [
      'https://example.com',
      'example.com/a?b=c#d',
      'http://u@example.com:80/',
      'http://127.0.0.1/x',
      'www.exämple.de',
    ],
    wrong: {
      'n/a': 'url-invalid',
      'http://a b.com': 'url-invalid',
      'http//example': 'url-invalid',
      'a@b.com:x': 'url-invalid',
    },
  },
  phone: {
    fine: [
      '+33 1 23 45 67 89',
      '(020) 7946-0018',
      '12345',
      '+49.30.1234567',
      '555 0100 ext123',
      '5550100 x 12',
    ],
    wrong: {
      '1234': 'phone-invalid',
      unknown: 'phone-invalid',
      'Tel 12345678': 'phone-invalid',
      '3.36E+10': 'phone-invalid',
      [`${'1 '.repeat(60)}1`]: 'phone-invalid',
    },
  },
  number: {
    fine: [
      '0',
      '12',
      '-12.5',
      '+3',
      '.25',
      '5.',
      '25%',
      '007',
      '123456789012345',
      `${'0'.repeat(30)}1`,
      '0.1234567890123456789',
    ],
    wrong: {
      '1,5': 'number-invalid',
      '1.234,56': 'number-invalid',
      '1,234.56': 'number-invalid',
      '1 234': 'number-invalid',
      '1.2.3': 'number-invalid',
      '€ 12': 'number-invalid',
      '1e5': 'number-invalid',
      NaN: 'number-invalid',
      '-': 'number-invalid',
      '.': 'number-invalid',
      '%': 'number-invalid',
      '1234567890123456': 'number-too-large',
    },
  },
  date: {
    fine: ['31/12/2025', '31-Dec-25'],
    wrong: {
      '12/31/2025': 'date-invalid',
      '31/12/2025 10:00': 'date-invalid',
      '31/12/9999': 'date-out-of-range',
    },
  },
  datetime: {
    fine: ['31/12/2025 10:00', '31/12/2025', '1735603200000'],
    wrong: { '31/02/2025 10:00': 'date-invalid' },
  },
  boolean: {
    fine: ['True', 'false', 'YES', 'no'],
    wrong: {
      '1': 'boolean-invalid',
      oui: 'boolean-invalid',
      x: 'boolean-invalid',
      'yes!': 'boolean-invalid',
    },
  },
  option: {
    fine: [
      'Lead',
      'lead',
      'LEAD',
      'mql',
      'Marketing qualified',
      'Old one',
      'Won',
      'Small',
      'small',
      'Closed',
    ],
    wrong: {
      Leads: 'option-unknown',
      'Lead;mql': 'option-unknown',
      Twin: 'option-ambiguous',
      won: 'option-ambiguous',
      SMALL: 'option-ambiguous',
    },
  },
  options: {
    fine: ['lead', 'lead;mql', ';lead;mql', 'Lead;Old one;'],
    wrong: {
      'lead; mql': 'option-unknown',
      'lead,mql': 'option-unknown',
      ';': 'option-unknown',
      'lead;Twin': 'option-ambiguous',
    },
  },
  owner: {
    fine: ['11', 'Ann.Lee.11@EXAMPLE.com', 'ann  lee', 'Ann Lee;bo.ek.12@example.com'],
    wrong: {
      '14': 'owner-unknown',
      Ann: 'owner-unknown',
      'Lee, Ann': 'owner-unknown',
      'Bo Ek': 'owner-ambiguous',
    },
  },
  labels: {
    fine: ['Lead', 'lead', 'LEAD', 'Lead;Closed', 'Lead ; won', 'Twin', ';Lead'],
    wrong: {
      Boss: 'label-unknown',
      'Lead;Boss': 'label-unknown',
      'Lead,Closed': 'label-unknown',
      ';': 'label-unknown',
    },
  },
  keys: {
    fine: ['a@b.co', 'a@b.co;c@d.co', 'a@b.co ; c@d.co;'],
    wrong: {
      ann: 'email-invalid',
      'a@b.co;ann': 'email-invalid',
      'a@b.co,c@d.co': 'email-invalid',
      ' ; ': 'email-invalid',
    },
  },
  'record-id': {
    fine: ['1', '12345678901'],
    wrong: {
      '12.0': 'record-id-invalid',
      '1.2E+11': 'record-id-invalid',
      '#12': 'record-id-invalid',
      '-1': 'record-id-invalid',
    },
  },
};

const shown = (value: string): string =>
  value.length > 50 ? `${value.slice(0, 20)}… (${value.length} characters)` : JSON.stringify(value);

for (const [kind, { fine, wrong }] of Object.entries(TABLE) as [ValueKind, (typeof TABLE)[ValueKind]][])
  describe(`a value of kind ${kind}`, () => {
    for (const value of fine)
      it(`${shown(value)} is what HubSpot takes`, () => {
        expect(checkOf(kind)(value)).to.equal(null);
      });
    for (const [value, code] of Object.entries(wrong))
      it(`${shown(value)} is ${code}`, () => {
        expect(checkOf(kind)(value)).to.equal(code);
      });
  });

describe('createValueCheck', () => {
  it('finds a text that is one character too long', () => {
    expect(checkOf('text')('x'.repeat(65_537))).to.equal('text-too-long');
  });
  it('takes any option while the options are not known', () => {
    expect(checkOf('option', [])('anything')).to.equal(null);
    expect(checkOf('options', [])('any;thing')).to.equal(null);
    expect(checkOf('labels', [])('any;thing')).to.equal(null);
  });
  it('takes any owner while the owners are not known, and none when there are none', () => {
    expect(checkOf('owner', [], null)('anybody')).to.equal(null);
    expect(checkOf('owner', [], [])('anybody')).to.equal('owner-unknown');
  });
  it('judges each of several keys as what it is, and as a text when that is not told', () => {
    const keys = (keyKind?: KeyKind) =>
      createValueCheck(
        {
          column: 0,
          objectTypeId: '0-1',
          property: 'p',
          kind: 'keys',
          uniqueness: 'none',
          options: [],
          ...(keyKind && { keyKind }),
        },
        { owners: null, dateFormat: null },
      );
    expect(keys('record-id')('12;13')).to.equal(null);
    expect(keys('record-id')('12;x')).to.equal('record-id-invalid');
    expect(keys('domain')('acme.com;acme')).to.equal('domain-invalid');
    expect(keys()('any;thing;')).to.equal(null);
  });
  it('answers within a moment for a cell of two million characters', () => {
    const large = [
      '0'.repeat(2e6) + 'x',
      ' '.repeat(2e6) + 'x',
      'a.'.repeat(1e6),
      `https://${'a.'.repeat(1e6)}`,
    ];
    const kinds: readonly ValueKind[] = [
      'email',
      'domain',
      'url',
      'phone',
      'number',
      'date',
      'boolean',
      'record-id',
    ];
    for (const kind of kinds)
      for (const value of large)
        expect(checkOf(kind)(value), `${kind} ${value.slice(0, 9)}`).to.match(/-invalid$/);
  });
});

describe('identityOf', () => {
  const cases: readonly (readonly [ValueKind, string, string])[] = [
    ['email', 'Ann@Example.COM', 'ann@example.com'],
    ['domain', 'https://www.Example.com/about', 'example.com'],
    ['record-id', '0012', '0012'],
    ['text', 'SKU-a', 'SKU-a'],
  ];
  for (const [kind, value, identity] of cases)
    it(`${value} as ${kind} is compared as ${identity}`, () => {
      expect(identityOf(kind, value)).to.equal(identity);
    });
});
