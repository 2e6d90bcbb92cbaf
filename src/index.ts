/** The public door: registers the tag once, exports class and types. */
import { HubspotImporter } from './element/hubspot-importer.js';

if (!customElements.get('hubspot-importer')) customElements.define('hubspot-importer', HubspotImporter);

declare global {
  interface HTMLElementTagNameMap {
    'hubspot-importer': HubspotImporter;
  }
}

export { HubspotImporter };
export type { PublicPreview, PublicProblem } from './element/details.js';
export type {
  ErrorDetail,
  FileDetail,
  HubspotImporterEventMap,
  ProgressDetail,
  StateDetail,
  SubmitDetail,
} from './element/events.js';
export type { Messages } from './element/messages/en.js';
export type { ImportResponse } from './core/answers.js';
export { type ErrorCode, type ErrorDetails, ImporterError } from './core/errors.js';
export type { ImportRequest } from './core/import-request.js';
export type { MappingPreset, MappingRecipe } from './core/recipe.js';
export type { Target } from './core/target.js';
export type { ProblemCode, Severity } from './core/problems.js';
export type { Status } from './core/state.js';
