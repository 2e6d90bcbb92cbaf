/** Stands for the host's own session, which the relay's `authorize` asks. */
interface User {
  readonly id: string;
  readonly mayImport: boolean;
}

const USERS: readonly User[] = [
  { id: 'ada', mayImport: true },
  { id: 'bob', mayImport: true },
  { id: 'eve', mayImport: false },
];

/** The user whose cookie a request carries, or null. */
export async function sessionOf(request: Request): Promise<User | null> {
  const id = /(?:^|; )session=(\w+)/.exec(request.headers.get('cookie') ?? '')?.[1];
  return USERS.find((user) => user.id === id) ?? null;
}
