/** Draws from a fixed sequence: the same seed gives the same people on every machine. */
export interface Draw {
  /** A number from 0 up to, not including, `below`. */
  number(below: number): number;
  one<T>(list: readonly [T, ...T[]]): T;
}

/** mulberry32, a published generator of five lines. */
export function createDraw(seed: number): Draw {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const number = (below: number): number => Math.floor(next() * below);
  return { number, one: (list) => list[number(list.length)] ?? list[0] };
}

const FIRST = [
  'Ingrid',
  'Amadou',
  'Anna',
  'José',
  'Maëlle',
  'Søren',
  'Zoë',
  'Łukasz',
  'Chiara',
  'Noah',
  'Aïcha',
  'Björn',
  'Inês',
  'Olena',
  'Yuki',
  'Mateo',
] as const;
const LAST = [
  'Solberg',
  'Diallo',
  'Weiß',
  'García',
  'Lefèvre',
  'Jørgensen',
  'Okafor',
  'Kowalski',
  'Rossi',
  'Müller',
  'Benali',
  'Åkesson',
  'Gonçalves',
  'Shevchenko',
  'Tanaka',
  'O’Neill',
] as const;
const FIRMS = [
  'Nordlys Rederi',
  'Atelier du Port',
  'Hafenkontor GmbH',
  'Blue Anchor Ltd',
  'Astilleros del Sur',
  'Cantiere Riva',
  'Marina & Sons',
  'Kajplats AB',
] as const;
const JOBS = [
  'Harbour master',
  'Sail maker',
  'Accountant',
  'Head of sales',
  'Skipper',
  'Boat builder',
  'Buyer',
] as const;
type Place = readonly [city: string, postcode: string, country: string, prefix: string];
const PLACES: readonly [Place, ...Place[]] = [
  ['Bergen', '5003', 'Norway', '+47'],
  ['La Rochelle', '17000', 'France', '+33'],
  ['Hamburg', '20457', 'Germany', '+49'],
  ['Cádiz', '11001', 'Spain', '+34'],
  ['Gdańsk', '80-001', 'Poland', '+48'],
  ['Plymouth', 'PL1 2AA', 'United Kingdom', '+44'],
];
const STAGES = ['Subscriber', 'Lead', 'Marketing Qualified Lead', 'Opportunity', 'Customer'] as const;
const INTERESTS = ['Sailing', 'Rowing', 'Fishing', 'Diving', 'Boat building'] as const;
const OWNERS = [
  'ingrid.solberg@harbour.example',
  'amadou.diallo@harbour.example',
  'john.smith@harbour.example',
] as const;

/** An invented person. Email and member number are unique by `index`. */
export interface Person {
  readonly first: string;
  readonly last: string;
  readonly email: string;
  readonly phone: string;
  readonly firm: string;
  readonly job: string;
  readonly city: string;
  readonly postcode: string;
  readonly country: string;
  readonly stage: string;
  readonly interests: string;
  readonly owner: string;
  readonly member: string;
  /** Year, month, day. */
  readonly birthday: readonly [number, number, number];
  readonly since: readonly [number, number, number];
}

/** People in a row, the same ones for the same seed. */
export function people(rows: number, seed: number): Person[] {
  const draw = createDraw(seed);
  return Array.from({ length: rows }, (_, index) => drawPerson(draw, index + 1));
}

/** The domain that a firm's people have in their addresses. */
export const domainOf = (firm: string): string => `${plain(firm)}.example`;

export function drawPerson(draw: Draw, index: number): Person {
  const first = draw.one(FIRST);
  const last = draw.one(LAST);
  const firm = draw.one(FIRMS);
  const [city, postcode, country, prefix] = draw.one(PLACES);
  const interest = draw.one(INTERESTS);
  const other = draw.one(INTERESTS);
  return {
    first,
    last,
    email: `${plain(first)}.${plain(last)}.${index}@${domainOf(firm)}`,
    phone: `${prefix} ${100 + draw.number(900)} ${10 + draw.number(90)} ${1000 + draw.number(9000)}`,
    firm,
    job: draw.one(JOBS),
    city,
    postcode,
    country,
    stage: draw.one(STAGES),
    interests: interest === other ? interest : `${interest};${other}`,
    owner: draw.one(OWNERS),
    member: `HC-${String(index).padStart(7, '0')}`,
    birthday: [1950 + draw.number(55), 1 + draw.number(12), 1 + draw.number(28)],
    since: [2010 + draw.number(15), 1 + draw.number(12), 1 + draw.number(28)],
  };
}

/** Letters of an address: no accents, no spaces, lower case. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/ß/g, 'ss')
    .replace(/[øØ]/g, 'o')
    .replace(/[łŁ]/g, 'l')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase();

const two = (number: number): string => String(number).padStart(2, '0');

/** `2025-12-31`, `31.12.2025`, `12/31/2025`. */
export const isoDate = ([year, month, day]: readonly [number, number, number]): string =>
  `${year}-${two(month)}-${two(day)}`;
export const germanDate = ([year, month, day]: readonly [number, number, number]): string =>
  `${two(day)}.${two(month)}.${year}`;
export const americanDate = ([year, month, day]: readonly [number, number, number]): string =>
  `${month}/${day}/${year}`;

/** A file of CSV: a header, and rows under it. */
export const toCsv = (header: readonly string[], rows: readonly (readonly string[])[]): string =>
  [header, ...rows].map((cells) => `${toLine(cells, ',')}\r\n`).join('');

/** One line of CSV without its end; quotes only where they are needed, or around every cell. */
export function toLine(
  cells: readonly string[],
  delimiter: string,
  quoting: 'needed' | 'all' = 'needed',
): string {
  const special = new RegExp(`["\\r\\n${delimiter}]`);
  return cells
    .map((cell) => (quoting === 'all' || special.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join(delimiter);
}
