import type { Pipeline } from '../pipelines.js';
import {
  defineProperty,
  type Extra,
  type Kind,
  KIND,
  type OptionDefinition,
  options,
  type PropertyDefinition,
  READ_ONLY,
} from './property.js';

/** Words that may follow a kind in a table. */
const FLAGS: Readonly<Record<string, Extra>> = {
  readonly: READ_ONLY,
  calculated: { ...READ_ONLY, calculated: true },
  unique: { hasUniqueValue: true },
  hidden: { hidden: true },
  /** Options that HubSpot keeps elsewhere. */
  external: { externalOptions: true },
  /** Users of the account. */
  owner: { externalOptions: true, referencedObjectType: 'OWNER' },
  sensitive: { dataSensitivity: 'sensitive', sensitiveDataCategories: ['HIPAA'] },
  highly_sensitive: { dataSensitivity: 'highly_sensitive', sensitiveDataCategories: ['PERSONAL'] },
};

/**
 * Reads a table of properties. A line is `name | label | kind:hint flags | options | description`, of which the last two may be
 * missing; `[group]` starts a group of HubSpot's own properties, `[group own]` one of the account's. Options are
 * `Label=value; …` (`value` alone when both are the same), `@pipelines` or `@stages`.
 *
 * @throws {Error} for a word it does not know: the tables are ours
 */
export function readTable(text: string, pipelines: readonly Pipeline[] = []): PropertyDefinition[] {
  let group = '';
  let isHubSpots = true;
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .flatMap((line) => {
      const heading = /^\[(\w+)( own)?\]$/.exec(line);
      if (heading === null) return [readLine(line, group, isHubSpots, pipelines)];
      group = heading[1] ?? '';
      isHubSpots = heading[2] === undefined;
      return [];
    });
}

function readLine(
  line: string,
  group: string,
  isHubSpots: boolean,
  pipelines: readonly Pipeline[],
): PropertyDefinition {
  const [name = '', label = '', words = '', choices = '', description = ''] = line
    .split('|')
    .map((part) => part.trim());
  const [first = '', ...flags] = words.split(/\s+/);
  const [kind = '', hint] = first.split(':');
  if (!isKind(kind)) throw new Error(`No such kind: ${line}`);
  const extras = flags.map((flag) => {
    const extra = FLAGS[flag];
    if (extra === undefined) throw new Error(`No such flag: ${line}`);
    return extra;
  });
  return defineProperty([name, label, group], kind, isHubSpots, {
    ...(choices !== '' && { options: readOptions(choices, pipelines) }),
    ...(description !== '' && { description }),
    ...(hint !== undefined && toHint(kind, hint)),
    ...Object.assign({}, ...extras),
  });
}

const isKind = (word: string): word is Kind => Object.hasOwn(KIND, word);

const toHint = (kind: Kind, hint: string): Extra =>
  KIND[kind][0] === 'number'
    ? { numberDisplayHint: hint, ...(hint === 'currency' && { showCurrencySymbol: true }) }
    : { textDisplayHint: hint };

function readOptions(text: string, pipelines: readonly Pipeline[]): OptionDefinition[] {
  if (text === '@pipelines') return options(pipelines.map(({ label, id }) => [label, id]));
  if (text === '@stages') {
    return options(pipelines.flatMap(({ stages }) => stages.map(({ label, id }) => [label, id] as const)));
  }
  return options(
    text.split(';').map((choice) => {
      const [label = '', value = label] = choice.split('=').map((part) => part.trim());
      return [label, value];
    }),
  );
}
