import type { TemplateResult } from 'lit';
import type { Change } from '../../core/changes.js';
import type { Dialect } from '../../core/dialect.js';
import type { DateFormat, Operation } from '../../core/hubspot.js';
import type { ProblemGroup } from '../../core/problems.js';
import type { Settings } from '../../core/request.js';
import type { Format } from '../format.js';
import type { ImportErrorWords } from '../import-error-words.js';
import type { Messages, Noun } from '../messages.js';
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
  /** A sentence about this file. */
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

/** Everything a person can do. Views call these; they fire no events. */
export interface Callbacks {
  pick(file: File, isOneOfSeveral?: boolean): void;
  paste(text: string): void;
  downloadTemplate(): void;
  resume(): void;
  back(): void;
  review(): void;
  /** Goes on to the check with one problem unfolded. */
  reviewProblem(problem: ProblemGroup): void;
  submit(): void;
  cancel(): void;
  reset(): void;
  reread(given: Partial<Dialect>): void;
  readPropertiesAgain(): void;
  setProperty(column: number, property: string | null): void;
  setOperation(operation: Operation): void;
  setDateFormat(format: DateFormat): void;
  setIdentifier(property: string): void;
  set(settings: Partial<Settings>): void;
  /** Replaces a value wherever its column holds it; null takes the replacement back. */
  changeValues(column: number, changes: Readonly<Record<string, string | null>>): void;
  changeCell(row: number, column: number, value: string | null): void;
  leaveOut(rows: readonly number[], isOut: boolean): void;
  undoChange(change: Change): void;
  undoChanges(): void;
  showRows(key: string, rows: readonly number[]): void;
  copy(text: string, what: string): void;
  downloadContent(): void;
  downloadRefused(): void;
  downloadReport(): void;
  readErrorsAgain(): void;
  followAgain(): void;
  showUi(change: Partial<Ui>): void;
}

/** What every view is given besides its slice of the state. */
export interface Context {
  readonly words: Messages;
  readonly format: Format;
  readonly noun: Noun;
  readonly ui: Ui;
  readonly act: Callbacks;
  /** Largest file and number of rows taken. */
  readonly maxBytes: number;
  readonly maxRows: number;
  readonly isDisabled: boolean;
  readonly nowMs: number;
  /** Base address for showing the request. */
  readonly endpoint: string;
  readonly apiVersion: string;
  /** What HubSpot's error types mean. */
  readonly importErrors: ImportErrorWords;
}

/** What tells one kind of problem from another on the screen. */
export const problemKey = ({ code, column }: ProblemGroup): string => `${code} ${column ?? ''}`;
