import type { ColumnMatch } from '../../core/mapping.js';
import type { Loaded } from '../../core/state.js';
import { columnOf, propertyByName } from './columns.js';
import type { Context } from './screen.js';

/** Why a column is matched as it is, or why it is not. */
export function reasonText(match: ColumnMatch, loaded: Loaded, context: Context): string {
  const { words } = context;
  const { reason } = match;
  if (reason === null) return undecidedText(match, loaded, context);
  switch (reason.kind) {
    case 'person':
      return words.reason.person;
    case 'preset':
      return words.reason.preset;
    case 'values':
      return words.reason.values;
    case 'name':
    case 'label':
      return andValues(words.reason[reason.kind], reason.valuesAgree, context);
    case 'alias': {
      const language = reason.language === words.language ? null : (words.languages[reason.language] ?? null);
      const property = propertyByName(loaded, match.property ?? '')?.label ?? reason.of;
      return andValues(words.reason.alias(property, language), reason.valuesAgree, context);
    }
  }
}

const andValues = (reason: string, valuesAgree: boolean, { words }: Context): string =>
  valuesAgree ? words.reason.andValues(reason) : reason;

function undecidedText({ undecided }: ColumnMatch, loaded: Loaded, { words, format }: Context): string {
  if (undecided === null) return words.reason.none;
  const label = (name: string): string => propertyByName(loaded, name)?.label ?? name;
  const candidates = undecided.candidates.map(label);
  const [first = ''] = candidates;
  switch (undecided.why) {
    case 'weak':
      return words.reason.guess(format.either(candidates));
    case 'several':
      return words.reason.several(format.either(candidates));
    case 'values-disagree':
      return words.reason.valuesDiffer(first);
    case 'taken':
      return words.reason.taken(first, columnOf(loaded, undecided.candidates[0] ?? '')?.header ?? '');
    case 'read-only':
      return words.reason.readOnly(label(undecided.property));
  }
}
