import type { ImportErrorWords } from './import-error-words.js';
export const importErrorsFr: ImportErrorWords = {};
