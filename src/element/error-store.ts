import { createErrorLog, type ErrorLog, type RowError } from '../core/error-log.js';
import { createSpill } from './spill.js';

/** All errors of an import, however many: what is shown and counted is at hand, the rest is put away. */
export interface ErrorStore extends ErrorLog {
  /** Every error in the order they came, a batch at a time. */
  all(): AsyncGenerator<readonly RowError[]>;
}

export function createErrorStore(): ErrorStore {
  const log = createErrorLog();
  const spill = createSpill();
  return {
    ...log,
    add(error) {
      log.add(error);
      spill.add(JSON.stringify(error));
    },
    async *all() {
      for await (const lines of spill.lines()) yield lines.map((line) => JSON.parse(line) as RowError);
    },
  };
}
