import type { Subject } from './page.js';
import type { Reader } from './workbook.js';

/** What was measured with one file: the fastest run of each subject in milliseconds, and the rest. */
export interface Figures {
  readonly bytes: number;
  readonly rows: number;
  readonly ms: Readonly<Partial<Record<Subject, number>>>;
  /** The longest task on the page, without the time in which other programs had the processor. Alone is without a worker. */
  readonly longestTaskMs: number;
  readonly longestTaskAloneMs: number;
  /** What a check for another property took of the processor. */
  readonly recheckWorkMs: number;
  /** Growth of the page's process while the file was checked, at its highest; null where that cannot be read. */
  readonly memoryBytes: number | null;
}

/** What was measured with a workbook. */
export interface WorkbookFigures {
  readonly bytes: number;
  readonly rows: number;
  readonly ms: Readonly<Record<Reader, number>>;
  readonly longestTaskMs: number;
}

/** Something the run must keep to; `at` is what it came to. */
export interface Goal {
  readonly title: string;
  readonly isMet: boolean;
  readonly at: string;
}

/** How many times as long the one takes; null when one of them was not run. */
export function ratio({ ms }: Figures, one: Subject, other: Subject): number | null {
  const [a, b] = [ms[one], ms[other]];
  return a === undefined || b === undefined ? null : a / b;
}

export const megabytesPerSecond = ({ bytes, ms }: Figures): number => bytes / 1e3 / (ms.check ?? Infinity);

const MB = 1e6;
/** Two runs of the same thing differ by this much on a machine that does other things too. */
const NOISE = 1.1;

/** The goals of one run, smallest file first. */
export function goalsOf(
  figures: readonly Figures[],
  workbook: WorkbookFigures,
  pageKb: number,
  workerKb: number,
): readonly Goal[] {
  const of = (megabytes: number): Figures | undefined =>
    figures.find(({ bytes }) => Math.round(bytes / MB) === megabytes);
  const large = of(100);
  const largest = of(500);
  const goals: (Goal | null)[] = [
    ...figures.map((size) =>
      atMost(`first rows of ${name(size)} in a bare slice's time`, ratio(size, 'preview', 'bareSlice'), 1.5),
    ),
    atLeast('check of 100 MB, times papaparse', large && ratio(large, 'plainCheck', 'check'), 3),
    atLeast(
      'MB/s at 500 MB, of those at 100 MB',
      large && largest && NOISE * (megabytesPerSecond(largest) / megabytesPerSecond(large)),
      1,
    ),
    atMost('another property for a column of 100 MB, in ms', large?.recheckWorkMs, 50),
    atLeast('corrected copy of 100 MB, times papaparse', large && ratio(large, 'plainRewrite', 'rewrite'), 5),
    atLeast('upload of 100 MB, of a bare one’s speed', large && ratio(large, 'bareUpload', 'upload'), 0.95),
    ...figures.map((size) => atMost(`longest task with ${name(size)}, in ms`, size.longestTaskMs, 50)),
    ...figures.map((size) =>
      atMost(`longest task without a worker with ${name(size)}, in ms`, size.longestTaskAloneMs, 50),
    ),
    ...figures.map(({ memoryBytes, rows, bytes }) =>
      memoryBytes === null
        ? null
        : atMost(`memory with ${name({ bytes })}, in MB`, memoryBytes / MB, (100 * MB + 40 * rows) / MB),
    ),
    atLeast('workbook, times read-excel-file', workbook.ms.readExcelFile / workbook.ms.ours, 1),
    atMost('longest task with a workbook, in ms', workbook.longestTaskMs, 50),
    atMost('page, in kB gzip', pageKb, 30),
    atMost('worker, in kB gzip', workerKb, 15),
  ];
  return goals.filter((goal) => goal !== null);
}

const name = ({ bytes }: Pick<Figures, 'bytes'>): string => `${Math.round(bytes / MB)} MB`;

function atMost(title: string, at: number | null | undefined, most: number): Goal | null {
  if (at === null || at === undefined) return null;
  return {
    title: `${title}: at most ${most.toFixed(most < 10 ? 2 : 0)}`,
    isMet: at <= most,
    at: at.toFixed(2),
  };
}

function atLeast(title: string, at: number | null | undefined, least: number): Goal | null {
  if (at === null || at === undefined) return null;
  return { title: `${title}: at least ${least}`, isMet: at >= least, at: at.toFixed(2) };
}
