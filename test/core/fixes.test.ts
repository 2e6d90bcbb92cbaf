import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { suggestFix } from '../../src/core/fixes.js';
import type { DateFormat, Owner, PropertyOption } from '../../src/core/hubspot.js';
import type { ColumnRule, ValueKind } from '../../src/core/plan.js';
import { createValueCheck } from '../../src/core/value-check.js';

const option = (label: string, value: string): PropertyOption => ({ label, value, hidden: false });
const OPTIONS = [
  option('Marketing qualified', 'mql'),
  option('Opportunity', 'opportunity'),
  option('Évènement', 'event'),
  option('Plan 10000', 'plan_a'),
  option('Plan 20000', 'plan_b'),
  option('Twin one', 'twin_1'),
  option('Twin-one', 'twin_2'),
];
const owner = (id: string, email: string, firstName: string, lastName: string): Owner => ({
  id,
  email,
  firstName,
  lastName,
});
const OWNERS = [
  owner('1', 'zoe@example.com', 'Zoë', 'Lee'),
  owner('2', 'bo@example.com', 'Bo', 'Ek'),
  owner('3', 'bo.2@example.com', 'Bo', 'Ek'),
];
const rule = (kind: ValueKind): ColumnRule => ({
  column: 0,
  objectTypeId: '0-1',
  property: 'p',
  kind,
  uniqueness: 'none',
  options: OPTIONS,
});
const fix = (
  kind: ValueKind,
  value: string,
  dateFormat: DateFormat | null = 'DAY_MONTH_YEAR',
): string | null => suggestFix(rule(kind), value, { owners: OWNERS, dateFormat });

/** Wrong value → what is proposed; null where nothing is sure enough, or nothing is wrong. */
const TABLE: Readonly<Partial<Record<ValueKind, Readonly<Record<string, string | null>>>>> = {
  email: {
    'Ann Lee <ann@example.com>': 'ann@example.com',
    'ann@example.com <mailto:ann@example.com>': 'ann@example.com',
    'mailto:ann@example.com?subject=Hi': 'ann@example.com',
    'E-Mail: ann@example.com': 'ann@example.com',
    'ann@example.com,': 'ann@example.com',
    '"ann@example.com"': 'ann@example.com',
    'ann @ example.com': 'ann@example.com',
    'ann@example. com': 'ann@example.com',
    'ann@example,com': 'ann@example.com',
    'ann@example..com': 'ann@example.com',
    'ann(at)example(dot)com': 'ann@example.com',
    'ann [at] example.com': 'ann@example.com',
    'ann＠example.com': 'ann@example.com',
    'ann\u200B@example.com': 'ann@example.com',
    'ann@example.com; bo@example.com': null,
    'Ann <ann@example.com>, Bo <bo@example.com>': null,
    'ann lee@example.com': null,
    'Hello. ann@example.com': null,
    'ann.example.com': null,
    'ann@example': null,
    'n/a': null,
    'ann@example.com': null,
  },
  domain: {
    'ann@acme.example': 'acme.example',
    'ann@gmail.com': null,
    'http:/acme.example/x': 'acme.example',
    'http//acme.example': 'acme.example',
    'https:\\\\acme.example': 'acme.example',
    '(acme.com)': 'acme.com',
    'acme,com': 'acme.com',
    'acme.com, acme.org': null,
    'Acme Inc': null,
  },
  url: {
    'http:/acme.example/x': 'http://acme.example/x',
    'https: //acme.example': 'https://acme.example',
    '<https://acme.example>': 'https://acme.example',
    'www.acme,com/a': 'www.acme.com/a',
    'ann@acme.example ': null,
    'see notes': null,
  },
  phone: {
    'Tel.: 01 23 45 67 89': '01 23 45 67 89',
    'tel:+33123456789': '+33123456789',
    '01 23 45 67 89 (office)': '01 23 45 67 89',
    '０１２３４５６７': '01234567',
    '3.36E+10': null,
    'call Ann 12345 or Bo': null,
    '123': null,
  },
  number: {
    '1.234,56': '1234.56',
    '1,234.56': '1234.56',
    '1 234,56': '1234.56',
    '1\u00A0234': '1234',
    "1'234.50": '1234.50',
    '1.234.567': '1234567',
    '1,234,567.8': '1234567.8',
    '12,5': '12.5',
    '0,125': '0.125',
    '1234,567': '1234.567',
    '€ 12': '12',
    '12,50 €': '12.50',
    'US$1,200.00': '1200.00',
    '1200 EUR': '1200',
    '(12.50)': '-12.50',
    '12.50-': '-12.50',
    '-€5': '-5',
    '€-5': '-5',
    '−5': '-5',
    '12,5 %': '12.5%',
    '1.5E+05': '150000',
    '1,234': null,
    '1.234 €': null,
    '1,234,56': null,
    '1.23457E+11': null,
    '1E-3': null,
    '12 34': null,
    '10²': null,
    '12 kg': null,
    'about 12': null,
  },
  boolean: {
    oui: 'true',
    Sí: 'true',
    x: 'true',
    '1': 'true',
    '✓': 'true',
    Não: 'false',
    nein: 'false',
    '0': 'false',
    maybe: null,
    constructor: null,
  },
  option: {
    'marketing-qualified': 'mql',
    Evenement: 'event',
    Oportunity: 'opportunity',
    Opportuntiy: 'opportunity',
    'Plan 30000': null,
    twinone: null,
    Customer: null,
    '---': null,
  },
  options: {
    'mql; Opportunity': 'mql;Opportunity',
    'mql, opportunity': 'mql;opportunity',
    '; mql': ';mql',
    'M.Q.L. | evenement': 'mql;event',
    'mql; Customer': null,
  },
  labels: {
    'mql, Opportunity': 'mql;Opportunity',
    'mql;opportunnity': 'mql;opportunity',
    'mql;Boss': null,
  },
  owner: {
    'Lee, Zoe': 'zoe@example.com',
    'ZOE LEE': 'zoe@example.com',
    'Zoe Lee <Zoe@Example.com>': 'zoe@example.com',
    'Ek, Bo': null,
    Nobody: null,
  },
  'record-id': {
    '123.0': '123',
    '#123': '123',
    "'123": '123',
    'https://app.hubspot.com/contacts/999/record/0-1/12345': '12345',
    'https://app.hubspot.com/contacts/999/contact/12345/': '12345',
    '1.2E+10': null,
    '123.5': null,
  },
  date: {
    '12/31/2025': '31/12/2025',
    '2025-12-31': '31/12/2025',
    '2025-12-31 00:00:00': '31/12/2025',
    '31/12/2025 10:30': '31/12/2025',
    '31 / 12 / 2025': '31/12/2025',
    '31.12.2025.': '31/12/2025',
    '31. Dezember 2025': '31/12/2025',
    '31-Dez-25': '31/12/2025',
    'eine Messe 1': null,
    '3 mrz. 2025': '03/03/2025',
    'le 1er avril 2025': '01/04/2025',
    '31 déc. 2025': '31/12/2025',
    '15 août 2025': '15/08/2025',
    '3 de abril de 2025': '03/04/2025',
    '5 setembro 2025': '05/09/2025',
    'Wed, 31st December 2025': '31/12/2025',
    'Dec 31, 2025': '31/12/2025',
    'Sept 5 2025': '05/09/2025',
    '20251231': '31/12/2025',
    '2025年12月31日': '31/12/2025',
    '46022': '31/12/2025',
    '1767139200000': '31/12/2025',
    '2025-12-31T00:00:00Z': '31/12/2025',
    '2025-12-31T23:00:00Z': null,
    '25/31/12': null,
    '31/02/2025': null,
    '5 jui 2025': null,
    'Q3 2025': null,
    'marketing 5 2025': null,
    '123': null,
    '31/12/9999': null,
  },
  datetime: {
    '2025-12-31T23:00:00Z': '1767222000000',
    '2025-12-31 23:00+01:00': '1767218400000',
    '2025-12-31 10:30': '31/12/2025 10:30',
    '12/31/2025 7:00 PM': '31/12/2025 7:00 PM',
    '31/12/2025 10h30': '31/12/2025 10:30',
    '31 décembre 2025 à 10:30': '31/12/2025 10:30',
    'Dec 31, 2025, 7:00pm': '31/12/2025 7:00pm',
    '1767139200': '1767139200000',
    '12/31/2025 7:00 PM EST': null,
    '31/12/2025 25:00': null,
  },
};

