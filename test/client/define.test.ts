import { expect } from '@open-wc/testing';
import { addOptions, createProperty, readGroups } from '../../src/client/define.js';
import type { NewProperty } from '../../src/core/new-property.js';
import { failure, json, world } from './backend.js';

const SIZE: NewProperty = {
  objectTypeId: '0-1',
  label: 'Size',
  name: 'size',
  kind: 'option',
  isLong: false,
  groupName: 'harbour',
  options: ['S', 'M'],
};
const bodyOf = ({ init }: { init: RequestInit }): unknown => JSON.parse(String(init.body));

describe('createProperty', () => {
  it('posts the definition once, as JSON, and gives the property that HubSpot made', async () => {
    const { client, asked } = world((call) =>
      json({ ...(bodyOf(call) as object), hubspotDefined: false, groupName: 'harbour' }, 201),
    );
    const made = await createProperty(client, SIZE);
    expect(made).to.deep.include({ name: 'size', type: 'enumeration', groupName: 'harbour' });
    expect(made.options.map(({ value }) => value)).to.deep.equal(['S', 'M']);
    const [call, ...more] = asked();
    expect(more).to.deep.equal([]);
    expect(call).to.deep.include({ method: 'POST', path: '/crm/v3/properties/0-1' });
    expect(call?.headers.get('content-type')).to.equal('application/json');
  });

  const refusals: readonly (readonly [string, () => Response, string])[] = [
    [
      'a name that is taken',
      () => json({ message: 'It exists.', category: 'CONFLICT' }, 409),
      'import-rejected',
    ],
    ['no permission', () => json({ message: 'No.' }, 403), 'import-forbidden'],
    ['an answer that is no property', () => json([]), 'response-unexpected'],
    ['a server’s failure', () => json({}, 500), 'server-failed'],
  ];
  for (const [title, answer, code] of refusals) {
    it(`${title} is told, and nothing is sent again`, async () => {
      const { client, asked } = world(answer);
      expect((await failure(createProperty(client, SIZE)))[0]).to.equal(code);
      expect(asked()).to.have.lengthOf(1);
    });
  }
});

describe('addOptions', () => {
  const present = {
    name: 'size',
    label: 'Size',
    type: 'enumeration',
    fieldType: 'select',
    options: [
      { label: 'Small', value: 's', hidden: false, displayOrder: 4, description: 'little' },
      { label: 'Old', value: 'old', hidden: true, displayOrder: 5 },
    ],
  };

  it('sends the options that are there along unchanged, in their order, the new ones behind', async () => {
    const { client, asked } = world((call) =>
      json(call.method === 'GET' ? present : { ...present, ...(bodyOf(call) as object) }),
    );
    const changed = await addOptions(client, '0-1', 'size', ['Large', 'SMALL', 'S', 'Huge']);
    expect(changed.options.map(({ label }) => label)).to.deep.equal(['Small', 'Old', 'Large', 'Huge']);
    const [read, write] = asked();
    expect(read).to.deep.include({ method: 'GET', path: '/crm/v3/properties/0-1/size' });
    expect(write).to.deep.include({ method: 'PATCH', path: '/crm/v3/properties/0-1/size' });
    expect(write && bodyOf(write)).to.deep.equal({
      options: [
        { label: 'Small', value: 's', hidden: false, description: 'little', displayOrder: 0 },
        { label: 'Old', value: 'old', hidden: true, displayOrder: 1 },
        { label: 'Large', value: 'Large', hidden: false, displayOrder: 2 },
        { label: 'Huge', value: 'Huge', hidden: false, displayOrder: 3 },
      ],
    });
  });

  it('writes nothing when what is there cannot be read', async () => {
    const { client, asked } = world(() => json({}, 403));
    expect((await failure(addOptions(client, '0-1', 'size', ['Large'])))[0]).to.equal('import-forbidden');
    expect(asked().map(({ method }) => method)).to.deep.equal(['GET']);
  });
});

describe('readGroups', () => {
  it('gives the groups that are in use, by label or else by name', async () => {
    const { client } = world(() =>
      json({
        results: [
          { name: 'harbour', label: 'Harbour club' },
          { name: 'bare', label: '' },
          { name: 'old', label: 'Old', archived: true },
        ],
      }),
    );
    expect(await readGroups(client, '0-1')).to.deep.equal([
      { name: 'harbour', label: 'Harbour club' },
      { name: 'bare', label: 'bare' },
    ]);
  });
});

describe('allowances', () => {
  it('are those of the token’s scope', async () => {
    const tokenOf = (scope?: string): Promise<object> =>
      world(() => json({}), {
        fetch: async () =>
          json({ access_token: 't', expires_in: 900, ...(scope !== undefined && { scope }) }),
      }).client.allowances();
    expect(await tokenOf('imports properties')).to.deep.equal({
      marketing: false,
      lists: false,
      properties: true,
    });
    expect(await tokenOf()).to.deep.equal({ marketing: true, lists: true, properties: true });
  });
});
