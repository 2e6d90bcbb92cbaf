import type { Account } from '../core/account.js';
import type { Changes } from '../core/changes.js';
import { ImporterError } from '../core/errors.js';
import type { ImportRequest } from '../core/import-request.js';
import type { Mapping } from '../core/mapping.js';
import { blocker, isSure, requestOf } from '../core/outgoing.js';
import { type MappingRecipe, toRecipe } from '../core/recipe.js';
import { chosenSheet } from '../core/workbook.js';
import { narrowToRefused } from '../core/refused.js';
import { NO_OUTCOME } from '../core/report.js';
import { isLost } from '../core/sent-import.js';
import { nextPart } from '../core/sequence.js';
import type { Settings } from '../core/request.js';
import { type Files, type ImportState, isChecked, loadedOf, tallyOf } from '../core/state.js';
import { type ImportsPage, readImports } from '../client/imports.js';
import type { Outbox } from '../client/sender.js';
import type { Waiting } from '../client/waiting.js';
import { type Checking, createChecking } from './checking.js';
import { type Contents, createContents } from './contents.js';
import { createDefining, type Defining } from './defining.js';
import { createFollowing, type Following } from './following.js';
import type { FlowOptions } from './options.js';
import { createOutbox } from './outbox.js';
import { createPickingUp, type PickingUp } from './picking-up.js';
import { createReading, type Reading } from './reading.js';
import { remember } from './remembering.js';
import { createResources, type Resources } from './resources.js';
import { failureOf, givenUp, type RunContext } from './run.js';
import { createSending, type Sending } from './sending.js';
import { createSequence, type Sequence } from './sequence.js';
import { accountFor } from './stages.js';
import { createStore, type Store } from './store.js';

export interface FlowListener {
  options(): FlowOptions;
  /** After every change. */
  changed(state: ImportState, previous: ImportState): void;
  /** At most ten times a second while bytes or rows are counted. */
  progressed(): void;
  /** Just before sending; false holds the import back. */
  maySubmit(request: ImportRequest): boolean;
  failed(error: ImporterError): void;
  /** Calls that wait to be made again, whenever one begins to wait or ends it. */
  waiting(all: readonly Waiting[]): void;
}

/**
 * Holds the state, and runs worker and client as statuses are entered. Every run has an AbortController; what comes late is
 * dropped, because its run was aborted.
 */
export class Flow {
  #listener: FlowListener;
  #resources: Resources;
  #store: Store;
  /** Reading, sending or following: one at a time. */
  #run = new AbortController();
  /** The files in hand, read in another way. */
  readonly reading: Omit<Reading, 'load' | 'add'>;
  #reading: Reading;
  /** The pass over the rows goes on beside the mapping. */
  #checking: Checking;
  /** The account's definitions, where the person may change them. */
  readonly defining: Defining;
  #sending: Sending;
  /** What is in the files in hand. */
  readonly contents: Contents;
  /** The import that HubSpot has. */
  readonly following: Pick<Following, 'errors' | 'again' | 'readErrors'>;
  #following: Following;
  /** The parts of a file that goes as several imports. */
  readonly sequence: Pick<Sequence, 'sendNext' | 'sendAgain'>;
  #sequence: Sequence;
  #pickingUp: PickingUp;
  #outbox: Outbox;
  #isClosed = false;

  constructor(listener: FlowListener) {
    this.#listener = listener;
    this.#resources = createResources(
      () => listener.options().client,
      () => listener.options().workerUrl,
      (all) => listener.waiting(all),
    );
    this.#outbox = createOutbox(() => listener.options().storage);
    this.#store = createStore((...change) => listener.changed(...change));
    const context: RunContext = {
      store: this.#store,
      resources: this.#resources,
      outbox: this.#outbox,
      options: () => listener.options(),
      progressed: () => listener.progressed(),
      fail: this.#fail,
      tell: (error) => listener.failed(error),
      newRun: () => this.#newRun(),
      guard: (signal, work) => this.#guard(signal, work),
    };
    this.#checking = createChecking(context);
    this.contents = createContents(context);
    this.reading = this.#reading = createReading(context, () => this.#checking.start());
    this.defining = createDefining(context, () => this.#checking.start());
    this.#sending = createSending(context);
    const { rows } = this.contents;
    this.following = this.#following = createFollowing(context, rows, () => void this.#sequence.goOn());
    const maySubmit = (request: ImportRequest): boolean => listener.maySubmit(request);
    this.sequence = this.#sequence = createSequence(context, this.#sending, this.#following, maySubmit);
    this.#pickingUp = createPickingUp(context, this.#sending, this.#following);
  }

  get state(): ImportState {
    return this.#store.state;
  }

  /** Base address of HubSpot's calls, as far as it is known. */
  get endpoint(): string | null {
    return this.#resources.client().endpoint;
  }

