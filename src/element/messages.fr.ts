import { en, type Messages } from './messages.js';
export const fr: Messages = en;
