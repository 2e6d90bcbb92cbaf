import { expect } from '@open-wc/testing';
import { defaultProperties } from '../../src/core/defaults.js';
import type { Property } from '../../src/core/hubspot.js';
import type { ColumnMatch } from '../../src/core/mapping.js';
import { suggestColumns } from '../../src/core/suggest.js';
import type { GivenColumn } from '../../src/core/weigh-columns.js';
import { toProperty } from '../../src/core/target.js';
import contactProperties from '../fixtures/contact-properties.json';
import corpus from '../fixtures/headers.json';
import { accountOf, typeOf } from './mappings.js';

interface Layout {
  readonly name: string;
  readonly columns: readonly {
    readonly header: string;
    readonly property: string | null;
    readonly cells: readonly string[];
  }[];
}

const properties: readonly Property[] = contactProperties;

function custom(name: string, label: string, more: Partial<Property> = {}): Property {
  const [email] = properties;
  if (email === undefined) throw new Error('no properties');
  return { ...email, name, label, hubspotDefined: false, ...more };
}

function options(...labels: string[]): Partial<Property> {
  const list = labels.map((label) => ({ label, value: label.toLowerCase(), hidden: false }));
  return { type: 'enumeration', fieldType: 'select', options: list };
}

/** Suggests for columns given as header and cells. */
function suggest(
  columns: readonly (readonly [header: string, ...cells: string[]])[],
  more: {
    readonly objectType?: string;
    readonly properties?: readonly Property[];
    readonly given?: readonly GivenColumn[];
  } = {},
): readonly ColumnMatch[] {
  const length = Math.max(...columns.map((column) => column.length)) - 1;
  const { objects } = accountOf({ [more.objectType ?? 'contacts']: more.properties ?? properties });
  return suggestColumns({
    headers: columns.map(([header]) => header),
    rows: Array.from({ length }, (_, row) => columns.map((column) => column[row + 1] ?? '')),
    objects,
    given: more.given ?? [],
  });
}

function first([match]: readonly ColumnMatch[]): ColumnMatch {
  if (match === undefined) throw new Error('no column');
  return match;
}

const propertyOf = ({ target }: ColumnMatch): string | null =>
  target?.kind === 'property' ? target.property : null;
const named = (columns: readonly ColumnMatch[]): readonly (string | null)[] => columns.map(propertyOf);
const contact = (...names: string[]): readonly unknown[] => names.map((name) => toProperty('0-1', name));

/** What came out wrong, and how many of the columns with an answer came out right. */
function judge(layouts: readonly Layout[]): { wrong: string[]; right: number; answers: number } {
  const wrong: string[] = [];
  let right = 0;
  let answers = 0;
  for (const { name, columns } of layouts) {
    suggest(columns.map(({ header, cells }) => [header, ...cells])).forEach((match, index) => {
      const property = propertyOf(match);
      const expected = columns[index]?.property ?? null;
      if (expected !== null) answers += 1;
      if (property === null) return;
      if (property === expected) right += 1;
      else wrong.push(`${name}: ${match.header} → ${property}`);
    });
  }
  return { wrong, right, answers };
}

describe('suggestions for real export layouts', () => {
  for (const layout of [...corpus.layouts, ...corpus.heldOut, ...corpus.blind]) {
    it(`${layout.name}: nothing is wrong, and one column at most is left to the person`, () => {
      const { wrong, right, answers } = judge([layout]);
      expect(wrong).to.deep.equal([]);
      expect(answers - right).to.be.at.most(1);
    });
  }

  it('layouts that were kept aside do as well as those that were at hand', () => {
    for (const layouts of [corpus.layouts, [...corpus.heldOut, ...corpus.blind]]) {
      const { right, answers } = judge(layouts);
      expect(answers).to.be.above(100);
      expect(right / answers).to.be.at.least(0.95);
    }
  });
});

