import { type Allowances, allowancesOf } from '../core/account.js';
import { TokenAnswer } from '../core/answers.js';
import { ImporterError } from '../core/errors.js';
import { abortError, type HttpOptions, readAnswer, send } from './http.js';

/** Where calls go and what they carry. `token` is null when cookies or a proxy authenticate. */
export interface Access {
  readonly token: string | null;
  /** Base address without a trailing slash. */
  readonly endpoint: string;
  readonly allowances: Allowances;
}

export interface TokenSource {
  /** Where calls go, as far as it is known without asking for a token; null when nothing is configured. */
  readonly endpoint: string | null;
  /** The token in hand, or a new one shortly before it expires. One request at a time, however many ask. */
  access(signal?: AbortSignal): Promise<Access>;
  /** Forgets a token that was refused, so that the next `access` asks for a new one; if it has not been renewed already. */
  renew(refused: Access): void;
}

/** A token is renewed when less than this is left of it, in milliseconds. */
const MARGIN_MS = 30_000;

/**
 * Asks the page's token endpoint and keeps the token in memory until it expires.
 *
 * @param tokenEndpoint absolute address, or null when none is set
 * @param endpoint absolute base address, or null: then the token answer's, else the token endpoint's folder
 * @throws {ImporterError} from `access`: `token-endpoint-missing`, `token-refused`, `network`, `timeout`, `response-unexpected`
 */
export function createTokenSource(
  tokenEndpoint: string | null,
  endpoint: string | null,
  options: HttpOptions,
): TokenSource {
  let current: { readonly access: Access; readonly renewAt: number } | null = null;
  let pending: Promise<Access> | null = null;

  const ask = async (url: string): Promise<Access> => {
    const response = await send({ url, method: 'POST' }, options);
    if (!response.ok) throw new ImporterError('token-refused', { status: response.status });
    const answer = await readAnswer(response, TokenAnswer);
    const base =
      endpoint ??
      (answer.endpoint === undefined ? new URL('.', url).href : new URL(answer.endpoint, url).href);
    const access = {
      token: answer.access_token,
      endpoint: withoutSlash(base),
      allowances: allowancesOf(answer.scope),
    };
    const lifeMs = answer.expires_in * 1000;
    current = { access, renewAt: Date.now() + Math.max(lifeMs - MARGIN_MS, lifeMs / 2) };
    return access;
  };

  return {
    get endpoint() {
      const folder = tokenEndpoint === null ? null : new URL('.', tokenEndpoint).href;
      const base = endpoint ?? current?.access.endpoint ?? folder;
      return base === null ? null : withoutSlash(base);
    },
    async access(signal) {
      if (tokenEndpoint === null) {
        if (endpoint === null) throw new ImporterError('token-endpoint-missing', null);
        return { token: null, endpoint: withoutSlash(endpoint), allowances: allowancesOf(undefined) };
      }
      if (current !== null && Date.now() < current.renewAt) return current.access;
      pending ??= ask(tokenEndpoint).finally(() => {
        pending = null;
      });
      return signal === undefined ? pending : unlessAborted(pending, signal);
    },
    renew(refused) {
      if (current?.access === refused) current = null;
    },
  };
}

/** Others may be waiting for the same answer, so the request itself goes on. */
function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(abortError());
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop);
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

const withoutSlash = (url: string): string => url.replace(/\/+$/, '');
