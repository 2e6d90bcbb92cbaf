import * as z from 'zod/mini';
import type { Policy } from './policy.js';
import { Refusal } from './refusal.js';
import type { RelayStore } from './store.js';

// HubSpot shows an app every import of the app; these functions keep to each person the ones they started.

const OWNER_SECONDS = 90 * 24 * 60 * 60;
const SENT_SECONDS = 24 * 60 * 60;
// HubSpot's clock and ours may differ, and it may take its time to make an import of an upload that it has whole.
const EARLIER_MS = 2 * 60 * 1000;
const LATER_MS = 10 * 60 * 1000;

type Person = Pick<Policy, 'subject' | 'account'>;

const ownerKey = ({ account }: Person, importId: string) =>
  account === undefined ? `import ${importId}` : `import ${JSON.stringify([account, importId])}`;
const sentKey = ({ subject, account }: Person, name: string) =>
  `sent ${JSON.stringify([account ?? '', subject, name])}`;

/**
 * Notes that HubSpot is about to have the whole of an import of this name, so that it is found should its answer be lost.
 * Not before: who only says that they will send an import has no claim to one of that name.
 */
export async function noteSent(store: RelayStore, person: Person, name: string, now: Date): Promise<void> {
  await store.set(sentKey(person, name), String(now.getTime()), SENT_SECONDS);
}

/** Notes that nothing is open any more: the import of this name was refused, or its id is known. */
export async function noteAnswered(store: RelayStore, person: Person, name: string): Promise<void> {
  await store.delete(sentKey(person, name));
}

/** Gives an import to the person who started it. */
export async function noteStarted(store: RelayStore, person: Person, importId: string): Promise<void> {
  await store.set(ownerKey(person, importId), person.subject, OWNER_SECONDS);
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
  if ((await store.get(ownerKey(policy, importId))) === policy.subject) return;
  throw new Refusal(404, 'not-yours', 'No such import was started by you here.');
}

// Of the list itself only what is read here goes on: a total, or an address in `paging`, would speak of others' imports.
const listSchema = z.object({
  results: z.array(z.looseObject({ id: z.union([z.string(), z.number()]) })),
  paging: z.optional(z.object({ next: z.optional(z.object({ after: z.string() })) })),
});

/**
 * HubSpot's list of imports with only the person's own in it. One that nobody owns, has the name of an import whose
 * answer this person never got, and was made when it was sent, becomes theirs: a lost answer must not hide what it started.
 * A page may be empty and yet not be the last.
 *
 * @throws {Refusal} 502 `answer` when the body is no such list
 */
export async function ownImports(store: RelayStore, person: Person, body: string): Promise<string> {
  const read = listSchema.safeParse(parse(body));
  if (!read.success) throw new Refusal(502, 'answer', 'HubSpot answered with something else than a list.');
  const { results, paging } = read.data;
  const owners = await Promise.all(results.map(({ id }) => store.get(ownerKey(person, String(id)))));
  const own = [];
  for (const [at, entry] of results.entries()) {
    const owner = owners[at] ?? null;
    const isOwn = owner === null ? await adopt(store, person, entry) : owner === person.subject;
    if (isOwn) own.push(entry);
  }
  return JSON.stringify({ results: own, paging });
}

interface Listed {
  readonly id: string | number;
  readonly importName?: unknown;
  readonly createdAt?: unknown;
}

async function adopt(store: RelayStore, person: Person, { id, importName, createdAt }: Listed) {
  if (typeof importName !== 'string' || typeof createdAt !== 'string') return false;
  const sent = await store.get(sentKey(person, importName));
  if (sent === null) return false;
  const afterMs = Date.parse(createdAt) - Number(sent);
  if (!(afterMs >= -EARLIER_MS && afterMs <= LATER_MS)) return false;
  if ((await store.claim(ownerKey(person, String(id)), person.subject, OWNER_SECONDS)) !== null) return false;
  await noteAnswered(store, person, importName);
  return true;
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
