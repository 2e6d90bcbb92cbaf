import { withOnly } from './changes.js';
import { removeFile } from './files.js';
import { type RowSet } from './row-set.js';
import { type Loaded, withFile } from './state.js';

/**
 * The files with only the rows in that were refused; what was decided about columns, values and the import stays. A file with
 * none of them goes along without a row where another belongs to it by a common column (inferred: HubSpot finds the records by
 * that column), else it is left out.
 *
 * @param refusedIn the rows of one of the files
 */
export function narrowToRefused(loaded: Loaded, refusedIn: (file: number) => RowSet): Loaded {
  const whole = { ...loaded, imported: [] };
  const narrowed = whole.files.reduce<Loaded>(
    (current, _, file) =>
      withFile(current, file, (one) => ({ ...one, changes: withOnly(one.changes, refusedIn(file)) })),
    whole,
  );
  const empty = loaded.files.flatMap((_, file) =>
    refusedIn(file).size === 0 && !isTied(loaded, file) ? [file] : [],
  );
  return empty.toReversed().reduce(removeFile, narrowed);
}

function isTied({ mapping }: Loaded, file: number): boolean {
  return mapping.files.some(({ columns }, other) =>
    columns.some(({ target }) => target?.kind === 'common' && (other === file || target.file === file)),
  );
}
