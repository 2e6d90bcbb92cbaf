import { domainOf, people } from './people.js';

/** A cell of a workbook: a text, a number, a day in UTC, or nothing. Numbers and days are shown in a format. */
export type SampleCell = string | { readonly value: number | Date; readonly format: string } | null;

export interface SampleSheet {
  readonly name: string;
  readonly rows: readonly (readonly SampleCell[])[];
}

/** Excel’s format for French postcodes and telephone numbers, which it keeps as numbers without their zero. */
const POSTCODE = '00000';
const PHONE = '0#" "##" "##" "##" "##';

/** A club’s workbook as its office keeps it: a title above the table, a blank row in it, what Excel makes of what is typed. */
export function clubWorkbook(count: number): readonly SampleSheet[] {
  const members = people(count, 12).map((person, index): SampleCell[] => {
    const { first, last, email, job, member } = person;
    const [year, month, day] = person.since;
    return [
      index === 3 ? email.replace('@', ' at ') : email,
      first,
      last,
      job,
      member,
      { value: 612_345_678 + 101 * index, format: PHONE },
      { value: 1000 + 730 * index, format: POSTCODE },
      { value: new Date(Date.UTC(year, month - 1, day)), format: 'dd/mm/yyyy' },
      {
        value: new Date(Date.UTC(2026, index % 9, 1 + (index % 28), 8 + (index % 10), 30)),
        format: 'dd/mm/yyyy hh:mm',
      },
    ];
  });
  const firms = [...new Set(people(count, 12).map(({ firm }) => firm))];
  const half = Math.floor(members.length / 2);
  return [
    {
      name: 'Members',
      rows: [
        ['Harbour club, members of 2026'],
        [],
        [
          'Email',
          'First Name',
          'Last Name',
          'Job Title',
          'Member number',
          'Phone Number',
          'Postal Code',
          'Member since',
          'Last visit',
        ],
        ...members.slice(0, half),
        [],
        ...members.slice(half),
      ],
    },
    {
      name: 'Firms',
      rows: [['Company Domain Name', 'Company name'], ...firms.map((firm) => [domainOf(firm), firm])],
    },
    { name: 'Notes', rows: [['Ask about the winter berths.']] },
  ];
}
