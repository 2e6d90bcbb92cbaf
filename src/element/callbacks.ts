import {
  type Changes,
  countChanges,
  NO_CHANGES,
  withCell,
  withLeftOut,
  withOnly,
  withoutChange,
  withValues,
} from '../core/changes.js';
import { ImporterError } from '../core/errors.js';
import { type Mapping, setDateFormat, setIdentifier, setOperation, setTarget } from '../core/mapping.js';
import { findObjectType } from '../core/objects.js';
import { type Loaded, loadedOf } from '../core/state.js';
import type { FileRow } from '../worker/protocol.js';
import { openRefused, saveContent, saveRefused, saveReport, saveTemplate } from './downloads.js';
import { createDraftCallbacks } from './draft-callbacks.js';
import { createRowsCallbacks } from './rows-callbacks.js';
import type { Flow } from './flow.js';
import type { StartMessages } from './messages/en.js';
import type { Recent, Ui } from './ui.js';
import { type Callbacks, type Context, problemKey } from './views/screen.js';

/** Rows of one problem that are shown at once. */
const ROWS_SHOWN = 100;

/** What the callbacks need of the element. */
export interface Host {
  ui(): Ui;
  show(change: Partial<Ui>): void;
  words(): StartMessages;
  /** What the screens are given, once they are loaded. */
  context(): Promise<Context>;
  /** Gives up all calls that wait to be made again. */
  stopWaiting(): void;
  /** After the next drawing. */
  focusAfterUpdate(selector: string): void;
}

