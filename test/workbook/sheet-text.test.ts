import { expect } from '@open-wc/testing';
import { WorkbookFault } from '../../src/workbook/fault.js';
import { createSheetText } from '../../src/workbook/sheet-text.js';

describe('The text of a sheet', () => {
  const long = 'x'.repeat(30_000);

  it('ends where it is too large, however small the workbook that names one text again and again', () => {
    let written = 0;
    const text = createSheetText((bytes) => (written += bytes.length), 5_000_000);
    const go = (): void => {
      for (let row = 1; row <= 1_000; row += 1) text.row({ row, cells: [long] });
    };
    expect(go).to.throw(WorkbookFault, 'too-large');
    expect(written).to.be.within(1_000_000, 5_000_000);
  });

  it('may be as large as that', () => {
    let written = 0;
    const text = createSheetText((bytes) => (written += bytes.length), 100 * 30_001);
    for (let row = 1; row <= 100; row += 1) text.row({ row, cells: [long] });
    text.end();
    expect(written).to.equal(100 * 30_001);
  });
});
