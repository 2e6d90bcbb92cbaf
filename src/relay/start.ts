import { checkAssociations } from './association.js';
import type { Call } from './calls.js';
import { checkImportRequest } from './check-request.js';
import { holdAnswer } from './hubspot-answer.js';
import { openUpload } from './multipart.js';
import { idempotencyKey, once } from './once.js';
import type { Relay } from './options.js';
import { noteAnswered, noteSent, noteStarted, startedId } from './ownership.js';
import { fileBytes, type Policy } from './policy.js';
import { Refusal, type Answer } from './refusal.js';
import { startImport, type Shipment } from './shipment.js';
import { callHubSpot } from './upstream.js';

// Part headers and boundaries, generously.
const BYTES_BESIDE_A_FILE = 16 * 1024;
const WAIT_FOR_FIRST_MS = 60_000;

/**
 * Starts an import: checks it against the policy, then sends it, once for each `Idempotency-Key`.
 *
 * @throws {Refusal} only when nothing can have started
 */
export function start(relay: Relay, call: Call, policy: Policy, request: Request): Promise<Answer> {
  const attempt = {
    store: relay.store,
    subject: policy.subject,
    key: idempotencyKey(request),
    waitMs: Math.min(relay.upstream.timeoutMs || WAIT_FOR_FIRST_MS, WAIT_FOR_FIRST_MS),
    left: request.signal,
    onStoreError: relay.report,
  };
  const work = once(attempt, () => send(relay, call, policy, request));
  relay.waitUntil?.(work.catch(() => undefined));
  return work;
}

async function send(relay: Relay, call: Call, policy: Policy, request: Request): Promise<Answer> {
  const { store, upstream, lingerMs } = relay;
  const upload = await openUpload(request, { timeoutMs: upstream.timeoutMs, lingerMs });
  try {
    const permit = checkImportRequest(upload.importRequest, policy);
    const { name } = permit.request;
    const shipment: Shipment = {
      upload,
      request: permit.request,
      fileNames: permit.fileNames,
      maxBytes: fileBytes(policy),
      contentLength: contentLength(request),
      beforeLast: () => noteSent(store, policy, name, new Date()).catch(storeFailed),
      onLost: relay.report,
    };
    checkLength(shipment);
    await checkAssociations(permit.associations, policy, (from, to) =>
      readLabels(relay, call, policy, [from, to], request.signal),
    );
    const sent = await startImport(call, shipment, policy, upstream, request.signal);
    await settle(relay, policy, name, sent);
    return sent;
  } finally {
    await upload.cancel(lingerMs);
  }
}

/** Association types from one object type to another, in the version that the import is sent in. */
async function readLabels(
  { upstream }: Relay,
  { path }: Call,
  policy: Policy,
  [from, to]: readonly [string, string],
  left: AbortSignal,
): Promise<Answer> {
  const date = /20\d\d-\d\d/.exec(path)?.[0];
  const associations = date === undefined ? '/crm/v4/associations' : `/crm/associations/${date}`;
  const call = { method: 'GET', path: `${associations}/${from}/${to}/labels`, query: '' } as const;
  return holdAnswer(await callHubSpot(call, policy, upstream, left));
}

/** Notes what came of an import. It has been sent, so a store that fails must not make it look as if it had not. */
async function settle({ store, report }: Relay, policy: Policy, name: string, sent: Answer): Promise<void> {
  try {
    const id = sent.status < 300 ? startedId(sent.body) : null;
    if (id !== null) await noteStarted(store, policy, id);
    if (id !== null || (sent.status >= 400 && sent.status < 500)) await noteAnswered(store, policy, name);
  } catch (error) {
    report(error);
  }
}

function storeFailed(cause: unknown): never {
  throw new Refusal(500, 'failed', 'The backend failed before anything was started.', { cause });
}

function contentLength(request: Request): number | null {
  const header = request.headers.get('content-length');
  return header !== null && /^\d{1,15}$/.test(header) ? Number(header) : null;
}

/** Refuses at once an upload that says itself that it is too long. */
function checkLength({ contentLength: length, upload, fileNames, maxBytes }: Shipment): void {
  const most = fileNames.length * (maxBytes + BYTES_BESIDE_A_FILE);
  if (length !== null && length - upload.headBytes > most) {
    throw new Refusal(413, 'file-size', `A file may have at most ${maxBytes} bytes.`);
  }
}
