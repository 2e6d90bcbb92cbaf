import { expect } from '@open-wc/testing';
import { readAccount } from '../../src/client/crm.js';
import { readProperties } from '../../src/core/answers.js';
import type { Account, ObjectFacts } from '../../src/core/account.js';
import type { Property } from '../../src/core/hubspot.js';
import type { ObjectType } from '../../src/core/objects.js';
import type { HubSpotClient } from '../../src/client/hubspot.js';
import { typeOf } from '../core/mappings.js';
import { type Answerer, type Call, failure, html, json, never, type World, world } from './backend.js';

const signal = new AbortController().signal;

/** What is read of one object of the account, with what all have in common. */
async function readOne(
  client: HubSpotClient,
  objectType: ObjectType,
  given: readonly Property[] | null = null,
  stop: AbortSignal = signal,
): Promise<ObjectFacts & Pick<Account, 'owners'>> {
  const question = { objectTypes: [objectType], given: () => given, listsCustomObjects: false };
  const { objects, owners } = await readAccount(client, question, null, stop);
  return { ...(objects[0] ?? expect.fail('no object')), owners };
}

const EMAIL = { name: 'email', label: 'Email', type: 'string', fieldType: 'text' };
const PIPELINE = { name: 'pipeline', label: 'Pipeline', type: 'string', fieldType: 'text' };
const STAGE = { name: 'dealstage', label: 'Stage', type: 'string', fieldType: 'text' };
const BOATS = {
  objectTypeId: '2-77',
  name: 'boat',
  fullyQualifiedName: 'p77_boat',
  labels: { singular: 'Boat', plural: 'Boats' },
  requiredProperties: ['hull_number'],
};
const pathOf = ({ path }: Call): string => path.split('?')[0] ?? '';

/** An account; `null` where the call is refused for want of a scope. */
function accountWith(answers: Readonly<Record<string, Answerer | object | null>>): World {
  return world((call, before) => {
    const answer = answers[pathOf(call)] ?? null;
    if (answer === null) return json({ message: 'Missing scopes', correlationId: 'c-1' }, 403);
    return typeof answer === 'function' ? (answer as Answerer)(call, before) : json(answer);
  });
}

const OWNERS = { results: [{ id: '5', email: 'ann@lee.co', firstName: 'Ann', lastName: 'Lee' }] };

describe('readAccount', () => {
  it('reads properties and owners, and asks for nothing else', async () => {
    const asked = accountWith({ '/crm/v3/properties/0-1': { results: [EMAIL] }, '/crm/v3/owners': OWNERS });
    const facts = await readOne(asked.client, typeOf('contacts'), null, signal);
    expect(facts).to.deep.include({ objectType: typeOf('contacts'), labels: null, failure: null });
    expect(facts.properties?.map(({ name }) => name)).to.deep.equal(['email']);
    expect(facts.owners).to.deep.equal(OWNERS.results);
    expect(asked.asked().map(pathOf).toSorted()).to.deep.equal([
      '/crm/v3/owners',
      '/crm/v3/properties/0-1',
      '/crm/v4/associations/0-1/0-1/labels',
    ]);
  });

  it('asks for no properties when the page supplies them', async () => {
    const asked = accountWith({ '/crm/v3/owners': OWNERS });
    const given = readProperties([EMAIL]);
    const facts = await readOne(asked.client, typeOf('contacts'), given, signal);
    expect(facts).to.deep.include({ properties: given, failure: null });
    expect(asked.asked().map(pathOf)).not.to.include('/crm/v3/properties/0-1');
  });

  const REFUSALS: readonly (readonly [string, Answerer | null, string])[] = [
    ['are refused', null, 'import-forbidden'],
    ['are a page', () => html(), 'response-unexpected'],
    ['are no list', () => json({ message: 'Hello' }), 'response-unexpected'],
    ['cannot be reached', () => Promise.reject(new TypeError('Failed to fetch')), 'network'],
  ];
  for (const [title, answer, code] of REFUSALS) {
    it(`properties that ${title} are null, and why is kept; the rest is read all the same`, async () => {
      const asked = accountWith({ '/crm/v3/properties/0-1': answer, '/crm/v3/owners': OWNERS });
      const facts = await readOne(asked.client, typeOf('contacts'), null, signal);
      expect(facts.properties).to.equal(null);
      expect(facts.failure?.code).to.equal(code);
      expect(facts.owners).to.deep.equal(OWNERS.results);
    });
  }

  it('owners that cannot be read are null, and that is no failure', async () => {
    const asked = accountWith({ '/crm/v3/properties/0-1': { results: [EMAIL] } });
    const facts = await readOne(asked.client, typeOf('contacts'), null, signal);
    expect([facts.owners, facts.failure]).to.deep.equal([null, null]);
  });

  it('can be given up', async () => {
    const stop = new AbortController();
    const asked = accountWith({ '/crm/v3/properties/0-1': never, '/crm/v3/owners': OWNERS });
    const reading = failure(readOne(asked.client, typeOf('contacts'), null, stop.signal));
    stop.abort();
    expect(await reading).to.deep.equal(['AbortError', null]);
  });
});

