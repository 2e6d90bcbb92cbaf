import { expect } from '@open-wc/testing';
import { ImportResponse } from '../../src/core/answers.js';
import { echoedFileNames, echoedHeaders, echoedRecipe } from '../../src/core/echoed-request.js';

const column = (columnName: string, more: object = {}): object => ({
  columnObjectTypeId: '0-1',
  columnName,
  propertyName: columnName.toLowerCase(),
  ...more,
});
const answerOf = (importRequestJson: unknown): ImportResponse =>
  ImportResponse.parse({ id: '1', state: 'DONE', importRequestJson });

describe('What HubSpot echoes of a request', () => {
  const echo = (...files: string[][]): unknown => ({
    id: '1',
    state: 'DONE',
    importRequestJson: {
      files: files.map((names) => ({
        fileImportPage: { columnMappings: names.map((columnName) => ({ columnName })) },
      })),
    },
  });

  it('has the headers of each file that was sent, if it has any', () => {
    const answer = ImportResponse.parse(echo(['Mail', 'City'], ['Domain']));
    expect([0, 1, 2].map((file) => echoedHeaders(answer, file))).to.deep.equal([
      ['Mail', 'City'],
      ['Domain'],
      [],
    ]);
    for (const importRequestJson of [undefined, {}, { files: null }, { files: [{}] }]) {
      const other = ImportResponse.parse({ id: '1', state: 'DONE', importRequestJson });
      expect(echoedHeaders(other, 0)).to.deep.equal([]);
    }
  });

  it('has the names of the files', () => {
    const files = [{ fileName: 'a.csv' }, { fileName: 'b.csv', more: 1 }];
    expect(echoedFileNames(answerOf({ files }))).to.deep.equal(['a.csv', 'b.csv']);
    expect(echoedFileNames(answerOf(undefined))).to.equal(null);
  });

  it('tells how the files were imported, also where a field is odd', () => {
    const recipe = echoedRecipe(
      answerOf({
        importOperations: { '0-1': 'DELETE' },
        dateFormat: 'SOON',
        marketingEventObjectId: '12',
        files: [
          {
            fileImportPage: {
              columnMappings: [
                column('Email', { columnType: 'HUBSPOT_ALTERNATE_ID', addedLater: true }),
                column('Firm', { propertyName: null }),
                column('Owner', { toColumnObjectTypeId: '0-2', propertyName: null, foreignKeyType: KEY }),
                column('Label', { toColumnObjectTypeId: '0-2', columnType: 'FLEXIBLE_ASSOCIATION_LABEL' }),
              ],
            },
          },
        ],
      }),
    );
    expect(recipe).to.deep.include({ version: 1, objects: [], dateFormat: null });
    expect(recipe?.options).to.deep.equal({
      createList: false,
      marketable: null,
      timeZone: null,
      marketingEventId: null,
    });
    expect(
      recipe?.files[0]?.columns.map(({ header, target }) => [header, target?.kind ?? null]),
    ).to.deep.equal([
      ['Email', 'property'],
      ['Firm', null],
      ['Owner', null], // nothing says which column of which file it repeats
      ['Label', 'labels'],
    ]);
  });

  for (const junk of [undefined, {}, { files: null }, { files: [{}] }, { files: [{ fileImportPage: {} }] }]) {
    it(`tells nothing where it is ${JSON.stringify(junk)}`, () => {
      expect(echoedRecipe(answerOf(junk))).to.equal(null);
    });
  }
});

const KEY = { associationTypeId: 279, associationCategory: 'HUBSPOT_DEFINED' };
