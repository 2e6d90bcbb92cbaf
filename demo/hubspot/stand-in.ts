import { randomUUID } from 'node:crypto';
import { answerRefusal, json, invalid, notFound, page, Refusal, unauthenticated } from './answers.js';
import { answerDefinitions } from './definitions.js';
import { createFaults, type Faults } from './faults.js';
import { type ImportAnswer, toAnswer, toCancelAnswer, toErrorPage } from './import-answers.js';
import { readImportRequest } from './import-request.js';
import { createImportQueue, type ImportQueue, type Pace } from './imports.js';
import { createObjects, findObject } from './objects.js';
import { createRecordStore, type RecordStore, type StoredRecord } from './records.js';
import { findRoute, type Route } from './routes.js';
import type { Import } from './run.js';
import { drain, readUpload, type UploadLimits } from './upload.js';

export interface StandInOptions {
  /** Bearer tokens that are taken; each is an app of its own and sees its own imports only. Default `['local-token']`. */
  readonly tokens?: readonly string[];
  /** The account's clock, in milliseconds since 1970. */
  readonly now?: () => number;
  /** Default: one second a state, 2,000 rows a second. `INSTANT` for tests. */
  readonly pace?: Pace;
  /** Records to begin with, by object type id or name. */
  readonly seed?: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>;
  /** Generated contact properties on top of the usual ones. Default 0. */
  readonly extraProperties?: number;
  /** Default: HubSpot's, 512 MB and 1,048,576 rows a file (imports guide). */
  readonly limits?: Partial<UploadLimits>;
  /** Waits, for slow answers. Default: a timer. */
  readonly wait?: (ms: number) => Promise<void>;
}

/** A local HubSpot: answers its import API and the definitions an import needs, keeps records in memory. */
export interface StandIn {
  handle(request: Request): Promise<Response>;
  /** The records of an object type as they are now, oldest first; by id or name. */
  records(objectType: string): readonly StoredRecord[];
  /** Every app's imports as they are now, newest first. */
  imports(): readonly ImportAnswer[];
  readonly faults: Faults;
  /** Back to the beginning: the seed's records, no imports, no faults. */
  reset(): void;
}

const LIMITS: UploadLimits = { bytes: 512 * 1024 * 1024, rows: 1_048_576 };
const PACE: Pace = { stateMs: 1000, rowsPerSecond: 2000 };

export function createStandIn(options: StandInOptions = {}): StandIn {
  const { tokens = ['local-token'], now = Date.now, pace = PACE, seed = {} } = options;
  const limits = { ...LIMITS, ...options.limits };
  const objects = createObjects(options.extraProperties ?? 0);
  const faults = createFaults(options.wait ?? ((ms) => new Promise((resolve) => setTimeout(resolve, ms))));
  let account = openAccount();

  function openAccount(): { readonly store: RecordStore; readonly queue: ImportQueue } {
    const store = createRecordStore();
    for (const [name, records] of Object.entries(seed)) {
      const object = findObject(objects, name);
      if (object === undefined) throw new Error(`No object type ${name} to seed`);
      for (const values of records) store.create(object, values, new Date(now()).toISOString());
    }
    return { store, queue: createImportQueue(store, objects, pace) };
  }

  async function answer(
    request: Request,
    route: Route,
    query: URLSearchParams,
    token: string,
  ): Promise<Response> {
    const { queue } = account;
    switch (route.kind) {
      case 'start': {
        const upload = await readUpload(request, limits);
        const wanted = readImportRequest(upload.requestText, upload.files);
        return json(toAnswer(queue.start(wanted, upload.files, token, now())));
      }
      case 'list': {
        queue.settle(now());
        const own = queue.list().filter((entry) => entry.token === token);
        const shown = page(own, query, 10);
        return json({ ...shown, results: shown.results.map(toAnswer) });
      }
      case 'read':
        return json(toAnswer(settled(route.importId, token)));
      case 'errors':
        return json(toErrorPage(settled(route.importId, token), query));
      case 'cancel': {
        const entry = settled(route.importId, token);
        // What HubSpot answers for an import that is over is not documented (inferred).
        if (isOver(entry)) throw invalid(`Import ${entry.id} cannot be canceled in state ${entry.state}`);
        queue.cancel(entry, now());
        return json(toCancelAnswer(now()));
      }
      case 'definitions':
        return answerDefinitions(route.call, query, objects);
    }
  }

  function settled(importId: string, token: string): Import {
    account.queue.settle(now());
    const found = account.queue.list().find((entry) => entry.id === importId && entry.token === token);
    if (found === undefined) throw notFound(`No import with id ${importId}`);
    return found;
  }

  async function handle(request: Request): Promise<Response> {
    const correlationId = randomUUID();
    const url = new URL(request.url);
    try {
      const token = /^Bearer (.+)$/.exec(request.headers.get('authorization') ?? '')?.[1];
      if (token === undefined || !tokens.includes(token)) throw unauthenticated();
      const route = findRoute(request.method, url.pathname);
      const kind =
        route.kind === 'list' || route.kind === 'read' || route.kind === 'cancel' ? 'follow' : route.kind;
      return await faults.around({ request, kind, correlationId }, () =>
        answer(request, route, url.searchParams, token),
      );
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (!request.bodyUsed) await drain(request);
      return answerRefusal(error, correlationId);
    }
  }

  return {
    handle,
    records(objectType) {
      account.queue.settle(now());
      return account.store.list(findObject(objects, objectType)?.id ?? objectType);
    },
    imports() {
      account.queue.settle(now());
      return account.queue.list().map(toAnswer);
    },
    faults: { set: faults.set, clear: faults.clear, active: faults.active },
    reset() {
      faults.clear();
      account = openAccount();
    },
  };
}

const isOver = ({ state }: Import): boolean => state === 'DONE' || state === 'FAILED' || state === 'CANCELED';