  /** Exactly what would be sent for the files in hand; null without any. */
  get request(): ImportRequest | null {
    const loaded = loadedOf(this.state);
    const { zone, numbered } = this.#listener.options();
    return loaded === null ? null : requestOf(loaded, { zone, numbered });
  }

  /** What is decided about the files in hand, to be saved; null without any. */
  get recipe(): MappingRecipe | null {
    const loaded = loadedOf(this.state);
    if (loaded === null) return null;
    return toRecipe(loaded.mapping, loaded.settings, loaded.files.map(chosenSheet));
  }

  /**
   * Reads files, up to `mapping`.
   *
   * @param recipe how files like them were imported before
   */
  async load(files: Files, recipe: MappingRecipe | null = null): Promise<void> {
    if (this.state.status === 'submitting' || this.state.status === 'tracking') throw this.#wrongStatus();
    this.#checking.stop();
    await this.#reading.load(files, recipe);
    if (this.state.status !== 'mapping') throw givenUp();
    const isSkipped = this.#listener.options().skipMapping && isSure(this.state.loaded);
    if (isSkipped) this.check().catch(() => undefined); // whatever happens is in the state, and told by event
  }

  /** Reads further files, for an import of several. */
  async add(files: Files): Promise<void> {
    if (this.state.status !== 'mapping') throw this.#wrongStatus();
    this.#checking.stop();
    await this.#reading.add(files);
  }

  /** Goes on with the files that were left at the first step. */
  resume(): void {
    this.#store.dispatch({ type: 'resumed' });
    this.#checkIfNeeded();
  }

  map(mapping: Mapping): void {
    this.#store.dispatch({ type: 'mapped', mapping });
    this.#checking.start();
  }

