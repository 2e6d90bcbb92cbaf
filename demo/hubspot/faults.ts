import { drain } from './upload.js';
import { answerRefusal, invalid, oversize, Refusal } from './answers.js';

/**
 * Which calls a fault is for: all of them, the POST that starts an import, those that follow it, error pages, every one of these,
 * definitions that are read, or definitions that are written.
 */
type Calls = 'all' | 'start' | 'follow' | 'errors' | 'imports' | 'definitions' | 'define';

/** What can be made to go wrong, with a title for a switch. */
export const FAULTS = {
  'token-expired': { calls: 'all', title: '401: the token has expired' },
  'scope-missing': { calls: 'start', title: '403: the crm.import scope is missing' },
  'definitions-forbidden': {
    calls: 'definitions',
    title: '403: no scope for properties, owners and schemas',
  },
  'define-forbidden': { calls: 'define', title: '403: no scope to create or change properties' },
  'rate-burst': { calls: 'all', title: '429: too many calls in ten seconds' },
  'rate-daily': { calls: 'all', title: '429: daily limit reached' },
  oversize: { calls: 'start', title: '429: the file is over a limit' },
  validation: { calls: 'start', title: '400: the request is refused' },
  locked: { calls: 'all', title: '423: locked' },
  moving: { calls: 'all', title: '477: the account is moving' },
  'failed-before': { calls: 'start', title: '500: before anything was started' },
  'answer-lost': { calls: 'start', title: '500: after the import was started' },
  'start-unanswered': { calls: 'start', title: 'No answer: after the import was started' },
  unavailable: { calls: 'follow', title: '503: while an import is followed' },
  'errors-broken': { calls: 'errors', title: '500: the page of errors cannot be read' },
  'import-fails': { calls: 'start', title: 'FAILED: the import breaks off half-way' },
  'state-unknown': { calls: 'follow', title: 'A state that HubSpot added later: PAUSED' },
  'counters-unknown': { calls: 'imports', title: 'Counters that HubSpot added later' },
  'fields-unknown': { calls: 'imports', title: 'Fields that HubSpot added later' },
  'error-types-unknown': { calls: 'errors', title: 'Error types that HubSpot added later' },
  slow: { calls: 'all', title: 'Every answer takes three seconds' },
  unanswered: { calls: 'all', title: 'No answer, ever' },
  html: { calls: 'all', title: 'A page of HTML in place of JSON' },
} as const satisfies Record<string, { readonly calls: Calls; readonly title: string }>;

export type FaultName = keyof typeof FAULTS;

/** The switches of the stand-in's faults. */
export interface Faults {
  /** @param times how many calls it meets before it goes away by itself; without it, until it is cleared */
  set(name: FaultName, times?: number): void;
  /** Without a name, all of them. */
  clear(name?: FaultName): void;
  active(): readonly FaultName[];
}

/** A call as far as faults tell calls apart. */
export interface FaultyCall {
  readonly request: Request;
  readonly kind: 'start' | 'follow' | 'errors' | 'definitions' | 'define';
  readonly correlationId: string;
}

/** The switches, and what they do to a call. */
export interface FaultSwitch extends Faults {
  /** Answers in place of the real thing, waits, or goes on to it with the faults that change what it does. */
  around(call: FaultyCall, go: (faults: readonly FaultName[]) => Promise<Response>): Promise<Response>;
}

const SLOW_MS = 3000;

/** @param wait waits that many milliseconds; the host's timer, so that a test needs none */
export function createFaults(wait: (ms: number) => Promise<void>): FaultSwitch {
  const left = new Map<FaultName, number>();

  const meets = ({ kind }: FaultyCall): FaultName[] => {
    const names = [...left.keys()].filter((name) => {
      const { calls } = FAULTS[name];
      if (calls === 'imports') return kind === 'start' || kind === 'follow' || kind === 'errors';
      return calls === 'all' || calls === kind || (calls === 'follow' && kind === 'errors');
    });
    for (const name of names) {
      const times = (left.get(name) ?? 0) - 1;
      if (times <= 0) left.delete(name);
      else left.set(name, times);
    }
    return names;
  };

  return {
    set: (name, times = Infinity) => void left.set(name, times),
    clear: (name) => (name === undefined ? left.clear() : void left.delete(name)),
    active: () => [...left.keys()],
    async around(call, go) {
      const names = meets(call);
      if (names.includes('slow')) await wait(SLOW_MS);
      if (names.includes('unanswered')) return silence(call.request);
      const inPlace = names.map((name) => answerFor(name, call)).find((answer) => answer !== null);
      if (inPlace !== undefined) {
        await drain(call.request);
        return inPlace;
      }
      const answer = await go(names);
      if (names.includes('start-unanswered')) return silence(call.request);
      if (names.includes('answer-lost')) return answerRefusal(internalError(), call.correlationId);
      return answer;
    },
  };
}

