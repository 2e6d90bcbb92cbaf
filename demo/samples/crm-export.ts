import { createDraw, domainOf, isoDate, people, toCsv } from './people.js';

/** The columns of an invented CRM's export of people, their firm and their last deal. Of many there is no property in HubSpot. */
export const CRM_HEADER =
  `Person ID,Title,First name,Middle name,Last name,Suffix,Job title,Department,Seniority,Email,Email 2,
Direct phone,Mobile,Fax,Preferred language,Birthday,Street,Street 2,City,State,Postal code,Country,Lifecycle stage,Lead status,
Lead source,Owner,Newsletter,Do not call,Tags,Interests,Membership,Member number,Member since,Last visit,Loyalty points,Remarks,
Organisation ID,Organisation,Website,Domain,Industry,Employees,Annual revenue,Organisation phone,Organisation city,
Organisation country,VAT number,Supplier number,Deal title,Deal pipeline,Deal stage,Deal value,Deal currency,Deal close date,
Next step,Created at,Created by,Updated at,Updated by,Open activities`
    .replaceAll('\n', '')
    .split(',');

/** Sixty columns: people with firms and deals, as another CRM writes them. */
export function crmExport(rows: number): string {
  const draw = createDraw(60);
  return toCsv(
    CRM_HEADER,
    people(rows, 60).map((person, index) => {
      const cells: Readonly<Record<string, string>> = {
        'Person ID': `P${70_001 + index}`,
        Title: draw.one(['Ms', 'Mr', '']),
        'First name': person.first,
        'Last name': person.last,
        'Job title': person.job,
        Seniority: draw.one(['Owner', 'Manager', 'Senior', '']),
        Email: person.email,
        'Email 2': index % 7 === 0 ? `private.${index}@home.example` : '',
        'Direct phone': person.phone,
        'Preferred language': draw.one(['English', 'French', 'German', 'Spanish']),
        Birthday: isoDate(person.birthday),
        City: person.city,
        'Postal code': person.postcode,
        Country: person.country,
        'Lifecycle stage': person.stage,
        'Lead status': draw.one(['New', 'Open', 'In Progress', 'Connected', '']),
        'Lead source': draw.one(['Trade fair', 'Website', 'Referral']),
        Owner: person.owner,
        Newsletter: draw.one(['Yes', 'No']),
        'Do not call': draw.one(['0', '1']),
        Tags: draw.one(['vip', 'boat show;2025', '']),
        Interests: person.interests,
        Membership: draw.one(['Guest', 'Junior', 'Full member', '']),
        'Member number': person.member,
        'Member since': isoDate(person.since),
        'Last visit': `${isoDate([2026, 1 + draw.number(10), 1 + draw.number(28)])} ${10 + draw.number(9)}:15`,
        'Loyalty points': String(draw.number(5000)),
        Remarks: draw.number(5) === 0 ? 'Met at the boat show,\nwants a brochure' : '',
        'Organisation ID': `ORG-${domainOf(person.firm).split('.')[0]}`,
        Organisation: person.firm,
        Website: `https://www.${domainOf(person.firm)}/`,
        Domain: domainOf(person.firm),
        Industry: draw.one(['Maritime', 'Shipbuilding', 'Sports', '']),
        Employees: String(2 + draw.number(400)),
        'Organisation city': person.city,
        'Organisation country': person.country,
        'Deal title': `Berth for ${person.last} ${index + 1}`,
        'Deal pipeline': 'Berths',
        'Deal stage': draw.one(['Requested', 'Contract Sent', 'Berth let']),
        'Deal value': `${400 + draw.number(9000)}.00`,
        'Deal currency': 'EUR',
        'Deal close date': isoDate([2027, 1 + draw.number(12), 1 + draw.number(28)]),
        'Created at': `${isoDate(person.since)}T08:00:00Z`,
        'Created by': 'importer',
        'Open activities': String(draw.number(4)),
      };
      return CRM_HEADER.map((name) => cells[name] ?? '');
    }),
  );
}
