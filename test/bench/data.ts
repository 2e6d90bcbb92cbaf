/** Made-up customers as a CRM exports them: the same seed gives the same file. */
import { createDraw, type Draw } from '../../demo/samples/people.js';

export const HEADERS = [
  'First Name',
  'Last Name',
  'Email',
  'Phone Number',
  'Company Name',
  'Job Title',
  'City',
  'Postal Code',
  'Country',
  'Created',
  'Revenue',
  'Notes',
] as const;

type Words = readonly [string, ...string[]];

const FIRST: Words = [
  ...[
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
  ],
  ...[
    'Emma',
    'Liam',
    'Olivia',
    'James',
    'Sophia',
    'Lucas',
    'Marie',
    'Pierre',
    'Camille',
    'Hugo',
    'Inês',
    'Paulo',
  ],
  ...[
    'Hans',
    'Greta',
    'Jürgen',
    'Heike',
    'Pablo',
    'Lucía',
    'Diego',
    'Carmen',
    'Olena',
    'Yuki',
    'Mateo',
    'Nina',
  ],
] as unknown as Words;
const LOCAL: Words = ['a', 'b', 'c', 'd', 'info', 'jo', 'k.m', 'sales', 'x', 'zoe'];
const LAST_START: Words = [
  'Ander',
  'Berg',
  'Carl',
  'Dela',
  'Eriks',
  'Ferr',
  'Garc',
  'Hoff',
  'Ivers',
  'Jörg',
  'Kowal',
  'Lefèv',
  'Mart',
  'Nowak',
  'O’Con',
  'Pet',
  'Quint',
  'Ross',
  'Schu',
  'Thom',
  'Ueb',
  'Vas',
  'Weiß',
  'Zimm',
];
const LAST_MIDDLE: Words = ['', 'a', 'e', 'i', 'o', 'en', 'er', 'in', 'an', 'el', 'as', 'os'];
const LAST_END: Words = [
  'son',
  'sen',
  'mann',
  'ez',
  'ini',
  'ski',
  'ard',
  'ier',
  'lund',
  'gård',
  'ton',
  'ell',
  'ova',
  'ier',
  'berg',
  'stein',
];
const FIRM_START: Words = [
  'Nordlys',
  'Hafen',
  'Blue Anchor',
  'Astilleros',
  'Cantiere',
  'Marina',
  'Kajplats',
  'Atelier',
  'Delta',
  'Omega',
  'Global',
  'Prime',
  'Vertex',
  'Lumen',
  'Boréal',
  'Solaris',
];
const FIRM_MIDDLE: Words = [
  'Shipping',
  'Foods',
  'Systems',
  'Consulting',
  'Energy',
  'Design',
  'Logistics',
  'Media',
  'Textiles',
  'Partners',
  'Robotics',
  'Travel',
  'Health',
  'Capital',
];
const FIRM_END: Words = ['GmbH', 'AB', 'Ltd', 'S.A.', 'Inc', 'SARL', 'B.V.', 'Oy', 'Kft', 'Lda'];
const JOBS: Words = [
  'Accountant',
  'Head of sales',
  'Buyer',
  'Sales manager',
  'Marketing assistant',
  'Engineer',
  'CEO',
  'Owner',
  'Office manager',
  'Consultant',
  'Developer',
  'Product lead',
];
const CITIES: Words = [
  'Bergen',
  'La Rochelle',
  'Hamburg',
  'Göteborg',
  'Bordeaux',
  'Lisboa',
  'Málaga',
  'Kraków',
  'Dublin',
  'Antwerpen',
  'Genova',
  'Split',
  'Turku',
  'Aarhus',
  'Nîmes',
  'Cork',
];
const COUNTRIES: Words = [
  'Norway',
  'France',
  'Germany',
  'Sweden',
  'Portugal',
  'Spain',
  'Poland',
  'Ireland',
  'Belgium',
  'Italy',
];
const NOTES: Words = [
  'called back later',
  'wants a quote for next year',
  'met at the fair',
  'prefers e-mail',
  'asked about the warranty and the delivery',
  'long-standing customer',
  'zurückrufen',
  'à relancer',
];

/** Lines of the file, from the `from`-th record on; numbers make addresses and telephones differ. */
export function createLines(seed = 1): (from: number, count: number) => string {
  const draw = createDraw(seed);
  return (from, count) => {
    let text = '';
    for (let record = from; record < from + count; record += 1) text += line(draw, record);
    return text;
  };
}

export const HEADER_LINE = `${HEADERS.join(',')}\n`;

function line(draw: Draw, record: number): string {
  const first = draw.one(FIRST);
  const last = draw.one(LAST_START) + draw.one(LAST_MIDDLE) + draw.one(LAST_END);
  const start = draw.one(FIRM_START);
  const firm = `${start} ${draw.one(FIRM_MIDDLE)} ${draw.number(40)}`;
  const email = `${draw.one(LOCAL)}.${last.length}${record.toString(36)}@${start.length}${draw.number(3000)}.example.com`;
  const phone = `+${31 + draw.number(18)} ${100 + draw.number(900)} ${10 + draw.number(90)} ${1000 + draw.number(9000)}`;
  const firmCell =
    draw.number(12) === 0 ? `"${firm}, ${draw.one(FIRM_END)}"` : `${firm} ${draw.one(FIRM_END)}`;
  const postcode = String(10_000 + draw.number(9_000));
  const day = `${2015 + draw.number(11)}-${two(1 + draw.number(12))}-${two(1 + draw.number(28))}`;
  const revenue = draw.number(4) === 0 ? '' : String(draw.number(90_000_000) / 100);
  return `${first},${last},${email.toLowerCase()},${phone},${firmCell},${draw.one(JOBS)},${draw.one(CITIES)},${postcode},${draw.one(COUNTRIES)},${day},${revenue},${note(draw)}\n`;
}

const two = (value: number): string => String(value).padStart(2, '0');

/** About every sixth cell needs quotes for what it holds: a comma, a doubled quote or a line break. */
function note(draw: Draw): string {
  const kind = draw.number(12);
  if (kind < 5) return '';
  const text = `${draw.one(NOTES)} ${draw.number(10_000)}`;
  if (kind === 5) return `"${text}, said ""${draw.one(NOTES)}"""`;
  if (kind === 6) return `"${text},\n${draw.one(NOTES)}"`;
  return text;
}