describe('owners', () => {
  const after = ({ path }: Call): string | null => new URLSearchParams(path.split('?')[1]).get('after');
  const page = (ids: readonly number[], next?: string): Response =>
    json({
      results: ids.map((id) => ({ id })),
      ...(next !== undefined && { paging: { next: { after: next } } }),
    });
  const readOwners = async (answer: Answerer): Promise<{ ids: string[] | null; calls: number }> => {
    const asked = accountWith({ '/crm/v3/owners': answer });
    const facts = await readOne(asked.client, typeOf('contacts'), [], signal);
    return {
      ids: facts.owners?.map(({ id }) => id) ?? null,
      calls: asked.asked().filter((call) => pathOf(call) === '/crm/v3/owners').length,
    };
  };

  it('are read to the last page', async () => {
    const read = await readOwners((call) => (after(call) === null ? page([1, 2], '2') : page([3])));
    expect(read).to.deep.equal({ ids: ['1', '2', '3'], calls: 2 });
  });

  it('that fail half-way are not known, rather than half known', async () => {
    const read = await readOwners((call) => (after(call) === null ? page([1, 2], '2') : json({}, 403)));
    expect(read.ids).to.equal(null);
  });

  it('on pages that go round in a circle are not known, and the reading ends', async () => {
    expect(await readOwners((call) => page([], after(call) === 'a' ? 'b' : 'a'))).to.deep.equal({
      ids: null,
      calls: 3,
    });
  });

  it('too many to be read are not known', async () => {
    const hundred = Array.from({ length: 100 }, (_, id) => id);
    const read = await readOwners((call) => page(hundred, String(Number(after(call)) + 1)));
    expect(read).to.deep.equal({ ids: null, calls: 50 });
  });
});

describe('a custom object', () => {
  for (const name of ['boat', 'p77_boat', 'P77_Boat', '2-77']) {
    it(`is found as ${name}, with its id, its label and what it requires`, async () => {
      const asked = accountWith({
        '/crm-object-schemas/v3/schemas': { results: [{ objectTypeId: '2-1', name: 'car' }, BOATS] },
        '/crm/v3/properties/2-77': { results: [{ name: 'hull_number' }] },
      });
      const facts = await readOne(asked.client, typeOf(name), null, signal);
      expect(facts.objectType).to.deep.include({ id: '2-77', required: [['hull_number']] });
      expect(facts.labels).to.deep.equal({ singular: 'Boat', plural: 'Boats' });
      expect(facts.properties).to.have.lengthOf(1);
    });
  }

  it('whose schemas may not be read is taken by the name given', async () => {
    const asked = accountWith({ '/crm/v3/properties/2-77': { results: [{ name: 'hull_number' }] } });
    const facts = await readOne(asked.client, typeOf('2-77'), null, signal);
    expect(facts.objectType).to.deep.equal(typeOf('2-77'));
    expect([facts.labels, facts.failure]).to.deep.equal([null, null]);
  });
});