  change(file: number, changes: Changes): void {
    const before = loadedOf(this.state)?.files ?? [];
    this.#store.dispatch({ type: 'changed', file, changes });
    // The findings stay on the screen until there are new ones: what a person works through must not vanish meanwhile.
    for (const [index, { check }] of (loadedOf(this.state)?.files ?? []).entries()) {
      const known = before[index];
      const tally = known === undefined ? null : tallyOf(known);
      if (this.state.status !== 'ready' || check.phase !== 'waiting' || tally === null) continue;
      this.#store.dispatch({
        type: 'check-moved',
        file: index,
        check: { phase: 'running', share: 0, tally },
      });
    }
    this.#checking.start();
  }

  set(settings: Settings): void {
    this.#store.dispatch({ type: 'set', settings });
  }

  /** Goes on to `ready`, when every row has been checked. */
  async check(): Promise<void> {
    if (this.state.status === 'ready' || this.state.status === 'checking') {
      await this.#checking.settled;
      this.#expectReady();
      return;
    }
    if (this.state.status !== 'mapping') throw this.#wrongStatus();
    this.#stopAt(blocker(this.state.loaded));
    this.#store.dispatch({ type: 'reviewed' });
    if (!this.#checking.isRunning) this.#checkIfNeeded();
    await this.#checking.settled;
    this.#expectReady();
  }

  /**
   * Sends the import, once, and follows it; settles when HubSpot has it. A file over HubSpot's limits goes part by part: then it
   * settles when HubSpot has the first one, and the others follow, each when the one before is done.
   */
  async submit(): Promise<void> {
    if (this.state.status === 'mapping') await this.check();
    await this.#checking.settled;
    if (this.state.status === 'mapping') this.#expectReady(); // the rows could not be checked again
    // From here to `submitted` nothing waits, so that a second click finds another status.
    if (this.state.status !== 'ready') throw this.#wrongStatus();
    const { loaded } = this.state;
    this.#stopAt(blocker(loaded));
    await this.#sequence.send(loaded, nextPart(loaded));
    remember(loaded, this.#listener.options());
  }

  /** Holds the next part back, or not any more. */
  stopAfterPart(isAsked: boolean): void {
    this.#store.dispatch({ type: 'stop-asked', isAsked });
  }

  /** Takes parts that were sent before as not sent. */
  forgetParts(): void {
    this.#sequence.forget();
    this.#checkIfNeeded();
  }

  /** Goes on with what an earlier visit of the page had sent, if anything. */
  pickUp(): Promise<void> {
    return this.#pickingUp.pickUp();
  }

  /** Takes a person's word that what may have begun has not: nothing is looked for any more. */
  forgetLost(): void {
    for (const one of this.#outbox.list()) if (isLost(one)) this.#outbox.remove(one);
    this.#store.dispatch({ type: 'stopped', error: null });
  }

  /** One page of this person's imports, the newest first. */
  imports(after: string | null, signal?: AbortSignal): Promise<ImportsPage> {
    return readImports(this.#resources.client(), after, signal);
  }

  /** Whether every refused row is known in the files in hand. */
  get knowsRefusedRows(): boolean {
    const { errors } = this.#following;
    const files = loadedOf(this.state)?.files ?? [];
    const known = files.reduce((sum, _, file) => sum + errors.refusedRows(file).size, 0);
    return files.length > 0 && known === errors.summary(true).refusedRows;
  }

  /**
   * Goes back to the check with the refused rows only.
   *
   * @param nameOf what their import is called, after the one that refused them
   */
  async checkRefused(nameOf: (name: string) => string): Promise<void> {
    const loaded = loadedOf(this.state);
    if (loaded === null || !('outcome' in this.state)) throw this.#wrongStatus();
    const { errors } = this.#following;
    this.#newRun();
    this.#following.dismiss();
    const narrowed = narrowToRefused(loaded, errors.refusedRows);
    const settings = { ...loaded.settings, name: nameOf(loaded.settings.name) };
    this.#store.dispatch({ type: 'narrowed', loaded: { ...narrowed, settings } });
    this.#checking.start();
    await this.#checking.settled;
    this.#expectReady();
  }

  /** Stops what is going on: reading, checking, sending, or HubSpot's work. */
  async cancel(): Promise<void> {
    switch (this.state.status) {
      case 'reading':
      case 'checking':
        this.#newRun();
        this.#store.dispatch({ type: 'stopped', error: null });
        return;
      case 'submitting':
        return this.#cancelUpload();
      case 'tracking':
        return this.#following.cancel();
      default:
        this.#following.stopErrors();
    }
  }

  back(): void {
    this.#store.dispatch({ type: 'returned' });
    if (this.state.status === 'empty') this.#checking.stop();
  }

  /** Forgets the files and everything about them. */
  reset(): void {
    this.#newRun();
    this.#checking.stop();
    this.#following.dismiss();
    this.#following.release();
    this.#store.dispatch({ type: 'reset' });
  }

  /** Follows an import by its id. */
  async track(importId: string): Promise<void> {
    if (this.state.status === 'submitting') throw this.#wrongStatus();
    this.#checking.stop();
    await this.#following.track(importId);
  }

  /** What the account says: in hand, or asked for the template. */
  async readAccount(): Promise<Account> {
    const known = loadedOf(this.state)?.account;
    if (known !== undefined) return known;
    const options = this.#listener.options();
    const { signal } = new AbortController();
    return accountFor(this.#resources.client(), options.objectTypes, options, null, signal);
  }

  /** Ends every run and frees the worker. The state stays, so that an element put back goes on from where it was. */
  close(): void {
    this.#sending.breakOff();
    this.#isClosed = true;
    this.#run.abort();
    this.#checking.stop();
    this.#following.release();
    this.#resources.closeDesk();
  }

  /** Takes up again, after `close`, what cannot stay as it is. */
  reopen(): void {
    if (!this.#isClosed) return; // it was only moved
    this.#isClosed = false;
    switch (this.state.status) {
      case 'empty':
        if (this.state.isPickingUp) void this.pickUp().catch(() => undefined);
        break;
      case 'reading':
      case 'submitting':
        this.#store.dispatch({ type: 'stopped', error: null });
        break;
      case 'tracking':
        this.#following.again();
        break;
      case 'done':
      case 'failed':
      case 'canceled':
      case 'reverted':
        if (this.state.outcome.errorsRead === 'reading') this.#following.readErrors();
        break;
      default:
    }
    this.#checkIfNeeded();
  }

  #checkIfNeeded(): void {
    const loaded = loadedOf(this.state);
    if (loaded !== null && !isChecked(loaded)) this.#checking.start();
  }

  async #cancelUpload(): Promise<void> {
    const begun = await this.#sending.cancel();
    if (begun === null) return;
    this.#following.accept(begun.answer, NO_OUTCOME, { kind: 'found', sent: begun.sent });
    await this.#following.cancel();
  }

  #newRun(): AbortSignal {
    this.#isClosed = false; // what begins now is not to be given up
    this.#sending.breakOff();
    this.#run.abort();
    this.#run = new AbortController();
    return this.#run.signal;
  }

  async #guard<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      const failure = failureOf(error, signal, this.#resources);
      if (failure === null) throw givenUp();
      this.#fail(failure);
      throw failure;
    }
  }

  #fail = (error: ImporterError): void => {
    this.#store.dispatch({ type: 'stopped', error });
    this.#listener.failed(error);
  };

  #stopAt(found: ImporterError | null): void {
    if (found === null) return;
    this.#fail(found);
    throw found;
  }

  /** A call that does not fit where the files are. */
  #wrongStatus(): ImporterError {
    return new ImporterError('wrong-status', { status: this.state.status });
  }

  #expectReady(): void {
    if (this.state.status === 'ready') return;
    const error = 'error' in this.state ? this.state.error : null;
    throw error ?? givenUp();
  }
}
