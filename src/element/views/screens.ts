import type { ImportState } from '../../core/state.js';
import { readyScreen } from './check.js';
import { readingScreen } from './drop.js';
import { readingPreviewScreen } from './file.js';
import { mappingScreen } from './map.js';
import { checkingScreen, submittingScreen, trackingScreen } from './progress.js';
import { reportScreen } from './report.js';
import type { Context, Screen } from './screen.js';

export { recentScreen } from './recent.js';
export { screenStyles } from '../styles/screens.js';

/** One screen a status. */
export function screenOf(state: Exclude<ImportState, { status: 'empty' }>, context: Context): Screen {
  switch (state.status) {
    case 'reading':
      return state.preview === null
        ? readingScreen(state, context)
        : readingPreviewScreen(
            { name: context.format.list(state.files.map(({ name }) => name)), preview: state.preview },
            context,
          );
    case 'mapping':
      return mappingScreen(state, context);
    case 'checking':
      return checkingScreen(state, context);
    case 'ready':
      return readyScreen(state, context);
    case 'submitting':
      return submittingScreen(state, context);
    case 'tracking':
      return trackingScreen(state, context);
    case 'done':
    case 'failed':
    case 'canceled':
    case 'reverted':
      return reportScreen(state, context);
  }
}
