/** The README's table of faults and what comes of them. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';
import type { FaultCase } from './fault-cases.js';
import type { Call } from './fault-proxy.js';

/** Where a run stood while the fault lasted. */
export interface Outcome {
  readonly status: string;
  readonly error: string | null;
  /** At the stand-in. */
  readonly imports: number;
}

const README = fileURLToPath(new URL('../../README.md', import.meta.url));
const BEGIN = '<!-- written by `npm run faults` -->';
const END = '<!-- end -->';

const CALLS: Readonly<Record<Call, string>> = {
  token: 'asking for a ticket',
  definitions: 'reading the account',
  start: 'sending',
  list: 'looking for a lost import',
  read: 'following',
  errors: 'reading what was refused',
  'more errors': 'reading on in what was refused',
  cancel: 'canceling',
};

/** A case in words, as the title of its test. */
export const titleOf = ({ call, what, times, side }: FaultCase): string =>
  `${CALLS[call]}: ${what}, ${often(times)}, between ${side}`;

const often = (times: number): string => (times === 1 ? 'once' : 'every time');

/** One row a case. */
export function tableOf(outcomes: ReadonlyMap<FaultCase, Outcome>): Promise<string> {
  const head = ['while', 'what happens', 'how often', 'between', 'status', 'imports'];
  const rows = [...outcomes].map(([{ call, what, times, side }, { status, error, imports }]) => [
    CALLS[call],
    what,
    often(times),
    side,
    error === null ? `\`${status}\`` : `\`${status}\`, \`${error}\``,
    String(imports),
  ]);
  const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |\n`);
  return format(lines.join(''), { parser: 'markdown', printWidth: 110 });
}

export function readTable(): string {
  const [, rest = ''] = readFileSync(README, 'utf8').split(`${BEGIN}\n\n`);
  return rest.split(`\n${END}`, 1)[0] ?? '';
}

export function writeTable(table: string): void {
  const readme = readFileSync(README, 'utf8');
  const [before = '', rest] = readme.split(`${BEGIN}\n`);
  if (rest === undefined) throw new Error(`The README has no “${BEGIN}”.`);
  const after = rest.slice(rest.indexOf(END));
  writeFileSync(README, `${before}${BEGIN}\n\n${table}\n${after}`);
}
