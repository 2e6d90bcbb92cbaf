import * as z from 'zod/mini';
import { readUpTo } from './flow.js';
import { Refusal } from './refusal.js';

// Creating a property and adding options to one (properties API). Strict for the same reason as the import request: fields
// such as `calculationFormula` or `dataSensitivity` have effects that no policy speaks of.

const text = (characters: number) => z.string().check(z.maxLength(characters));
const internalName = z.string().check(z.regex(/^[a-z]\w{0,99}$/));

const option = z.strictObject({
  label: text(3000),
  value: text(3000).check(z.minLength(1)),
  displayOrder: z.optional(z.int()),
  hidden: z.optional(z.boolean()),
  description: z.optional(z.nullable(text(5000))),
});
const options = z.array(option).check(
  z.maxLength(5000),
  z.refine((list) => new Set(list.map(({ value }) => value)).size === list.length),
);

const propertySchema = z.strictObject({
  name: internalName,
  label: text(500).check(z.minLength(1)),
  type: z.enum(['string', 'number', 'date', 'datetime', 'enumeration', 'bool', 'phone_number']),
  fieldType: z.enum([
    ...(['text', 'textarea', 'phonenumber', 'number', 'date'] as const),
    ...(['checkbox', 'select', 'radio', 'booleancheckbox'] as const),
  ]),
  groupName: z.string().check(z.regex(/^\w{1,200}$/)),
  description: z.optional(text(5000)),
  hasUniqueValue: z.optional(z.boolean()),
  options: z.optional(options),
});

const optionsSchema = z.strictObject({ options });
const presentSchema = z.object({
  type: z.string(),
  options: z.array(
    z.object({
      label: z.string(),
      value: z.string(),
      hidden: z.optional(z.nullable(z.boolean())),
    }),
  ),
});

const PROPERTY_BYTES = 4 * 1024 * 1024;

/**
 * The definition of a new property, as it goes on.
 *
 * @throws {Refusal} 400 `property`
 */
export function checkProperty(value: unknown): string {
  return JSON.stringify(read(propertySchema, value));
}

/**
 * A list of options that adds to those of a property, as it goes on. HubSpot puts the list in the place of the present one
 * (inferred), so one that leaves an option out, renames or hides it would take values away from records.
 *
 * @param present HubSpot's answer about the property.
 * @throws {Refusal} 400 `property`; 409 `options` when a present option is missing or changed, or the property has none
 */
export async function checkOptions(value: unknown, present: Response): Promise<string> {
  const wanted = read(optionsSchema, value);
  const body = new TextDecoder().decode(await readUpTo(present.body, PROPERTY_BYTES));
  const now = presentSchema.safeParse(JSON.parse(body));
  if (!now.success) throw new Refusal(502, 'answer', 'HubSpot answered with something else than a property.');
  if (now.data.type !== 'enumeration') throw new Refusal(409, 'options', 'This property has no options.');
  const after = new Map(wanted.options.map((it) => [it.value, it]));
  const isKept = now.data.options.every((it) => {
    const kept = after.get(it.value);
    return kept?.label === it.label && (kept.hidden ?? false) === (it.hidden ?? false);
  });
  if (!isKept) throw new Refusal(409, 'options', 'Options can be added; those that are there must stay.');
  return JSON.stringify(wanted);
}

function read<T extends z.ZodMiniType>(schema: T, value: unknown): z.output<T> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const where = result.error.issues[0]?.path.join('.') ?? '';
  const hint = where === '' ? '.' : `: see ${where}.`;
  throw new Refusal(400, 'property', `The property is not one that can be checked${hint}`);
}
