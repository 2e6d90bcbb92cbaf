import { agreementOf } from './agreement.js';
import type { Looks } from './looks.js';
import type { ValueKind } from './plan.js';
import type { Target } from './value-kind.js';
import { wordsOf } from './words.js';

/** Properties by the words of their labels, and those of plain kinds. */
export interface HintIndex {
  readonly byWord: ReadonlyMap<string, readonly Target[]>;
  readonly plain: readonly Target[];
}

/** Kinds whose cells are plain to see. */
const PLAIN_KINDS: readonly ValueKind[] = ['email', 'domain', 'url', 'phone'];

/** Words that half of all headers have; sharing one is no hint. */
const GENERIC = new Set(
  'name date number status time type code value first last home work other contact company customer deal ticket'.split(
    ' ',
  ),
);

/** A word that more labels have than this tells nothing. */
const TELLING = 12;

const MOST = 3;

/** Prepares for `hintsFor`. */
export function indexHints(targets: readonly Target[]): HintIndex {
  const byWord = new Map<string, Target[]>();
  for (const target of targets) {
    for (const word of new Set(wordsOf(target.property.label))) {
      if (word.length < 3 || GENERIC.has(word)) continue;
      const list = byWord.get(word);
      if (list === undefined) byWord.set(word, [target]);
      else list.push(target);
    }
  }
  return { byWord, plain: targets.filter(({ kind }) => PLAIN_KINDS.includes(kind)) };
}

/**
 * Proposes properties for the person to look at, never to be applied: whole words in common with the label, rare words
 * first, and for plain kinds of values what the cells look like. At most three, none that the cells contradict.
 */
export function hintsFor(header: string, looks: Looks, index: HintIndex): readonly string[] {
  const points = new Map<Target, number>();
  const add = (target: Target, value: number): void => {
    points.set(target, (points.get(target) ?? 0) + value);
  };
  for (const word of new Set(wordsOf(header))) {
    const sharing = index.byWord.get(word) ?? [];
    if (sharing.length <= TELLING) sharing.forEach((target) => add(target, 1 + 1 / sharing.length));
  }
  for (const target of index.plain) {
    // Many numbers look like a phone number, so the header must say something of the kind as well.
    if (target.kind === 'phone' && !points.has(target)) continue;
    if (agreementOf(target, looks) === 'agrees') add(target, 0.5);
  }
  return [...points]
    .filter(([target]) => agreementOf(target, looks) !== 'disagrees')
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST)
    .map(([{ property }]) => property.name);
}
