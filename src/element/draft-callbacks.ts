import { ImporterError } from '../core/errors.js';
import {
  internalName,
  type NewProperty,
  newPropertyProblem,
  proposeProperty,
  takenNames,
  usualGroup,
} from '../core/new-property.js';
import { loadedOf } from '../core/state.js';
import type { Host } from './callbacks.js';
import type { Flow } from './flow.js';
import type { Draft } from './ui.js';
import type { Callbacks } from './views/screen.js';

type DraftCallbacks = Pick<Callbacks, 'draftProperty' | 'changeDraft' | 'createProperty' | 'addOptions'>;

/** What a person does to define what the account lacks: a property for a column, options for its values. */
export function createDraftCallbacks(flow: Flow, host: Host): DraftCallbacks {
  const draft = (): Draft | null => host.ui().draft;
  const show = (change: Partial<Draft>): void => {
    const current = draft();
    if (current !== null) host.show({ draft: { ...current, ...change } });
  };
  const taken = (objectTypeId: string): ReadonlySet<string> => {
    const loaded = loadedOf(flow.state);
    return loaded === null ? new Set() : takenNames(loaded.account, objectTypeId);
  };

  return {
    draftProperty(file, column, objectTypeId) {
      const loaded = loadedOf(flow.state);
      const preview = loaded?.files[file]?.preview;
      if (loaded === null || preview === undefined) return;
      const cells = preview.rows.map((row) => row[column] ?? '');
      const group = usualGroup(loaded.account, objectTypeId);
      const header = preview.rawHeaders[column] ?? '';
      const property = proposeProperty(objectTypeId, header, cells, group, taken(objectTypeId));
      const fresh = { file, column, property, hasOwnName: false, groups: null, isSent: false, error: null };
      host.show({ picker: null, draft: fresh });
      host.focusAfterUpdate('.draft input');
      void flow.defining.groups(objectTypeId).then((groups) => {
        const now = draft();
        if (now?.property.objectTypeId !== objectTypeId) return;
        const isKnown = groups.some(({ name }) => name === now.property.groupName);
        const groupName = isKnown ? now.property.groupName : (groups[0]?.name ?? now.property.groupName);
        show({ groups, property: { ...now.property, groupName } });
      });
    },
    changeDraft(change) {
      const now = draft();
      if (now === null) return;
      const hasOwnName = now.hasOwnName || change.name !== undefined;
      const changed: NewProperty = { ...now.property, ...change };
      const name = hasOwnName ? changed.name : internalName(changed.label, taken(changed.objectTypeId));
      show({ hasOwnName, error: null, property: { ...changed, name } });
    },
    createProperty() {
      const now = draft();
      if (now === null || now.isSent) return;
      const { file, column, property } = now;
      if (newPropertyProblem(property, taken(property.objectTypeId)) !== null) return;
      show({ isSent: true, error: null });
      flow.defining.create(file, column, property).then(
        () => {
          host.show({ draft: null });
          host.focusAfterUpdate(`[data-column="${column}"]`);
        },
        (error: unknown) => show({ isSent: false, error: toError(error) }),
      );
    },
    addOptions(key, objectTypeId, property, labels) {
      host.show({ optionsError: null });
      flow.defining
        .addOptions(objectTypeId, property, labels)
        .catch((error: unknown) => host.show({ optionsError: { key, error: toError(error) } }));
    },
  };
}

const toError = (error: unknown): ImporterError =>
  error instanceof ImporterError ? error : new ImporterError('network', null, error);
