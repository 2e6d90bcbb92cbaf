import { expect } from '@open-wc/testing';
import { en } from '../../../src/element/messages/en.js';
import { textOf } from '../importer.js';
import { choose, columnText, matchOf } from '../person.js';
import { prove } from './scenario.js';
import { holds, pickIn } from './steps.js';
import { seenRecords, tiesOf, valuesOf } from './world.js';

describe('One file of several objects', () => {
  prove('People with their firms, each by an identifier of its own', {
    files: () => [
      [
        'people-firms.csv',
        'Mail,Given name,Firm domain,Firm,Born\n' +
          'ann@nord.example,Ann,nord.example,Nord,31/01/1990\n' +
          'bo@nord.example,Bo,nord.example,Nord,28/02/1985\n' +
          'cy@sud.example,Cy,sud.example,Sud,30/04/1979\n',
      ],
    ],
    rows: 3,
    async match(importer) {
      await holds(importer, 'contacts', 'companies');
      expect(textOf(importer)).to.contain(en.sameRow);
      await choose(importer, 'Firm', 'Company name', 'company');
      await choose(importer, 'Born', 'Birthday', 'contact');
    },
    page: {
      attributes: { 'object-types': 'contacts companies' },
      mapping: [
        { header: 'Firm', property: 'name', objectType: 'companies' },
        { header: 'Born', property: 'birthday' },
      ],
    },
    request: {
      name: 'People with their firms',
      importOperations: { '0-1': 'UPSERT', '0-2': 'UPSERT' },
      dateFormat: 'DAY_MONTH_YEAR',
      files: [
        {
          fileName: 'people-firms.csv',
          fileFormat: 'CSV',
          fileImportPage: {
            hasHeader: true,
            columnMappings: [
              {
                columnObjectTypeId: '0-1',
                columnName: 'Mail',
                propertyName: 'email',
                columnType: 'HUBSPOT_ALTERNATE_ID',
              },
              { columnObjectTypeId: '0-1', columnName: 'Given name', propertyName: 'firstname' },
              {
                columnObjectTypeId: '0-2',
                columnName: 'Firm domain',
                propertyName: 'domain',
                columnType: 'HUBSPOT_ALTERNATE_ID',
              },
              { columnObjectTypeId: '0-2', columnName: 'Firm', propertyName: 'name' },
              { columnObjectTypeId: '0-1', columnName: 'Born', propertyName: 'birthday' },
            ],
          },
        },
      ],
    },
    async after(world) {
      const [ann, bo, cy] = await seenRecords(world, '0-1');
      const [nord, sud] = await seenRecords(world, '0-2');
      expect(await valuesOf(world, '0-1', 'firstname', 'birthday')).to.deep.equal([
        ['Ann', '1990-01-31'],
        ['Bo', '1985-02-28'],
        ['Cy', '1979-04-30'],
      ]);
      expect(await valuesOf(world, '0-2', 'name', 'domain')).to.deep.equal([
        ['Nord', 'nord.example'],
        ['Sud', 'sud.example'],
      ]);
      expect(tiesOf(nord, '0-1')).to.deep.equal([
        [ann?.id, null],
        [bo?.id, null],
      ]);
      expect(tiesOf(cy, '0-2')).to.deep.equal([[sud?.id, null]]);
    },
  });

  prove('What people are at their firms: a workbook with a column of association labels', {
    files: () => [
      [
        'roles.xlsx',
        [
          ['Mail', 'Firm domain', 'Role at firm', 'Since'],
          ['ann@nord.example', 'nord.example', 'Primary;Billing contact', '13/05/2020'],
          ['bo@nord.example', 'nord.example', 'Employer', '14/06/2021'],
        ],
      ],
    ],
    rows: 2,
    async match(importer) {
      await holds(importer, 'contacts', 'companies');
      expect(matchOf(importer, 'Role at firm')).to.equal(
        en.targetLabels({ one: 'contact', many: 'contacts' }, { one: 'company', many: 'companies' }),
      );
      expect(columnText(importer, 'Role at firm')).to.contain(en.reason.labels);
      await choose(importer, 'Since', 'Member since', 'contact');
    },
    page: {
      attributes: { 'object-types': 'contacts companies' },
      mapping: [{ header: 'Since', property: 'member_since' }],
    },
    request: {
      name: 'People, firms, roles',
      importOperations: { '0-1': 'UPSERT', '0-2': 'UPSERT' },
      dateFormat: 'DAY_MONTH_YEAR',
      files: [
        {
          fileName: 'roles.xlsx',
          fileFormat: 'SPREADSHEET',
          fileImportPage: {
            hasHeader: true,
            columnMappings: [
              {
                columnObjectTypeId: '0-1',
                columnName: 'Mail',
                propertyName: 'email',
                columnType: 'HUBSPOT_ALTERNATE_ID',
              },
              {
                columnObjectTypeId: '0-2',
                columnName: 'Firm domain',
                propertyName: 'domain',
                columnType: 'HUBSPOT_ALTERNATE_ID',
              },
              {
                columnObjectTypeId: '0-1',
                toColumnObjectTypeId: '0-2',
                columnName: 'Role at firm',
                columnType: 'FLEXIBLE_ASSOCIATION_LABEL',
              },
              { columnObjectTypeId: '0-1', columnName: 'Since', propertyName: 'member_since' },
            ],
          },
        },
      ],
    },
    async after(world) {
      const [ann, bo] = await seenRecords(world, '0-1');
      const [nord, ...others] = await seenRecords(world, '0-2');
      expect(others).to.deep.equal([]);
      expect(tiesOf(ann, '0-2')).to.deep.equal([[nord?.id, null, 'Primary', 'Billing contact']]);
      expect(tiesOf(bo, '0-2')).to.deep.equal([[nord?.id, null, 'Employer']]);
      expect(tiesOf(nord, '0-1'), 'from the firm, where the label reads the other way').to.deep.equal([
        [ann?.id, null, 'Primary', 'Billing contact'],
        [bo?.id, null, 'Employee'],
      ]);
    },
  });

  prove('A custom object with its people and what they are aboard', {
    files: () => [
      [
        'boats-skippers.csv',
        'Hull number,Skipper mail,Role\nNOR-1,ann@s.example,Skipper\nNOR-1,bo@s.example,Crew\n',
      ],
    ],
    rows: 2,
    async match(importer) {
      await holds(importer, 'contacts', 'Boats');
      await choose(importer, 'Skipper mail', 'Email', 'contact');
      await choose(
        importer,
        'Role',
        en.targetLabels({ one: 'Boat', many: 'Boats' }, { one: 'contact', many: 'contacts' }),
      );
    },
    page: {
      attributes: { 'object-types': 'boats contacts' },
      mapping: [{ header: 'Skipper mail', property: 'email', objectType: 'contacts' }],
    },
    request: {
      name: 'Boats with skippers',
      importOperations: { '2-1234567': 'UPSERT', '0-1': 'UPSERT' },
      files: [
        {
          fileName: 'boats-skippers.csv',
          fileFormat: 'CSV',
          fileImportPage: {
            hasHeader: true,
            columnMappings: [
              {
                columnObjectTypeId: '2-1234567',
                columnName: 'Hull number',
                propertyName: 'hull_number',
                columnType: 'HUBSPOT_ALTERNATE_ID',
              },
              {
                columnObjectTypeId: '0-1',
                columnName: 'Skipper mail',
                propertyName: 'email',
                columnType: 'HUBSPOT_ALTERNATE_ID',
              },
              {
                columnObjectTypeId: '2-1234567',
                toColumnObjectTypeId: '0-1',
                columnName: 'Role',
                columnType: 'FLEXIBLE_ASSOCIATION_LABEL',
              },
            ],
          },
        },
      ],
    },
    async after(world) {
      const [ann, bo] = await seenRecords(world, '0-1');
      const [boat, ...others] = await seenRecords(world, '2-1234567');
      expect(others).to.deep.equal([]);
      expect(tiesOf(boat, '0-1')).to.deep.equal([
        [ann?.id, null, 'Skipper'],
        [bo?.id, null, 'Crew'],
      ]);
      expect(tiesOf(ann, '2-1234567')).to.deep.equal([[boat?.id, null, 'Skipper']]);
    },
  });

  prove('Line items of deals that are there', {
    before: [
      ['0-3', [{ dealname: 'Refit', pipeline: 'default', dealstage: 'closedwon', amount: '100' }]],
      [
        '0-7',
        [
          { name: 'Rope', price: '9' },
          { name: 'Paint', price: '20' },
        ],
      ],
    ],
    files: ([deal, rope, paint]) => [
      [
        'lines.csv',
        `Deal record ID,Line,Pieces,Unit price,Product ID\n${deal},Rope,3,9,${rope}\n${deal},Paint,2,20,${paint}\n`,
      ],
    ],
    rows: 2,
    async match(importer) {
      await holds(importer, 'line items', 'deals');
      await pickIn(importer, en.operationLabel, en.operation.CREATE, 'line items');
      await pickIn(importer, en.operationLabel, en.operation.UPDATE, 'deals');
    },
    page: {
      attributes: { 'object-types': 'line_items deals' },
      operation: { '0-8': 'create', '0-3': 'update' },
    },
    request: {
      name: 'Order lines',
      importOperations: { '0-8': 'CREATE', '0-3': 'UPDATE' },
      files: [
        {
          fileName: 'lines.csv',
          fileFormat: 'CSV',
          fileImportPage: {
            hasHeader: true,
            columnMappings: [
              {
                columnObjectTypeId: '0-3',
                columnName: 'Deal record ID',
                propertyName: 'hs_object_id',
                columnType: 'HUBSPOT_OBJECT_ID',
              },
              { columnObjectTypeId: '0-8', columnName: 'Line', propertyName: 'name' },
              { columnObjectTypeId: '0-8', columnName: 'Pieces', propertyName: 'quantity' },
              { columnObjectTypeId: '0-8', columnName: 'Unit price', propertyName: 'price' },
              { columnObjectTypeId: '0-8', columnName: 'Product ID', propertyName: 'hs_product_id' },
            ],
          },
        },
      ],
    },
    async after(world, [deal, rope, paint]) {
      const lines = await seenRecords(world, '0-8');
      expect(await valuesOf(world, '0-8', 'name', 'quantity', 'price', 'hs_product_id')).to.deep.equal([
        ['Rope', '3', '9', rope],
        ['Paint', '2', '20', paint],
      ]);
      expect(lines.map((line) => tiesOf(line, '0-3'))).to.deep.equal([[[deal, null]], [[deal, null]]]);
      const amounts = await valuesOf(world, '0-3', 'amount');
      expect(amounts, 'lines never change the deal').to.deep.equal([['100']]);
    },
  });

  prove('Notes of contacts that are there', {
    before: [['0-1', [{ email: 'ann@nord.example' }, { email: 'bo@nord.example' }]]],
    files: () => [
      [
        'notes.csv',
        'Mail,Note,When\nann@nord.example,Wants a call back,2026-05-04\nbo@nord.example,Sent the offer,2026-05-05\n',
      ],
    ],
    rows: 2,
    async match(importer) {
      await holds(importer, 'contacts', 'notes');
      await pickIn(importer, en.operationLabel, en.operation.UPDATE, 'contacts');
    },
    page: { attributes: { 'object-types': 'notes contacts' }, operation: { '0-1': 'update' } },
    request: {
      name: 'Call-back notes',
      importOperations: { '0-46': 'CREATE', '0-1': 'UPDATE' },
      dateFormat: 'YEAR_MONTH_DAY',
      files: [
        {
          fileName: 'notes.csv',
          fileFormat: 'CSV',
          fileImportPage: {
            hasHeader: true,
            columnMappings: [
              {
                columnObjectTypeId: '0-1',
                columnName: 'Mail',
                propertyName: 'email',
                columnType: 'HUBSPOT_ALTERNATE_ID',
              },
              { columnObjectTypeId: '0-46', columnName: 'Note', propertyName: 'hs_note_body' },
              { columnObjectTypeId: '0-46', columnName: 'When', propertyName: 'hs_timestamp' },
            ],
          },
        },
      ],
    },
    async after(world, [ann, bo]) {
      const notes = await seenRecords(world, '0-46');
      expect(await valuesOf(world, '0-46', 'hs_note_body', 'hs_timestamp')).to.deep.equal([
        ['Wants a call back', '2026-05-03T22:00:00.000Z'],
        ['Sent the offer', '2026-05-04T22:00:00.000Z'],
      ]);
      expect(notes.map((note) => tiesOf(note, '0-1'))).to.deep.equal([[[ann, null]], [[bo, null]]]);
    },
  });
});
