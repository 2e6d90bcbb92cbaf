import { createDraw, drawPerson, isoDate, type Person, toLine } from './people.js';

const HEADER = [
  'First Name',
  'Last Name',
  'Email',
  'Phone Number',
  'Company Name',
  'Job Title',
  'City',
  'Postal Code',
  'Country/Region',
  'Lifecycle Stage',
  'Contact owner',
  'Interests',
  'Member number',
  'Birthday',
  'Member since',
];

const toCells = (person: Person): string[] => [
  person.first,
  person.last,
  person.email,
  person.phone,
  person.firm,
  person.job,
  person.city,
  person.postcode,
  person.country,
  person.stage,
  person.owner,
  person.interests,
  person.member,
  isoDate(person.birthday),
  isoDate(person.since),
];

/** Nothing wrong with it: unique addresses and member numbers, known options, ISO dates. */
export function* cleanContacts(rows: number): Iterable<string> {
  const draw = createDraw(1);
  yield `${toLine(HEADER, ',')}\r\n`;
  for (let index = 1; index <= rows; index += 1) yield `${toLine(toCells(drawPerson(draw, index)), ',')}\r\n`;
}

const NOTE =
  'Came by the office in spring, wants to be called back before the season starts. Prefers the eastern pier, has asked about ' +
  'electricity, water and winter storage; the boat is twelve metres over all. Pays by transfer, once a year. ';

/** Clean contacts with a long note each, about 500 bytes a row, until `bytes` are reached: never more, less by a row at most. */
export function* largeContacts(bytes: number): Iterable<string> {
  const draw = createDraw(2);
  const header = `${toLine([...HEADER, 'Message'], ',')}\r\n`;
  yield header;
  const encoder = new TextEncoder();
  let left = bytes - encoder.encode(header).length;
  for (let index = 1; ; index += 1) {
    const start = draw.number(NOTE.length);
    const note = (NOTE + NOTE + NOTE).slice(start, start + 300);
    const line = `${toLine([...toCells(drawPerson(draw, index)), note], ',')}\r\n`;
    left -= encoder.encode(line).length;
    if (left < 0) return;
    yield line;
  }
}

/** What each kind of mess does to the cells of a good row; rows take them in turn, with good rows in between. */
const MESS: readonly ((cells: string[], index: number) => string[])[] = [
  (cells) => replace(cells, 'Email', `${cells[0]} at example.com`),
  (cells) => replace(cells, 'Email', 'someone@@harbour..example'),
  (cells) => replace(cells, 'Email', ''),
  (cells) => replace(cells, 'Email', 'twice@harbour.example'),
  (cells) => replace(cells, 'Email', 'Twice@Harbour.Example'),
  (cells) => replace(cells, 'Lifecycle Stage', 'Warm lead'),
  (cells) => replace(cells, 'Lifecycle Stage', 'customer'),
  (cells) => replace(cells, 'Interests', 'Sailing; Paragliding'),
  (cells, index) =>
    replace(cells, 'Birthday', `${1 + (index % 12)}/${1 + (index % 9)}/19${60 + (index % 30)}`),
  (cells) => replace(cells, 'Birthday', '31.12.1979'),
  (cells) => replace(cells, 'Birthday', '12/31/79'),
  (cells) => replace(cells, 'Birthday', 'last summer'),
  (cells) => replace(cells, 'Birthday', '2023-02-30'),
  (cells) => replace(cells, 'Contact owner', 'John Smith'),
  (cells) => replace(cells, 'Contact owner', 'Nobody Known'),
  (cells) => replace(cells, 'Company Name', 'The "Old" Boathouse, Ltd'),
  (cells) => replace(cells, 'Job Title', 'Skipper\nand cook'),
  (cells) => replace(cells, 'First Name', '  李 小龍 '),
  (cells) => replace(cells, 'Last Name', '=HYPERLINK("https://example.com","Click")'),
  (cells) => cells.slice(0, 9),
  (cells) => [...cells, 'a cell too many', ''],
  () => [''],
  (cells) => cells.map(() => ''),
];

/** About everything that goes wrong in files that people keep by hand. */
export function* messyContacts(rows: number): Iterable<string> {
  const draw = createDraw(3);
  yield `${toLine(HEADER, ',')}\n`;
  for (let index = 1; index <= rows; index += 1) {
    const cells = toCells(drawPerson(draw, index));
    const mess = index % 3 === 0 ? MESS[(index / 3) % MESS.length] : undefined;
    yield `${toLine(mess === undefined ? cells : mess(cells, index), ',')}\n`;
  }
}

function replace(cells: string[], column: string, value: string): string[] {
  return cells.with(HEADER.indexOf(column), value);
}
