import { boxes } from './boxes.js';
import { fields } from './fields.js';
import { files } from './files.js';
import { match } from './match.js';
import { picker } from './picker.js';
import { problems } from './problems.js';
import { recent } from './recent.js';
import { report } from './report.js';
import { rowTable } from './row-table.js';
import { screensNarrow } from './screens-narrow.js';
import { settings } from './settings.js';
import { summary } from './summary.js';
import { tables } from './tables.js';

/** What the screens beyond the first need; adopted when they are loaded. Later rules win. */
export const screenStyles = [
  boxes,
  tables,
  fields,
  match,
  picker,
  files,
  rowTable,
  settings,
  problems,
  summary,
  recent,
  report,
  screensNarrow,
];
