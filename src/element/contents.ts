import { withOnly } from '../core/changes.js';
import type { RowSet } from '../core/row-set.js';
import { nextPart } from '../core/sequence.js';
import { type LoadedFile, loadedOf } from '../core/state.js';
import { takeOut } from '../worker/private-file.js';
import type { FileRow, ProblemKind, RowWindow, SearchProgress } from '../worker/protocol.js';
import type { RunContext } from './run.js';
import { prepareUpload, textOf } from './stages.js';

/** What is in the files in hand, to be looked at or saved. */
export interface Contents {
  /** The cells of some rows of a file. */
  rows(file: number, rows: readonly number[]): Promise<readonly FileRow[]>;
  /** Rows of a file that the check found a problem in. */
  problemRows(file: number, problem: ProblemKind | null, from: number, count: number): Promise<RowWindow>;
  /** Finds rows with a text in any cell. */
  search(
    file: number,
    wanted: string,
    onFound: (found: SearchProgress) => void,
    signal: AbortSignal,
  ): Promise<void>;
  /** A file as it would be sent now. */
  sent(file: number): Promise<Blob | null>;
  /** Some rows of a file with the person's corrections, in every column of it; null when there are none. */
  only(file: number, rows: RowSet): Promise<Blob | null>;
}

export function createContents({ store, resources }: Pick<RunContext, 'store' | 'resources'>): Contents {
  const fileAt = (file: number): LoadedFile | undefined => loadedOf(store.state)?.files[file];
  /** Whoever saves a file does not give it up. */
  const never = (): AbortSignal => new AbortController().signal;
  return {
    async rows(file, rows) {
      const one = fileAt(file);
      return one === undefined ? [] : resources.desk().rows(textOf(one), rows);
    },
    async problemRows(file, problem, from, count) {
      const one = fileAt(file);
      if (one === undefined) return { rows: [], total: 0 };
      return resources.desk().problemRows(textOf(one), problem, from, count);
    },
    async search(file, wanted, onFound, signal) {
      const one = fileAt(file);
      if (one !== undefined) await resources.desk().search(textOf(one), wanted, onFound, signal);
    },
    async sent(file) {
      const loaded = loadedOf(store.state);
      if (loaded === null) return null;
      const desk = resources.desk();
      const { content } = await prepareUpload(desk, loaded, file, nextPart(loaded), never(), () => undefined);
      return takeOut(content);
    },
    async only(file, rows) {
      const one = fileAt(file);
      if (one === undefined || rows.size === 0) return null;
      const { headers, rawHeaders, dialect } = one.preview;
      const recipe = {
        dialect,
        rawHeaders,
        headers,
        columns: headers.map((_, column) => column),
        changes: withOnly(one.changes, rows),
        unevenRows: true,
      };
      const { content } = await resources.desk().rewrite(textOf(one), recipe, () => undefined, never());
      return takeOut(content);
    },
  };
}
