import * as z from 'zod/mini';
import { OAuthError, requestGrant, type Grant, type OAuthOptions } from './oauth-call.js';
import { createSeal, fingerprint } from './seal.js';
import type { RelayStore } from './store.js';

export { OAuthError, type OAuthOptions } from './oauth-call.js';

/** What a renewal works with. */
export interface RenewalSettings {
  /** HubSpot's API, without a slash at its end. */
  readonly baseUrl: string;
  /** Where instances share tokens, sealed with the client's secret, and take turns. */
  readonly store: RelayStore;
  readonly fetch: typeof globalThis.fetch;
  /** Told of a renewal that failed although the last token is still good. */
  readonly onError: (error: unknown) => void;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

// A sealed grant outlives its access token by far: it may hold the only refresh token that is still good.
const GRANT_SECONDS = 365 * 24 * 60 * 60;
/** Longer than a call for a token may take: a turn whose process died comes to its end. */
const TURN_SECONDS = 30;
/** How long a failure counts for all who want a token: HubSpot is not asked once for each. */
const REST_SECONDS = { refused: 60, unavailable: 2 } as const;
const WAIT_MS = 30_000;
const POLL_MS = 100;
const LEAST_LIFE_MS = 5_000;

const grantSchema = z.object({
  accessToken: z.string(),
  expiresAt: z.number(),
  renewAt: z.number(),
  refreshToken: z.string(),
});

/**
 * Gives access tokens, each renewed ahead of its end. However many requests wait, on however many instances, one asks HubSpot
 * while the others wait or go on with the last token: the turn is taken in the store, since a promise cannot be shared
 * between instances, nor between the requests of an edge runtime.
 *
 * @returns Rejects with `OAuthError`, or with the store's error.
 */
export function createRenewal(options: OAuthOptions, settings: RenewalSettings): () => Promise<string> {
  const seal = createSeal(options.clientSecret, 'hubspot-importer/relay oauth');
  const { store, now } = settings;
  let held: Grant | null = null;
  let fingerprinted: string | null = null;
  const name = async () => (fingerprinted ??= await fingerprint(options.clientId, options.refreshToken));

  async function readShared(): Promise<void> {
    const text = await store.get(`oauth ${await name()}`);
    const read = grantSchema.safeParse(text === null ? null : await seal.open(text));
    if (read.success && read.data.expiresAt >= (held?.expiresAt ?? 0)) held = read.data;
  }

  /** Asks HubSpot; the turn is this caller's. */
  async function renew(turn: string): Promise<string> {
    try {
      // Another may have been through between the reading and the turn.
      await readShared();
      if (held !== null && isFresh(held, now())) {
        await store.delete(turn);
        return held.accessToken;
      }
      const before = held?.refreshToken ?? options.refreshToken;
      const grant = await requestGrant(options, before, settings);
      held = grant;
      await keep(grant, before);
      await store.delete(turn).catch(settings.onError);
      return grant.accessToken;
    } catch (error) {
      const reason = error instanceof OAuthError ? error.reason : 'unavailable';
      await store.set(turn, reason, REST_SECONDS[reason]).catch(settings.onError);
      throw error;
    }
  }

  /** What is in hand is good, whatever fails here. */
  async function keep(grant: Grant, before: string): Promise<void> {
    try {
      await store.set(`oauth ${await name()}`, await seal.close({ ...grant }), GRANT_SECONDS);
    } catch (error) {
      settings.onError(error);
    }
    if (grant.refreshToken === before) return;
    try {
      await options.onRefreshToken?.(grant.refreshToken);
    } catch (error) {
      settings.onError(error);
    }
  }

  async function obtain(): Promise<string> {
    const turn = `oauth turn ${await name()}`;
    const deadline = now() + WAIT_MS;
    for (;;) {
      await readShared();
      if (held !== null && isFresh(held, now())) return held.accessToken;
      const other = await store.claim(turn, 'taken', TURN_SECONDS);
      if (other === null) return renew(turn);
      if (held !== null && isUsable(held, now())) return held.accessToken;
      if (other === 'refused')
        throw new OAuthError('refused', 'HubSpot refused the refresh token a moment ago.');
      if (other !== 'taken' || now() > deadline) {
        throw new OAuthError('unavailable', 'HubSpot gave no token a moment ago.');
      }
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  }

  return async () => {
    if (held !== null && isFresh(held, now())) return held.accessToken;
    try {
      return await obtain();
    } catch (error) {
      if (held === null || !isUsable(held, now())) throw error;
      settings.onError(error);
      return held.accessToken;
    }
  };
}

const isFresh = ({ renewAt }: Grant, now: number): boolean => now < renewAt;
const isUsable = ({ expiresAt }: Grant, now: number): boolean => now < expiresAt - LEAST_LIFE_MS;
