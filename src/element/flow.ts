import type { AccountFacts } from '../core/account.js';
import { type Changes, NO_CHANGES } from '../core/changes.js';
import type { ImportResponse } from '../core/answers.js';
import type { Dialect } from '../core/dialect.js';
import { ImporterError, isAbort } from '../core/errors.js';
import type { ImportRequest } from '../core/hubspot.js';
import type { Mapping } from '../core/mapping.js';
import { NO_OUTCOME, type Outcome, type RowError } from '../core/report.js';
import type { Settings } from '../core/request.js';
import { type Action, EMPTY, type ImportState, loadedOf, next } from '../core/state.js';
import { createSender, type Sender } from '../client/sender.js';
import { cancelImport, trackImport } from '../client/track.js';
import { removeWritten } from '../worker/private-file.js';
import { type FileRow, PROGRESS_EVERY_MS } from '../worker/protocol.js';
import type { FlowOptions } from './options.js';
import { createResources, type Resources } from './resources.js';
import {
  blocker,
  checkFile,
  firstMapping,
  prepareUpload,
  readFacts,
  readImport,
  readJoinedErrors,
  remap,
  requestOf,
  withDateFormat,
} from './stages.js';

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
  state: ImportState = EMPTY;

  #listener: FlowListener;
  #resources: Resources;
  /** Reading, sending or following: one at a time. */
  #run = new AbortController();
  /** The pass over the rows goes on beside the mapping. */
  #checkRun = new AbortController();
  #checked: Promise<void> = Promise.resolve();
  #isChecking = false;
  #isClosed = false;
  #untold: [current: ImportState, previous: ImportState][] = [];
  #isTelling = false;
  #sender: Sender = createSender();
  #sentAtMs = 0;

  constructor(listener: FlowListener) {
    this.#listener = listener;
    this.#resources = createResources(
      () => listener.options().client,
      () => listener.options().workerUrl,
    );
  }

  /** Exactly what would be sent for the file in hand; null without one. */
  get request(): ImportRequest | null {
    const loaded = loadedOf(this.state);
    return loaded === null ? null : requestOf(loaded);
  }

  /** Reads a file, up to `mapping`. */
  async load(file: File): Promise<void> {
    if (this.state.status === 'submitting' || this.state.status === 'tracking') {
      throw invalidState('An import is under way.');
    }
    const signal = this.#newRun();
    this.#checkRun.abort();
    this.#dispatch({ type: 'picked', file });
    const options = this.#listener.options();
    await this.#guard(signal, async () => {
      if (file.size > options.maxBytes) {
        throw new ImporterError('file-too-large', { bytes: file.size, limitBytes: options.maxBytes });
      }
      if (file.size === 0) throw new ImporterError('file-empty', null);
      const desk = this.#resources.desk();
      const reading = readFacts(this.#resources.client(), options, signal);
      reading.catch(() => undefined); // a file that cannot be read is told of first
      const preview = await desk.preview(file, {});
      signal.throwIfAborted();
      this.#dispatch({ type: 'sniffed', preview });
      const facts = await reading;
      signal.throwIfAborted();
      const settings: Settings = {
        name: options.importName ?? options.nameFor(file),
        createList: options.createList,
        marketable: options.marketable,
        timeZone: options.timeZone,
      };
      const mapping = firstMapping(preview, facts, options);
      this.#dispatch({
        type: 'previewed',
        loaded: { file, preview, facts, mapping, settings, changes: NO_CHANGES, check: { phase: 'waiting' } },
      });
      this.#startCheck();
    });
    if (this.state.status !== 'mapping') throw new DOMException('Canceled', 'AbortError');
  }

  /** Reads the file's beginning again, the way the person says it is written; decisions about columns that stay are kept. */
  async reread(given: Partial<Dialect>): Promise<void> {
    if (this.state.status !== 'mapping') return;
    const { file } = this.state.loaded;
    const signal = this.#newRun();
    await this.#guard(signal, async () => {
      const desk = this.#resources.desk();
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
      this.#dispatch({ type: 'previewed', loaded: { ...loaded, preview, mapping, changes, check } });
      this.#startCheck();
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
      this.#dispatch({
        type: 'previewed',
        loaded: { ...loaded, facts, mapping, check: { phase: 'waiting' } },
      });
      this.#startCheck();
    });
  }

  /** Goes on with the file that was left at the first step. */
  resume(): void {
    this.#dispatch({ type: 'resumed' });
    if (loadedOf(this.state)?.check.phase !== 'finished') this.#startCheck();
  }

  map(mapping: Mapping): void {
    this.#dispatch({ type: 'mapped', mapping });
    this.#startCheck();
  }

  change(changes: Changes): void {
    const before = loadedOf(this.state)?.check;
    this.#dispatch({ type: 'changed', changes });
    if (this.state.status === 'ready' && before !== undefined && before.phase !== 'waiting') {
      // The findings stay on the screen until there are new ones: what a person works through must not vanish meanwhile.
      this.#dispatch({ type: 'check-moved', check: { phase: 'running', share: 0, tally: before.tally } });
    }
    this.#startCheck();
  }

  set(settings: Settings): void {
    this.#dispatch({ type: 'set', settings });
  }

  /** Goes on to `ready`, when every row has been checked. */
  async check(): Promise<void> {
    if (this.state.status === 'ready' || this.state.status === 'checking') {
      await this.#checked;
      this.#expectReady();
      return;
    }
    if (this.state.status !== 'mapping') throw invalidState('There is nothing to check.');
    this.#stopAt(blocker(this.state.loaded));
    this.#dispatch({ type: 'reviewed' });
    if (!this.#isChecking && loadedOf(this.state)?.check.phase !== 'finished') this.#startCheck();
    await this.#checked;
    this.#expectReady();
  }

  /** Sends the import, once, and follows it; settles when HubSpot has it. */
  async submit(): Promise<void> {
    if (this.state.status === 'mapping') await this.check();
    await this.#checked;
    if (this.state.status === 'mapping') this.#expectReady(); // the rows could not be checked again
    // From here to `submitted` nothing waits, so that a second click finds another status.
    if (this.state.status !== 'ready') throw invalidState('There is nothing to send.');
    const { loaded } = this.state;
    this.#stopAt(blocker(loaded));
    const request = requestOf(loaded);
    const isHeldBack = !this.#listener.maySubmit(request);
    if (isHeldBack || this.state.status !== 'ready') {
      throw new DOMException('The page held the import back.', 'AbortError');
    }
    const signal = this.#newRun();
    this.#dispatch({ type: 'submitted' });
    const accepted = await this.#guard(signal, async () => {
      const desk = this.#resources.desk();
      const { content, sent } = await prepareUpload(desk, loaded, () => undefined, signal);
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
    if (this.state.status === 'tracking') void this.#follow(this.state.import.id, this.#newRun());
  }

  /** Stops what is going on: reading, checking, sending, or HubSpot's work. */
  async cancel(): Promise<void> {
    switch (this.state.status) {
      case 'reading':
      case 'checking':
        this.#newRun();
        this.#dispatch({ type: 'stopped', error: null });
        return;
      case 'submitting':
        return this.#cancelUpload();
      case 'tracking':
        return this.#cancelImport(this.state.import.id);
      default:
    }
  }

  back(): void {
    this.#dispatch({ type: 'returned' });
    if (this.state.status === 'empty') this.#checkRun.abort();
  }

  /** Forgets the file and everything about it. */
  reset(): void {
    this.#newRun();
    this.#checkRun.abort();
    this.#dispatch({ type: 'reset' });
  }

  /** Follows an import by its id. */
  async track(importId: string): Promise<void> {
    if (this.state.status === 'submitting') throw invalidState('An import is being sent.');
    const signal = this.#newRun();
    this.#checkRun.abort();
    const client = this.#resources.client();
    await this.#guard(signal, async () => {
      const answer = await readImport(client, importId, signal);
      this.#dispatch({ type: 'reset' });
      this.#accept(answer, NO_OUTCOME);
    });
  }

  /** Reads HubSpot's row errors once more, after a page of them could not be read. */
  readErrorsAgain(): void {
    if (!('outcome' in this.state)) return;
    const { import: answer, outcome } = this.state;
    void this.#readErrors(answer.id, { ...outcome, errors: [] }, this.#newRun());
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
    return (
      await prepareUpload(this.#resources.desk(), loaded, () => undefined, new AbortController().signal)
    ).content;
  }

  /** The cells of some rows of the file in hand. */
  async rows(rows: readonly number[]): Promise<readonly FileRow[]> {
    const loaded = loadedOf(this.state);
    if (loaded === null) return [];
    const desk = this.#resources.desk();
    return desk.rows({ file: loaded.file, dialect: loaded.preview.dialect }, rows);
  }

  /** Ends every run and frees the worker. The state stays, so that an element put back goes on from where it was. */
  close(): void {
    this.#sender.breakOff();
    this.#isClosed = true;
    this.#run.abort();
    this.#checkRun.abort();
    this.#resources.closeDesk();
  }

  /** Takes up again, after `close`, what cannot stay as it is. */
  reopen(): void {
    if (!this.#isClosed) return; // it was only moved
    this.#isClosed = false;
    switch (this.state.status) {
      case 'reading':
      case 'submitting':
        this.#dispatch({ type: 'stopped', error: null });
        break;
      case 'tracking':
        void this.#follow(this.state.import.id, this.#newRun());
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
    if (loaded !== null && loaded.check.phase !== 'finished') this.#startCheck();
  }

  #startCheck(): void {
    this.#checkRun.abort();
    const run = new AbortController();
    this.#checkRun = run;
    this.#isChecking = true;
    this.#checked = this.#runCheck(run.signal).finally(() => {
      if (this.#checkRun === run) this.#isChecking = false;
    });
  }

  async #runCheck(signal: AbortSignal): Promise<void> {
    const loaded = loadedOf(this.state);
    if (loaded === null) return;
    try {
      const desk = this.#resources.desk();
      const { maxRows } = this.#listener.options();
      const tally = await checkFile(desk, loaded, maxRows, signal, (progress) => {
        if (signal.aborted) return;
        const shown = this.state.status === 'ready' ? this.state.loaded.check : null;
        const tally = shown?.phase === 'running' ? shown.tally : progress.tally;
        this.#dispatch({ type: 'check-moved', check: { phase: 'running', share: progress.share, tally } });
        this.#listener.progressed();
      });
      signal.throwIfAborted();
      const mapping = withDateFormat(loaded.mapping, tally, this.#listener.options().usualDateFormat);
      if (mapping !== loaded.mapping) {
        // The whole column says another order than its first rows did: read it again that way.
        this.#dispatch({ type: 'date-format-decided', mapping });
        if (loadedOf(this.state)?.mapping === mapping) await this.#runCheck(signal);
        return;
      }
      this.#dispatch({ type: 'check-moved', check: { phase: 'finished', tally } });
    } catch (error) {
      if (signal.aborted || isAbort(error)) return;
      if (isWorkerFailure(error)) this.#resources.closeDesk();
      this.#fail(toImporterError(error));
    }
  }

  /** The import may have begun, whatever the progress said: look for it, and cancel it there. */
  async #cancelUpload(): Promise<void> {
    const mayHaveBegun = this.#sender.breakOff();
    const signal = this.#newRun();
    this.#dispatch({ type: 'stopped', error: null });
    if (!mayHaveBegun) return;
    const found = await this.#sender.findLost(this.#resources.client(), signal);
    if (found == null) return;
    this.#accept(found, NO_OUTCOME);
    if (this.state.status === 'tracking') await this.#cancelImport(found.id);
  }

  async #cancelImport(importId: string): Promise<void> {
    this.#dispatch({ type: 'cancel-asked' });
    try {
      await cancelImport(this.#resources.client(), importId);
    } catch (error) {
      const failure = toImporterError(error);
      this.#fail(failure);
      throw failure;
    }
  }

  #onSent = (sentBytes: number, totalBytes: number): void => {
    const nowMs = Date.now();
    if (sentBytes < totalBytes && nowMs - this.#sentAtMs < PROGRESS_EVERY_MS) return;
    this.#sentAtMs = nowMs;
    this.#dispatch({ type: 'sent', sentBytes, totalBytes, nowMs });
    this.#listener.progressed();
  };

  #accept(answer: ImportResponse, outcome: Outcome): void {
    this.#dispatch({ type: 'accepted', import: answer, outcome });
    void this.#follow(answer.id, this.#newRun());
  }

  async #follow(importId: string, signal: AbortSignal): Promise<void> {
    try {
      const client = this.#resources.client();
      const answer = await trackImport(
        client,
        importId,
        (update) => {
          this.#dispatch({ type: 'tracked', import: update });
          this.#listener.progressed();
        },
        signal,
      );
      if ('outcome' in this.state) await this.#readErrors(answer.id, this.state.outcome, signal);
    } catch (error) {
      if (!signal.aborted && !isAbort(error)) this.#fail(toImporterError(error));
    }
  }

  async #readErrors(importId: string, outcome: Outcome, signal: AbortSignal): Promise<void> {
    const join = (errors: readonly RowError[], errorsRead: Outcome['errorsRead']): void => {
      if (!signal.aborted) this.#dispatch({ type: 'joined', outcome: { ...outcome, errors, errorsRead } });
    };
    const errors: RowError[] = [];
    join(errors, 'reading');
    try {
      const source = {
        loaded: loadedOf(this.state),
        sent: outcome.sent,
        rows: (rows: readonly number[]) => this.rows(rows),
      };
      await readJoinedErrors(this.#resources.client(), importId, source, signal, (page) => {
        errors.push(...page);
        join([...errors], 'reading');
      });
      join(errors, 'all');
    } catch (error) {
      if (signal.aborted || isAbort(error)) return;
      join(errors, 'partly');
      this.#fail(toImporterError(error));
    }
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
      if (signal.aborted || isAbort(error)) throw new DOMException('Canceled', 'AbortError');
      if (isWorkerFailure(error)) this.#resources.closeDesk();
      const failure = toImporterError(error);
      this.#fail(failure);
      throw failure;
    }
  }

  #fail(error: ImporterError): void {
    this.#dispatch({ type: 'stopped', error });
    this.#listener.failed(error);
  }

  #stopAt(blocker: ImporterError | null): void {
    if (blocker === null) return;
    this.#fail(blocker);
    throw blocker;
  }

  #expectReady(): void {
    if (this.state.status === 'ready') return;
    const error = 'error' in this.state ? this.state.error : null;
    throw error ?? new DOMException('Canceled', 'AbortError');
  }

  /** Tells of every change in order, also when a listener makes the next one. */
  #dispatch(action: Action): void {
    const previous = this.state;
    const current = next(previous, action);
    if (current === previous) return;
    this.state = current;
    this.#untold.push([current, previous]);
    if (this.#isTelling) return;
    this.#isTelling = true;
    try {
      for (let change; (change = this.#untold.shift()) !== undefined;) this.#listener.changed(...change);
    } finally {
      this.#isTelling = false;
    }
  }
}

const invalidState = (message: string): DOMException => new DOMException(message, 'InvalidStateError');

const isWorkerFailure = (error: unknown): boolean =>
  error instanceof ImporterError && error.code === 'worker-failed';

const toImporterError = (error: unknown): ImporterError =>
  error instanceof ImporterError ? error : new ImporterError('worker-failed', null, error);
