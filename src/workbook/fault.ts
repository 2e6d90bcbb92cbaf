/** More than any part of a workbook, or the text that is read of it, needs that a browser could hold. */
export const MOST_BYTES = 2 * 1024 ** 3;

/** Says why a workbook cannot be read. */
export class WorkbookFault extends Error {
  readonly fault: 'damaged' | 'xlsb' | 'too-large';

  constructor(fault: WorkbookFault['fault']) {
    super(fault);
    this.fault = fault;
  }
}
