import { type ClientOptions, createClient, type HubSpotClient } from '../client/hubspot.js';
import type { FileDesk } from '../worker/protocol.js';
import { removeWritten } from '../worker/private-file.js';
import { startFileDesk } from '../worker/start.js';

/** What runs need and share: the worker, and HubSpot through the backend. Each is opened when it is first wanted. */
export interface Resources {
  desk(): FileDesk;
  /** Ends the worker; the next `desk` starts another. */
  closeDesk(): void;
  /** Remembers a corrected copy that a person saves, and removes the one before. Null for none; the person's own file is never touched. */
  keepCopy(copy: Blob | null): void;
  /** One client, and so one token, for as long as the page's settings stay the same. */
  client(): HubSpotClient;
}

export function createResources(options: () => ClientOptions, workerUrl: () => string | null): Resources {
  let desk: FileDesk | null = null;
  let known: { readonly options: ClientOptions; readonly client: HubSpotClient } | null = null;
  let kept: Blob | null = null;
  const keepCopy = (copy: Blob | null): void => {
    if (kept !== null) void removeWritten(kept);
    kept = copy;
  };
  return {
    keepCopy,
    desk() {
      desk ??= startFileDesk(workerUrl());
      return desk;
    },
    closeDesk() {
      keepCopy(null);
      desk?.close();
      desk = null;
    },
    client() {
      const wanted = options();
      if (known === null || !isSame(known.options, wanted)) {
        known = { options: wanted, client: createClient(wanted) };
      }
      return known.client;
    },
  };
}

const isSame = (a: ClientOptions, b: ClientOptions): boolean =>
  (Object.keys(b) as (keyof ClientOptions)[]).every((key) => a[key] === b[key]);
