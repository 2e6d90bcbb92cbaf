import { loadedOf } from '../core/state.js';
import type { Host } from './callbacks.js';
import type { Flow } from './flow.js';
import type { Rows } from './ui.js';
import type { Callbacks } from './views/screen.js';

type RowsCallbacks = Pick<Callbacks, 'filterRows' | 'searchRows' | 'goToRow' | 'closeRows'>;

const ALL: Rows = { filter: 'all', query: '', found: null, goTo: null };

/** Found rows that are kept; more do not help anybody. */
const MOST_FOUND = 100_000;
/** Whoever types is not searched after letter by letter. */
const TYPING_MS = 250;

/** What a person does with the table of all rows. */
export function createRowsCallbacks(flow: Flow, host: Host): RowsCallbacks {
  let search = new AbortController();
  let typing: ReturnType<typeof setTimeout> | undefined;
  const rows = (): Rows => host.ui().rows ?? ALL;
  const show = (change: Partial<Rows>): void => host.show({ rows: { ...rows(), ...change } });
  const stop = (): void => {
    clearTimeout(typing);
    search.abort();
  };

  const find = async (file: number, query: string): Promise<void> => {
    const current = new AbortController();
    search = current;
    let found: readonly number[] = [];
    show({ found: { rows: found, share: 0 } });
    await flow.contents.search(
      file,
      query,
      ({ rows: more, share }) => {
        if (current.signal.aborted || host.ui().rows === null) return;
        found = [...found, ...more].slice(0, MOST_FOUND);
        show({ found: { rows: found, share } });
        if (found.length === MOST_FOUND) current.abort();
      },
      current.signal,
    );
  };

  return {
    filterRows(filter) {
      stop();
      show({ filter, query: '', found: null, goTo: null });
    },
    searchRows(file, query) {
      stop();
      show({ query, filter: 'all', goTo: null, ...(query === '' && { found: null }) });
      if (query === '') return;
      typing = setTimeout(() => void find(file, query).catch(() => undefined), TYPING_MS);
    },
    goToRow(file, row) {
      const headerRow = loadedOf(flow.state)?.files[file]?.preview.dialect.headerRow ?? 1;
      stop();
      show({ filter: 'all', query: '', found: null, goTo: { index: row - headerRow - 1 } });
    },
    closeRows() {
      stop();
      host.show({ rows: null });
    },
  };
}
