import { expect } from '@open-wc/testing';
import { en } from '../../../src/element/messages/en.js';
import { find, textOf } from '../importer.js';
import { choose, columnText, matchOf } from '../person.js';
import { prove } from './scenario.js';
import { addFile, holds, showFile } from './steps.js';
import { seenRecords, tiesOf, valuesOf } from './world.js';

describe('Several files', () => {
  prove('People and firms, with the email address in both', {
    files: () => [
      [
        'people.csv',
        'Given name,Mail,Came first\nAnn,ann@nord.example,2020-05-31\nBo,bo@sud.example,2021-06-30\n',
      ],
      [
        'firms.csv',
        'Firm,Firm domain,Mail\nNord,nord.example,ann@nord.example\nSud,sud.example,bo@sud.example\n',
      ],
    ],
    rows: 4,
    async match(importer, others) {
      await choose(importer, 'Came first', 'Member since');
      for (const file of others) await addFile(importer, file);
      await showFile(importer, 'firms.csv');
      await holds(importer, 'companies');
      expect(matchOf(importer, 'Mail')).to.equal(en.targetCommon('Mail', 'people.csv'));
      expect(columnText(importer, 'Mail')).to.contain(en.reason.common);
      expect(textOf(importer)).to.not.contain(en.mappingProblem['mapping-not-joined']('firms.csv'));
    },
    page: {
      attributes: { 'object-types': 'contacts companies' },
      mapping: {
        version: 1,
        objects: [
          { objectTypeId: '0-1', operation: 'UPSERT', identifier: null },
          { objectTypeId: '0-2', operation: 'UPSERT', identifier: 'domain' },
        ],
        files: [
          {
            columns: [
              {
                header: 'Came first',
                target: { kind: 'property', objectTypeId: '0-1', property: 'member_since' },
              },
            ],
          },
          {
            columns: [
              { header: 'Firm', target: { kind: 'property', objectTypeId: '0-2', property: 'name' } },
              {
                header: 'Mail',
                target: {
                  kind: 'common',
                  objectTypeId: '0-2',
                  toObjectTypeId: '0-1',
                  association: { typeId: 280, category: 'HUBSPOT_DEFINED' },
                  file: 0,
                  column: 1,
                },
              },
            ],
          },
        ],
        dateFormat: null,
        options: { createList: false, marketable: null, timeZone: null, marketingEventId: null },
      },
    },
    request: {
      name: 'People file and firm file',
      importOperations: { '0-1': 'UPSERT', '0-2': 'UPSERT' },
      dateFormat: 'YEAR_MONTH_DAY',
      files: [
        {
          fileName: 'people.csv',
          fileFormat: 'CSV',
          fileImportPage: {
            hasHeader: true,
            columnMappings: [
              { columnObjectTypeId: '0-1', columnName: 'Given name', propertyName: 'firstname' },
              {
                columnObjectTypeId: '0-1',
                columnName: 'Mail',
                propertyName: 'email',
                associationIdentifierColumn: true,
              },
              { columnObjectTypeId: '0-1', columnName: 'Came first', propertyName: 'member_since' },
            ],
          },
        },
        {
          fileName: 'firms.csv',
          fileFormat: 'CSV',
          fileImportPage: {
            hasHeader: true,
            columnMappings: [
              { columnObjectTypeId: '0-2', columnName: 'Firm', propertyName: 'name' },
              {
                columnObjectTypeId: '0-2',
                columnName: 'Firm domain',
                propertyName: 'domain',
                columnType: 'HUBSPOT_ALTERNATE_ID',
              },
              {
                columnObjectTypeId: '0-2',
                toColumnObjectTypeId: '0-1',
                columnName: 'Mail',
                propertyName: null,
                foreignKeyType: { associationTypeId: 280, associationCategory: 'HUBSPOT_DEFINED' },
              },
            ],
          },
        },
      ],
    },
    async after(world) {
      const people = await seenRecords(world, '0-1');
      const firms = await seenRecords(world, '0-2');
      expect(await valuesOf(world, '0-1', 'firstname', 'member_since')).to.deep.equal([
        ['Ann', '2020-05-31'],
        ['Bo', '2021-06-30'],
      ]);
      expect(await valuesOf(world, '0-2', 'name', 'domain')).to.deep.equal([
        ['Nord', 'nord.example'],
        ['Sud', 'sud.example'],
      ]);
      expect(firms.map((firm) => tiesOf(firm, '0-1'))).to.deep.equal(people.map(({ id }) => [[id, null]]));
      expect(people.map((one) => tiesOf(one, '0-2'))).to.deep.equal(firms.map(({ id }) => [[id, null]]));
    },
  });

  prove('People, firms and deals, each of the others with the email address of its contact', {
    files: () => [
      ['people.csv', 'Given name,Mail\nAnn,ann@nord.example\nBo,bo@sud.example\n'],
      [
        'firms.csv',
        'Company name,Company domain,Mail\nNord,nord.example,ann@nord.example\nSud,sud.example,bo@sud.example\n',
      ],
      [
        'deals.csv',
        'Deal name,Pipeline,Deal stage,Mail\nRefit,default,closedwon,ann@nord.example\nBerth,default,closedwon,ann@nord.example\n',
      ],
    ],
    rows: 6,
    async match(importer, others) {
      const [firms, deals] = others;
      if (firms === undefined || deals === undefined) throw new Error('There are three files');
      await addFile(importer, firms);
      await showFile(importer, 'firms.csv');
      await holds(importer, 'companies');
      await addFile(importer, deals);
      await showFile(importer, 'deals.csv');
      await holds(importer, 'deals');
      expect(matchOf(importer, 'Mail')).to.equal(en.targetCommon('Mail', 'people.csv'));
    },
    async options(importer) {
      const joined = find(importer, '.summary').textContent ?? '';
      for (const file of ['firms.csv', 'deals.csv'])
        expect(joined).to.contain(en.sendJoinedBy('Mail', file, 'people.csv'));
    },
    page: { attributes: { 'object-types': 'contacts companies deals' } },
    request: {
      name: 'People, firms, deals',
      importOperations: { '0-1': 'UPSERT', '0-2': 'UPSERT', '0-3': 'UPSERT' },
      files: [
        {
          fileName: 'people.csv',
          fileFormat: 'CSV',
          fileImportPage: {
            hasHeader: true,
            columnMappings: [
              { columnObjectTypeId: '0-1', columnName: 'Given name', propertyName: 'firstname' },
              {
                columnObjectTypeId: '0-1',
                columnName: 'Mail',
                propertyName: 'email',
                associationIdentifierColumn: true,
              },
            ],
          },
        },
        {
          fileName: 'firms.csv',
          fileFormat: 'CSV',
          fileImportPage: {
            hasHeader: true,
            columnMappings: [
              { columnObjectTypeId: '0-2', columnName: 'Company name', propertyName: 'name' },
              {
                columnObjectTypeId: '0-2',
                columnName: 'Company domain',
                propertyName: 'domain',
                columnType: 'HUBSPOT_ALTERNATE_ID',
              },
              {
                columnObjectTypeId: '0-2',
                toColumnObjectTypeId: '0-1',
                columnName: 'Mail',
                propertyName: null,
                foreignKeyType: { associationTypeId: 280, associationCategory: 'HUBSPOT_DEFINED' },
              },
            ],
          },
        },
        {
          fileName: 'deals.csv',
          fileFormat: 'CSV',
          fileImportPage: {
            hasHeader: true,
            columnMappings: [
              { columnObjectTypeId: '0-3', columnName: 'Deal name', propertyName: 'dealname' },
              { columnObjectTypeId: '0-3', columnName: 'Pipeline', propertyName: 'pipeline' },
              { columnObjectTypeId: '0-3', columnName: 'Deal stage', propertyName: 'dealstage' },
              {
                columnObjectTypeId: '0-3',
                toColumnObjectTypeId: '0-1',
                columnName: 'Mail',
                propertyName: null,
                foreignKeyType: { associationTypeId: 3, associationCategory: 'HUBSPOT_DEFINED' },
              },
            ],
          },
        },
      ],
    },
    async after(world) {
      const [ann, bo] = await seenRecords(world, '0-1');
      const deals = await seenRecords(world, '0-3');
      expect(deals.map((deal) => tiesOf(deal, '0-1'))).to.deep.equal([[[ann?.id, null]], [[ann?.id, null]]]);
      const [nord, sud] = await seenRecords(world, '0-2');
      expect([nord, sud].map((firm) => tiesOf(firm, '0-1'))).to.deep.equal([
        [[ann?.id, null]],
        [[bo?.id, null]],
      ]);
    },
  });
});
