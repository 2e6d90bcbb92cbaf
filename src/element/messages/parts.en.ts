import type { Format } from '../format.js';
import { count } from './en.grammar.js';

/** What is said of a file over HubSpot's limits, which goes as several imports. */
export const partsEn = {
  // Ready
  partsByRows: (rows: number, limit: number, parts: number, f: Format): string =>
    `This file has ${count(rows, 'row', 'rows', f)} to send; HubSpot takes ${f.number(limit)} at a time, the header included. It will be sent as ${f.number(parts)} imports, one after the other.`,
  partsByBytes: (bytes: string, limit: string, parts: number, f: Format): string =>
    `This file is ${bytes} as it is sent; HubSpot takes ${limit} at a time. It will be sent as ${f.number(parts)} imports, one after the other.`,
  partsKeepOpen:
    'Keep this page open until the last part is sent. You can stop between two parts, and go on another day.',
  partsLists: 'Each of them makes a list of its own.',
  partsKeys:
    'A row that names a record of a later part is imported without that association: HubSpot does not have the record yet.',
  partsSentBefore: (sent: number, parts: number, f: Format): string =>
    `${f.number(sent)} of ${count(parts, 'part', 'parts', f)} of this file ${sent === 1 ? 'is' : 'are'} in HubSpot already. Only what is left will be sent.`,
  partsAll: 'Send the whole file again',
  partsLeftTitle: (rows: number, f: Format): string =>
    rows === 0 ? 'Every part of this file is sent' : `${count(rows, 'row', 'rows', f)} left to import`,
  importParts: (parts: number, f: Format): string => `Import in ${count(parts, 'part', 'parts', f)}`,
  partsTitle: 'The parts',
  partRows: (number: number, first: string, last: string, f: Format): string =>
    first === last ? `${f.number(number)}. Row ${first}` : `${f.number(number)}. Rows ${first} to ${last}`,
  partState: {
    waiting: 'To be sent',
    sending: 'Being sent',
    working: 'HubSpot is working',
    done: 'Imported',
    failed: 'Failed',
    canceled: 'Canceled',
    reverted: 'Undone',
  },

  // On the way
  partOf: (text: string, number: number, parts: number, f: Format): string =>
    `Part ${f.number(number)} of ${f.number(parts)}: ${text}`,
  partsDone: (rows: number, total: number, f: Format): string =>
    `${f.number(rows)} of ${f.number(total)} rows of the file`,
  partsSending: 'Keep this page open until the last part is sent.',
  stopAfterPart: 'Stop after this part',
  stoppingAfterPart: 'No further part is sent after this one.',
  goOnAfterPart: 'Go on with the next part after all',
  pickedUpPart: (number: number, parts: number, file: string, f: Format): string =>
    number === parts
      ? `This is the last of ${f.number(parts)} parts of ${file}.`
      : `This is part ${f.number(number)} of ${f.number(parts)}. Choose ${file} again to go on with the parts that are left.`,

  // Report
  partsStopped: (number: number, parts: number, f: Format): string =>
    `Stopped after part ${f.number(number)} of ${f.number(parts)}. The parts that are left were not sent.`,
  partStopped: (number: number, parts: number, f: Format): string =>
    `Part ${f.number(number)} of ${f.number(parts)} did not come to its end. Its rows can be sent again; those of the parts before it are in HubSpot.`,
  nextPart: (number: number, parts: number, f: Format): string =>
    `Go on with part ${f.number(number)} of ${f.number(parts)}`,
  partAgain: (number: number, f: Format): string => `Send part ${f.number(number)} again`,
};
