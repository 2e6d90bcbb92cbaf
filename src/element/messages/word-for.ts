/** What a table says of a name that HubSpot gave; names that every object has, such as `constructor`, are none of it. */
export const wordFor = <T>(table: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;
