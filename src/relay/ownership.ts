import * as z from 'zod/mini';
import type { Policy } from './policy.js';
import { Refusal } from './refusal.js';
import type { RelayStore } from './store.js';

// HubSpot shows an app every import of the app; these functions keep to each person the ones they started.

const OWNER_SECONDS = 90 * 24 * 60 * 60;
const SENT_SECONDS = 24 * 60 * 60;
// HubSpot's clock and ours may differ.
const CLOCK_SKEW_MS = 5 * 60 * 1000;

const ownerKey = (importId: string) => `import ${importId}`;
const sentKey = (subject: string, name: string) => `sent ${JSON.stringify([subject, name])}`;

/** Notes that a person is about to send an import of this name, so that it is found should its answer be lost. */
export async function noteSent(store: RelayStore, subject: string, name: string, now: Date): Promise<void> {
  await store.set(sentKey(subject, name), String(now.getTime()), SENT_SECONDS);
}

/** Notes that nothing is open any more: the import of this name was refused, or its id is known. */
export async function noteAnswered(store: RelayStore, subject: string, name: string): Promise<void> {
  await store.delete(sentKey(subject, name));
}

/** Gives an import to the person who started it. */
export async function noteStarted(store: RelayStore, subject: string, importId: string): Promise<void> {
  await store.set(ownerKey(importId), subject, OWNER_SECONDS);
}

/** The id in HubSpot's answer to a started import, or null. */
export function startedId(body: string): string | null {
  const read = z.object({ id: z.union([z.string(), z.number()]) }).safeParse(parse(body));
  return read.success ? String(read.data.id) : null;
}

/**
 * Refuses an import that the person may not see, as HubSpot refuses one that is not there.
 *
 * @throws {Refusal} 404 `not-yours`
 */
export async function checkOwner(store: RelayStore, policy: Policy, importId: string): Promise<void> {
  if (policy.imports === 'all') return;
  if ((await store.get(ownerKey(importId))) === policy.subject) return;
  throw new Refusal(404, 'not-yours', 'No such import was started by you here.');
}

const listSchema = z.looseObject({
  results: z.array(z.looseObject({ id: z.union([z.string(), z.number()]) })),
});

/**
 * HubSpot's list of imports with only the person's own in it. One that nobody owns, has the name of an import whose
 * answer this person never got, and was made since, becomes theirs: a lost answer must not hide what it started.
 *
 * @throws {Refusal} 502 `answer` when the body is no such list
 */
export async function ownImports(store: RelayStore, subject: string, body: string): Promise<string> {
  const read = listSchema.safeParse(parse(body));
  if (!read.success) throw new Refusal(502, 'answer', 'HubSpot answered with something else than a list.');
  const results = [];
  for (const entry of read.data.results) {
    if (await isOwn(store, subject, entry)) results.push(entry);
  }
  return JSON.stringify({ ...read.data, results });
}

interface Listed {
  readonly id: string | number;
  readonly importName?: unknown;
  readonly createdAt?: unknown;
}

async function isOwn(store: RelayStore, subject: string, { id, importName, createdAt }: Listed) {
  const key = ownerKey(String(id));
  const owner = await store.get(key);
  if (owner !== null) return owner === subject;
  if (typeof importName !== 'string' || typeof createdAt !== 'string') return false;
  const sent = await store.get(sentKey(subject, importName));
  if (sent === null || !(Date.parse(createdAt) >= Number(sent) - CLOCK_SKEW_MS)) return false;
  if ((await store.claim(key, subject, OWNER_SECONDS)) !== null) return false;
  await noteAnswered(store, subject, importName);
  return true;
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
