import { randomUUID } from 'node:crypto';
import { MARKETING_EVENTS } from './account.js';
import { answerRefusal, invalid, json, notFound, page, Refusal, unauthenticated } from './answers.js';
import { answerDefine } from './define.js';
import { answerDefinitions } from './definitions.js';
import { createFaults, type FaultName, type Faults } from './faults.js';
import { type ImportAnswer, toAnswer, toCancelAnswer, toErrorPage, withUnknown } from './import-answers.js';
import { readImportRequest } from './import-request.js';
import { createImportQueue, type ImportQueue, type Pace } from './imports.js';
import { createObjects, findObject, type WritableObject } from './objects.js';
import { createRecordStore, type RecordStore, type StoredRecord } from './records.js';
import { findRoute, type Route, versionOf } from './routes.js';
import type { Import } from './import.js';
import { drain, readUpload, type UploadLimits } from './upload.js';
import { openWorkbook } from './workbook.js';

export interface StandInOptions {
  /** Bearer tokens that are taken; each is an app of its own and sees its own imports only. Default `['local-token']`. */
  readonly tokens?: readonly string[];
  /** The account's clock, in milliseconds since 1970. */
  readonly now?: () => number;
  /** Default: one second a state, 2,000 rows a second. `INSTANT` for tests. */
  readonly pace?: Pace;
  /** Records to begin with, by object type id or name; the account's marketing events are there in any case. */
  readonly seed?: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>;
  /** Generated contact properties on top of the usual ones. Default 0. */
  readonly extraProperties?: number;
  /** Ids of object types that are switched off in the account, of those that can be. Default none. */
  readonly switchedOff?: readonly string[];
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
  /**
   * Undoes an import that is DONE, as a person might in HubSpot: what it created is removed, what it changed is restored.
   *
   * @returns false when there is no such import, or it is not DONE
   */
  revert(importId: string): boolean;
  readonly faults: Faults;
  /** Back to the beginning: the seed's records, definitions as they were, no imports, no faults. */
  reset(): void;
}

const LIMITS: UploadLimits = { bytes: 512 * 1024 * 1024, rows: 1_048_576 };
const PACE: Pace = { stateMs: 1000, rowsPerSecond: 2000 };

interface Account {
  readonly objects: readonly WritableObject[];
  readonly store: RecordStore;
  readonly queue: ImportQueue;
}

/** A call that has been let in. */
interface Admitted {
  readonly request: Request;
  readonly route: Route;
  readonly url: URL;
  readonly token: string;
}

export function createStandIn(options: StandInOptions = {}): StandIn {
  const { tokens = ['local-token'], now = Date.now, pace = PACE, seed = {} } = options;
  const limits = { ...LIMITS, ...options.limits };
  const faults = createFaults(options.wait ?? ((ms) => new Promise((resolve) => setTimeout(resolve, ms))));
  let account = openAccount();

  function openAccount(): Account {
    const objects = createObjects(options.extraProperties ?? 0, options.switchedOff);
    const store = createRecordStore();
    const journal = store.openJournal();
    const at = new Date(now()).toISOString();
    for (const [name, records] of Object.entries({ marketing_events: MARKETING_EVENTS, ...seed })) {
      const object = findObject(objects, name);
      if (object === undefined) throw new Error(`No object type ${name} to seed`);
      for (const values of records) journal.create(object, values, at, values.hs_object_id);
    }
    return { objects, store, queue: createImportQueue({ store, objects }, pace) };
  }

  async function answer(call: Admitted, active: readonly FaultName[]): Promise<Response> {
    const { route, url, token } = call;
    const query = url.searchParams;
    const show = (entry: Import): unknown => withUnknown(toAnswer(entry), active);
    switch (route.kind) {
      case 'start':
        return json(show(await start(call, active)));
      case 'list': {
        const own = settled().filter((entry) => entry.token === token);
        const shown = page(own, query, 10);
        return json({ ...shown, results: shown.results.map(show) });
      }
      case 'read':
        return json(show(importOf(route.importId, token)));
      case 'errors':
        return json(toErrorPage(importOf(route.importId, token), query, versionOf(url.pathname), active));
      case 'cancel': {
        const entry = importOf(route.importId, token);
        // What HubSpot answers for an import that is over is not documented (inferred).
        if (isOver(entry)) throw invalid(`Import ${entry.id} cannot be canceled in state ${entry.state}`);
        account.queue.cancel(entry, now());
        return json(toCancelAnswer(now()));
      }
      case 'definitions':
        return answerDefinitions(route.call, query, account.objects);
      case 'define':
        return answerDefine(
          route.call,
          await call.request.text(),
          account.objects,
          new Date(now()).toISOString(),
        );
    }
  }

  async function start({ request, token }: Admitted, active: readonly FaultName[]): Promise<Import> {
    const upload = await readUpload(request, limits);
    const names = upload.files.map(({ name }) => name);
    const wanted = readImportRequest(upload.requestText, names);
    const files = await Promise.all(
      upload.files.map((file) => openWorkbook(file, wanted.dateFormat, limits)),
    );
    const breaks = active.includes('import-fails');
    return account.queue.start({ request: wanted, files, token, breaks }, now());
  }

  function settled(): readonly Import[] {
    account.queue.settle(now());
    return account.queue.list();
  }

  function importOf(importId: string, token: string): Import {
    const found = settled().find((entry) => entry.id === importId && entry.token === token);
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
      return await faults.around({ request, kind, correlationId }, (active) =>
        answer({ request, route, url, token }, active),
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
      settled();
      return account.store.list(findObject(account.objects, objectType)?.id ?? objectType);
    },
    imports: () => settled().map(toAnswer),
    revert(importId) {
      const entry = settled().find(({ id, state }) => id === importId && state === 'DONE');
      if (entry === undefined) return false;
      account.queue.revert(entry, now());
      return true;
    },
    faults: { set: faults.set, clear: faults.clear, active: faults.active },
    reset() {
      faults.clear();
      account = openAccount();
    },
  };
}

/** States that an import does not leave, but for DONE, which a person can undo. */
const isOver = ({ state }: Import): boolean =>
  state === 'DONE' || state === 'FAILED' || state === 'CANCELED' || state === 'REVERTED';
