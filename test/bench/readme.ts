import { readFile, writeFile } from 'node:fs/promises';
import type { Figures, Goal, WorkbookFigures } from './goals.js';
import { duration, toTable } from './table.js';

/** Of the run as a whole. */
export interface Circumstances {
  readonly date: string;
  readonly browser: string;
  readonly papaparse: string;
  readonly cores: number;
  /** gzip. */
  readonly pageKb: number;
  readonly workerKb: number;
}

const README = new URL('../../README.md', import.meta.url);
const [BEGIN, END] = ['<!-- bench: written by `npm run bench -- --write` -->', '<!-- bench: end -->'];

/** What the README says of a run. */
export function toSection(
  figures: readonly Figures[],
  workbook: WorkbookFigures,
  goals: readonly Goal[],
  { date, browser, papaparse, cores, pageKb, workerKb }: Circumstances,
): string {
  const missed = goals.filter(({ isMet }) => !isMet);
  const verdict =
    missed.length === 0
      ? `All ${goals.length} goals were met.`
      : `Of ${goals.length} goals ${missed.length} were missed: ${missed.map(({ title, at }) => `${title} (it was ${at})`).join('; ')}.`;
  return `\`npm run bench\`, ${date}, ${browser}, ${papaparse}, ${cores} cores. The fastest
of several runs counts, ratios are of the same run; tasks and another property are given in the time the processor spent on them.

${toTable(figures)}
${workbookLine(workbook)}

Loaded, gzip: ${pageKb} kB before a file is chosen, the worker ${workerKb} kB. ${verdict}
`;
}

const workbookLine = ({ bytes, rows, ms, longestTaskMs }: WorkbookFigures): string =>
  `A workbook of ${rows.toLocaleString('en')} rows, ${Math.round(bytes / 1e6)} MB, is read in ${duration(ms.ours)} on the page, ` +
  `${(ms.readExcelFile / ms.ours).toFixed(1)} times as fast as by read-excel-file; longest task ${duration(longestTaskMs)}.`;

/** Puts it where the README has it. */
export async function writeReadme(section: string): Promise<void> {
  const text = await readFile(README, 'utf8');
  const [from, to] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (from < 0 || to < from) throw new Error(`The README has no place for it: ${BEGIN}`);
  await writeFile(README, `${text.slice(0, from + BEGIN.length)}\n\n${section}\n${text.slice(to)}`);
}