for (const [kind, cases] of Object.entries(TABLE) as [ValueKind, Readonly<Record<string, string | null>>][])
  describe(`suggestFix for kind ${kind}`, () => {
    for (const [value, fixed] of Object.entries(cases))
      it(`${JSON.stringify(value)} → ${fixed ?? 'nothing'}`, () => {
        expect(fix(kind, value)).to.equal(fixed);
      });
  });

describe('suggestFix', () => {
  it('writes dates in the order of the import', () => {
    expect(fix('date', '31. März 2025', 'MONTH_DAY_YEAR')).to.equal('03/31/2025');
    expect(fix('date', '31. März 2025', 'YEAR_MONTH_DAY')).to.equal('2025-03-31');
  });
  it('leaves dates alone until their order is decided', () => {
    expect(fix('date', '31. März 2025', null)).to.equal(null);
  });
  it('finds a date that only another order reads, and none that two others read', () => {
    expect(fix('date', '31/12/2025', 'MONTH_DAY_YEAR')).to.equal('12/31/2025');
    expect(fix('date', '03/04/2025', 'YEAR_MONTH_DAY')).to.equal(null);
  });
  it('leaves text and very long cells alone', () => {
    expect(fix('text', 'M\uFFFDller')).to.equal(null);
    expect(fix('number', `€ ${'1'.repeat(400)}`)).to.equal(null);
  });

  it('never proposes what would be wrong again, nor repairs what is right', () => {
    const kinds = Object.keys(TABLE) as ValueKind[];
    const samples = Object.values(TABLE).flatMap((cases) => Object.keys(cases));
    const text = fc.oneof(
      fc.constantFrom(...samples),
      fc.tuple(fc.constantFrom(...samples), fc.string({ maxLength: 3 })).map((parts) => parts.join('')),
      fc.string({ unit: fc.constantFrom(...'0123456789.,-/: @<>€%eE+;x') }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...kinds), text, (kind, value) => {
        const check = createValueCheck(rule(kind), { owners: OWNERS, dateFormat: 'DAY_MONTH_YEAR' });
        const fixed = fix(kind, value);
        if (fixed !== null) expect(check(fixed)).to.equal(null);
        if (check(value.trim()) === null) expect(fixed).to.equal(null);
      }),
      { numRuns: 2000 },
    );
  });
});
