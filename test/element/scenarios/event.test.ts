import { expect, waitUntil } from '@open-wc/testing';
import { en } from '../../../src/element/messages/en.js';
import { textOf } from '../importer.js';
import { alertText, matchOf } from '../person.js';
import { prove } from './scenario.js';
import { field, fillIn, holds, notices, pickIn, press } from './steps.js';
import { seenRecords, valuesOf } from './world.js';

describe('A marketing event', () => {
  prove('Who signed up, came, went and called off', {
    files: () => [
      [
        'attendance.csv',
        'Given name,Mail,Signed up,Came in,Went out,Called off\n' +
          'Ann,ann@e.example,2026-06-01,2026-06-12 19:05,2026-06-12 21:00,\n' +
          'Bo,bo@e.example,2026-06-02 08:00,,,2026-06-10 12:00\n',
      ],
    ],
    rows: 2,
    async match(importer) {
      await holds(importer, 'contacts', 'event participants');
      const [problem] = notices(importer);
      expect(problem).to.contain(en.mappingProblem['mapping-no-event']);
      await press(importer, en.eventEnter);
      const event = field(importer, en.eventLabel);
      await waitUntil(() => importer.shadowRoot?.activeElement === event, 'it is far from here');
      await waitUntil(() => textOf(importer).includes(en.datesMeans), 'the check never ended', {
        timeout: 8000,
      });
      expect(importer.shadowRoot?.activeElement, 'what the check finds takes no field away').to.equal(event);
      event.blur();
      await press(importer, en.review);
      expect(alertText(importer), 'it goes no further without one').to.not.equal('');
      expect(importer.status).to.equal('mapping');
      await waitUntil(() => importer.shadowRoot?.activeElement === event, 'what is missing is asked for');
      await fillIn(importer, en.eventLabel, 'the evening');
      expect(event.ariaInvalid, 'a name is no record ID').to.equal('true');
      await fillIn(importer, en.eventLabel, '500000000101');
      expect(event.ariaInvalid).to.equal('false');
      await pickIn(importer, en.zoneLabel, 'Europe/Oslo');
      expect(notices(importer)).to.deep.equal([]);
      expect(matchOf(importer, 'Came in')).to.equal(en.submission.JOINED);
    },
    page: {
      attributes: { 'object-types': 'contacts marketing_events', 'time-zone': 'Europe/Oslo' },
      mapping: {
        version: 1,
        objects: [],
        files: [],
        dateFormat: null,
        options: {
          createList: false,
          marketable: null,
          timeZone: null,
          marketingEventId: '500000000101',
        },
      },
    },
    request: {
      name: 'Regatta evening attendance',
      marketingEventObjectId: 500000000101,
      importOperations: { '0-1': 'UPSERT', '0-54': 'CREATE' },
      dateFormat: 'YEAR_MONTH_DAY',
      timeZone: 'Europe/Oslo',
      files: [
        {
          fileName: 'attendance.csv',
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
                columnObjectTypeId: '0-54',
                columnName: 'Signed up',
                columnType: 'EVENT_TIMESTAMP',
                marketingEventSubmissionType: 'REGISTERED',
              },
              {
                columnObjectTypeId: '0-54',
                columnName: 'Came in',
                columnType: 'EVENT_TIMESTAMP',
                marketingEventSubmissionType: 'JOINED',
              },
              {
                columnObjectTypeId: '0-54',
                columnName: 'Went out',
                columnType: 'EVENT_TIMESTAMP',
                marketingEventSubmissionType: 'LEFT',
              },
              {
                columnObjectTypeId: '0-54',
                columnName: 'Called off',
                columnType: 'EVENT_TIMESTAMP',
                marketingEventSubmissionType: 'CANCELLED',
              },
            ],
          },
        },
      ],
    },
    async after(world) {
      const [ann, bo] = (await seenRecords(world, '0-1')).map(({ id }) => id);
      expect(await valuesOf(world, '0-1', 'firstname')).to.deep.equal([['Ann'], ['Bo']]);
      const [event] = await seenRecords(world, '0-54');
      expect(event?.participations).to.deep.equal([
        { contactId: ann, type: 'REGISTERED', at: '2026-05-31T22:00:00.000Z' },
        { contactId: ann, type: 'JOINED', at: '2026-06-12T17:05:00.000Z' },
        { contactId: ann, type: 'LEFT', at: '2026-06-12T19:00:00.000Z' },
        { contactId: bo, type: 'REGISTERED', at: '2026-06-02T06:00:00.000Z' },
        { contactId: bo, type: 'CANCELLED', at: '2026-06-10T10:00:00.000Z' },
      ]);
    },
  });
});
