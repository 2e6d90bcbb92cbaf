/** A world of the stand-in seen from HubSpot's side: what it has before an import, and after. */

/** A record with what it is associated with. */
export interface SeenRecord {
  readonly id: string;
  readonly properties: Readonly<Record<string, string>>;
  /** By object type id: the other records, and as what they are tied to this one. */
  readonly associations: Readonly<
    Record<string, readonly { readonly id: string; readonly types: readonly AssociationType[] }[]>
  >;
  readonly participations?: readonly {
    readonly contactId: string;
    readonly type: string;
    readonly at: string;
  }[];
}

interface AssociationType {
  readonly typeId: number;
  readonly label: string | null;
}

/** Every record of an object type, oldest first. */
export async function seenRecords(world: string, objectTypeId: string): Promise<readonly SeenRecord[]> {
  const response = await fetch(`${world}/demo-api/records/${objectTypeId}?all`);
  const { latest } = (await response.json()) as { latest: SeenRecord[] };
  return latest.reverse();
}

/** Chosen values of every record of an object type, oldest first. */
export const valuesOf = async (
  world: string,
  objectTypeId: string,
  ...properties: readonly string[]
): Promise<readonly (readonly (string | undefined)[])[]> =>
  (await seenRecords(world, objectTypeId)).map((record) => properties.map((name) => record.properties[name]));

/** What a record is tied to: for each other record its id, and as what, the plain tie as null. */
export const tiesOf = (
  record: SeenRecord | undefined,
  objectTypeId: string,
): readonly (readonly [id: string, ...labels: readonly (string | null)[]])[] =>
  (record?.associations[objectTypeId] ?? []).map(
    ({ id, types }) => [id, ...types.map(({ label }) => label)] as const,
  );

/** Brings records into the account by HubSpot's own import call; gives their ids. */
export async function bring(
  world: string,
  objectTypeId: string,
  records: readonly Readonly<Record<string, string>>[],
): Promise<readonly string[]> {
  const names = [...new Set(records.flatMap((record) => Object.keys(record)))];
  const lines = [names, ...records.map((record) => names.map((name) => record[name] ?? ''))];
  const columnMappings = names.map((name) => ({
    columnObjectTypeId: objectTypeId,
    columnName: name,
    propertyName: name,
  }));
  const importRequest = {
    name: 'There before',
    files: [
      { fileName: 'before.csv', fileFormat: 'CSV', fileImportPage: { hasHeader: true, columnMappings } },
    ],
  };
  const body = new FormData();
  body.append('importRequest', JSON.stringify(importRequest));
  body.append('files', new File([lines.map((cells) => cells.join(',')).join('\n')], 'before.csv'));
  const ticket = await (await fetch(`${world}/hubspot/token`, { method: 'POST' })).json();
  const headers = { authorization: `Bearer ${ticket.access_token}` };
  const answer = await fetch(`${world}/hubspot/crm/v3/imports/`, { method: 'POST', headers, body });
  if (!answer.ok) throw new Error(await answer.text());
  const there = await seenRecords(world, objectTypeId);
  if (there.length < records.length) throw new Error(`${there.length} of ${records.length} records came`);
  return there.slice(-records.length).map(({ id }) => id);
}
