import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createObjects } from '../../demo/hubspot/objects.js';
import { get, openStandIn } from './calls.js';

const results = async <T>(path: string): Promise<readonly T[]> =>
  (await get(openStandIn(), path)).body.results as unknown as readonly T[];

describe('definitions', () => {
  const properties: readonly (readonly [path: string, property: string])[] = [
    ['/crm/v3/properties/contacts', 'lifecyclestage'],
    ['/crm/v3/properties/0-1', 'email'],
    ['/crm/properties/2026-09/0-2', 'domain'],
    ['/crm/v3/properties/deal', 'dealstage'],
    ['/crm/v3/properties/tickets/', 'hs_pipeline_stage'],
    ['/crm/v3/properties/products', 'hs_sku'],
    ['/crm/v3/properties/2-1234567', 'hull_number'],
    ['/crm/v3/properties/p26011984_boats', 'length_m'],
    ['/crm/v3/properties/0-8', 'hs_product_id'],
    ['/crm/properties/2026-03/line_items', 'quantity'],
    ['/crm/v3/properties/leads', 'hs_lead_name'],
    ['/crm/v3/properties/0-123', 'hs_order_name'],
    ['/crm/v3/properties/carts', 'hs_cart_name'],
    ['/crm/v3/properties/notes', 'hs_note_body'],
    ['/crm/v3/properties/postal_mail', 'hs_postal_mail_body'],
    ['/crm/v3/properties/marketing_event', 'hs_event_name'],
    ['/crm/v3/properties/berths', 'berth_code'],
  ];
  for (const [path, property] of properties) {
    it(`${path} has ${property}`, async () => {
      const list = await results<{ name: string }>(path);
      assert.ok(list.some(({ name }) => name === property));
    });
  }

  it('a property has every field of HubSpot’s answer', async () => {
    const { body } = await get(openStandIn(), '/crm/v3/properties/contacts/hubspot_owner_id');
    assert.deepEqual(body, {
      updatedAt: '2019-08-06T02:41:08.029Z',
      createdAt: '2019-08-06T02:41:08.029Z',
      name: 'hubspot_owner_id',
      label: 'Contact owner',
      type: 'enumeration',
      fieldType: 'select',
      description: '',
      groupName: 'contactinformation',
      options: [],
      displayOrder: -1,
      calculated: false,
      externalOptions: true,
      referencedObjectType: 'OWNER',
      archived: false,
      hasUniqueValue: false,
      hidden: false,
      hubspotDefined: true,
      modificationMetadata: {
        archivable: false,
        readOnlyDefinition: true,
        readOnlyOptions: false,
        readOnlyValue: false,
      },
      formField: true,
      dataSensitivity: 'non_sensitive',
    });
  });

  it('names and option values are unique within an object', () => {
    for (const { properties: all } of createObjects(50)) {
      for (const { name, options } of all.values()) {
        assert.equal(new Set(options.map(({ value }) => value)).size, options.length, name);
      }
    }
    assert.equal(createObjects(1000)[0]?.properties.size, (createObjects(0)[0]?.properties.size ?? 0) + 1000);
  });

  it('contacts have about sixty properties, some of them read-only', async () => {
    const list = await results<{ modificationMetadata: { readOnlyValue: boolean } }>(
      '/crm/v3/properties/contacts',
    );
    const readOnly = list.filter(({ modificationMetadata }) => modificationMetadata.readOnlyValue);
    assert.ok(list.length >= 60 && readOnly.length >= 10, `${list.length}, ${readOnly.length}`);
  });

  it('every group of a property is listed', async () => {
    const list = await results<{ groupName: string }>('/crm/v3/properties/contacts');
    const groups = await results<{ name: string }>('/crm/v3/properties/contacts/groups');
    assert.deepEqual(
      new Set(list.map(({ groupName }) => groupName)),
      new Set(groups.map(({ name }) => name)),
    );
  });

  it('an unknown object type is refused', async () => {
    const { status, body } = await get(openStandIn(), '/crm/v3/properties/spaceships');
    assert.equal(status, 400);
    assert.match(body.message, /spaceships/);
  });

  it('custom objects are found through the schemas', async () => {
    const [boats, berths, ...others] = await results<{
      objectTypeId: string;
      fullyQualifiedName: string;
      requiredProperties: string[];
    }>('/crm-object-schemas/v3/schemas');
    assert.equal(others.length, 0);
    assert.equal(boats?.objectTypeId, '2-1234567');
    assert.equal(boats?.fullyQualifiedName, 'p26011984_boats');
    assert.deepEqual(boats?.requiredProperties, ['hull_number']);
    assert.equal(berths?.objectTypeId, '2-1234568');
    const { body } = await get(openStandIn(), '/crm-object-schemas/2026-03/schemas/berths');
    assert.equal(body.primaryDisplayProperty, 'berth_code');
    const targets = (body.associations as { toObjectTypeId: string }[]).map(
      ({ toObjectTypeId }) => toObjectTypeId,
    );
    assert.deepEqual(targets, ['0-1', '2-1234567']);
    assert.equal((await get(openStandIn(), '/crm-object-schemas/v3/schemas/contacts')).status, 404);
  });

  it('association labels depend on the direction', async () => {
    const ids = async (path: string) => (await results<{ typeId: number }>(path)).map(({ typeId }) => typeId);
    assert.deepEqual((await ids('/crm/v4/associations/contacts/companies/labels')).slice(0, 2), [279, 1]);
    assert.deepEqual((await ids('/crm/v4/associations/0-2/0-1/labels')).slice(0, 2), [280, 2]);
    assert.deepEqual(await ids('/crm/associations/2026-09/products/contacts/labels'), []);
  });

  it('owners come page by page; two of them share a name', async () => {
    const standIn = openStandIn();
    const first = (await get(standIn, '/crm/v3/owners?limit=3')).body;
    const rest = (await get(standIn, `/crm/v3/owners/?limit=3&after=${first.paging?.next.after}`)).body;
    const names = [...first.results, ...rest.results].map((owner) => `${owner.firstName} ${owner.lastName}`);
    assert.equal(names.length, 5);
    assert.equal(new Set(names).size, 4);
  });

  it('pipelines hold the stages that a deal may have', async () => {
    const pipelines = await results<{ id: string; stages: { id: string }[] }>('/crm/v3/pipelines/deals');
    assert.deepEqual(
      pipelines.map(({ id }) => id),
      ['default', '78436211'],
    );
    assert.ok(pipelines.every(({ stages }) => stages.length > 2));
    assert.deepEqual(await results('/crm/v3/pipelines/contacts'), []);
    for (const objectType of ['tickets', 'leads', 'orders', 'services', 'appointments']) {
      const [first] = await results<{ stages: unknown[] }>(`/crm/pipelines/2026-09/${objectType}`);
      assert.ok((first?.stages.length ?? 0) > 2, objectType);
    }
  });

  it('validation rules and the account are answered', async () => {
    const rules = await results<{ propertyName: string }>('/crm/v3/property-validations/0-1');
    assert.deepEqual(
      rules.map(({ propertyName }) => propertyName),
      ['member_number', 'loyalty_points'],
    );
    const { body } = await get(openStandIn(), '/account-info/v3/details');
    assert.equal(body.timeZone, 'Europe/Paris');
  });
});
