import { americanDate, createDraw, germanDate, people, toLine } from './people.js';

/** Columns of Outlook's own contact export, in its order. */
const OUTLOOK_HEADER =
  `Title,First Name,Middle Name,Last Name,Suffix,Company,Department,Job Title,Business Street,Business Street 2,
Business Street 3,Business City,Business State,Business Postal Code,Business Country/Region,Home Street,Home Street 2,Home Street 3,
Home City,Home State,Home Postal Code,Home Country/Region,Other Street,Other Street 2,Other Street 3,Other City,Other State,
Other Postal Code,Other Country/Region,Assistant's Phone,Business Fax,Business Phone,Business Phone 2,Callback,Car Phone,
Company Main Phone,Home Fax,Home Phone,Home Phone 2,ISDN,Mobile Phone,Other Fax,Other Phone,Pager,Primary Phone,Radio Phone,
TTY/TDD Phone,Telex,Account,Anniversary,Assistant's Name,Billing Information,Birthday,Business Address PO Box,Categories,Children,
Directory Server,E-mail Address,E-mail Type,E-mail Display Name,E-mail 2 Address,E-mail 2 Type,E-mail 2 Display Name,
E-mail 3 Address,E-mail 3 Type,E-mail 3 Display Name,Gender,Government ID Number,Hobby,Home Address PO Box,Initials,
Internet Free Busy,Keywords,Language,Location,Manager's Name,Mileage,Notes,Office Location,Organizational ID Number,
Other Address PO Box,Priority,Private,Profession,Referred By,Sensitivity,Spouse,User 1,User 2,User 3,User 4,Web Page`
    .replaceAll('\n', '')
    .split(',');

/** Outlook writes `0/0/00` for a date that is not set. */
const NO_DATE = '0/0/00';

/** Outlook's contact export: every cell quoted, most of its 92 columns empty. */
export function outlookExport(rows: number): string {
  const draw = createDraw(92);
  const lines = people(rows, 92).map((person) => {
    const cells: Readonly<Record<string, string>> = {
      'First Name': person.first,
      'Last Name': person.last,
      Company: person.firm,
      'Job Title': person.job,
      'Business City': person.city,
      'Business Postal Code': person.postcode,
      'Business Country/Region': person.country,
      'Business Phone': person.phone,
      Anniversary: NO_DATE,
      Birthday: draw.number(3) === 0 ? NO_DATE : americanDate(person.birthday),
      'E-mail Address': person.email,
      'E-mail Type': 'SMTP',
      'E-mail Display Name': `${person.first} ${person.last} (${person.email})`,
      Gender: 'Unspecified',
      Notes: draw.number(4) === 0 ? 'Met at the boat show.\r\nAsked for a berth of "12 m or so".' : '',
      Priority: 'Normal',
      Private: 'False',
      Sensitivity: 'Normal',
    };
    return toLine(
      OUTLOOK_HEADER.map((name) => cells[name] ?? ''),
      ',',
      'all',
    );
  });
  return [toLine(OUTLOOK_HEADER, ',', 'all'), ...lines, ''].join('\r\n');
}

const SALESFORCE_HEADER = [
  'Contact ID',
  'Salutation',
  'First Name',
  'Last Name',
  'Title',
  'Account Name',
  'Email',
  'Phone',
  'Mobile',
  'Mailing City',
  'Mailing Zip/Postal Code',
  'Mailing Country',
  'Lead Source',
  'Contact Owner',
  'Birthdate',
  'Created Date',
];

/** A report of contacts as Salesforce exports it: every cell quoted, American dates. */
export function salesforceExport(rows: number): string {
  const lines = people(rows, 18).map((person, index) =>
    toLine(
      [
        `0035g00000${String(index).padStart(5, '0')}AAV`,
        index % 2 === 0 ? 'Ms.' : 'Mr.',
        person.first,
        person.last,
        person.job,
        person.firm,
        person.email,
        person.phone,
        '',
        person.city,
        person.postcode,
        person.country,
        index % 3 === 0 ? 'Trade Show' : 'Web',
        'Ingrid Solberg',
        americanDate(person.birthday),
        americanDate(person.since),
      ],
      ',',
      'all',
    ),
  );
  return [toLine(SALESFORCE_HEADER, ',', 'all'), ...lines, ''].join('\n');
}

const GERMAN_HEADER = [
  'Anrede',
  'Vorname',
  'Nachname',
  'E-Mail-Adresse',
  'Firma',
  'Position',
  'Telefon',
  'PLZ',
  'Ort',
  'Land',
  'Geburtsdatum',
  'Mitglied seit',
  'Jahresbeitrag',
  'Newsletter',
];

/** What Excel writes on a German machine: semicolons, `31.12.2025`, decimal commas. To be written as Windows-1252. */
export function germanExport(rows: number): string {
  const draw = createDraw(49);
  const lines = people(rows, 49).map((person, index) =>
    toLine(
      [
        index % 2 === 0 ? 'Frau' : 'Herr',
        person.first,
        person.last,
        person.email,
        person.firm,
        person.job,
        person.phone,
        person.postcode,
        person.city,
        person.country,
        germanDate(person.birthday),
        germanDate(person.since),
        `${100 + draw.number(1900)},${draw.number(2) === 0 ? '00' : '50'}`,
        index % 3 === 0 ? 'ja' : 'nein',
      ],
      ';',
    ),
  );
  return [toLine(GERMAN_HEADER, ';'), ...lines, ''].join('\r\n');
}
