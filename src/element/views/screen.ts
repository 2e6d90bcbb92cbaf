import type { TemplateResult } from 'lit';
import type { Change } from '../../core/changes.js';
import type { Dialect } from '../../core/dialect.js';
import type { DateFormat, Operation } from '../../core/hubspot.js';
import type { NewProperty } from '../../core/new-property.js';
import type { PartLimits } from '../../core/parts.js';
import type { ProblemGroup } from '../../core/problems.js';
import type { Settings } from '../../core/request.js';
import type { Waiting } from '../../client/waiting.js';
import type { Files, Loaded } from '../../core/state.js';
import type { Target } from '../../core/target.js';
import type { FileRow, ProblemKind, RowWindow } from '../../worker/protocol.js';
import type { Format } from '../format.js';
import type { ImportErrorWords } from '../messages/import-error-words.js';
import type { Messages, StartMessages } from '../messages/en.js';
import type { Noun } from '../messages/noun.js';
import type { Ui } from '../ui.js';

export interface Button {
  readonly label: string;
  readonly act: () => void;
  readonly isDisabled?: boolean;
}

/** What one status shows inside the frame, which itself never moves. */
export interface Screen {
  /** 1 to 4: File, Match, Check, Import. */
  readonly step: number;
  /** A sentence about these files. */
  readonly heading: string;
  /** What is left to decide. */
  readonly intro: string;
  readonly body: TemplateResult;
  readonly back?: Button | undefined;
  /** What is going on, in the footer. */
  readonly note?: string | undefined;
  readonly primary?: Button | undefined;
  readonly secondary?: Button | undefined;
}

/** Everything a person can do. Views call these; they fire no events. `file` is the index of one of the files. */
export interface Callbacks {
  pick(files: Files): void;
  addFiles(files: Files): void;
  removeFile(file: number): void;
  paste(text: string): void;
  downloadTemplate(): void;
  resume(): void;
  back(): void;
  review(): void;
  /** Goes on to the check with one problem unfolded. */
  reviewProblem(file: number, problem: ProblemGroup): void;
  submit(): void;
  /** Holds the next part of a file back, or not any more. */
  stopAfterPart(isAsked: boolean): void;
  /** Sends the next part of a file, after one that failed or at which it was stopped. */
  sendNextPart(): void;
  /** Sends a part once more that failed or was canceled. */
  sendPartAgain(): void;
  /** Takes the parts that were sent before as not sent. */
  sendAllParts(): void;
  cancel(): void;
  reset(): void;
  reread(file: number, given: Partial<Dialect>): void;
  /** Takes another sheet of a workbook, zero-based. */
  readSheet(file: number, sheet: number): void;
  /** Goes back to what is suggested, without what was chosen the last time. */
  forgetChoices(): void;
  readAccountAgain(): void;
  addObjectType(file: number, objectTypeId: string): void;
  removeObjectType(file: number, objectTypeId: string): void;
  setTarget(file: number, column: number, target: Target | null): void;
  /** Begins to create a property for a column. */
  draftProperty(file: number, column: number, objectTypeId: string): void;
  changeDraft(change: Partial<NewProperty>): void;
  createProperty(): void;
  /** Adds values to the options of the property that the column of a problem is matched to. */
  addOptions(key: string, objectTypeId: string, property: string, labels: readonly string[]): void;
  setOperation(objectTypeId: string, operation: Operation): void;
  setDateFormat(format: DateFormat): void;
  setIdentifier(objectTypeId: string, property: string): void;
  set(settings: Partial<Settings>): void;
  /** Leads to where the marketing event is named. */
  enterEvent(): void;
  /** Replaces a value wherever its column holds it; null takes the replacement back. */
  changeValues(file: number, column: number, changes: Readonly<Record<string, string | null>>): void;
  changeCell(file: number, row: number, column: number, value: string | null): void;
  leaveOut(file: number, rows: readonly number[], isOut: boolean): void;
  undoChange(file: number, change: Change): void;
  undoChanges(): void;
  /** Opens the table of all rows, or shows others in it; `all`, `problems`, or the key of one kind of problem. */
  filterRows(filter: string): void;
  searchRows(file: number, query: string): void;
  /** Brings a row into sight, by its spreadsheet number. */
  goToRow(file: number, row: number): void;
  closeRows(): void;
  showRows(key: string, file: number, rows: readonly number[]): void;
  copy(text: string, what: string): void;
  downloadContent(file: number): void;
  downloadRefused(): void;
  downloadReport(): void;
  /** Goes back to the check with the refused rows only. */
  correctRefused(): void;
  /** Takes in again the rows that the import was not about. */
  takeAllRows(): void;
  readErrorsAgain(): void;
  followAgain(): void;
  /** Fetches HubSpot's list of imports, from its beginning or on from where it is. */
  readRecent(): void;
  openImport(importId: string): void;
  /** Looks once more for what was sent in an earlier visit of the page. */
  pickUp(): void;
  /** Takes the person's word that an import has not begun. */
  forgetLost(): void;
  stopWaiting(): void;
  showUi(change: Partial<Ui>): void;
}

/** What every view is given besides its slice of the state. */
export interface Context extends StartContext {
  readonly words: Messages;
  /** What HubSpot's error types mean. */
  readonly importErrors: ImportErrorWords;
  readonly reader: RowReader;
}

/** The same before the screens beyond the first are loaded, and with them the rest of the sentences. */
export interface StartContext {
  readonly words: StartMessages;
  readonly format: Format;
  /** What the import is about: `contacts`, or `contacts and companies`. */
  readonly noun: Noun;
  readonly nounOf: (objectTypeId: string) => Noun;
  /** Whether the person may choose among all objects. */
  readonly isOpen: boolean;
  readonly ui: Ui;
  readonly act: Callbacks;
  /** Largest file and number of rows taken. */
  readonly maxBytes: number;
  readonly maxRows: number;
  /** HubSpot's, of one import. */
  readonly limits: PartLimits;
  readonly isDisabled: boolean;
  readonly nowMs: number;
  /** The call that is made again last of those that wait; null when none does. */
  readonly waiting: Waiting | null;
  readonly isOffline: boolean;
  /** Base address for showing the request. */
  readonly endpoint: string;
  readonly apiVersion: string;
  /** The browser's time zone. */
  readonly zone: string;
}

/** Reads rows of the files in hand. */
export interface RowReader {
  /** The cells of rows by their spreadsheet numbers, ascending. */
  rows(file: number, rows: readonly number[]): Promise<readonly FileRow[]>;
  /** Rows with a problem of one kind, or of any. */
  problemRows(file: number, problem: ProblemKind | null, from: number, count: number): Promise<RowWindow>;
}

/** One of the files, as screens show it. */
export interface FilePlace {
  readonly loaded: Loaded;
  readonly file: number;
}

/** What tells one kind of problem from another on the screen. */
export const problemKey = (file: number, { code, column }: ProblemGroup): string =>
  `${file} ${code} ${column ?? ''}`;
