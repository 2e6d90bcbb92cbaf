import type { AccountFacts } from '../core/account.js';
import { type Changes, NO_CHANGES } from '../core/changes.js';
import type { ImportResponse } from '../core/answers.js';
import type { Dialect } from '../core/dialect.js';
import { ImporterError } from '../core/errors.js';
import type { ImportRequest } from '../core/hubspot.js';
import type { Mapping } from '../core/mapping.js';
import { NO_OUTCOME, type Outcome } from '../core/report.js';
import type { Settings } from '../core/request.js';
import { type ImportState, loadedOf } from '../core/state.js';
import { createSender, type Sender } from '../client/sender.js';
import { cancelImport } from '../client/track.js';
import { removeWritten } from '../worker/sink.js';
import { type FileRow, PROGRESS_EVERY_MS } from '../worker/protocol.js';
import { type Checking, createChecking } from './checking.js';
import { createFollowing, type Following } from './following.js';
import type { FlowOptions } from './options.js';
import { createResources, type Resources } from './resources.js';
import { failureOf } from './run.js';
import { blocker, firstMapping, prepareUpload, readFacts, readImport, remap, requestOf } from './stages.js';
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
  #checking: Checking;
  #following: Following;
  #isClosed = false;
  #sender: Sender = createSender();
  #sentAtMs = 0;

  constructor(listener: FlowListener) {
    this.#listener = listener;
    this.#resources = createResources(() => listener.options().client);
    this.#store = createStore((...change) => listener.changed(...change));
    const context = {
      store: this.#store,
      resources: this.#resources,
      options: () => listener.options(),
      progressed: () => listener.progressed(),
      fail: this.#fail,
    };
    this.#checking = createChecking(context);
    this.#following = createFollowing(context, (rows) => this.rows(rows));
  }

  get state(): ImportState {
    return this.#store.state;
  }

  /** Base address of HubSpot's calls, as far as it is known. */
  get endpoint(): string | null {
    return this.#resources.client().endpoint;
  }

  /** Exactly what would be sent for the file in hand; null without one. */
  get request(): ImportRequest | null {
    const loaded = loadedOf(this.state);
    return loaded === null ? null : requestOf(loaded);
  }

  /** Reads a file, up to `mapping`. */
  async load(file: File): Promise<void> {
    if (this.state.status === 'submitting' || this.state.status === 'tracking') {
      throw this.#wrongStatus();
    }
    const signal = this.#newRun();
    this.#checking.stop();
    this.#store.dispatch({ type: 'picked', file });
    const options = this.#listener.options();
    await this.#guard(signal, async () => {
      if (file.size > options.maxBytes) {
        throw new ImporterError('file-too-large', { bytes: file.size, limitBytes: options.maxBytes });
      }
      if (file.size === 0) throw new ImporterError('file-empty', null);
      const desk = await this.#resources.desk();
      const reading = readFacts(this.#resources.client(), options, signal);
      reading.catch(() => undefined); // a file that cannot be read is told of first
      const preview = await desk.preview(file, {});
      signal.throwIfAborted();
      this.#store.dispatch({ type: 'sniffed', preview });
      const facts = await reading;
      signal.throwIfAborted();
      const settings: Settings = {
        name: options.importName ?? options.nameFor(file),
        createList: options.createList,
        marketable: options.marketable,
        timeZone: options.timeZone,
      };
      const mapping = firstMapping(preview, facts, options);
      this.#store.dispatch({
        type: 'previewed',
        loaded: { file, preview, facts, mapping, settings, changes: NO_CHANGES, check: { phase: 'waiting' } },
      });
      this.#checking.start();
    });
    if (this.state.status !== 'mapping') throw new DOMException('Canceled', 'AbortError');
  }

  /** Reads the file's beginning again, the way the person says it is written; decisions about columns that stay are kept. */
  async reread(given: Partial<Dialect>): Promise<void> {
    if (this.state.status !== 'mapping') return;
    const { file } = this.state.loaded;
    const signal = this.#newRun();
    await this.#guard(signal, async () => {
      const desk = await this.#resources.desk();
      const preview = await desk.preview(file, given);
      signal.throwIfAborted();
      if (this.state.status !== 'mapping') return;
      const { loaded } = this.state; // as it is now: the person went on meanwhile
      const mapping = remap(loaded, preview, this.#listener.options());
      const check = { phase: 'waiting' } as const;
      const before = loaded.preview.dialect;
      const isSameText = (['encoding', 'delimiter', 'quote'] as const).every(
        (key) => before[key] === preview.dialect[key],
      );
      const changes = isSameText ? loaded.changes : NO_CHANGES; // other cells have other texts
      this.#store.dispatch({ type: 'previewed', loaded: { ...loaded, preview, mapping, changes, check } });
      this.#checking.start();
    });
  }

  /** Asks the account for its properties once more. */
  async readFactsAgain(): Promise<void> {
    if (this.state.status !== 'mapping') return;
    const signal = this.#newRun();
    await this.#guard(signal, async () => {
      const options = this.#listener.options();
      const facts = await readFacts(this.#resources.client(), options, signal);
      signal.throwIfAborted();
      if (this.state.status !== 'mapping') return;
      const { loaded } = this.state; // as it is now: the person went on meanwhile
      const mapping = remap({ ...loaded, facts }, loaded.preview, options);
      this.#store.dispatch({
        type: 'previewed',
        loaded: { ...loaded, facts, mapping, check: { phase: 'waiting' } },
      });
      this.#checking.start();
    });
  }

  /** Goes on with the file that was left at the first step. */
  resume(): void {
    this.#store.dispatch({ type: 'resumed' });
    if (loadedOf(this.state)?.check.phase !== 'finished') this.#checking.start();
  }

  map(mapping: Mapping): void {
    this.#store.dispatch({ type: 'mapped', mapping });
    this.#checking.start();
  }

  change(changes: Changes): void {
    const before = loadedOf(this.state)?.check;
    this.#store.dispatch({ type: 'changed', changes });
    if (this.state.status === 'ready' && before !== undefined && before.phase !== 'waiting') {
      // The findings stay on the screen until there are new ones: what a person works through must not vanish meanwhile.
      this.#store.dispatch({
        type: 'check-moved',
        check: { phase: 'running', share: 0, tally: before.tally },
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
    if (!this.#checking.isRunning && loadedOf(this.state)?.check.phase !== 'finished') this.#checking.start();
    await this.#checking.settled;
    this.#expectReady();
  }

  /** Sends the import, once, and follows it; settles when HubSpot has it. */
  async submit(): Promise<void> {
    if (this.state.status === 'mapping') await this.check();
    await this.#checking.settled;
    if (this.state.status === 'mapping') this.#expectReady(); // the rows could not be checked again
    // From here to `submitted` nothing waits, so that a second click finds another status.
    if (this.state.status !== 'ready') throw this.#wrongStatus();
    const { loaded } = this.state;
    this.#stopAt(blocker(loaded));
    const request = requestOf(loaded);
    const isHeldBack = !this.#listener.maySubmit(request);
    if (isHeldBack || this.state.status !== 'ready') {
      throw new DOMException('The page held the import back.', 'AbortError');
    }
    const signal = this.#newRun();
    this.#store.dispatch({ type: 'submitted' });
    const accepted = await this.#guard(signal, async () => {
      const desk = await this.#resources.desk();
      const { content, sent } = await prepareUpload(desk, loaded, signal, this.#onWritten);
      this.#onSent(0, content.size);
      try {
        const answer = await this.#sender.send(
          this.#resources.client(),
          request,
          content,
          this.#onSent,
          signal,
        );
        return { answer, sent };
      } finally {
        if (content !== loaded.file) void removeWritten(content);
      }
    });
    this.#accept(accepted.answer, { ...NO_OUTCOME, sent: accepted.sent });
  }

  /** Asks HubSpot again, after following broke off. */
  followAgain(): void {
    if (this.state.status === 'tracking') void this.#following.follow(this.state.import.id, this.#newRun());
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
        return this.#cancelImport(this.state.import.id);
      default:
    }
  }

  back(): void {
    this.#store.dispatch({ type: 'returned' });
    if (this.state.status === 'empty') this.#checking.stop();
  }

  /** Forgets the file and everything about it. */
  reset(): void {
    this.#newRun();
    this.#checking.stop();
    this.#resources.keepCopy(null);
    this.#store.dispatch({ type: 'reset' });
  }

  /** Follows an import by its id. */
  async track(importId: string): Promise<void> {
    if (this.state.status === 'submitting') throw this.#wrongStatus();
    const signal = this.#newRun();
    this.#checking.stop();
    const client = this.#resources.client();
    await this.#guard(signal, async () => {
      const answer = await readImport(client, importId, signal);
      this.#store.dispatch({ type: 'reset' });
      this.#accept(answer, NO_OUTCOME);
    });
  }

  /** Reads HubSpot's row errors once more, after a page of them could not be read. */
  readErrorsAgain(): void {
    if (!('outcome' in this.state)) return;
    const { import: answer, outcome } = this.state;
    void this.#following.readErrors(answer.id, { ...outcome, errors: [] }, this.#newRun());
  }

  /** What the account says: in hand, or asked for the template. */
  async readFacts(): Promise<AccountFacts> {
    const known = loadedOf(this.state)?.facts;
    if (known !== undefined) return known;
    return readFacts(this.#resources.client(), this.#listener.options(), new AbortController().signal);
  }

  /** The file as it would be sent now. */
  async content(): Promise<Blob | null> {
    const loaded = loadedOf(this.state);
    if (loaded === null) return null;
    const desk = await this.#resources.desk();
    const { signal } = new AbortController();
    const { content } = await prepareUpload(desk, loaded, signal, () => undefined);
    this.#resources.keepCopy(content);
    return content;
  }

  /** The cells of some rows of the file in hand. */
  async rows(rows: readonly number[]): Promise<readonly FileRow[]> {
    const loaded = loadedOf(this.state);
    if (loaded === null) return [];
    const desk = await this.#resources.desk();
    return desk.rows({ file: loaded.file, dialect: loaded.preview.dialect }, rows);
  }

  /** Ends every run and frees the worker. The state stays, so that an element put back goes on from where it was. */
  close(): void {
    this.#sender.breakOff();
    this.#isClosed = true;
    this.#run.abort();
    this.#checking.stop();
    this.#resources.closeDesk();
  }

  /** Takes up again, after `close`, what cannot stay as it is. */
  reopen(): void {
    if (!this.#isClosed) return; // it was only moved
    this.#isClosed = false;
    switch (this.state.status) {
      case 'reading':
      case 'submitting':
        this.#store.dispatch({ type: 'stopped', error: null });
        break;
      case 'tracking':
        void this.#following.follow(this.state.import.id, this.#newRun());
        break;
      case 'done':
      case 'failed':
      case 'canceled':
      case 'reverted':
        if (this.state.outcome.errorsRead === 'reading') this.readErrorsAgain();
        break;
      default:
    }
    const loaded = loadedOf(this.state);
    if (loaded !== null && loaded.check.phase !== 'finished') this.#checking.start();
  }

  /** The import may have begun, whatever the progress said: look for it, and cancel it there. */
  async #cancelUpload(): Promise<void> {
    const mayHaveBegun = this.#sender.breakOff();
    const signal = this.#newRun();
    this.#store.dispatch({ type: 'stopped', error: null });
    if (!mayHaveBegun) return;
    const found = await this.#sender.findLost(this.#resources.client(), signal);
    if (found == null) return;
    this.#accept(found, NO_OUTCOME);
    if (this.state.status === 'tracking') await this.#cancelImport(found.id);
  }

  async #cancelImport(importId: string): Promise<void> {
    this.#store.dispatch({ type: 'cancel-asked' });
    try {
      await cancelImport(this.#resources.client(), importId);
    } catch (error) {
      const failure = failureOf(error, new AbortController().signal, this.#resources);
      if (failure === null) throw error;
      this.#fail(failure);
      throw failure;
    }
  }

  #onWritten = (share: number): void => {
    this.#store.dispatch({ type: 'written', share });
    this.#listener.progressed();
  };

  #onSent = (sentBytes: number, totalBytes: number): void => {
    const nowMs = Date.now();
    if (sentBytes < totalBytes && nowMs - this.#sentAtMs < PROGRESS_EVERY_MS) return;
    this.#sentAtMs = nowMs;
    this.#store.dispatch({ type: 'sent', sentBytes, totalBytes, nowMs });
    this.#listener.progressed();
  };

  #accept(answer: ImportResponse, outcome: Outcome): void {
    this.#store.dispatch({ type: 'accepted', import: answer, outcome });
    void this.#following.follow(answer.id, this.#newRun());
  }

  #newRun(): AbortSignal {
    this.#isClosed = false; // what begins now is not to be given up
    this.#sender.breakOff(); // whatever ends a sending, it is remembered that it may have begun
    this.#run.abort();
    this.#run = new AbortController();
    return this.#run.signal;
  }

  /** Runs a stage; its error takes the person back to the last status that holds, and reaches the caller as well. */
  async #guard<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      const failure = failureOf(error, signal, this.#resources);
      if (failure === null) throw new DOMException('Canceled', 'AbortError');
      this.#fail(failure);
      throw failure;
    }
  }

  #fail = (error: ImporterError): void => {
    this.#store.dispatch({ type: 'stopped', error });
    this.#listener.failed(error);
  };

  #stopAt(blocker: ImporterError | null): void {
    if (blocker === null) return;
    this.#fail(blocker);
    throw blocker;
  }

  /** A call that does not fit where the file is. */
  #wrongStatus(): ImporterError {
    return new ImporterError('wrong-status', { status: this.state.status });
  }

  #expectReady(): void {
    if (this.state.status === 'ready') return;
    const error = 'error' in this.state ? this.state.error : null;
    throw error ?? new DOMException('Canceled', 'AbortError');
  }
}
