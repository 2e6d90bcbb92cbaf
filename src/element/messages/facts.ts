import type { ErrorCode, ImporterError } from '../../core/errors.js';

/** The facts of an error whose code is known. */
export const facts = <C extends ErrorCode>(error: ImporterError, _code: C): ImporterError<C>['detail'] =>
  error.detail as ImporterError<C>['detail'];
