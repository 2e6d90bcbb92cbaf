import { expect } from '@open-wc/testing';
import { readAccount } from '../../src/client/crm.js';
import { createClient, type HubSpotClient } from '../../src/client/hubspot.js';
import { findImport } from '../../src/client/imports.js';
import { submitImport } from '../../src/client/submit.js';
import { cancelImport, readImportErrors, trackImport } from '../../src/client/track.js';
import type { ImportRowError } from '../../src/core/answers.js';
import type { ImportRequest } from '../../src/core/import-request.js';
import { typeOf } from '../core/mappings.js';
import { failure } from './backend.js';

/** The client against the real relay in front of the local stand-in, by XMLHttpRequest and the browser's own fetch. */
const clientOf = (name: string, path = 'hubspot/token'): HubSpotClient =>
  createClient({
    tokenEndpoint: new URL(`/worlds/${name}-${crypto.randomUUID()}/${path}`, location.href).href,
    endpoint: null,
    apiVersion: 'v3',
    requestInit: {},
    fetch: null,
  });

const signal = new AbortController().signal;
const question = { objectTypes: [typeOf('contacts')], given: () => null, listsCustomObjects: false };

const requestOf = (name: string): ImportRequest => ({
  name,
  importOperations: { '0-1': 'UPSERT' },
  files: [
    {
      fileName: 'people.csv',
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
          { columnObjectTypeId: '0-1', columnName: 'Name', propertyName: 'firstname' },
        ],
      },
    },
  ],
});
const submissionOf = (name: string, csv: string): Parameters<typeof submitImport>[1] => ({
  request: requestOf(name),
  files: [{ name: 'people.csv', content: new Blob([csv], { type: 'text/csv' }) }],
  idempotencyKey: crypto.randomUUID(),
});

describe('the client, against the relay and the stand-in', () => {
  it('reads the account, sends a file, follows it to its end and reads its errors', async () => {
    const client = clientOf('round-trip');
    const { objects } = await readAccount(client, question, null, signal);
    expect(objects[0]?.failure).to.equal(null);
    expect(objects[0]?.properties?.map(({ name }) => name)).to.include.members(['email', 'firstname']);

    let sent: readonly [number, number] = [0, 0];
    const csv = 'Mail,Name\nann@lee.co,Ann\nnobody,Bob\n';
    const begun = await submitImport(client, {
      ...submissionOf('Round trip', csv),
      onSent: (sentBytes, totalBytes) => (sent = [sentBytes, totalBytes]),
    });
    expect(sent[0]).to.equal(sent[1]);
    expect(sent[0]).to.be.above(csv.length);
    const ended = await trackImport(client, begun.id, () => undefined, signal);
    expect(ended.state).to.equal('DONE');
    expect(ended.metadata.counters).to.include({ TOTAL_ROWS: 2, CREATED_OBJECTS: 1 });

    const errors: ImportRowError[] = [];
    await readImportErrors(client, begun.id, null, (page) => void errors.push(...page), signal);
    expect(errors.map(({ errorType, sourceData }) => [errorType, sourceData.rowData])).to.deep.equal([
      ['INVALID_EMAIL', ['nobody', 'Bob']],
    ]);
  });

  it('finds an import in HubSpot’s list by its name, and no other', async () => {
    const client = clientOf('lost');
    const of = { fileNames: ['people.csv'], sentAtMs: Date.now() };
    const { id } = await submitImport(client, submissionOf('Lost and found', 'Mail,Name\nann@lee.co,Ann\n'));
    expect(await findImport(client, { ...of, name: 'Lost and found' }, [])).to.have.property('id', id);
    expect(await findImport(client, { ...of, name: 'Lost and found' }, [id])).to.equal(null);
    expect(await findImport(client, { ...of, name: 'Lost' }, [])).to.equal(null);
  });

  it('cancels an import that is under way', async () => {
    const client = clientOf('slow');
    const { id } = await submitImport(client, submissionOf('Slow', `Mail,Name\n${'a@b.co,A\n'.repeat(50)}`));
    await cancelImport(client, id);
    expect((await trackImport(client, id, () => undefined, signal)).state).to.equal('CANCELED');
  });

  it('hears of a refusal as what it is', async () => {
    const client = clientOf('refused');
    const wrongName = {
      ...submissionOf('Refused', 'Mail,Name\n'),
      files: [{ name: 'other.csv', content: new Blob(['x']) }],
    };
    expect((await failure(submitImport(client, wrongName)))[0]).to.equal('import-rejected');
    expect(await failure(trackImport(client, '999999', () => undefined, signal))).to.have.property(
      '0',
      'import-not-found',
    );
  });

  it('hears that there is no token endpoint', async () => {
    const client = clientOf('nowhere', 'hubspot/tokens');
    const [code] = await failure(submitImport(client, submissionOf('Nowhere', 'Mail,Name\n')));
    expect(code).to.equal('token-refused');
  });
});
