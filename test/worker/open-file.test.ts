import { expect } from '@open-wc/testing';
import { openFile } from '../../src/worker/open-file.js';
import { ANY_SHEET, type MadeWorkbook, workbook } from '../workbook/workbooks.js';
import { csv, failure, removedFile } from './files.js';

const signal = new AbortController().signal;
const quiet = (): void => undefined;

const ROWS = 100_000;
const large = (): Promise<File> => {
  const row = (n: number): string => `<row><c t="s"><v>${n % 3}</v></c><c><v>${n}</v></c></row>`;
  const made: MadeWorkbook = {
    sheets: { S: Array.from({ length: ROWS }, (_, n) => row(n)).join('') },
    strings: ['<t>a</t>', '<t>b</t>', '<t>c</t>'],
    deflate: true,
  };
  return workbook(made);
};

describe('openFile', () => {
  it('takes a file that is text for what it is, and no archive that is no workbook', async () => {
    for (const file of [csv('Email\na@b.co\n'), csv('PK,Email\n1,2\n')]) {
      const { source, preview } = await openFile(file, ANY_SHEET, quiet, signal);
      expect(source).to.deep.equal({ file, text: file, workbook: null });
      expect([preview.rows.length, preview.bytes, preview.sheet]).to.deep.equal([1, file.size, null]);
    }
    expect((await failure(openFile(csv('PK\x03\x04contacts.csv'), ANY_SHEET, quiet, signal)))[0]).to.equal(
      'file-not-text',
    );
  });

  it('reads a workbook into text, whatever its name', async () => {
    const file = await workbook(
      { sheets: { S: '<row><c><v>1</v></c></row><row><c><v>2</v></c></row>' } },
      'list.csv',
    );
    const { source, preview } = await openFile(file, ANY_SHEET, quiet, signal);
    const { file: same, text, workbook: found } = source;
    expect(same).to.equal(file);
    expect(await text.text()).to.equal('1\n2\n');
    expect([preview.bytes, preview.sheet]).to.deep.equal([file.size, 'S']);
    expect(found).to.deep.equal({ sheets: ['S'], sheet: 0, isExact: true });
  });

  it('tells how far it is, ten times a second at most, and leaves the page its turns', async () => {
    const file = await large();
    const shares: number[] = [];
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 0);
    const startMs = performance.now();
    const { source } = await openFile(file, ANY_SHEET, (share) => shares.push(share), signal);
    const tookMs = performance.now() - startMs;
    clearInterval(timer);
    expect((await source.text.text()).split('\n')).to.have.lengthOf(ROWS + 1);
    expect(shares).to.deep.equal(shares.toSorted((a, b) => a - b));
    expect(shares.length).to.be.within(1, Math.floor(tookMs / 100));
    expect(shares.every((share) => share > 0 && share <= 1)).to.equal(true);
    expect(turns).to.be.greaterThan(3);
  });

  it('stops when it is given up', async () => {
    const stop = new AbortController();
    const opening = openFile(await large(), ANY_SHEET, () => stop.abort(), stop.signal);
    expect((await failure(opening))[0]).to.equal('AbortError');
  });

  it('says that a file is not there any more', async () => {
    expect((await failure(openFile(await removedFile(), ANY_SHEET, quiet, signal)))[0]).to.equal(
      'file-unreadable',
    );
  });
});