describe('headers that lead others astray', () => {
  const traps: readonly (readonly [header: string, cells: string, never: string])[] = [
    ['Notes', 'Met at the fair', 'notes_last_contacted'],
    ['E-mail Address', 'ann@acme.com', 'address'],
    ['Lead Source', 'Web', 'hs_lead_status'],
    ['stage', 'warm', 'state'],
    ['Sex', 'F', 'fax'],
    ['Name', 'Ann Lee', 'firstname'],
    ['Name', 'Ann Lee', 'lastname'],
    ['LName', 'Lee', 'firstname'],
    ['Last contact', '2024-01-01', 'lastname'],
    ['First visit', '2024-01-01', 'firstname'],
    ['Company phone', '020 7946 0000', 'phone'],
    ['Assistant’s phone', '020 7946 0000', 'phone'],
    ['Manager email', 'max@acme.com', 'email'],
    ['Secondary email', 'ann@home.org', 'email'],
    ['E-mail 2 Address', 'ann@home.org', 'email'],
    ['Email domain', 'acme.com', 'email'],
    ['Home city', 'Leeds', 'city'],
    ['Country of birth', 'France', 'country'],
    ['Estado', 'activo', 'state'],
    ['Region', 'EMEA North', 'state'],
    ['Email opt-out', 'false', 'email'],
    ['Phone type', 'Home', 'phone'],
    ['Contact status', 'Open', 'hs_lead_status'],
    ['Ort der Messe', 'Berlin', 'city'],
    ['Nom du commercial', 'Paul Martin', 'lastname'],
    ['Record Id', 'zcrm_4876876', 'hs_object_id'],
    ['ID', '4711', 'hs_object_id'],
    ['State', 'Open', 'state'],
    ['Site', 'Plant 3', 'website'],
    ['Born', 'Paris', 'date_of_birth'],
    ['Land', '5 acres', 'country'],
    ['City', '75001', 'city'],
    ['Position', '12', 'jobtitle'],
    ['First', '2024-01-31', 'firstname'],
    ['Emergency contact phone', '555-123-4567', 'phone'],
    ['Company address', '1 Main St', 'address'],
    ['Company email', 'info@acme.com', 'email'],
    ['Date de naissance du conjoint', '01/02/1980', 'date_of_birth'],
  ];
  for (const [header, cell, never] of traps) {
    it(`${header} with “${cell}” is not ${never}`, () => {
      expect(propertyOf(first(suggest([[header, cell, cell]])))).to.not.equal(never);
    });
  }
});

