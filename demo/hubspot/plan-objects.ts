import { canAssociate } from './associations.js';
import type { FileMapping, ImportRequest } from './import-request.js';
import { type AccountObject, findObject } from './objects.js';
import type { EventColumn, ObjectPlan, PlanContext } from './plan.js';
import { objectNamed } from './plan-columns.js';
import { contradiction, PlanFailure } from './plan-failure.js';
import type { KeyColumn, LabelColumn } from './plan-ties.js';

/** What a file was found to hold. */
interface Findings {
  readonly plans: readonly ObjectPlan[];
  readonly keys: readonly KeyColumn[];
  readonly labels: readonly LabelColumn[];
  readonly events: readonly EventColumn[];
}

/** @throws {PlanFailure} for an operation on an object type that is not there */
export function checkOperations(request: ImportRequest, objects: readonly AccountObject[]): void {
  for (const [name, operation] of Object.entries(request.operations)) {
    const object = objectNamed(name, objects);
    // What an update does to objects that the import tool only creates is not documented; here it is refused (inferred).
    if (operation === 'UPDATE' && (object.isCreateOnly || object.imports === 'participants')) {
      throw contradiction(`${object.plural} can only be created`);
    }
  }
}

/** Do the objects of the file go together? That one that is tied to none of the others fails the import is inferred. */
export function checkObjects(found: Findings, context: PlanContext): void {
  const { plans, keys, labels } = found;
  if (plans.length === 0) throw contradiction('No column holds values of an object');
  for (const plan of plans) checkObject(plan, found);
  for (const key of keys) {
    if (!plans.some(({ object }) => object === key.from)) {
      throw contradiction(`Keys of ${key.from.plural}, but no column of theirs`);
    }
    // Associations of one object with itself are made from one file (knowledge base).
    if (key.kind === 'same-object' && context.request.files.length > 1) {
      throw contradiction('Associations within one object need a single file');
    }
  }
  for (const { from, to } of labels) {
    const isPair =
      keys.some((key) => key.from === from && key.to === to) ||
      (from !== to && [from, to].every((end) => plans.some(({ object }) => object === end)));
    if (!isPair) throw contradiction(`No column ties ${from.plural} to ${to.plural}`);
  }
  if (found.events.length > 0) checkEvent(plans, context);
}

function checkObject(plan: ObjectPlan, found: Findings): void {
  const { object, identifiers } = plan;
  const { plans, keys } = found;
  if (object.imports === 'participants') {
    throw contradiction(`${object.plural} themselves cannot be imported, their participants can`);
  }
  if (object.isCreateOnly && identifiers.length > 0)
    throw contradiction(`${object.plural} can only be created`);
  const others = plans.map((other) => other.object).filter((other) => other !== object);
  const partners = others.filter((other) => canAssociate(object.id, other.id));
  if (others.length > 0 && partners.length === 0) {
    throw contradiction(
      `${object.plural} cannot be associated with ${others.map(({ plural }) => plural).join(', ')}`,
    );
  }
  const canBelong =
    partners.some((other) => isPartner(object, other)) ||
    keys.some((key) => key.from === object && isPartner(object, key.to));
  // With an identifier, its records may all be there already.
  if (plan.needsPartner && !canBelong && identifiers.length === 0)
    throw contradiction(`${object.plural} must be imported with what they belong to`);
}

/** True when another record of this type is what a new record of the object needs on its row. */
export const isPartner = ({ tiedTo }: AccountObject, { id }: AccountObject): boolean =>
  tiedTo === 'any' || tiedTo?.includes(id) === true;

/** True when another file ties its records to those of this object. */
export const isTiedElsewhere = (object: AccountObject, mapping: FileMapping, context: PlanContext): boolean =>
  context.request.files.some(
    ({ fileName, columns }) =>
      fileName !== mapping.fileName &&
      columns.some(
        ({ toObjectType, foreignKeyType }) =>
          foreignKeyType !== null &&
          toObjectType !== null &&
          findObject(context.objects, toObjectType) === object,
      ),
  );

function checkEvent(plans: readonly ObjectPlan[], { request, hasEvent }: PlanContext): void {
  if (!plans.some(({ object }) => object.id === '0-1')) {
    throw contradiction('Participants are contacts, but the file has no column of contacts');
  }
  const { marketingEventId: id } = request;
  if (id === null || !hasEvent(id)) {
    throw new PlanFailure(
      'MISSING_EVENT_DEFINITION',
      id === null ? 'No marketingEventObjectId' : `No marketing event ${id}`,
    );
  }
}