describe('several objects', () => {
  const LABELS = { results: [{ category: 'USER_DEFINED', typeId: 36, label: 'Billing contact' }] };
  const answers = {
    '/crm/v3/properties/0-1': { results: [EMAIL] },
    '/crm/v3/properties/0-2': { results: [{ name: 'domain' }] },
    '/crm/v3/owners': OWNERS,
    '/crm/v4/associations/0-1/0-2/labels': LABELS,
    '/crm-object-schemas/v3/schemas': { results: [BOATS] },
  };
  const ask = (more: object = {}): Parameters<typeof readAccount>[1] => ({
    objectTypes: [typeOf('contacts'), typeOf('companies')],
    given: () => null,
    listsCustomObjects: false,
    ...more,
  });

  it('are read together, with the labels of every two of them, both ways', async () => {
    const asked = accountWith(answers);
    const read = await readAccount(asked.client, ask(), null, signal);
    expect(
      read.objects.map(({ objectType, properties }) => [objectType.id, properties?.length]),
    ).to.deep.equal([
      ['0-1', 1],
      ['0-2', 1],
    ]);
    expect(read.associations).to.deep.equal([
      { fromObjectTypeId: '0-1', toObjectTypeId: '0-2', types: LABELS.results },
    ]);
    const labels = asked
      .asked()
      .map(pathOf)
      .filter((path) => path.endsWith('labels'));
    expect(new Set(labels)).to.have.lengthOf(4);
    expect(read.customObjects).to.equal(null);
  });

  it('of which one cannot be read leave the other', async () => {
    const asked = accountWith({ ...answers, '/crm/v3/properties/0-2': null });
    const { objects } = await readAccount(asked.client, ask(), null, signal);
    expect(objects.map(({ failure: why }) => why?.code ?? null)).to.deep.equal([null, 'import-forbidden']);
  });

  it('what is known already is not asked for again', async () => {
    const asked = accountWith(answers);
    const before = await readAccount(asked.client, ask({ objectTypes: [typeOf('contacts')] }), null, signal);
    const calls = asked.asked().length;
    const read = await readAccount(asked.client, ask(), before, signal);
    expect(read.objects[0]).to.equal(before.objects[0]);
    expect(asked.asked().slice(calls).map(pathOf)).not.to.include.members([
      '/crm/v3/owners',
      '/crm/v3/properties/0-1',
    ]);
  });

  it('the account’s own are listed where the person may choose among all', async () => {
    const asked = accountWith(answers);
    const { customObjects } = await readAccount(
      asked.client,
      ask({ listsCustomObjects: true }),
      null,
      signal,
    );
    expect(customObjects?.map(({ objectType, labels }) => [objectType.id, labels?.plural])).to.deep.equal([
      ['2-77', 'Boats'],
    ]);
  });

  const isOn = { enablementByObjectTypeId: { '0-410': false, '0-162': true } };
  const ENABLEMENT = '/crm/v3/object-library/enablement';

  it('that an account has to switch on are asked for, where there are any', async () => {
    const asked = accountWith({ ...answers, [ENABLEMENT]: isOn });
    const courses = await readAccount(asked.client, ask({ objectTypes: [typeOf('courses')] }), null, signal);
    expect(courses.switchedOff).to.deep.equal(['0-410']);
    const everything = ask({ listsCustomObjects: true });
    const open = await readAccount(asked.client, everything, null, signal);
    expect(open.switchedOff).to.deep.equal(['0-410']);
    const isAsked = (): number => asked.asked().filter((call) => pathOf(call) === ENABLEMENT).length;
    expect(isAsked()).to.equal(2);
    await readAccount(asked.client, everything, open, signal);
    await readAccount(asked.client, ask(), null, signal);
    expect(isAsked(), 'not once more, and not for contacts').to.equal(2);
  });

  it('that an account has to switch on are taken to be on where it does not say', async () => {
    const { client } = accountWith(answers);
    const { switchedOff } = await readAccount(
      client,
      ask({ objectTypes: [typeOf('courses')] }),
      null,
      signal,
    );
    expect(switchedOff).to.deep.equal([]);
  });

  it('taking part in marketing events has no properties to be asked for', async () => {
    const asked = accountWith(answers);
    const { properties, failure: why } = await readOne(asked.client, typeOf('marketing events'));
    expect([properties, why]).to.deep.equal([[], null]);
    expect(asked.asked().map(pathOf)).not.to.include('/crm/v3/properties/0-54');
  });
});

describe('pipelines', () => {
  const SALES = {
    id: 'default',
    label: 'Sales',
    stages: [
      { id: 'won', label: 'Won' },
      { id: 'lost', label: '' },
    ],
  };

  it('fill the options of pipeline and stage, by label or else by id', async () => {
    const asked = accountWith({
      '/crm/v3/properties/0-3': { results: [PIPELINE, STAGE, EMAIL] },
      '/crm/v3/pipelines/0-3': { results: [SALES, { id: 'second' }] },
    });
    const { properties } = await readOne(asked.client, typeOf('deals'), null, signal);
    expect(properties?.map(({ type, options }) => [type, options])).to.deep.equal([
      [
        'enumeration',
        [
          { value: 'default', label: 'Sales', hidden: false },
          { value: 'second', label: 'second', hidden: false },
        ],
      ],
      [
        'enumeration',
        [
          { value: 'won', label: 'Won', hidden: false },
          { value: 'lost', label: 'lost', hidden: false },
        ],
      ],
      ['string', []],
    ]);
  });

  it('are not asked for when the properties have options already', async () => {
    const options = [{ label: 'Sales', value: 'default' }];
    const asked = accountWith({ '/crm/v3/properties/0-3': { results: [{ ...PIPELINE, options }] } });
    const { properties } = await readOne(asked.client, typeOf('deals'), null, signal);
    expect(properties?.[0]?.options).to.have.lengthOf(1);
    expect(asked.asked().map(pathOf)).not.to.include('/crm/v3/pipelines/0-3');
  });

  it('that cannot be read leave the properties as they are', async () => {
    const asked = accountWith({ '/crm/v3/properties/0-3': { results: [PIPELINE] } });
    const facts = await readOne(asked.client, typeOf('deals'), null, signal);
    expect(facts.properties).to.deep.equal(readProperties([PIPELINE]));
    expect(facts.failure).to.equal(null);
  });
});