describe('suggestColumns', () => {
  const matches: readonly (readonly [header: string, cell: string, property: string, kind: string])[] = [
    ['hs_lead_status', 'New', 'hs_lead_status', 'name'],
    ['HS_Lead_Status', 'New', 'hs_lead_status', 'name'],
    ['lead status', 'New', 'hs_lead_status', 'label'],
    ['MEMBERSHIP-TIER', 'Gold', 'membership_tier', 'label'],
    ['Membership_Tier__c', 'Gold', 'membership_tier', 'label'],
    ['Adresse e-mail', 'ann@acme.com', 'email', 'alias'],
    ['Courriel', 'ann@acme.com', 'email', 'alias'],
    ['Correo electrónico', 'ann@acme.com', 'email', 'alias'],
    ['PLZ', '80331', 'zip', 'alias'],
    ['Handy', '0171 2345678', 'mobilephone', 'alias'],
    ['Téléphone portable', '06 12 34 56 78', 'mobilephone', 'alias'],
    ['Strasse geschaeftlich', 'Ringweg 12', 'address', 'alias'],
    ['Work phone number', '020 7946 0000', 'phone', 'label'],
    ['Email*', 'ann@acme.com', 'email', 'label'],
    ['email', 'ann@acme.com', 'email', 'name'],
    ['Record ID', '901', 'hs_object_id', 'label'],
    ['Title', 'CFO', 'jobtitle', 'alias'],
    ['Title', 'Mrs.', 'salutation', 'alias'],
    ['URL', 'https://www.linkedin.com/in/ann', 'hs_linkedin_url', 'alias'],
    ['URL', 'https://acme.com', 'website', 'alias'],
    ['Estado', 'SP', 'state', 'alias'],
  ];
  for (const [header, cell, property, kind] of matches) {
    it(`${header} with “${cell}” is ${property}, by ${kind}`, () => {
      const match = first(suggest([[header, cell, cell]]));
      expect(propertyOf(match)).to.equal(property);
      expect(match.reason?.kind).to.equal(kind);
      expect(match.undecided).to.equal(null);
    });
  }

  it('a match by alias says in which language and for what, and that the cells agree', () => {
    expect(first(suggest([['Courriel', 'ann@acme.com']])).reason).to.deep.equal({
      kind: 'alias',
      language: 'fr',
      of: 'E-mail',
      valuesAgree: true,
    });
  });

  it('empty cells neither support nor contradict a header', () => {
    const match = first(suggest([['Email', '', ' ']]));
    expect(propertyOf(match)).to.equal('email');
    expect(match.reason).to.deep.equal({ kind: 'label', valuesAgree: false });
  });

  it('a header that the cells contradict is left to the person, with what it names as a candidate', () => {
    const match = first(suggest([['Email', '12', '345', '6']]));
    expect(propertyOf(match)).to.equal(null);
    expect(match.undecided?.why).to.equal('values-disagree');
    expect(match.undecided?.candidates[0]).to.deep.equal(toProperty('0-1', 'email'));
  });

  it('the better name gets the property, whichever column comes first; the other is told that it is taken', () => {
    const columns = suggest([
      ['Telephone', '020 7946 0000'],
      ['Phone Number', '020 7946 0001'],
    ]);
    expect(named(columns)).to.deep.equal([null, 'phone']);
    expect(first(columns).undecided).to.deep.include({ why: 'taken' });
    expect(first(columns).undecided?.candidates[0]).to.deep.equal(toProperty('0-1', 'phone'));
  });

  it('of two columns with the same header the first is taken', () => {
    const column = ['Email', 'ann@acme.com'] as const;
    expect(named(suggest([column, column]))).to.deep.equal(['email', null]);
  });

  it('two properties with the same label are for the person to tell apart', () => {
    const twins = [custom('plan_a', 'Plan'), custom('plan_b', 'Plan')];
    const match = first(suggest([['Plan', 'Basic']], { properties: [...properties, ...twins] }));
    expect(propertyOf(match)).to.equal(null);
    expect(match.undecided).to.deep.equal({ why: 'several', candidates: contact('plan_a', 'plan_b') });
  });

  it('a header that is one property’s internal name and another’s label is for the person to decide', () => {
    const list = [...properties, custom('customer_state', 'State')];
    expect(first(suggest([['State', 'Bavaria']], { properties: list })).undecided?.why).to.equal('several');
  });

  it('a read-only property is named, never suggested', () => {
    const match = first(suggest([['Last Contacted', '2024-01-02']]));
    expect(propertyOf(match)).to.equal(null);
    expect(match.undecided).to.deep.equal({
      why: 'read-only',
      property: toProperty('0-1', 'notes_last_contacted'),
      candidates: [],
    });
  });

  it('a header without meaning is matched by its cells', () => {
    const columns = suggest([
      ['', 'ann@acme.com', 'bob@acme.com'],
      ['Column 2', '+1 415-555-0100', '+33 1 42 68 53 00'],
      ['Unnamed: 3', '10233344', '20233344'],
    ]);
    expect(named(columns)).to.deep.equal(['email', 'phone', null]);
    expect(first(columns).reason).to.deep.equal({ kind: 'values', looksLike: 'email', valuesAgree: true });
  });

  it('two columns of emails without a telling header are both left to the person', () => {
    expect(
      named(
        suggest([
          ['A', 'ann@acme.com'],
          ['B', 'ann@home.org'],
        ]),
      ),
    ).to.deep.equal([null, null]);
  });

  it('an unknown header whose cells are the options of one enumeration is matched to it', () => {
    const match = first(suggest([['Karte', 'gold', 'Silver', 'Bronze', 'GOLD']]));
    expect(propertyOf(match)).to.equal('membership_tier');
    expect(match.reason).to.deep.equal({ kind: 'values', looksLike: 'options', valuesAgree: true });
  });

  it('two or three alike options are not enough to match an enumeration', () => {
    const list = [...properties, custom('grade', 'Grade', options('High', 'Medium', 'Low'))];
    const twice = [...list, custom('risk', 'Risk', options('High', 'Medium', 'Low'))];
    expect(named(suggest([['Wert', 'High', 'Low']], { properties: list }))).to.deep.equal([null]);
    expect(named(suggest([['Wert', 'High', 'Medium', 'Low']], { properties: twice }))).to.deep.equal([null]);
    expect(named(suggest([['Wert', 'High', 'Medium', 'Low']], { properties: list }))).to.deep.equal([
      'grade',
    ]);
  });

  const names: readonly (readonly [
    title: string,
    header: string,
    cell: string,
    other: string,
    half: string,
    property: string | null,
  ])[] = [
    ['Name beside Vorname is the last name', 'Name', 'Groß', 'Vorname', 'Jürgen', 'lastname'],
    ['Nom beside Prénom is the last name', 'Nom', 'Dubois', 'Prénom', 'Luc', 'lastname'],
    ['Nombre beside Apellidos is the first name', 'Nombre', 'José María', 'Apellidos', 'García', 'firstname'],
    ['Nome beside Sobrenome is the first name', 'Nome', 'João', 'Sobrenome', 'Silva', 'firstname'],
    ['Name with the first name in it is a whole name', 'Name', 'Jürgen Groß', 'Vorname', 'Jürgen', null],
    ['Nombre with the last name in it is a whole name', 'Nombre', 'Ana García', 'Apellidos', 'García', null],
  ];
  for (const [title, header, cell, other, half, property] of names) {
    it(title, () => {
      const columns = suggest([
        [header, cell],
        [other, half],
      ]);
      expect(propertyOf(first(columns))).to.equal(property);
    });
  }

  it('a whole name has two candidates and no suggestion', () => {
    expect(first(suggest([['Full Name', 'Ann Lee']])).undecided).to.deep.equal({
      why: 'several',
      candidates: contact('firstname', 'lastname'),
    });
  });

  it('a column that resembles nothing is neither matched nor doubtful', () => {
    const match = first(suggest([['Dietary needs', 'vegan', 'none']]));
    expect(match).to.deep.include({ target: null, reason: null, undecided: null });
  });

  it('a preset wins over everything, and may leave a column out', () => {
    const columns = suggest(
      [
        ['Email', '1'],
        ['e_mail', 'ann@acme.com'],
        ['City', 'Leeds'],
      ],
      {
        given: [
          { header: 'Email', target: toProperty('0-1', 'customer_number') },
          { header: 'city', target: null },
        ],
      },
    );
    expect(named(columns)).to.deep.equal(['customer_number', 'email', null]);
    expect(columns.map(({ reason }) => reason?.kind)).to.deep.equal(['preset', 'label', 'preset']);
  });

  it('a preset for a header that repeats is taken in order', () => {
    const columns = suggest(
      [
        ['Phone', '1'],
        ['Phone', '2'],
      ],
      {
        given: [
          { header: 'Phone', target: toProperty('0-1', 'mobilephone') },
          { header: 'Phone', target: toProperty('0-1', 'phone') },
        ],
      },
    );
    expect(named(columns)).to.deep.equal(['mobilephone', 'phone']);
  });

  const objects: readonly (readonly [
    objectType: string,
    headers: readonly string[],
    expected: readonly (string | null)[],
  ])[] = [
    [
      'companies',
      ['Firma', 'Domain', 'Company city', 'Anzahl Mitarbeiter'],
      ['name', 'domain', 'city', 'numberofemployees'],
    ],
    ['companies', ['Raison sociale', 'Site web', 'Complément d’adresse'], ['name', 'website', 'address2']],
    [
      'deals',
      ['Opportunity Name', 'Amount', 'Close Date', 'Stage', 'Pipeline'],
      ['dealname', 'amount', 'closedate', 'dealstage', 'pipeline'],
    ],
    [
      'deals',
      ['Nombre', 'Importe (EUR)', 'Fecha de cierre', 'Etapa'],
      ['dealname', 'amount', 'closedate', 'dealstage'],
    ],
    [
      'tickets',
      ['Subject', 'Beschreibung', 'Status', 'Priorité'],
      ['subject', 'content', 'hs_pipeline_stage', 'hs_ticket_priority'],
    ],
    [
      'products',
      ['Artikelbezeichnung', 'Art-Nr', 'Prix unitaire', 'Custo'],
      ['name', 'hs_sku', 'price', 'hs_cost_of_goods_sold'],
    ],
  ];
  for (const [objectType, headers, expected] of objects) {
    it(`${objectType} with ${headers.join(', ')} are matched without the account’s definitions`, () => {
      const list = defaultProperties(typeOf(objectType).id);
      const columns = suggest(
        headers.map((header) => [header]),
        { objectType, properties: list },
      );
      expect(named(columns)).to.deep.equal(expected);
    });
  }

  it('a page full of columns and an account full of properties give one answer each', () => {
    const many = Array.from({ length: 950 }, (_, n) => custom(`field_${n}`, `Field number ${n}`));
    const wide = Array.from({ length: 999 }, (_, n) => [`Field number ${n}`, 'x'] as const);
    const found = named(suggest(wide, { properties: [...properties, ...many] }));
    expect(found.filter((property) => property !== null)).to.have.lengthOf(950);
    expect(found[949]).to.equal('field_949');
  });
});
