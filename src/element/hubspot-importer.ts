import { adoptStyles, html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { ImportResponse } from '../core/answers.js';
import { ImporterError } from '../core/errors.js';
import { LIMITS } from '../core/hubspot.js';
import type { ImportRequest } from '../core/import-request.js';
import type { MappingPreset, MappingRecipe } from '../core/recipe.js';
import type { PartLimits } from '../core/parts.js';
import { EMPTY, type ImportState, loadedOf, type Status } from '../core/state.js';
import { toApiVersion, toLocale } from './attributes.js';
import type { Host } from './callbacks.js';
import { Clock } from './clock.js';
import { createStorageOpener, optionsOf } from './configured.js';
import {
  importOf,
  type PublicPreview,
  type PublicProblem,
  toProgressDetail,
  toPublicPreviews,
  toPublicProblems,
  toStateDetail,
} from './details.js';
import { emit } from './events.js';
import type { FlowListener } from './flow.js';
import type { FlowOptions } from './options.js';
import { Focus } from './focus.js';
import { createFormat, type Format } from './format.js';
import { isolating } from './isolate.js';
import { loadAll, loadStart, nearestLanguage, spokenLocale } from './languages.js';
import { browserSurroundings } from '../client/surroundings.js';
import type { Waiting } from '../client/waiting.js';
import type { Messages, StartMessages } from './messages/en.js';
import type { ImportErrorWords } from './messages/import-error-words.js';
import type { Noun } from './messages/noun.js';
import { startEn } from './messages/start.en.js';
import { nounFor, nounOfAll, subjectsOf } from './nouns.js';
import { IMPORTS } from './storage.js';
import { styles } from './styles/styles.js';
import { createThrottle } from './throttle.js';
import { CLOSED, type Ui } from './ui.js';
import type { Work } from './work.js';
import { dropScreen, readingScreen } from './views/drop.js';
import { frame } from './views/frame.js';
import type { Callbacks, Context, RowReader, Screen, StartContext } from './views/screen.js';

/** At most ten times a second. */
const PROGRESS_EVENT_EVERY_MS = 100;

/** Statuses in which something is counted; the check goes on beside the mapping, and again after a correction. */
const PROGRESSING: readonly Status[] = ['reading', 'mapping', 'checking', 'ready', 'submitting', 'tracking'];

/** Statuses whose screens tell how long something takes. */
const WITH_DURATIONS: readonly Status[] = ['submitting', 'tracking'];

/** What may let an import of an earlier visit be picked up, when it is set. */
const PICKS_UP = ['tokenEndpoint', 'endpoint', 'noStorage', 'disabled'] as const;

/** Screens beyond the first, and what they say; loaded when a file is about to come. */
interface Screens {
  readonly screenOf: (typeof import('./views/screens.js'))['screenOf'];
  readonly recentScreen: (typeof import('./views/screens.js'))['recentScreen'];
  readonly screenStyles: (typeof import('./views/screens.js'))['screenStyles'];
  readonly words: Messages;
  readonly importErrors: ImportErrorWords;
}

/**
 * Takes a person from a CSV file or Excel workbook on their disk to records in HubSpot, inside any page.
 *
 * @tag hubspot-importer
 * @fires {CustomEvent<StateDetail>} hubspot-importer-state - After every change of status, and of HubSpot's state while tracking.
 * @fires {CustomEvent<ProgressDetail>} hubspot-importer-progress - At most ten times a second while a workbook is read, checking, submitting and tracking.
 * @fires {CustomEvent<SubmitDetail>} hubspot-importer-submit - Just before the import is sent; `preventDefault()` holds it back.
 * @fires {CustomEvent<ErrorDetail>} hubspot-importer-error - An `ImporterError` ended something.
 * @csspart card - The whole widget.
 * @csspart header - Steps and file.
 * @csspart content - What the step shows.
 * @csspart footer - Back, what is going on, and the primary action.
 * @csspart drop - The drop zone.
 * @csspart button - Every button; the primary one is also `primary`.
 * @csspart file - Name and size of the file in the header.
 * @cssprop [--hubspot-importer-accent=#2251d8] - Primary button, links and the current step.
 * @cssprop [--hubspot-importer-on-accent=#ffffff] - Text on the accent colour.
 * @cssprop [--hubspot-importer-surface=#ffffff] - The card.
 * @cssprop [--hubspot-importer-surface-quiet=#f4f6f8] - Drop zone, table heads and the footer.
 * @cssprop [--hubspot-importer-text=#1a212c] - Text.
 * @cssprop [--hubspot-importer-text-quiet=#566273] - Secondary text.
 * @cssprop [--hubspot-importer-border=#e1e5ea] - Every line.
 * @cssprop [--hubspot-importer-radius=14px] - Corners of the card; boxes and controls follow it.
 * @cssprop [--hubspot-importer-min-height=27rem] - The card's height does not fall below it, so that steps do not make the page jump.
 * @cssState empty - Waiting for a file.
 * @cssState reading - Reading how the file is written.
 * @cssState mapping - Columns meet properties.
 * @cssState checking - The person has gone on; rows are still being read.
 * @cssState ready - May be sent.
 * @cssState submitting - Bytes are going out.
 * @cssState tracking - HubSpot works.
 * @cssState done - HubSpot is done.
 * @cssState failed - HubSpot could not import the file.
 * @cssState canceled - The import was canceled.
 * @cssState reverted - The import was undone in HubSpot.
 */
export class HubspotImporter extends LitElement {
  static override styles = styles;

  /** Backend address that hands out a short-lived bearer token. Default none. */
  @property({ attribute: 'token-endpoint' }) tokenEndpoint = '';
  /** Base address that every HubSpot call goes through. Default: the token answer's, else the token endpoint's folder. */
  @property() endpoint = '';
  /** `v3`, or a date such as `2026-09`. Default `v3`. */
  @property({ attribute: 'api-version' }) apiVersion = 'v3';
  /** What is imported: ids or names of object types, space separated; with `*` the person may choose any. Default `0-1`, contacts. */
  @property({ attribute: 'object-types' }) objectTypes = '0-1';
  /** `upsert`, `create` or `update`; as a property also one for each object type id. Default `upsert`. */
  @property() operation: string | Readonly<Record<string, string>> = 'upsert';
  /** Name shown in HubSpot. Default: file name and date. */
  @property({ attribute: 'import-name' }) importName = '';
  /** `month-day-year`, `day-month-year` or `year-month-day`. Default: read from the file. */
  @property({ attribute: 'date-format' }) dateFormat = '';
  /** IANA name. Sent only when set: HubSpot does not document its effect on plain imports. */
  @property({ attribute: 'time-zone' }) timeZone = '';
  /** Makes a contact list from the import. */
  @property({ type: Boolean, attribute: 'create-list' }) createList = false;
  /** `true` or `false` sets the contacts' marketing status. Default unset. */
  @property() marketable = '';
  /** Largest file, in bytes. Default and most: HubSpot's 512 MB. */
  @property({ type: Number, attribute: 'max-bytes' }) maxBytes: number = LIMITS.bytes;
  /** Most data rows. Default and most: HubSpot's 1,048,576. */
  @property({ type: Number, attribute: 'max-rows' }) maxRows: number = LIMITS.rows;
  /** Same-origin address of the shipped `worker.js`, for policies without `worker-src blob:`. Default: the one built in. */
  @property({ attribute: 'worker-url' }) workerUrl = '';
  /** Goes on to the check by itself when nothing about the columns is left to decide. */
  @property({ type: Boolean, attribute: 'skip-mapping' }) skipMapping = false;
  /** Keeps nothing in the browser between visits, and removes what was kept before. */
  @property({ type: Boolean, attribute: 'no-storage' }) noStorage = false;
  /** Language of the interface. Default: the nearest `lang`, else the browser's. */
  @property() locale = '';
  /** Shows, does nothing. */
  @property({ type: Boolean, reflect: true }) disabled = false;

  /**
   * Which column becomes what, and how. What is set is read when files are taken: a recipe that was read here before, or its
   * short form. With files in hand it reads as the recipe of what is decided now, to be saved.
   */
  @property({ attribute: false })
  get mapping(): MappingRecipe | MappingPreset | null {
    return this.#work?.flow.recipe ?? this.#preset;
  }
  set mapping(preset: MappingRecipe | MappingPreset | null) {
    this.#preset = preset;
  }
  /** @internal HubSpot's limits of one import; lowered by tests. */
  limits: PartLimits = LIMITS;
  /** Property definitions as HubSpot lists them; then none are fetched. An array, or one array per object type id. */
  @property({ attribute: false }) properties:
    readonly unknown[] | Readonly<Record<string, readonly unknown[]>> | null = null;
  /** Headers and credentials for the page's own backend. */
  @property({ attribute: false }) requestInit: RequestInit = {};
  /** Replaces the browser's `fetch` for every call. Uploads then report no progress. */
  @property({ attribute: false }) fetch: typeof globalThis.fetch | null = null;
  /** Replaces sentences of the interface. */
  @property({ attribute: false }) messages: Partial<Messages> = {};

  @state() private flowState: ImportState = EMPTY;
  @state() private ui: Ui = CLOSED;
  @state() private words: StartMessages = startEn;
  @state() private screens: Screens | null = null;
  /** Calls that wait to be made again. */
  @state() private waits: readonly Waiting[] = [];
  @state() private isOffline = false;

  #preset: MappingRecipe | MappingPreset | null = null;
  #work: Work | null = null;
  #opening: Promise<Work> | null = null;
  /** What a person does waits until the work behind it is loaded; what is only unfolded does not. */
  #callbacks = new Proxy({} as Callbacks, {
    get:
      (_, name: keyof Callbacks) =>
      (...args: readonly unknown[]): void => {
        if (this.disabled) return;
        if (name === 'showUi') this.#show(args[0] as Partial<Ui>);
        else
          void this.#open().then(
            ({ act }) => (act[name] as (...all: readonly unknown[]) => void)(...args),
            this.#cannotOpen,
          );
      },
  });
  #internals = this.attachInternals();
  #openStorage = createStorageOpener();
  #format: Format = createFormat('en');
  #progress = createThrottle(PROGRESS_EVENT_EVERY_MS, () => {
    if (PROGRESSING.includes(this.status))
      emit(this, 'hubspot-importer-progress', toProgressDetail(this.flowState));
  });
  #focus = new Focus(this);
  #wordsRun = 0;
  #loadingScreens: Promise<void> | null = null;

  #reader: RowReader = {
    rows: async (...asked) => (await this.#open()).flow.contents.rows(...asked),
    problemRows: async (...asked) => (await this.#open()).flow.contents.problemRows(...asked),
  };

  constructor() {
    super();
    const isMoving = (): boolean => WITH_DURATIONS.includes(this.status) || this.waits.length > 0;
    this.addController(new Clock(this, isMoving));
    this.addController(this.#focus);
  }

  /** Where the file is on its way. */
  get status(): Status {
    return this.flowState.status;
  }

  /** The beginning of the first file in hand, or null. */
  get preview(): PublicPreview | null {
    return this.previews[0] ?? null;
  }

  /** The beginnings of all files in hand. */
  get previews(): readonly PublicPreview[] {
    return toPublicPreviews(this.flowState);
  }

  /** What the check has found so far. */
  get problems(): readonly PublicProblem[] {
    return toPublicProblems(this.flowState);
  }

  /** Exactly what would be sent; null without a file. */
  get importRequest(): ImportRequest | null {
    return this.#work?.flow.request ?? null;
  }

  /** HubSpot's latest answer; null before HubSpot has the import. */
  get import(): ImportResponse | null {
    return importOf(this.flowState);
  }

  /** Takes a file, or several that belong together, up to `mapping`. Rejects with an `ImporterError`. */
  async load(files: File | readonly File[]): Promise<void> {
    const [first, ...others] = files instanceof File ? [files] : files;
    if (first === undefined) return;
    const { flow } = await this.#open();
    await flow.load([first, ...others]);
    await this.#wantScreens();
  }

  /** Goes on to `ready`, when every row has been checked. */
  async check(): Promise<void> {
    return (await this.#open()).flow.check();
  }

  /** Sends the import, once, up to `tracking`; checks first if need be. */
  async submit(): Promise<void> {
    return (await this.#open()).flow.submit();
  }

  /** Stops what is going on: reading, checking, sending, or HubSpot's work. */
  async cancel(): Promise<void> {
    return (await this.#opening)?.flow.cancel();
  }

  /** Goes back a step. Nothing is lost. */
  async back(): Promise<void> {
    (await this.#opening)?.flow.back();
  }

  /** Forgets the file and everything about it. */
  async reset(): Promise<void> {
    (await this.#opening)?.flow.reset();
  }

  /** Follows an import by its id. */
  async track(importId: string): Promise<void> {
    const { flow } = await this.#open();
    await this.#wantScreens();
    return flow.track(importId);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    for (const type of ['online', 'offline']) window.addEventListener(type, this.#noteNetwork);
    window.addEventListener('beforeunload', this.#askBeforeLeaving);
    this.#noteNetwork();
    this.#showStatus(this.status);
    void this.#loadWords();
    if (this.hasUpdated) this.#work?.flow.reopen();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const type of ['online', 'offline']) window.removeEventListener(type, this.#noteNetwork);
    window.removeEventListener('beforeunload', this.#askBeforeLeaving);
    // Moving an element disconnects it for a moment: only one that stays away gives up its work.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#progress.stop();
      this.#work?.flow.close();
    });
  }

  protected override firstUpdated(): void {
    this.#adoptScreenStyles(); // of a file that came before the element was on the page
    const prepare = (): void => {
      void this.#open().catch(() => (this.#opening = null));
      void this.#wantScreens().catch(() => undefined);
    };
    for (const type of ['pointerover', 'focusin', 'dragenter'])
      this.addEventListener(type, prepare, { once: true });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('locale') || changed.has('messages')) void this.#loadWords();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (PICKS_UP.some((name) => changed.has(name))) this.#pickUp();
  }

  /** Leaving would break the upload off: the browser asks first. */
  #askBeforeLeaving = (event: BeforeUnloadEvent): void => {
    if (this.status === 'submitting') event.preventDefault();
  };

  #noteNetwork = (): void => {
    this.isOffline = browserSurroundings.isOffline;
  };

  #open(): Promise<Work> {
    this.#opening ??= import('./work.js').then(
      ({ openWork }) => (this.#work = openWork(this.#listener(), this.#host())),
      (cause: unknown) => {
        this.#opening = null;
        throw new ImporterError('network', null, cause);
      },
    );
    return this.#opening;
  }

  /** Goes on with what was sent in an earlier visit of the page, unless something else has begun. */
  #pickUp(): void {
    if (this.disabled || this.status !== 'empty' || !this.#options().storage.holds(IMPORTS)) return;
    void this.#open()
      .then(({ flow }) => flow.pickUp())
      .catch(() => undefined); // told by the flow
  }

  /** The network failed before anything began. */
  #cannotOpen = (cause: unknown): void => {
    this.#opening = null;
    const error = new ImporterError('network', null, cause);
    this.flowState = { ...EMPTY, error };
    emit(this, 'hubspot-importer-error', { error, code: error.code, detail: error.detail });
  };

  #listener(): FlowListener {
    return {
      options: () => this.#options(),
      changed: (current, previous) => this.#changed(current, previous),
      progressed: () => this.#progress.call(),
      maySubmit: (request) => emit(this, 'hubspot-importer-submit', { request }, true),
      failed: (error) =>
        emit(this, 'hubspot-importer-error', { error, code: error.code, detail: error.detail }),
      waiting: (all) => {
        this.waits = all;
      },
    };
  }

  #host(): Host {
    return {
      ui: () => this.ui,
      show: (change) => this.#show(change),
      words: () => this.words,
      context: () => this.#context(),
      stopWaiting: () => this.waits.forEach(({ giveUp }) => giveUp()),
      focusAfterUpdate: (selector) => void this.#focus.to(selector),
    };
  }

  #show(change: Partial<Ui>): void {
    this.ui = { ...this.ui, ...change };
  }

  #options(): FlowOptions {
    return optionsOf(this, {
      format: this.#format,
      words: this.words,
      preset: this.#preset,
      storage: (endpoint) => this.#openStorage(endpoint, this.noStorage),
    });
  }

  async #context(): Promise<Context> {
    await this.#wantScreens();
    if (this.screens === null) throw new ImporterError('network', null);
    const { words, importErrors } = this.screens;
    return { ...this.#startContext(), words, importErrors, reader: this.#reader };
  }

  #startContext(): StartContext {
    const loaded = loadedOf(this.flowState);
    const { maxBytes, maxRows, limits, objectTypes, isOpen, zone } = this.#options();
    const nounOf = (id: string): Noun => nounFor(id, loaded, this.words);
    return {
      words: this.words,
      format: this.#format,
      noun: nounOfAll(subjectsOf(loaded, objectTypes).map(nounOf), this.words.otherObject, this.#format),
      nounOf,
      isOpen,
      ui: this.ui,
      act: this.#callbacks,
      maxBytes,
      maxRows,
      limits,
      isDisabled: this.disabled,
      nowMs: Date.now(),
      waiting: longestOf(this.waits),
      isOffline: this.isOffline,
      endpoint: this.#work?.flow.endpoint ?? '',
      apiVersion: toApiVersion(this.apiVersion),
      zone,
    };
  }

  #changed(current: ImportState, previous: ImportState): void {
    this.flowState = current;
    const isNewStatus = current.status !== previous.status;
    if (isNewStatus) {
      this.ui = CLOSED;
      this.#showStatus(current.status);
      void this.#focus.toHeading();
    }
    if (current.status !== 'empty') void this.#wantScreens();
    if ('error' in current && current.error !== null) void this.#focus.show('[role="alert"]');
    if (isNewStatus || importOf(current)?.state !== importOf(previous)?.state) {
      emit(this, 'hubspot-importer-state', toStateDetail(current, previous.status));
    }
  }

  #showStatus(status: Status): void {
    this.#internals.states.clear();
    this.#internals.states.add(status);
  }

  /** Loads them once; again after a failure. */
  #wantScreens(): Promise<void> {
    this.#loadingScreens ??= this.#loadScreens().catch((error: unknown) => {
      this.#loadingScreens = null;
      throw error;
    });
    return this.#loadingScreens;
  }

  async #loadScreens(): Promise<void> {
    const { locale } = this.#format;
    const [{ screenOf, recentScreen, screenStyles }, said] = await Promise.all([
      import('./views/screens.js'),
      loadAll(locale),
    ]);
    if (said === null) return;
    const { messages, importErrors } = said;
    this.screens = {
      screenOf,
      recentScreen,
      screenStyles,
      words: isolating({ ...messages, ...this.messages }),
      importErrors,
    };
    if (this.hasUpdated) this.#adoptScreenStyles();
    if (locale !== this.#format.locale) await this.#loadScreens(); // another language was asked for meanwhile
  }

  #adoptScreenStyles(): void {
    adoptStyles(this.renderRoot as ShadowRoot, [styles, this.screens?.screenStyles ?? []].flat());
  }

  async #loadWords(): Promise<void> {
    const run = (this.#wordsRun += 1);
    const nearest = nearestLanguage(this);
    const wanted = toLocale(this.locale) ?? toLocale(nearest) ?? toLocale(navigator.language) ?? 'en';
    const locale = spokenLocale(wanted);
    const words = await loadStart(locale);
    if (run !== this.#wordsRun) return; // another language was asked for meanwhile
    this.#format = createFormat(locale);
    this.words = isolating({ ...words, ...this.messages });
    if (this.screens !== null) await this.#loadScreens();
  }

  protected override render(): TemplateResult {
    const context = this.#startContext();
    const loaded = this.flowState.status === 'empty' ? null : loadedOf(this.flowState);
    return html`${frame(this.#screen(context), loaded, this.flowState, context)}`;
  }

  #screen(context: StartContext): Screen {
    const { flowState, screens } = this;
    if (flowState.status === 'empty') {
      if (this.ui.recent === null || screens === null) return dropScreen(flowState, context);
      const { recentScreen, words, importErrors } = screens;
      return recentScreen(this.ui.recent, { ...context, words, importErrors, reader: this.#reader });
    }
    if (screens === null) return readingScreen(flowState, context);
    const { screenOf, words, importErrors } = screens;
    return screenOf(flowState, { ...context, words, importErrors, reader: this.#reader });
  }
}

/** A wait that is worth telling of, in milliseconds: others are over before they are read. */
const LONG_WAIT_MS = 2000;

/** The wait that ends last. */
function longestOf(waits: readonly Waiting[]): Waiting | null {
  const endOf = ({ untilMs }: Waiting): number => untilMs ?? Number.POSITIVE_INFINITY;
  const long = waits.filter(({ waitMs }) => waitMs === null || waitMs >= LONG_WAIT_MS);
  return long.toSorted((a, b) => endOf(b) - endOf(a))[0] ?? null;
}
