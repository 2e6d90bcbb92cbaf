import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { StandIn } from '../../demo/hubspot/stand-in.js';
import { get, importOne, openStandIn, post } from './calls.js';
import { key, value } from './columns.js';

const send = (standIn: StandIn, method: string, path: string, body: unknown) =>
  post(standIn, path, JSON.stringify(body), 'local-token', {}, method);
const create = (standIn: StandIn, body: unknown, path = '/crm/v3/properties/contacts') =>
  send(standIn, 'POST', path, body);

const GOOD = {
  name: 'boat_type',
  label: 'Boat type',
  type: 'enumeration',
  fieldType: 'select',
  groupName: 'harbour_club',
  options: [
    { label: 'Dinghy', value: 'dinghy' },
    { label: 'Yacht', value: 'yacht', description: 'Over ten metres' },
  ],
};
const change = (more: Record<string, unknown>) => ({ ...GOOD, ...more });

describe('a property that is created', () => {
  for (const path of [
    '/crm/v3/properties/contacts',
    '/crm/properties/2026-03/0-1/',
    '/crm/properties/2026-09/contact',
  ]) {
    it(`through ${path} is answered as HubSpot keeps it, and listed`, async () => {
      const standIn = openStandIn();
      const { status, body } = await create(standIn, GOOD, path);
      assert.equal(status, 201);
      const { createdAt, updatedAt, ...rest } = body;
      assert.deepEqual([createdAt, updatedAt], ['2026-11-01T12:00:00.000Z', '2026-11-01T12:00:00.000Z']);
      assert.deepEqual(rest, {
        ...GOOD,
        description: '',
        options: [
          { label: 'Dinghy', value: 'dinghy', displayOrder: 0, hidden: false },
          { label: 'Yacht', value: 'yacht', description: 'Over ten metres', displayOrder: 1, hidden: false },
        ],
        displayOrder: -1,
        calculated: false,
        externalOptions: false,
        archived: false,
        hasUniqueValue: false,
        hidden: false,
        modificationMetadata: { archivable: true, readOnlyDefinition: false, readOnlyValue: false },
        formField: false,
        dataSensitivity: 'non_sensitive',
      });
      assert.deepEqual((await get(standIn, '/crm/v3/properties/contacts/boat_type')).body, body);
      assert.ok((await get(standIn, path)).body.results.some((property) => property.name === 'boat_type'));
    });
  }

  it('can be imported into at once, and is gone after a reset', async () => {
    const standIn = openStandIn();
    await create(standIn, GOOD);
    const columns = [key('0-1', 'Mail', 'email'), value('0-1', 'Boat', 'boat_type')];
    const { errors } = await importOne(standIn, columns, 'Mail,Boat\nann@n.example,Yacht\n');
    assert.deepEqual(errors, []);
    assert.equal(standIn.records('contacts')[0]?.properties.boat_type, 'yacht');
    standIn.reset();
    assert.equal((await get(standIn, '/crm/v3/properties/contacts/boat_type')).status, 404);
  });

  it('with unique values identifies records', async () => {
    const standIn = openStandIn();
    const plain = { name: 'tag', label: 'Tag', type: 'string', fieldType: 'text', groupName: 'harbour_club' };
    await create(standIn, { ...plain, hasUniqueValue: true });
    const columns = [key('0-1', 'Tag', 'tag'), value('0-1', 'Name', 'firstname')];
    const { counters } = await importOne(standIn, columns, 'Tag,Name\nT1,Ann\nT1,Anna\n');
    assert.deepEqual([counters.CREATED_OBJECTS, counters.UPDATED_OBJECTS], [1, 1]);
  });

  const refused: readonly (readonly [title: string, body: unknown, status: number, message: RegExp])[] = [
    ['whose name is taken', change({ name: 'email' }), 409, /'email' already exists/],
    ['whose name has capitals', change({ name: 'BoatType' }), 400, /BoatType/],
    ['whose name begins with a digit', change({ name: '2nd_boat' }), 400, /2nd_boat/],
    ['without a name', change({ name: undefined }), 400, /name/],
    ['without a label', change({ label: ' ' }), 400, /label/],
    ['of an unknown type', change({ type: 'text' }), 400, /type: text/],
    ['of an unknown field type', change({ fieldType: 'dropdown' }), 400, /fieldType: dropdown/],
    ['whose field type does not go with its type', change({ fieldType: 'textarea' }), 400, /fieldType/],
    [
      'that is calculated',
      change({ type: 'number', fieldType: 'calculation_equation', options: [] }),
      400,
      /fieldType/,
    ],
    ['of a group that is not there', change({ groupName: 'nowhere' }), 400, /nowhere/],
    ['without a group', change({ groupName: undefined }), 400, /groupName/],
    ['to choose from nothing', change({ options: [] }), 400, /options/],
    [
      'with a value twice',
      change({
        options: [
          { label: 'A', value: 'a' },
          { label: 'B', value: 'a' },
        ],
      }),
      400,
      /values must be unique/,
    ],
    [
      'with a label twice',
      change({
        options: [
          { label: 'A', value: 'a' },
          { label: 'A', value: 'b' },
        ],
      }),
      400,
      /labels must be unique/,
    ],
    ['with an option without a value', change({ options: [{ label: 'A' }] }), 400, /value/],
    ['of text with options', change({ type: 'string', fieldType: 'text' }), 400, /no options/],
    [
      'for yes and no with other options',
      change({ type: 'bool', fieldType: 'booleancheckbox' }),
      400,
      /true and false/,
    ],
    ['that is no object', [], 400, /JSON/],
  ];
  for (const [title, body, status, message] of refused) {
    it(`${title} is refused with ${status}`, async () => {
      const standIn = openStandIn();
      const before = (await get(standIn, '/crm/v3/properties/contacts')).body.results.length;
      const answer = await create(standIn, body);
      assert.equal(answer.status, status);
      assert.match(answer.body.message, message);
      assert.equal(answer.body.category, status === 409 ? 'OBJECT_ALREADY_EXISTS' : 'VALIDATION_ERROR');
      assert.equal((await get(standIn, '/crm/v3/properties/contacts')).body.results.length, before);
    });
  }

  it('may have unique values ten times an object', async () => {
    const standIn = openStandIn();
    const plain = {
      label: 'Key',
      type: 'string',
      fieldType: 'text',
      groupName: 'harbour_club',
      hasUniqueValue: true,
    };
    const statuses = [];
    for (let index = 1; index <= 10; index += 1) {
      statuses.push((await create(standIn, { ...plain, name: `key_${index}` })).status);
    }
    assert.deepEqual(statuses, [...Array.from({ length: 9 }, () => 201), 400], 'contacts have one already');
  });

  it('of an unknown object type is refused', async () => {
    assert.equal((await create(openStandIn(), GOOD, '/crm/v3/properties/spaceships')).status, 400);
  });
});

