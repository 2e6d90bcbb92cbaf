import { checkEn } from './check.en.js';
import { importingEn } from './import.en.js';
import { matchEn } from './match.en.js';
import { partsEn } from './parts.en.js';
import { startEn } from './start.en.js';

/**
 * Every sentence a person can read, in English. A page replaces any of them through the `messages` property;
 * other languages are complete tables of the same shape.
 */
export const en = { ...startEn, ...matchEn, ...checkEn, ...importingEn, ...partsEn };

/** A complete table of sentences. */
export type Messages = typeof en;

/** The sentences of the first screens. */
export type StartMessages = typeof startEn;
