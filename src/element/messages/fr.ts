import { checkFr } from './check.fr.js';
import type { Messages } from './en.js';
import { importingFr } from './import.fr.js';
import { matchFr } from './match.fr.js';
import { partsFr } from './parts.fr.js';
import { startFr } from './start.fr.js';

/**
 * Every sentence in French, with HubSpot's own terms (objet, propriété, fiche, importation). Nouns come without an article
 * or a gender, a custom object's even without a singular: sentences put `vos` before the plural, or speak of `fiches`.
 */
export const fr: Messages = { ...startFr, ...matchFr, ...checkFr, ...importingFr, ...partsFr };
