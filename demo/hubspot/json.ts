import { invalid } from './answers.js';

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads a body that must be an object. @throws {Refusal} 400 in the words of the imports guide */
export function parseObject(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    if (isObject(value)) return value;
  } catch {
    // refused below
  }
  throw invalid('Unable to parse JSON');
}

/** The known word that a value is. @throws {Refusal} 400 when it is none */
export function oneOf<T extends string>(known: readonly T[], value: unknown, field: string): T {
  const found = known.find((word) => word === value);
  if (found === undefined) throw invalid(`Invalid value for ${field}: ${String(value)}`);
  return found;
}
