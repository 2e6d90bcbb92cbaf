/** A relay in front of a HubSpot that answers by hand, and what its calls come to. */
import assert from 'node:assert/strict';
import { createRelay, type RelayOptions } from '../../src/relay/index.js';
import { part, requestPart, upload } from './uploads.js';

export const HOST = 'https://app.example';
export const IMPORTS = `${HOST}/hubspot/crm/v3/imports/`;
export const CSV = 'Email\r\nada@example.com\r\n';
export const TOKEN = 'pat-eu1-secret';
export const UPLOAD = upload(requestPart(), part('files', CSV, 'people.csv'));

/** A call as HubSpot saw it. */
export interface Seen {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly body: string;
}
export type HubSpot = (seen: Seen) => Response | Promise<Response>;

/** A relay in front of a HubSpot that answers by hand. */
export function setUp(
  hubspot: HubSpot = () => Response.json({ id: '7' }),
  options: Partial<RelayOptions> = {},
) {
  const seen: Seen[] = [];
  const errors: unknown[] = [];
  const relay = createRelay({
    authorize: () => ({ subject: 'ada' }),
    credential: { accessToken: TOKEN },
    secret: 'a secret of at least thirty-two bytes',
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const { method, url, headers } = request;
      const call = { method, url, headers, body: await request.text() };
      seen.push(call);
      return hubspot(call);
    },
    onError: (error) => errors.push(error),
    ...options,
  });
  return { relay, seen, errors };
}

export type Relay = (request: Request) => Promise<Response>;

export async function ticket(relay: Relay, headers: Record<string, string> = {}): Promise<string> {
  const response = await relay(new Request(`${HOST}/hubspot/token`, { method: 'POST', headers }));
  assert.equal(response.status, 200);
  return ((await response.json()) as { access_token: string }).access_token;
}

export async function bearer(
  relay: Relay,
  headers: Record<string, string> = {},
): Promise<Record<string, string>> {
  return { ...headers, authorization: `Bearer ${await ticket(relay, headers)}` };
}

/** Status and reason of a refusal, which must have HubSpot's error shape. */
export async function refusal(response: Response): Promise<string> {
  assert.equal(response.headers.get('content-type'), 'application/json');
  const body = (await response.json()) as Record<string, string>;
  assert.equal(body.status, 'error');
  assert.ok(body.message && body.category);
  assert.match(body.correlationId ?? '', /^[\da-f-]{36}$/);
  return `${response.status} ${body.subCategory}`;
}
