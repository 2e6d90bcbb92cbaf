import { type Figures, megabytesPerSecond, ratio } from './goals.js';

const TITLES = [
  'file',
  'rows',
  'first rows',
  '× bare slice',
  'check',
  'MB/s',
  '× papaparse',
  '× bare read',
  'another property',
  'corrected copy',
  '× papaparse',
  'upload, of a bare one',
  'longest task',
  'without worker',
  'memory',
];

/** The figures as a table for the README. */
export function toTable(figures: readonly Figures[]): string {
  return [TITLES, TITLES.map(() => '---'), ...figures.map(toRow)]
    .map((cells) => `| ${cells.join(' | ')} |\n`)
    .join('');
}

function toRow(figures: Figures): readonly string[] {
  const { bytes, rows, ms, longestTaskMs, longestTaskAloneMs, recheckWorkMs, memoryBytes } = figures;
  return [
    `${Math.round(bytes / 1e6)} MB`,
    rows.toLocaleString('en'),
    duration(ms.preview),
    number(ratio(figures, 'preview', 'bareSlice')),
    duration(ms.check),
    megabytesPerSecond(figures).toFixed(0),
    number(ratio(figures, 'plainCheck', 'check')),
    number(ratio(figures, 'check', 'bareRead')),
    duration(recheckWorkMs),
    duration(ms.rewrite),
    number(ratio(figures, 'plainRewrite', 'rewrite')),
    number(ratio(figures, 'bareUpload', 'upload'), 2),
    duration(longestTaskMs),
    duration(longestTaskAloneMs),
    memoryBytes === null ? 'not known' : `${(memoryBytes / 1e6).toFixed(0)} MB`,
  ];
}

export function duration(ms: number | undefined): string {
  if (ms === undefined) return '';
  return ms < 1000 ? `${ms.toFixed(ms < 10 ? 1 : 0)} ms` : `${(ms / 1000).toFixed(2)} s`;
}

const number = (value: number | null, digits = 1): string => value?.toFixed(digits) ?? '';