/** Never answers; ends when the caller hangs up. */
const silence = (request: Request): Promise<Response> =>
  new Promise((_resolve, reject) => {
    const hangUp = (): void => reject(request.signal.reason);
    if (request.signal.aborted) hangUp();
    else request.signal.addEventListener('abort', hangUp, { once: true });
  });

/** null for faults that are no answer of their own. */
function answerFor(name: FaultName, { correlationId }: FaultyCall): Response | null {
  if (name === 'html') {
    const page = '<!doctype html><title>502 Bad Gateway</title><h1>502 Bad Gateway</h1>';
    return new Response(page, { status: 502, headers: { 'content-type': 'text/html' } });
  }
  const refusal = refusalFor(name);
  return refusal === null ? null : answerRefusal(refusal, correlationId);
}

/** Bodies as HubSpot documents them, or as callers have quoted them. */
function refusalFor(name: FaultName): Refusal | null {
  switch (name) {
    case 'token-expired':
      return new Refusal(401, 'The OAuth token used to make this call expired 2 minute(s) ago.', {
        category: 'EXPIRED_AUTHENTICATION',
        context: { 'expire time': ['2026-11-01T09:00:00.000Z'] },
      });
    case 'scope-missing':
      return missingScopes(['crm.import']);
    case 'definitions-forbidden':
      return missingScopes(['crm.schemas.contacts.read', 'crm.objects.owners.read']);
    case 'define-forbidden':
      return missingScopes(['crm.schemas.contacts.write']);
    case 'rate-burst':
      return throttled('You have reached your ten_secondly_rolling limit.', 'TEN_SECONDLY_ROLLING');
    case 'rate-daily':
      return throttled('You have reached your daily limit.', 'DAILY');
    case 'oversize':
      return oversize('The file exceeds the limit of 1048576 rows');
    case 'validation':
      return invalid('Invalid import request: columnMappings must cover every column');
    case 'locked':
      return new Refusal(423, 'The resource is locked. Wait at least two seconds and try again.', {
        category: 'LOCKED',
      });
    case 'moving':
      return new Refusal(
        477,
        'The account is being moved to another data centre.',
        {},
        { 'retry-after': '600' },
      );
    case 'failed-before':
    case 'errors-broken':
      return internalError();
    case 'unavailable':
      return new Refusal(503, 'Service temporarily unavailable', {});
    default:
      return null;
  }
}

const internalError = (): Refusal => new Refusal(500, 'internal error', {});

const missingScopes = (scopes: readonly string[]): Refusal =>
  new Refusal(403, "This app hasn't been granted all required scopes to make this call.", {
    category: 'MISSING_SCOPES',
    errors: [
      {
        message: 'One or more of the following scopes are required.',
        context: { requiredGranularScopes: scopes },
      },
    ],
  });

/** The burst counts ten seconds (usage guidelines); `Retry-After` is not documented for it, so there is none. */
const throttled = (message: string, policyName: string): Refusal =>
  new Refusal(
    429,
    message,
    {
      category: 'RATE_LIMITS',
      errorType: 'RATE_LIMIT',
      policyName,
      requestId: 'a43683b0-5717-4ceb-80b4-104d02915d8c',
    },
    {
      'x-hubspot-ratelimit-max': '190',
      'x-hubspot-ratelimit-remaining': '0',
      'x-hubspot-ratelimit-interval-milliseconds': '10000',
    },
  );
