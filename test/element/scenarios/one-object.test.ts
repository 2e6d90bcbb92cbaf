import { expect } from '@open-wc/testing';
import { en } from '../../../src/element/messages/en.js';
import { find, textOf } from '../importer.js';
import { choose } from '../person.js';
import { prove } from './scenario.js';
import { holds, pickIn, press, tick } from './steps.js';
import { seenRecords, valuesOf } from './world.js';

describe('One file of one object', () => {
  prove('Contacts, created only, with dates that read two ways', {
    files: () => [
      [
        'harbour-visitors.csv',
        'Given name,Family name,Mail,Came first\nAnn,Berg,ann@club.example,03/04/2005\nBo,Dahl,bo@club.example,05/06/2010\n',
      ],
    ],
    rows: 2,
    async match(importer) {
      await pickIn(importer, en.operationLabel, en.operation.CREATE);
      await choose(importer, 'Came first', 'Member since');
      await press(importer, 'April 3, 2005');
    },
    page: {
      attributes: { operation: 'create', 'date-format': 'day-month-year' },
      mapping: [{ header: 'Came first', property: 'member_since' }],
    },
    request: {
      name: 'Harbour fair visitors',
      importOperations: { '0-1': 'CREATE' },
      dateFormat: 'DAY_MONTH_YEAR',
      files: [
        {
          fileName: 'harbour-visitors.csv',
          fileFormat: 'CSV',
          fileImportPage: {
            hasHeader: true,
            columnMappings: [
              { columnObjectTypeId: '0-1', columnName: 'Given name', propertyName: 'firstname' },
              { columnObjectTypeId: '0-1', columnName: 'Family name', propertyName: 'lastname' },
              {
                columnObjectTypeId: '0-1',
                columnName: 'Mail',
                propertyName: 'email',
                columnType: 'HUBSPOT_ALTERNATE_ID',
              },
              { columnObjectTypeId: '0-1', columnName: 'Came first', propertyName: 'member_since' },
            ],
          },
        },
      ],
    },
    async after(world) {
      const values = await valuesOf(world, '0-1', 'firstname', 'lastname', 'email', 'member_since');
      expect(values).to.deep.equal([
        ['Ann', 'Berg', 'ann@club.example', '2005-04-03'],
        ['Bo', 'Dahl', 'bo@club.example', '2010-06-05'],
      ]);
    },
  });

  prove('Contacts, updated by their record ids', {
    before: [
      [
        '0-1',
        [
          { email: 'ann@club.example', jobtitle: 'Cook' },
          { email: 'bo@club.example', jobtitle: 'Cook' },
        ],
      ],
    ],
    files: ([ann, bo]) => [['titles.csv', `Record ID,Title\n${ann},Skipper\n${bo},Mate\n`]],
    rows: 2,
    match: (importer) => pickIn(importer, en.operationLabel, en.operation.UPDATE),
    page: { attributes: { operation: 'update' } },
    request: {
      name: 'Correct job titles',
      importOperations: { '0-1': 'UPDATE' },
      files: [
        {
          fileName: 'titles.csv',
          fileFormat: 'CSV',
          fileImportPage: {
            hasHeader: true,
            columnMappings: [
              {
                columnObjectTypeId: '0-1',
                columnName: 'Record ID',
                propertyName: 'hs_object_id',
                columnType: 'HUBSPOT_OBJECT_ID',
              },
              { columnObjectTypeId: '0-1', columnName: 'Title', propertyName: 'jobtitle' },
            ],
          },
        },
      ],
    },
    async after(world) {
      expect(await valuesOf(world, '0-1', 'email', 'jobtitle')).to.deep.equal([
        ['ann@club.example', 'Skipper'],
        ['bo@club.example', 'Mate'],
      ]);
    },
  });

  prove('Marketing contacts, and a list of them', {
    files: () => [
      [
        'signups.csv',
        'Mail,Given name,Last seen\nann@club.example,Ann,2026-05-02\nbo@club.example,Bo,2026-05-03\n',
      ],
    ],
    rows: 2,
    match: (importer) => choose(importer, 'Last seen', 'Last visit'),
    async options(importer) {
      await pickIn(importer, en.marketableLabel, en.marketableTrue);
      await tick(importer, en.createList);
    },
    page: {
      attributes: { marketable: 'true', 'create-list': '' },
      mapping: [{ header: 'Last seen', property: 'last_visit' }],
    },
    request: {
      name: 'Newsletter sign-ups May',
      importOperations: { '0-1': 'UPSERT' },
      dateFormat: 'YEAR_MONTH_DAY',
      marketableContactImport: true,
      createContactListFromImport: true,
      files: [
        {
          fileName: 'signups.csv',
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
              { columnObjectTypeId: '0-1', columnName: 'Last seen', propertyName: 'last_visit' },
            ],
          },
        },
      ],
    },
    async after(world, _ids, importer) {
      const values = await valuesOf(world, '0-1', 'email', 'hs_marketable_status');
      expect(values).to.deep.equal([
        ['ann@club.example', 'true'],
        ['bo@club.example', 'true'],
      ]);
      const [list] = importer.import?.metadata.objectLists ?? [];
      expect(textOf(importer)).to.contain(en.listMade(list?.listId ?? 'none'));
    },
  });

  prove('A custom object, by its unique property', {
    before: [['2-1234567', [{ hull_number: 'NOR-1', length_m: '8' }]]],
    files: () => [['boats.csv', 'Hull number,Length,Launched\nNOR-1,9.5,17/05/1998\nFRA-2,12,01/06/2011\n']],
    rows: 2,
    async match(importer) {
      await holds(importer, 'Boats');
      await press(importer, en.fixSuggestion('Launched on'));
    },
    page: {
      attributes: { 'object-types': 'boats' },
      mapping: [{ header: 'Launched', property: 'launched_on' }],
    },
    request: {
      name: 'Boats',
      importOperations: { '2-1234567': 'UPSERT' },
      dateFormat: 'DAY_MONTH_YEAR',
      files: [
        {
          fileName: 'boats.csv',
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
              { columnObjectTypeId: '2-1234567', columnName: 'Length', propertyName: 'length_m' },
              { columnObjectTypeId: '2-1234567', columnName: 'Launched', propertyName: 'launched_on' },
            ],
          },
        },
      ],
    },
    async after(world) {
      const values = await valuesOf(world, '2-1234567', 'hull_number', 'length_m', 'launched_on');
      expect(values).to.deep.equal([
        ['NOR-1', '9.5', '1998-05-17'],
        ['FRA-2', '12', '2011-06-01'],
      ]);
    },
  });

  prove('Prices of products, by their SKU', {
    before: [['0-7', [{ name: 'Rope', hs_sku: 'R-10', price: '9' }]]],
    files: () => [['prices.csv', 'SKU,Product,Price\nR-10,Rope 10 mm,11.50\n']],
    rows: 1,
    async match(importer) {
      await holds(importer, 'products');
      await pickIn(importer, en.operationLabel, en.operation.UPDATE);
      await choose(importer, 'Price', 'Unit price');
    },
    page: {
      attributes: { 'object-types': 'products', operation: 'update' },
      mapping: [{ header: 'Price', property: 'price' }],
    },
    request: {
      name: 'Price list',
      importOperations: { '0-7': 'UPDATE' },
      files: [
        {
          fileName: 'prices.csv',
          fileFormat: 'CSV',
          fileImportPage: {
            hasHeader: true,
            columnMappings: [
              {
                columnObjectTypeId: '0-7',
                columnName: 'SKU',
                propertyName: 'hs_sku',
                columnType: 'HUBSPOT_ALTERNATE_ID',
              },
              { columnObjectTypeId: '0-7', columnName: 'Product', propertyName: 'name' },
              { columnObjectTypeId: '0-7', columnName: 'Price', propertyName: 'price' },
            ],
          },
        },
      ],
    },
    async after(world) {
      expect(await valuesOf(world, '0-7', 'name', 'price')).to.deep.equal([['Rope 10 mm', '11.50']]);
    },
  });

  prove('Deals with pipeline, stage and owner', {
    files: () => [
      [
        'deals.csv',
        'Deal,Pipeline,Stage,Amount,Owner mail,Close\n' +
          'Berth 4,Berths,Contract Sent,1200.50,ingrid.solberg@harbour.example,31/12/2026\n' +
          'Berth 5,Berths,Requested,900,amadou.diallo@harbour.example,15/11/2026\n',
      ],
    ],
    rows: 2,
    async match(importer) {
      await holds(importer, 'deals');
      await pickIn(importer, en.operationLabel, en.operation.CREATE);
      await press(importer, en.fixSuggestion('Deal owner'));
    },
    page: {
      attributes: { 'object-types': 'deals', operation: 'create' },
      mapping: [{ header: 'Owner mail', property: 'hubspot_owner_id' }],
    },
    request: {
      name: 'Open deals',
      importOperations: { '0-3': 'CREATE' },
      dateFormat: 'DAY_MONTH_YEAR',
      files: [
        {
          fileName: 'deals.csv',
          fileFormat: 'CSV',
          fileImportPage: {
            hasHeader: true,
            columnMappings: [
              { columnObjectTypeId: '0-3', columnName: 'Deal', propertyName: 'dealname' },
              { columnObjectTypeId: '0-3', columnName: 'Pipeline', propertyName: 'pipeline' },
              { columnObjectTypeId: '0-3', columnName: 'Stage', propertyName: 'dealstage' },
              { columnObjectTypeId: '0-3', columnName: 'Amount', propertyName: 'amount' },
              { columnObjectTypeId: '0-3', columnName: 'Owner mail', propertyName: 'hubspot_owner_id' },
              { columnObjectTypeId: '0-3', columnName: 'Close', propertyName: 'closedate' },
            ],
          },
        },
      ],
    },
    async after(world) {
      const values = await valuesOf(world, '0-3', 'dealname', 'pipeline', 'dealstage', 'hubspot_owner_id');
      expect(values).to.deep.equal([
        ['Berth 4', '78436211', '150012', '51200101'],
        ['Berth 5', '78436211', '150011', '51200102'],
      ]);
      const closing = await valuesOf(world, '0-3', 'amount', 'closedate');
      expect(closing).to.deep.equal([
        ['1200.50', '2026-12-30T23:00:00.000Z'],
        ['900', '2026-11-14T23:00:00.000Z'],
      ]);
    },
  });

  prove('A column that is left out never leaves the browser', {
    files: () => [['mixed.csv', 'Mail,Internal remark\nann@club.example,not for HubSpot\n']],
    rows: 1,
    match: (importer) => choose(importer, 'Internal remark', en.dontImport),
    async options(importer) {
      expect(find(importer, '.summary').textContent).to.contain(en.sendFileCorrected);
    },
    page: { attributes: {}, mapping: [{ header: 'Internal remark', property: null }] },
    request: {
      name: 'With one ignored column',
      importOperations: { '0-1': 'UPSERT' },
      files: [
        {
          fileName: 'mixed.csv',
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
            ],
          },
        },
      ],
    },
    async after(world, _ids, importer) {
      expect(JSON.stringify(await seenRecords(world, '0-1'))).to.not.contain('not for HubSpot');
      expect(importer.import?.metadata.counters).to.include({ MAPPED_COLUMNS: 1 });
      expect(importer.import?.metadata.counters).to.not.have.property('UNMAPPED_COLUMNS');
    },
  });
});
