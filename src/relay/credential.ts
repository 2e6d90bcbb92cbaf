import { createRenewal, OAuthError, type OAuthOptions, type RenewalSettings } from './oauth.js';
import type { Policy } from './policy.js';
import { Refusal } from './refusal.js';

/**
 * A HubSpot access token, or what gives one: called for each request, so it may renew and cache as it likes.
 *
 * @param account The policy's `account`; undefined when it names none.
 */
export type AccessToken = string | ((subject: string, account?: string) => string | Promise<string>);

/**
 * What HubSpot is called with: a token that stays (service key, private app, static-auth app); a function, for hosts that
 * serve several HubSpot accounts or renew tokens themselves; or the refresh token of an OAuth app, which the relay renews.
 */
export type Credential = { readonly accessToken: AccessToken } | { readonly oauth: OAuthOptions };

/** Whose call it is. */
export type Person = Pick<Policy, 'subject' | 'account'>;

/**
 * Makes one function of any credential.
 *
 * @returns Rejects with a {Refusal} 502: `credential-refused` when a person must connect the app again, else `credential`
 * @throws {TypeError} for a credential that can never work, without repeating it
 */
export function accessTokenOf(
  credential: Credential,
  renewal: RenewalSettings,
): (person: Person) => Promise<string> {
  const give = giver(credential, renewal);
  return async ({ subject, account }) => {
    try {
      // Here, since a header that cannot be sent is repeated by `fetch` in its complaint.
      return checkToken(await give(subject, account));
    } catch (cause) {
      if (cause instanceof OAuthError && cause.reason === 'refused') {
        const message = 'HubSpot no longer accepts this backend: its app must be connected again.';
        throw new Refusal(502, 'credential-refused', message, { cause });
      }
      const message = 'The backend has no access to HubSpot at the moment.';
      throw new Refusal(502, 'credential', message, { cause });
    }
  };
}

function giver(credential: Credential, renewal: RenewalSettings): Exclude<AccessToken, string> {
  if ('oauth' in credential) {
    checkOAuth(credential.oauth);
    return createRenewal(credential.oauth, renewal);
  }
  const { accessToken } = credential;
  if (typeof accessToken === 'function') return accessToken;
  checkToken(accessToken);
  return () => accessToken;
}

function checkOAuth({ clientId, clientSecret, refreshToken, version }: OAuthOptions): void {
  for (const value of [clientId, clientSecret, refreshToken]) checkToken(value);
  if (version !== undefined && !/^(v3|20\d\d-\d\d)$/.test(version)) {
    throw new TypeError('createRelay: the version of the token path is v3 or a date such as 2026-03.');
  }
}

/** A variable of the environment that is missing, or a file's line break at the end, are found when the relay is set up. */
function checkToken(value: unknown): string {
  if (typeof value === 'string' && /^[\x21-\x7e]+$/.test(value)) return value;
  throw new TypeError('createRelay: a credential is missing, or has spaces or line breaks in it.');
}
