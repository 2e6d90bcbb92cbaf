/** What can go wrong on the way, call by call. */
import type { Call, Fault, Happening } from './fault-proxy.js';
import type { Side } from './faulty-site.js';

export interface FaultCase {
  readonly side: Side;
  readonly call: Call;
  readonly what: string;
  readonly times: number;
  readonly happening: Happening;
  /** What goes wrong as well, so that the call is made at all. */
  readonly also?: readonly Fault[];
}

const HTML = '<!doctype html><title>Sign in</title><h1>Sign in</h1>';
const asHtml = { 'content-type': 'text/html' };
const MB = 1024 * 1024;

/** Well-formed, and far more than HubSpot ever sends. */
let huge: Buffer | undefined;
const hugeJson = (): Buffer =>
  (huge ??= Buffer.from(`{"id":"7","state":"DONE","results":[${'"x",'.repeat(9 * MB)}"x"]}`));

const always = Infinity;
const refusal = (category: string, more: object = {}): string =>
  JSON.stringify({ status: 'error', message: category.toLowerCase(), category, correlationId: 'c', ...more });

const dropped = (drops: Extract<Happening, { drops: string }>['drops']) =>
  ({ what: `connection drops ${drops}`, happening: { drops } }) as const;
const instead = (what: string, status: number, body: string, more: object = {}) =>
  ({ what, happening: { status, body, ...more } }) as const;

const NEVER = { what: 'no answer, ever', happening: { answers: 'never' } } as const;
const LATE = { what: 'half of the answer comes 20 s late', happening: { answers: 'late' } } as const;
const HTML_502 = instead('502 with a page of HTML', 502, HTML, { headers: asHtml });
const HTML_200 = instead('200 with a page of HTML', 200, HTML, { headers: asHtml });
const OTHER_JSON = instead('200 with other JSON', 200, '{"ok":[]}');
const HALF_JSON = instead('200 with half of the JSON', 200, '{"id":"7","sta');
const HUGE = {
  what: '200 with 36 MB of JSON',
  get happening() {
    return { status: 200, body: hugeJson() };
  },
};
const BUSY = instead(
  '429, too many calls',
  429,
  refusal('RATE_LIMITS', { policyName: 'TEN_SECONDLY_ROLLING' }),
);
const DAILY = instead('429, the day’s limit', 429, refusal('RATE_LIMITS', { policyName: 'DAILY' }));
const DOWN = instead('503', 503, refusal('UNAVAILABLE'));
const LOCKED = instead('423', 423, refusal('LOCKED'));
const MOVING = instead('477, the account is moving', 477, refusal('MIGRATION'), {
  headers: { 'retry-after': '300' },
});
const UNAUTHORIZED = instead('401', 401, refusal('INVALID_AUTHENTICATION'));
const FORBIDDEN = instead('403', 403, refusal('MISSING_SCOPES'));
const through = <T extends { readonly what: string; readonly happening: object }>(one: T) => ({
  what: `${one.what}, of an import that began`,
  happening: { ...one.happening, goesThrough: true } as Happening,
});

interface Bare {
  readonly what: string;
  readonly happening: Happening;
}
const on = (side: Side, call: Call, times: number, all: readonly Bare[]): readonly FaultCase[] =>
  all.map(({ what, happening }) => ({ side, call, what, times, happening }));

const PAGE: Side = 'page and backend';
const HUBSPOT: Side = 'backend and HubSpot';
const DROPS = (
  ['before the headers', 'in the upload', 'before the answer', 'in the head', 'in the answer'] as const
).map(dropped);
const READ_DROPS = DROPS.filter(({ happening: { drops } }) => drops !== 'in the upload');
const LOST: readonly Fault[] = [{ call: 'start', happening: { drops: 'in the answer' }, times: 1 }];

export const FAULT_CASES: readonly FaultCase[] = [
  ...on(PAGE, 'token', 1, [dropped('before the headers'), dropped('in the answer'), DOWN, LATE, HUGE]),
  ...on(PAGE, 'token', always, [dropped('before the headers'), FORBIDDEN, HTML_200, OTHER_JSON]),
  ...on(PAGE, 'definitions', 1, [dropped('in the answer'), LATE, BUSY, HUGE]),
  ...on(PAGE, 'definitions', always, [dropped('before the headers'), HTML_502, OTHER_JSON, FORBIDDEN, NEVER]),
  ...on(PAGE, 'start', 1, [...DROPS, LATE, NEVER, UNAUTHORIZED, BUSY]),
  ...on(PAGE, 'start', always, [
    ...DROPS.slice(0, 2),
    UNAUTHORIZED,
    FORBIDDEN,
    instead('413', 413, ''),
    DAILY,
    LOCKED,
    MOVING,
    DOWN,
    HTML_502,
    HTML_200,
  ]),
  ...on(PAGE, 'start', 1, [HTML_200, HTML_502, OTHER_JSON, HALF_JSON, HUGE].map(through)),
  ...on(PAGE, 'list', 1, [dropped('before the answer'), LATE]).map((one) => ({ ...one, also: LOST })),
  ...on(PAGE, 'list', always, [dropped('in the answer'), HTML_502, OTHER_JSON, NEVER]).map((one) => ({
    ...one,
    also: LOST,
  })),
  ...on(PAGE, 'read', 1, [...READ_DROPS, LATE, NEVER, UNAUTHORIZED, HTML_502, HUGE]),
  ...on(PAGE, 'read', always, [dropped('before the answer'), HTML_200, OTHER_JSON, DOWN]),
  ...on(PAGE, 'errors', 1, [dropped('in the answer'), LATE, DOWN]),
  ...on(PAGE, 'more errors', 1, [dropped('in the answer'), NEVER, HUGE]),
  ...on(PAGE, 'more errors', always, [dropped('in the answer'), HTML_200, OTHER_JSON]),
  ...on(PAGE, 'cancel', 1, [dropped('before the headers'), dropped('before the answer'), DOWN]),
  ...on(PAGE, 'cancel', always, [FORBIDDEN]),
  ...on(HUBSPOT, 'start', 1, [...DROPS, HTML_502, through(HTML_200), through(HALF_JSON), NEVER]),
  ...on(HUBSPOT, 'definitions', 1, [dropped('in the answer'), HTML_200]),
  ...on(HUBSPOT, 'list', 1, [dropped('in the answer'), HUGE]).map((one) => ({ ...one, also: LOST })),
  ...on(HUBSPOT, 'read', 1, [dropped('before the answer'), dropped('in the answer'), HTML_200]),
  ...on(HUBSPOT, 'more errors', 1, [dropped('in the answer')]),
  ...on(HUBSPOT, 'cancel', 1, [dropped('before the answer')]),
];
