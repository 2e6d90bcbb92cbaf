import { type ClientOptions, createClient, type HubSpotClient } from '../client/hubspot.js';
import type { Waiting } from '../client/waiting.js';
import type { FileDesk } from '../worker/protocol.js';
import { startFileDesk } from '../worker/start.js';

/** What runs need and share: the worker, and HubSpot through the backend. Each is opened when it is first wanted. */
export interface Resources {
  desk(): FileDesk;
  /** Ends the worker; the next `desk` starts another. */
  closeDesk(): void;
  /** One client, and so one token, for as long as the page's settings stay the same. */
  client(): HubSpotClient;
}

/** @param onWaiting told of all calls that wait to be made again */
export function createResources(
  options: () => ClientOptions,
  workerUrl: () => string | null,
  onWaiting: (waiting: readonly Waiting[]) => void,
): Resources {
  let desk: FileDesk | null = null;
  let known: { readonly options: ClientOptions; readonly client: HubSpotClient } | null = null;
  return {
    desk() {
      desk ??= startFileDesk(workerUrl());
      return desk;
    },
    closeDesk() {
      desk?.close();
      desk = null;
    },
    client() {
      const wanted = options();
      if (known === null || !isSame(known.options, wanted)) {
        known = { options: wanted, client: createClient({ ...wanted, onWaiting }) };
      }
      return known.client;
    },
  };
}

const isSame = (a: ClientOptions, b: ClientOptions): boolean =>
  (Object.keys(b) as (keyof ClientOptions)[]).every((key) => a[key] === b[key]);
