/** When a call that failed may be made again. Nothing here waits. */
import { ImporterError } from '../core/errors.js';

/** `short` for what can be done without: a person is waiting for the next screen. */
export type Patience = 'long' | 'short';

/** Waits before a call is made again, in milliseconds; as many tries as there are waits, and one. */
export const RETRY_WAITS_MS: Readonly<Record<Patience, readonly number[]>> = {
  long: [500, 1500, 4000, 10_000, 20_000, 30_000],
  short: [300],
};

/** The longest wait that a server may ask for, in milliseconds; of a longer one the person is told instead. */
const LONGEST_TOLD_MS: Readonly<Record<Patience, number>> = { long: 600_000, short: 10_000 };

/** A burst is counted over ten seconds (usage guidelines); HubSpot's own client waits for so long, in milliseconds. */
const BURST_MS = 10_000;

/** How often an answer that is no page and does not fit is asked for again: one that breaks off in its head reads as an empty one. */
const CUT_ANSWERS = 2;

/** 423 asks for two seconds at least (error handling guide). */
const LOCKED_MS = 2000;

/**
 * How long to wait before a call is made again, in milliseconds; null when that cannot help, or has not helped.
 *
 * @param attempt how often it has been made again already
 * @param chance from 0 to 1: waits are spread, so that many pages do not ask as one
 */
export function retryWaitMs(
  error: unknown,
  attempt: number,
  patience: Patience,
  chance: number,
): number | null {
  const waitMs = RETRY_WAITS_MS[patience][attempt];
  if (waitMs === undefined || !(error instanceof ImporterError)) return null;
  const needed = neededMs(error, attempt);
  if (needed === null || needed > LONGEST_TOLD_MS[patience]) return null;
  return Math.max(waitMs * (0.75 + chance / 2), needed * (1 + chance / 10));
}

/** What must be waited at least; null when waiting cannot help. */
function neededMs(error: ImporterError, attempt: number): number | null {
  switch (error.code) {
    case 'network':
    case 'timeout':
      return 0;
    case 'token-refused': {
      const { status } = (error as ImporterError<'token-refused'>).detail;
      return status === 429 || status >= 500 ? 0 : null;
    }
    case 'server-failed': {
      const { status, retryAfterMs } = (error as ImporterError<'server-failed'>).detail;
      return retryAfterMs ?? (status === 423 ? LOCKED_MS : 0);
    }
    case 'rate-limited': {
      const { policy, retryAfterMs } = (error as ImporterError<'rate-limited'>).detail;
      if (policy === 'DAILY') return null; // until midnight where the account is
      return retryAfterMs ?? (policy === 'TEN_SECONDLY_ROLLING' ? BURST_MS : 0);
    }
    case 'response-unexpected': {
      const { status, contentType } = (error as ImporterError<'response-unexpected'>).detail;
      const isPage = contentType?.includes('html') === true;
      return status < 400 && !isPage && attempt < CUT_ANSWERS ? 0 : null;
    }
    default:
      return null;
  }
}