describe('a property that is changed', () => {
  const INTERESTS = '/crm/v3/properties/contacts/interests';
  const patch = (standIn: StandIn, body: unknown, path = INTERESTS) => send(standIn, 'PATCH', path, body);
  const valuesOf = (options: unknown) => (options as { value: string }[]).map(({ value: name }) => name);

  it('has the options that are sent, and no others', async () => {
    const standIn = openStandIn();
    const { body: before } = await get(standIn, INTERESTS);
    const added = [...(before.options as object[]), { label: 'Kiting', value: 'kiting' }];
    const grown = await patch(standIn, { options: added });
    assert.equal(grown.status, 200);
    assert.deepEqual(valuesOf(grown.body.options).slice(-2), ['boat_building', 'kiting']);
    assert.equal(grown.body.updatedAt, '2026-11-01T12:00:00.000Z');
    const shrunk = await patch(
      standIn,
      { options: [{ label: 'Kiting', value: 'kiting' }] },
      '/crm/properties/2026-09/0-1/interests',
    );
    assert.deepEqual(valuesOf(shrunk.body.options), ['kiting']);
    assert.deepEqual((await get(standIn, INTERESTS)).body, shrunk.body);
    const columns = [key('0-1', 'Mail', 'email'), value('0-1', 'Likes', 'interests')];
    const { errors } = await importOne(
      standIn,
      columns,
      'Mail,Likes\nann@n.example,Kiting\nbo@n.example,Sailing\n',
    );
    assert.deepEqual(
      errors.map(({ errorType, invalidValue }) => [errorType, invalidValue]),
      [['INVALID_ENUMERATION_OPTION', 'Sailing']],
    );
  });

  it('keeps what is not sent', async () => {
    const standIn = openStandIn();
    const { body: before } = await get(standIn, INTERESTS);
    const { body } = await patch(standIn, { label: 'Likes', hidden: true });
    assert.deepEqual(body, {
      ...before,
      label: 'Likes',
      hidden: true,
      updatedAt: '2026-11-01T12:00:00.000Z',
    });
  });

  const refused: readonly (readonly [title: string, path: string, body: unknown, status: number])[] = [
    ['that is not there', '/crm/v3/properties/contacts/nothing', { label: 'x' }, 404],
    ['of HubSpot’s own, but for its options', '/crm/v3/properties/contacts/firstname', { label: 'x' }, 400],
    [
      'whose options HubSpot keeps',
      '/crm/v3/properties/contacts/hs_analytics_source',
      { options: [{ label: 'x', value: 'x' }] },
      400,
    ],
    ['to no options at all', INTERESTS, { options: [] }, 400],
    ['to a field type that does not go with its type', INTERESTS, { fieldType: 'date' }, 400],
    ['to a group that is not there', INTERESTS, { groupName: 'nowhere' }, 400],
  ];
  for (const [title, path, body, status] of refused) {
    it(`${title} is refused with ${status}`, async () => {
      assert.equal((await patch(openStandIn(), body, path)).status, status);
    });
  }

  it('of HubSpot’s own takes options', async () => {
    const answer = await patch(
      openStandIn(),
      { options: [{ label: 'New', value: 'NEW' }] },
      '/crm/v3/properties/contacts/hs_lead_status',
    );
    assert.equal(answer.status, 200);
  });
});

describe('a group that is created', () => {
  it('is listed, and takes properties', async () => {
    const standIn = openStandIn();
    const group = { name: 'boats_of_members', label: 'Boats of members' };
    const { status, body } = await create(standIn, group, '/crm/v3/properties/contacts/groups');
    assert.deepEqual([status, body], [201, { ...group, displayOrder: -1, archived: false }]);
    const groups = (await get(standIn, '/crm/properties/2026-03/contacts/groups')).body.results;
    assert.ok(groups.some(({ name }) => name === group.name));
    assert.equal((await create(standIn, change({ groupName: group.name }))).status, 201);
    assert.equal((await create(standIn, group, '/crm/properties/2026-09/0-1/groups')).status, 409);
    assert.equal((await create(standIn, { name: 'X' }, '/crm/v3/properties/contacts/groups')).status, 400);
  });
});
