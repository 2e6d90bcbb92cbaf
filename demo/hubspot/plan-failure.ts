/** An error of the whole file: the import fails with it. */
export interface WholeFileError {
  readonly errorType: string;
  readonly message: string;
}

/** The same, on its way out of planning. */
export class PlanFailure extends Error {
  readonly errorType: string;

  constructor(errorType: string, message: string) {
    super(message);
    this.errorType = errorType;
  }
}

/** A mapping that contradicts itself, the other files or the account. */
export const contradiction = (message: string): PlanFailure =>
  new PlanFailure('INVALID_COLUMN_CONFIGURATION', message);
