import {
  type Changes,
  NO_CHANGES,
  withCell,
  withLeftOut,
  withoutChange,
  withValues,
} from '../core/changes.js';
import { type Mapping, setDateFormat, setIdentifier, setOperation, setProperty } from '../core/mapping.js';
import { type Loaded, loadedOf } from '../core/state.js';
import type { FileRow } from '../worker/protocol.js';
import { saveContent, saveRefused, saveReport, saveTemplate } from './downloads.js';
import type { Flow } from './flow.js';
import type { Ui } from './ui.js';
import { type Callbacks, type Context, problemKey } from './views/screen.js';

/** Rows of one problem that are shown at once. */
const ROWS_SHOWN = 100;

/** What the callbacks need of the element. */
export interface Host {
  ui(): Ui;
  show(change: Partial<Ui>): void;
  context(): Context;
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
  const change = (make: (changes: Changes) => Changes): void => {
    const current = loaded();
    if (current !== null) flow.change(make(current.changes));
  };

  return {
    pick(file, isOneOfSeveral = false) {
      quietly(flow.load(file).then(() => host.show({ tookOneOfSeveral: isOneOfSeveral })));
    },
    paste(text) {
      const file = new File([text], host.context().words.pasteName, { type: 'text/tab-separated-values' });
      flow.load(file).catch(() => {
        if (flow.state.status === 'empty') host.show({ isPasting: true, pasted: text });
      });
    },
    downloadTemplate: () => quietly(saveTemplate(flow, host.context())),
    resume: () => flow.resume(),
    back: () => flow.back(),
    review: () => quietly(flow.check()),
    reviewProblem(problem) {
      quietly(
        flow.check().then(() => {
          host.show({ openProblem: problemKey(problem) });
          host.focusAfterUpdate('.problem [aria-expanded="true"]');
        }),
      );
    },
    submit: () => quietly(flow.submit()),
    cancel: () => quietly(flow.cancel()),
    reset: () => flow.reset(),
    reread: (given) => quietly(flow.reread(given)),
    readPropertiesAgain: () => quietly(flow.readFactsAgain()),
    setProperty(column, property) {
      host.show({ picker: null });
      edit((mapping) => setProperty(mapping, column, property));
      host.focusAfterUpdate(`[data-column="${column}"]`);
    },
    setOperation(operation) {
      edit((mapping) => setOperation(mapping, operation));
    },
    setDateFormat(format) {
      edit((mapping) => setDateFormat(mapping, format, 'person'));
    },
    setIdentifier(property) {
      edit((mapping) => setIdentifier(mapping, property));
    },
    set(settings) {
      const current = loaded();
      if (current !== null) flow.set({ ...current.settings, ...settings });
    },
    changeValues: (column, replacements) => change((changes) => withValues(changes, column, replacements)),
    changeCell: (row, column, value) => change((changes) => withCell(changes, row, column, value)),
    leaveOut: (rows, isOut) => change((changes) => withLeftOut(changes, rows, isOut)),
    undoChange: (made) => change((changes) => withoutChange(changes, made)),
    undoChanges: () => change(() => NO_CHANGES),
    showRows(key, rows) {
      host.show({ shownRows: { key, rows: null } });
      const show = (found: readonly FileRow[]): void => {
        if (host.ui().shownRows?.key === key) host.show({ shownRows: { key, rows: found } });
      };
      flow.rows(rows.slice(0, ROWS_SHOWN)).then(show, () => show([]));
    },
    // Where the page may not write to the clipboard, the text is there to be selected.
    copy: (text, what) => quietly(copyText(text).then(() => host.show({ copied: what }))),
    downloadContent: () => quietly(saveContent(flow)),
    downloadRefused: () => quietly(saveRefused(flow, host.context())),
    downloadReport: () => quietly(saveReport(flow, host.context())),
    readErrorsAgain: () => flow.readErrorsAgain(),
    followAgain: () => flow.followAgain(),
    showUi: (ui) => host.show(ui),
  };
}

/** There is no clipboard on plain http. */
const copyText = async (text: string): Promise<void> => navigator.clipboard.writeText(text);

/** The flow tells of errors by itself, in the state and by event; a click has nobody to reject to. */
function quietly(promise: Promise<unknown>): void {
  promise.catch(() => undefined);
}
