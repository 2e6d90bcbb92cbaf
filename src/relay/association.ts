import * as z from 'zod/mini';
import { typeId, type Policy } from './policy.js';
import { Refusal, type Answer } from './refusal.js';

/** An association type that an import wants to use. Its id alone does not say which records it reaches. */
export interface Association {
  /** Object type id of the column. */
  readonly from: string;
  /** Object type id at the far end; null when the request leaves it to the association type. */
  readonly to: string | null;
  readonly typeId: number;
  readonly category: string;
}

/** Association types from one object type to another (associations schema API, "labels"). */
const labelsSchema = z.object({
  results: z.array(z.object({ typeId: z.int(), category: z.string() })),
});

/**
 * Asks HubSpot whether every association type leads from and to object types that the policy allows. A request could name
 * an allowed type beside the id of an association that leads elsewhere; what HubSpot makes of that is not documented.
 *
 * @param readLabels Association types from one object type to another, as HubSpot answers them.
 * @throws {Refusal} 403 `association`, and when HubSpot does not say: 429 or 403 `association-unknown`
 */
export async function checkAssociations(
  associations: readonly Association[],
  policy: Policy,
  readLabels: (from: string, to: string) => Promise<Answer>,
): Promise<void> {
  const allowed = [...new Set((policy.objectTypes ?? []).map(typeId))];
  const known = new Map<string, ReadonlySet<string>>();
  for (const { from, to, typeId: id, category } of associations) {
    let found = false;
    for (const end of to === null ? allowed : [to]) {
      const pair = `${from} ${end}`;
      const types = known.get(pair) ?? readTypes(await readLabels(from, end));
      known.set(pair, types);
      found ||= types.has(`${category} ${id}`);
    }
    if (!found) throw new Refusal(403, 'association', 'You may not make this association.');
  }
}

function readTypes({ status, headers, body }: Answer): ReadonlySet<string> {
  const read = labelsSchema.safeParse(status === 200 ? (JSON.parse(body) as unknown) : null);
  if (read.success) return new Set(read.data.results.map((it) => `${it.category} ${it.typeId}`));
  const wait = headers['retry-after'];
  throw new Refusal(
    status === 429 ? 429 : 403,
    'association-unknown',
    'HubSpot did not say where this association leads, so it was not made.',
    wait === undefined ? {} : { headers: { 'retry-after': wait } },
  );
}
