import { assign } from './assign.js';
import type { Sample } from './common-column.js';
import type { Preset } from './recipe.js';
import type { GivenColumn } from './weigh-columns.js';
import { keyOf, wordsOf } from './words.js';

/** Far more than one import has: so many places in order count less than one header. */
const MOST_FILES = 100;

/**
 * The files of a preset in the order in which the files have come: a person may drop them in any. Each goes with the file that
 * has most of its headers. The files of a single one are as they are: what it says is for the first.
 */
export function inOrderOf(samples: readonly Pick<Sample, 'headers'>[], preset: Preset): Preset {
  if (preset.files.length < 2) return preset;
  const places = assign(
    preset.files.map(({ columns }, from) =>
      samples.map(({ headers }, to) => {
        // Where files fit equally well, they stay in their order.
        const weight = MOST_FILES * 2 * sharedHeaders(columns, headers) + (from === to ? 2 : 1);
        return { target: to, weight };
      }),
    ),
  );
  const moved = ({ header, target }: GivenColumn): readonly GivenColumn[] => {
    if (target?.kind !== 'common') return [{ header, target }];
    const file = places[target.file] ?? null;
    return file === null ? [] : [{ header, target: { ...target, file } }];
  };
  const files = samples.map((_, to) => {
    const given = preset.files[places.indexOf(to)];
    return { columns: given?.columns.flatMap(moved) ?? [] };
  });
  return { ...preset, files };
}

function sharedHeaders(columns: readonly GivenColumn[], headers: readonly string[]): number {
  const there = new Set(headers.map((header) => keyOf(wordsOf(header))));
  return columns.filter(({ header }) => there.has(keyOf(wordsOf(header)))).length;
}
