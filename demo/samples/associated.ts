import { createDraw, domainOf, people, type Person, toCsv } from './people.js';

/** The people of all these files are the same, so that one can be imported after the other. */
const SEED = 4;

const firmCells = ({ firm, city }: Person): string[] => [domainOf(firm), firm, city];

/** People with their firms, of which several have the same one and some have none. */
export function peopleWithFirms(rows: number): string {
  const header = [
    'Email',
    'First Name',
    'Last Name',
    'Job Title',
    'Company Domain Name',
    'Company Name',
    'Company City',
  ];
  return toCsv(
    header,
    people(rows, SEED).map((person, index) => [
      person.email,
      person.first,
      person.last,
      person.job,
      ...(index % 12 === 11 ? ['', '', ''] : firmCells(person)),
    ]),
  );
}

const ROLES = ['Primary;Billing contact', 'Primary', 'Primary;Employer', 'Former employee', ''] as const;

/** What people are at their firms: a column of association labels. */
export const rolesAtFirms = (rows: number): string =>
  toCsv(
    ['Email', 'First Name', 'Company Domain Name', 'Company Name', 'Role at company'],
    people(rows, SEED).map((person, index) => [
      person.email,
      person.first,
      domainOf(person.firm),
      person.firm,
      ROLES[index % ROLES.length] ?? '',
    ]),
  );

/** Two files with the email address in both: people, and firms with one of their people a row. */
export const peopleApart = (rows: number): string =>
  toCsv(
    ['First Name', 'Last Name', 'Email', 'Job Title'],
    people(rows, SEED).map(({ first, last, email, job }) => [first, last, email, job]),
  );
export const firmsApart = (rows: number): string =>
  toCsv(
    ['Company Name', 'Company Domain Name', 'City', 'Email'],
    people(rows, SEED)
      .filter((_, index) => index % 2 === 0)
      .toSorted((one, other) => one.firm.localeCompare(other.firm, 'en'))
      .map(({ firm, city, email }) => [firm, domainOf(firm), city, email]),
  );

const RELATIONS = ['Parent', 'Spouse', 'Child'] as const;

/** Relatives of people who must be there already: contacts tied to contacts. */
export function families(rows: number): string {
  const draw = createDraw(8);
  return toCsv(
    ['Email', 'First Name', 'Last Name', 'Associated contact', 'Association label'],
    people(rows, SEED).map(({ last, email }, index) => [
      `relative.${index + 1}@home.example`,
      draw.one(['Jonas', 'Marit', 'Luis', 'Camille', 'Greta']),
      last,
      email,
      draw.one(RELATIONS),
    ]),
  );
}

/** Boats with the people who sail them: a custom object, and what each of them is. */
export function boatsWithSkippers(boats: number): string {
  const draw = createDraw(10);
  const crews = people(boats * 2, SEED);
  const rows = Array.from({ length: boats }, (_, index) => {
    const boat = [
      `HC-${1001 + index}`,
      draw.one(['Nordlys', 'Mouette', 'Albatros', 'Vela', 'Skarven', 'Petrel']),
      (6 + draw.number(90) / 10).toFixed(1),
      draw.one(['Sloop', 'Ketch', 'Yawl', 'Motor only']),
    ];
    const [skipper, mate] = crews.slice(index * 2);
    const aboard = [[skipper, 'Skipper'] as const, ...(index % 3 === 0 ? [[mate, 'Crew'] as const] : [])];
    return aboard.map(([person, role]) => [...boat, person?.email ?? '', person?.first ?? '', role]);
  });
  return toCsv(['Hull number', 'Boat name', 'Length (m)', 'Rig', 'Email', 'First Name', 'Role'], rows.flat());
}
