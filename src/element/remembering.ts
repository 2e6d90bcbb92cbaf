import { type Account, findProperty } from '../core/account.js';
import { fromMemory, Memory, memoryName, toMemory } from '../core/memory.js';
import type { Preview } from '../core/preview.js';
import type { Given } from '../core/propose.js';
import type { Loaded } from '../core/state.js';
import type { Target } from '../core/target.js';
import type { FlowOptions } from './options.js';

type Kept = Pick<FlowOptions, 'storage' | 'operationOf'>;

/** Half a year: files of a kind come monthly or quarterly. */
const LIFE_MS = 183 * 24 * 60 * 60 * 1000;

const headersOf = (previews: readonly Preview[]): readonly (readonly string[])[] =>
  previews.map(({ headers }) => headers);

/** Keeps what the person chose for files with these headers; nothing where they chose nothing. */
export function remember({ files, mapping }: Loaded, { storage, operationOf }: Kept): void {
  const name = memoryName(headersOf(files.map(({ preview }) => preview)));
  const memory = toMemory(mapping, operationOf);
  if (memory === null) storage.remove(name);
  else storage.write(name, memory, LIFE_MS);
}

/** What was chosen for files with the same headers, as far as the account still has it. */
export function recall(
  previews: readonly Preview[],
  account: Account,
  { storage }: Pick<Kept, 'storage'>,
): Given | null {
  const headers = headersOf(previews);
  const memory = storage.read(memoryName(headers), Memory);
  if (memory === null) return null;
  return { by: 'remembered', preset: fromMemory(memory, headers, (target) => isThere(target, account)) };
}

export const forget = (previews: readonly Preview[], { storage }: Pick<Kept, 'storage'>): void =>
  storage.remove(memoryName(headersOf(previews)));

function isThere(target: Target, account: Account): boolean {
  const isKnown = account.objects.some(({ objectType }) => objectType.id === target.objectTypeId);
  if (target.kind !== 'property') return isKnown;
  return isKnown && findProperty(account, target.objectTypeId, target.property) !== null;
}
