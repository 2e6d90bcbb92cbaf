import { controls } from './controls.js';
import { frame } from './frame.js';
import { narrow } from './narrow.js';
import { start } from './start.js';
import { tokens } from './tokens.js';

/** What is there from the first screen on; later rules win. */
export const styles = [tokens, frame, controls, start, narrow];
