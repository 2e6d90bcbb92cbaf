import { expect, waitUntil } from '@open-wc/testing';
import { en } from '../../src/element/messages/en.js';
import { button, csv, mount, seen } from './importer.js';
import { allRecords, ended, labelled, select, toMapping } from './person.js';

describe('How the file is written', () => {
  const cases: readonly (readonly [
    title: string,
    text: string | Uint8Array<ArrayBuffer>,
    label: string,
    value: string,
    headers: readonly string[],
    firstRow: readonly string[],
  ])[] = [
    [
      'separator',
      'Email;First,name\na@b.co;A,na\n',
      en.delimiterLabel,
      ',',
      ['Email;First', 'name'],
      ['a@b.co;A', 'na'],
    ],
    [
      'encoding',
      'Email,Ort\na@b.co,Köln\n',
      en.encodingLabel,
      'windows-1252',
      ['Email', 'Ort'],
      ['a@b.co', 'KÃ¶ln'],
    ],
    [
      'header row',
      'Email,Ort\na@b.co,Kiel\nb@b.co,Riga\n',
      en.headerRowLabel,
      '2',
      ['a@b.co', 'Kiel'],
      ['b@b.co', 'Riga'],
    ],
    ['quote', `Email,'Ort'\n"a@b.co",'x'\n`, en.quoteLabel, "'", ['Email', 'Ort'], ['"a@b.co"', 'x']],
  ];
  for (const [title, text, field, value, headers, firstRow] of cases) {
    it(`is corrected live: ${title}`, async () => {
      const mounted = await mount();
      const { importer } = mounted;
      await toMapping(mounted, new File([text], 'odd.csv'));
      button(importer, en.dialectShow).click();
      await seen(importer, `[aria-label="${en.dialectTitle}"]`);
      await select(importer, field, value);
      await waitUntil(() => importer.preview?.rows[0]?.join() === firstRow.join(), 'not read anew');
      expect(importer.preview?.headers).to.deep.equal(headers);
      expect(importer.preview?.rows[0]).to.deep.equal(firstRow);
      expect(importer.status).to.equal('mapping');
      expect(labelled(importer, field).value).to.equal(value);
    });
  }

  it('may lack a header row: every row is then imported, under names of ours', async () => {
    const mounted = await mount();
    const { importer, world } = mounted;
    await toMapping(mounted, csv('a@example.com,Ana\nb@example.com,Bo\n'));
    expect(importer.preview?.dialect.headerRow).to.equal(0);
    await importer.submit();
    await ended(importer);
    expect((await allRecords(world)).map(({ email }) => email)).to.deep.equal([
      'a@example.com',
      'b@example.com',
    ]);
  });
});
