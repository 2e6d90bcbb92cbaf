import { expect } from '@open-wc/testing';
import { en } from '../../../src/element/messages/en.js';
import { choose, columnText, matchOf } from '../person.js';
import { prove } from './scenario.js';
import { seenRecords, tiesOf, valuesOf } from './world.js';

const CONTACT = { one: 'contact', many: 'contacts' };
const COMPANY = { one: 'company', many: 'companies' };

describe('One file that names other records', () => {
  prove('Contacts attached to companies that are there, by record id', {
    before: [['0-2', [{ name: 'Nord' }, { name: 'Sud' }]]],
    files: ([nord, sud]) => [
      [
        'attach.csv',
        `Given name,Mail,Firm record ID\nAnn,ann@nord.example,${nord}\nBo,bo@sud.example,${sud}\nCy,cy@else.example,\n`,
      ],
    ],
    rows: 3,
    match: (importer) => choose(importer, 'Firm record ID', en.targetRecordIds(COMPANY, 'Primary')),
    page: {
      attributes: {},
      mapping: {
        version: 1,
        objects: [{ objectTypeId: '0-1', operation: 'UPSERT', identifier: 'email' }],
        files: [
          {
            columns: [
              {
                header: 'Firm record ID',
                target: {
                  kind: 'record-ids',
                  objectTypeId: '0-1',
                  toObjectTypeId: '0-2',
                  association: { typeId: 1, category: 'HUBSPOT_DEFINED' },
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
      name: 'Attach people to known firms',
      importOperations: { '0-1': 'UPSERT' },
      files: [
        {
          fileName: 'attach.csv',
          fileFormat: 'CSV',
          fileImportPage: {
            hasHeader: true,
            columnMappings: [
              { columnObjectTypeId: '0-1', columnName: 'Given name', propertyName: 'firstname' },
              {
                columnObjectTypeId: '0-1',
                columnName: 'Mail',
                propertyName: 'email',
                columnType: 'HUBSPOT_ALTERNATE_ID',
              },
              {
                columnObjectTypeId: '0-1',
                toColumnObjectTypeId: '0-2',
                columnName: 'Firm record ID',
                propertyName: null,
                columnType: 'HUBSPOT_OBJECT_ID',
                foreignKeyType: { associationTypeId: 1, associationCategory: 'HUBSPOT_DEFINED' },
              },
            ],
          },
        },
      ],
    },
    async after(world, [nord, sud]) {
      const people = await seenRecords(world, '0-1');
      expect(await valuesOf(world, '0-1', 'firstname')).to.deep.equal([['Ann'], ['Bo'], ['Cy']]);
      expect(people.map((one) => tiesOf(one, '0-2'))).to.deep.equal([
        [[nord, null, 'Primary']],
        [[sud, null, 'Primary']],
        [],
      ]);
      expect(await valuesOf(world, '0-2', 'name'), 'no company more').to.deep.equal([['Nord'], ['Sud']]);
    },
  });

  prove('Contacts tied to contacts, with a label', {
    before: [['0-1', [{ email: 'ann@home.example' }, { email: 'dan@home.example' }]]],
    files: () => [
      [
        'families.csv',
        'Mail,Associated contact [email],Association label\n' +
          'bo@home.example,ann@home.example,Parent\ncy@home.example,ann@home.example;dan@home.example,Spouse\n',
      ],
    ],
    rows: 2,
    async match(importer) {
      expect(matchOf(importer, 'Associated contact [email]')).to.equal(en.targetKeys(CONTACT, 'Email'));
      expect(matchOf(importer, 'Association label')).to.equal(en.targetLabels(CONTACT, CONTACT));
      expect(columnText(importer, 'Association label')).to.contain(en.reason.labels);
    },
    page: {
      attributes: {},
      mapping: {
        version: 1,
        objects: [{ objectTypeId: '0-1', operation: 'UPSERT', identifier: null }],
        files: [
          {
            columns: [
              { header: 'Mail', target: { kind: 'property', objectTypeId: '0-1', property: 'email' } },
              {
                header: 'Associated contact [email]',
                target: { kind: 'keys', objectTypeId: '0-1', property: 'email' },
              },
              {
                header: 'Association label',
                target: { kind: 'labels', objectTypeId: '0-1', toObjectTypeId: '0-1' },
              },
            ],
          },
        ],
        dateFormat: null,
        options: { createList: false, marketable: null, timeZone: null, marketingEventId: null },
      },
    },
    request: {
      name: 'Families',
      importOperations: { '0-1': 'UPSERT' },
      files: [
        {
          fileName: 'families.csv',
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
              {
                columnObjectTypeId: '0-1',
                columnName: 'Associated contact [email]',
                propertyName: 'email',
                columnType: 'ASSOCIATION_KEYS',
              },
              {
                columnObjectTypeId: '0-1',
                toColumnObjectTypeId: '0-1',
                columnName: 'Association label',
                columnType: 'FLEXIBLE_ASSOCIATION_LABEL',
              },
            ],
          },
        },
      ],
    },
    async after(world, [annId, danId]) {
      const [ann, dan, bo, cy] = await seenRecords(world, '0-1');
      expect(tiesOf(bo, '0-1')).to.deep.equal([[annId, null, 'Parent']]);
      expect(tiesOf(cy, '0-1')).to.deep.equal([
        [annId, null, 'Spouse'],
        [danId, null, 'Spouse'],
      ]);
      expect(tiesOf(ann, '0-1'), 'the paired label leads back').to.deep.equal([
        [bo?.id, null, 'Child'],
        [cy?.id, null, 'Spouse'],
      ]);
      expect(tiesOf(dan, '0-1')).to.deep.equal([[cy?.id, null, 'Spouse']]);
    },
  });
});
