import { agreementOf } from './agreement.js';
import type { Looks } from './looks.js';
import type { ValueKind } from './plan.js';
import { type Target, toProperty } from './target.js';
import type { Candidate } from './value-kind.js';
import { wordsOf } from './words.js';

/** Properties by the words of their labels, and those of plain kinds. */
export interface HintIndex {
  readonly byWord: ReadonlyMap<string, readonly Candidate[]>;
  readonly plain: readonly Candidate[];
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
export function indexHints(candidates: readonly Candidate[]): HintIndex {
  const byWord = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    for (const word of new Set(wordsOf(candidate.property.label))) {
      if (word.length < 3 || GENERIC.has(word)) continue;
      const list = byWord.get(word);
      if (list === undefined) byWord.set(word, [candidate]);
      else list.push(candidate);
    }
  }
  return { byWord, plain: candidates.filter(({ kind }) => PLAIN_KINDS.includes(kind)) };
}

/**
 * Proposes properties for the person to look at, never to be applied: whole words in common with the label, rare words
 * first, and for plain kinds of values what the cells look like. At most three, none that the cells contradict.
 */
export function hintsFor(header: string, looks: Looks, index: HintIndex): readonly Target[] {
  const points = new Map<Candidate, number>();
  const add = (candidate: Candidate, value: number): void => {
    points.set(candidate, (points.get(candidate) ?? 0) + value);
  };
  for (const word of new Set(wordsOf(header))) {
    const sharing = index.byWord.get(word) ?? [];
    if (sharing.length <= TELLING) sharing.forEach((candidate) => add(candidate, 1 + 1 / sharing.length));
  }
  for (const candidate of index.plain) {
    // Many numbers look like a phone number, so the header must say something of the kind as well.
    if (candidate.kind === 'phone' && !points.has(candidate)) continue;
    if (agreementOf(candidate, looks) === 'agrees') add(candidate, 0.5);
  }
  return [...points]
    .filter(([candidate]) => agreementOf(candidate, looks) !== 'disagrees')
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST)
    .map(([{ objectTypeId, property }]) => toProperty(objectTypeId, property.name));
}