/** What a person does becomes a call of the flow, or a change of what is unfolded. */
export function createCallbacks(flow: Flow, host: Host): Callbacks {
  const loaded = (): Loaded | null => loadedOf(flow.state);
  const edit = (change: (mapping: Mapping) => Mapping): void => {
    const current = loaded();
    if (current === null) return;
    const mapping = change(current.mapping);
    if (mapping !== current.mapping) flow.map(mapping);
  };
  const save = (saving: (flow: Flow, context: Context) => Promise<void>): void =>
    quietly(host.context().then((context) => saving(flow, context)));
  const enterEvent = (): void => host.focusAfterUpdate('.event input');
  const change = (file: number, make: (changes: Changes) => Changes): void => {
    const current = loaded()?.files[file];
    if (current !== undefined) flow.change(file, make(current.changes));
  };

  return {
    pick: (files) => quietly(flow.load(files)),
    addFiles: (files) => quietly(flow.add(files)),
    removeFile(file) {
      host.show({ file: 0, picker: null });
      flow.reading.remove(file);
    },
    paste(text) {
      const file = new File([text], host.words().pasteName, { type: 'text/tab-separated-values' });
      flow.load([file]).catch(() => {
        if (flow.state.status === 'empty') host.show({ isPasting: true, pasted: text });
      });
    },
    downloadTemplate: () => save(saveTemplate),
    resume: () => flow.resume(),
    back: () => flow.back(),
    review() {
      const failed = (error: unknown): void => {
        if (error instanceof ImporterError && error.code === 'mapping-no-event') enterEvent();
      };
      flow.check().catch(failed);
    },
    enterEvent,
    reviewProblem(file, problem) {
      quietly(
        flow.check().then(() => {
          host.show({ openProblem: problemKey(file, problem) });
          host.focusAfterUpdate('.problem [aria-expanded="true"]');
        }),
      );
    },
    submit: () => quietly(flow.submit()),
    stopAfterPart: (isAsked) => flow.stopAfterPart(isAsked),
    sendNextPart: () => quietly(flow.sequence.sendNext()),
    sendPartAgain: () => quietly(flow.sequence.sendAgain()),
    sendAllParts: () => flow.forgetParts(),
    cancel: () => quietly(flow.cancel()),
    reset: () => flow.reset(),
    reread: (file, given) => quietly(flow.reading.reread(file, given)),
    readSheet(file, sheet) {
      const openingSheet = { file, sheet };
      host.show({ openingSheet, picker: null, draft: null, rows: null });
      const settle = (): void => {
        if (host.ui().openingSheet === openingSheet) host.show({ openingSheet: null });
      };
      flow.reading.readSheet(file, sheet).then(settle, settle);
    },
    forgetChoices: () => flow.reading.forgetChoices(),
    readAccountAgain: () => quietly(flow.reading.readAccountAgain()),
    addObjectType(file, id) {
      const known = loaded()?.account.customObjects?.find(({ objectType }) => objectType.id === id);
      const objectType = known?.objectType ?? findObjectType(id);
      host.show({ isAddingObject: false });
      host.focusAfterUpdate('.add-object');
      if (objectType !== null) quietly(flow.reading.addObjectType(file, objectType));
    },
    removeObjectType(file, objectTypeId) {
      host.show({ picker: null });
      flow.reading.removeObjectType(file, objectTypeId);
      host.focusAfterUpdate('.add-object');
    },
    setTarget(file, column, target) {
      host.show({ picker: null });
      edit((mapping) => setTarget(mapping, file, column, target));
      host.focusAfterUpdate(`[data-column="${column}"]`);
    },
    ...createDraftCallbacks(flow, host),
    ...createRowsCallbacks(flow, host),
    setOperation(objectTypeId, operation) {
      edit((mapping) => setOperation(mapping, objectTypeId, operation));
    },
    setDateFormat(format) {
      edit((mapping) => setDateFormat(mapping, format, 'person'));
    },
    setIdentifier(objectTypeId, property) {
      edit((mapping) => setIdentifier(mapping, objectTypeId, property));
    },
    set(settings) {
      const current = loaded();
      if (current !== null) flow.set({ ...current.settings, ...settings });
    },
    changeValues: (file, column, replacements) =>
      change(file, (changes) => withValues(changes, column, replacements)),
    changeCell: (file, row, column, value) =>
      change(file, (changes) => withCell(changes, row, column, value)),
    leaveOut: (file, rows, isOut) => change(file, (changes) => withLeftOut(changes, rows, isOut)),
    undoChange: (file, made) => change(file, (changes) => withoutChange(changes, made)),
    undoChanges() {
      loaded()?.files.forEach(({ changes }, file) => {
        if (countChanges(changes) > 0) change(file, ({ only }) => withOnly(NO_CHANGES, only));
      });
    },
    takeAllRows() {
      loaded()?.files.forEach(({ changes }, file) => {
        if (changes.only !== null) change(file, () => withOnly(changes, null));
      });
    },
    showRows(key, file, rows) {
      host.show({ shownRows: { key, rows: null } });
      const show = (found: readonly FileRow[]): void => {
        if (host.ui().shownRows?.key === key) host.show({ shownRows: { key, rows: found } });
      };
      flow.contents.rows(file, rows.slice(0, ROWS_SHOWN)).then(show, () => show([]));
    },
    // Where the page may not write to the clipboard, the text is there to be selected.
    copy: (text, what) => quietly(copyText(text).then(() => host.show({ copied: what }))),
    downloadContent: (file) => quietly(saveContent(flow, file)),
    downloadRefused: () => save(saveRefused),
    downloadReport: () => save(saveReport),
    correctRefused: () => save(flow.knowsRefusedRows ? checkRefused : openRefused),
    readErrorsAgain: () => flow.following.readErrors(),
    followAgain: () => flow.following.again(),
    readRecent: () => quietly(readRecent(flow, host)),
    openImport: (importId) => quietly(flow.track(importId)),
    pickUp: () => quietly(flow.pickUp()),
    forgetLost: () => flow.forgetLost(),
    stopWaiting: () => host.stopWaiting(),
    showUi: (ui) => host.show(ui),
  };
}

/** Goes on with the refused rows of the files in hand; their import is told from the one before by its name. */
const checkRefused = (flow: Flow, { words }: Context): Promise<void> => {
  const ending = words.refusedImport('');
  return flow.checkRefused((name) => (name.endsWith(ending) ? name : words.refusedImport(name)));
};

/** Reads on in HubSpot's list of imports; from its beginning when it is not looked at yet. */
async function readRecent(flow: Flow, host: Host): Promise<void> {
  const { imports, after, isReading } = host.ui().recent ?? UNREAD;
  if (isReading) return;
  const show = (change: Partial<Recent>): void =>
    host.show({ recent: { imports, after, isReading: false, error: null, ...change } });
  show({ isReading: true });
  try {
    await host.context(); // the screen for it
    const page = await flow.imports(after);
    if (host.ui().recent === null) return; // the person has left it
    show({ imports: [...imports, ...page.imports], after: page.after });
  } catch (error) {
    if (error instanceof ImporterError && host.ui().recent !== null) show({ error });
  }
}

const UNREAD: Recent = { imports: [], after: null, isReading: false, error: null };

/** There is no clipboard on plain http. */
const copyText = async (text: string): Promise<void> => navigator.clipboard.writeText(text);

/** The flow tells of errors by itself, in the state and by event; a click has nobody to reject to. */
function quietly(promise: Promise<unknown>): void {
  promise.catch(() => undefined);
}
