import { expect } from '@open-wc/testing';
import { RETRY_WAITS_MS, retryWaitMs } from '../../src/client/retry.js';
import { type ErrorCode, type ErrorDetails, ImporterError } from '../../src/core/errors.js';

const rate = (policy: string | null, retryAfterMs: number | null = null): ImporterError =>
  new ImporterError('rate-limited', { policy, retryAfterMs });
const server = (status: number, retryAfterMs: number | null = null): ImporterError =>
  new ImporterError('server-failed', { status, correlationId: null, retryAfterMs });
const CUT = new ImporterError('response-unexpected', { status: 200, contentType: null });
const NETWORK = new ImporterError('network', null);

describe('The wait before a call is made again', () => {
  const FIRST: readonly (readonly [string, ImporterError, number | null, number | null])[] = [
    ['no answer', NETWORK, 500, 300],
    ['an answer that took too long', new ImporterError('timeout', { timeoutMs: 1 }), 500, 300],
    ['a server’s failure', server(502), 500, 300],
    ['a server’s failure that says when', server(503, 7000), 7000, 7000],
    ['423, which asks for two seconds', server(423), 2000, 2000],
    ['477 for ten minutes', server(477, 600_000), 600_000, null],
    ['477 for a day', server(477, 86_400_000), null, null],
    ['a token endpoint that fails', new ImporterError('token-refused', { status: 503 }), 500, 300],
    ['an answer that broke off in its head', CUT, 500, 300],
    ['too many calls', rate(null), 500, 300],
    ['too many calls in ten seconds', rate('TEN_SECONDLY_ROLLING'), 10_000, 10_000],
    ['too many calls, told when', rate('TEN_SECONDLY_ROLLING', 3000), 3000, 3000],
    ['too many calls for an hour', rate(null, 3_600_000), null, null],
    ['too many calls today', rate('DAILY'), null, null],
    ['too many calls today, told when', rate('DAILY', 1000), null, null],
  ];
  for (const [title, error, long, short] of FIRST) {
    it(`after ${title}`, () => {
      // Half a chance neither shortens nor lengthens what only grows; of what is told, none adds nothing.
      const told = (patience: 'long' | 'short'): (number | null)[] => [
        retryWaitMs(error, 0, patience, 0.5),
        retryWaitMs(error, 0, patience, 0),
      ];
      expect(told('long')).to.include(long);
      expect(told('short')).to.include(short);
    });
  }

  it('grows, and ends', () => {
    const waits = RETRY_WAITS_MS.long.map((_, attempt) => retryWaitMs(NETWORK, attempt, 'long', 0.5) ?? 0);
    expect(waits).to.deep.equal(waits.toSorted((a, b) => a - b));
    expect(retryWaitMs(NETWORK, RETRY_WAITS_MS.long.length, 'long', 0.5)).to.equal(null);
  });

  it('is soon over for answers that break off each time', () => {
    const waits = [0, 1, 2].map((attempt) => retryWaitMs(CUT, attempt, 'long', 0.5));
    expect(waits).to.deep.equal([500, 1500, null]);
  });

  it('is spread, never shorter than what was told', () => {
    const chances = [0, 0.3, 0.6, 1];
    const spread = (error: ImporterError): readonly (number | null)[] =>
      chances.map((chance) => retryWaitMs(error, 1, 'long', chance));
    expect(new Set(spread(NETWORK)).size).to.equal(chances.length);
    expect(new Set(spread(rate(null, 9000))).size).to.equal(chances.length);
    for (const waitMs of spread(rate(null, 9000))) expect(waitMs).to.be.within(9000, 9900);
  });

  const HOPELESS: readonly { [C in ErrorCode]: readonly [C, ErrorDetails[C]] }[ErrorCode][] = [
    ['import-too-large', { message: 'The file exceeds the limit of rows' }],
    ['import-rejected', { status: 400, message: null, category: null, correlationId: null }],
    ['import-unauthorized', { correlationId: null }],
    ['import-forbidden', { message: null, scopes: [], correlationId: null }],
    ['import-not-found', { correlationId: null }],
    ['response-unexpected', { status: 200, contentType: 'text/html' }],
    ['response-unexpected', { status: 404, contentType: null }],
    ['token-refused', { status: 401 }],
  ];
  for (const [code, detail] of HOPELESS) {
    it(`is never waited after ${code}`, () => {
      expect(retryWaitMs(new ImporterError(code, detail), 0, 'long', 0.5)).to.equal(null);
    });
  }

  it('is never waited after what is no error of ours', () => {
    expect(retryWaitMs(new TypeError('oops'), 0, 'long', 0.5)).to.equal(null);
  });
});
