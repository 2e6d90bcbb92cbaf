import { assign } from './assign.js';
import type { Sample } from './common-column.js';
import type { Preset } from './recipe.js';
import type { GivenColumn } from './weigh-columns.js';
import { keyOf, wordsOf } from './words.js';

/** Far more than one import has: so many places in order count less than one header. */
const MOST_FILES = 100;

/**
 * The files of a preset in the order in which the files have come: a person may drop them in any. Each goes with the file that
 * has most of its headers. What a preset of a single file says of a header is for the first file that has it.
 */
export function inOrderOf(samples: readonly Pick<Sample, 'headers'>[], preset: Preset): Preset {
  if (samples.length < 2 && preset.files.length < 2) return preset;
  const [only] = preset.files;
  if (only !== undefined && preset.files.length === 1)
    return { ...preset, files: spread(only.columns, samples) };
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

/** Each column to the first file that has its header. */
function spread(
  columns: readonly GivenColumn[],
  samples: readonly Pick<Sample, 'headers'>[],
): Preset['files'] {
  const there = samples.map(({ headers }) => keysOf(headers));
  return samples.map((_, file) => ({
    columns: columns.filter(
      ({ header }) => there.findIndex((keys) => keys.has(keyOf(wordsOf(header)))) === file,
    ),
  }));
}

const keysOf = (headers: readonly string[]): ReadonlySet<string> =>
  new Set(headers.map((header) => keyOf(wordsOf(header))));

function sharedHeaders(columns: readonly GivenColumn[], headers: readonly string[]): number {
  const there = keysOf(headers);
  return columns.filter(({ header }) => there.has(keyOf(wordsOf(header)))).length;
}
