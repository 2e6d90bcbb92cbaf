import type { Account } from '../../src/core/account.js';
import type { DateFormat, Operation, Property } from '../../src/core/hubspot.js';
import { type Mapping, objectMapping, withIdentifiers } from '../../src/core/mapping.js';
import { findObjectType, type ObjectType } from '../../src/core/objects.js';
import { type Target, toProperty } from '../../src/core/target.js';

export function typeOf(name: string): ObjectType {
  const type = findObjectType(name);
  if (type === null) throw new Error(name);
  return type;
}

/** An account with these objects: name → properties, null where they could not be read. */
export function accountOf(
  objects: Readonly<Record<string, readonly Property[] | null>>,
  more: Partial<Account> = {},
): Account {
  return {
    objects: Object.entries(objects).map(([name, properties]) => ({
      objectType: typeOf(name),
      labels: null,
      properties,
      failure: null,
    })),
    owners: null,
    associations: [],
    switchedOff: [],
    customObjects: null,
    allowances: { marketing: true, lists: true, properties: true },
    ...more,
  };
}

/** Header and target; a name alone is a property of the first object, `companies.domain` one of another, null nothing. */
export type Columns = readonly (readonly [header: string, target: Target | string | null])[];

/** A mapping in few words: object name → operation, then the columns of each file. */
export function mappingOf(
  operations: Readonly<Record<string, Operation>>,
  files: readonly Columns[],
  more: {
    readonly dateFormat?: DateFormat;
    readonly properties?: Readonly<Record<string, readonly Property[]>>;
  } = {},
): Mapping {
  const [first = ''] = Object.keys(operations);
  const objects = Object.entries(operations).map(([name, operation]) =>
    objectMapping(typeOf(name), more.properties?.[name] ?? [], operation),
  );
  const dateFormat = more.dateFormat ?? null;
  return withIdentifiers({
    objects,
    dateFormat,
    dateFormatBy: dateFormat === null ? null : 'file',
    files: files.map((columns) => ({
      objectTypeIds: objects.map(({ objectTypeId }) => objectTypeId),
      columns: columns.map(([header, target], column) => ({
        column,
        header,
        target: typeof target === 'string' ? propertyOf(target, first) : target,
        reason: null,
        undecided: null,
      })),
    })),
  });
}

function propertyOf(text: string, first: string): Target {
  const [name, property] = text.includes('.') ? text.split('.') : [first, text];
  return toProperty(typeOf(name ?? '').id, property ?? '');
}

/** What the columns of a file become, in the words of `Columns`: `companies.domain`; other kinds as they are. */
export const targetsOf = (
  columns: readonly { readonly target: Target | null }[],
): readonly (Target | string | null)[] =>
  columns.map(({ target }) =>
    target?.kind === 'property' ? `${typeOf(target.objectTypeId).name}.${target.property}` : target,
  );
