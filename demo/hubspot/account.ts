import type { ValidationRule } from './rules.js';

/** An owner as `GET /crm/v3/owners` answers it (owners API). */
export interface OwnerDefinition {
  readonly id: string;
  readonly email: string;
  readonly type: 'PERSON';
  readonly firstName: string;
  readonly lastName: string;
  readonly userId: number;
  readonly userIdIncludingInactive: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly archived: false;
}

const owner = (id: string, email: string, firstName: string, lastName: string): OwnerDefinition => ({
  id,
  email,
  type: 'PERSON',
  firstName,
  lastName,
  userId: Number(id) - 40_000_000,
  userIdIncludingInactive: Number(id) - 40_000_000,
  createdAt: '2024-02-01T09:00:00.000Z',
  updatedAt: '2024-02-01T09:00:00.000Z',
  archived: false,
});

/** Five users; two share a name, so that only an email address or an id tells them apart. */
export const OWNERS: readonly OwnerDefinition[] = [
  owner('51200101', 'ingrid.solberg@harbour.example', 'Ingrid', 'Solberg'),
  owner('51200102', 'amadou.diallo@harbour.example', 'Amadou', 'Diallo'),
  owner('51200103', 'anna.weiss@harbour.example', 'Anna', 'Weiß'),
  owner('51200104', 'john.smith@harbour.example', 'John', 'Smith'),
  owner('51200105', 'john.smith.2@harbour.example', 'John', 'Smith'),
];

/** `GET /account-info/v3/details` (account information API). */
export const ACCOUNT = {
  portalId: 26011984,
  accountType: 'DEVELOPER_TEST',
  timeZone: 'Europe/Paris',
  companyCurrency: 'EUR',
  additionalCurrencies: ['USD'],
  utcOffset: '+01:00',
  utcOffsetMilliseconds: 3_600_000,
  uiDomain: 'app.hubspot.com',
  dataHostingLocation: 'na1',
} as const;

/** Rules of the account's administrator, by object type and property. */
export const VALIDATION_RULES: Readonly<Record<string, Readonly<Record<string, readonly ValidationRule[]>>>> =
  {
    '0-1': {
      member_number: [{ ruleType: 'MAX_LENGTH', ruleArguments: ['12'] }],
      loyalty_points: [
        { ruleType: 'MIN_NUMBER', ruleArguments: ['0'] },
        { ruleType: 'MAX_NUMBER', ruleArguments: ['100000'] },
      ],
    },
    '0-2': {
      vat_number: [{ ruleType: 'REGEX', ruleArguments: ['[A-Z]{2}[0-9A-Z]{8,12}'] }],
      phone: [{ ruleType: 'PHONE_NUMBER_WITH_EXPLICIT_COUNTRY_CODE', ruleArguments: [] }],
      contract_until: [
        { ruleType: 'START_DATE', ruleArguments: ['2020-01-01'] },
        { ruleType: 'END_DATE', ruleArguments: ['2040-12-31'] },
      ],
    },
    '2-1234567': {
      hull_number: [{ ruleType: 'MIN_LENGTH', ruleArguments: ['3'] }],
      length_m: [{ ruleType: 'MIN_NUMBER', ruleArguments: ['1'] }],
    },
    '2-1234568': {
      berth_code: [{ ruleType: 'ALPHANUMERIC', ruleArguments: [] }],
      depth_m: [{ ruleType: 'DECIMAL', ruleArguments: ['1'] }],
    },
  };

/** Marketing events that the account has from its beginning, as records: imports bring their participants. */
export const MARKETING_EVENTS: readonly Readonly<Record<string, string> & { hs_object_id: string }>[] = [
  {
    hs_object_id: '500000000101',
    hs_event_name: 'Regatta evening',
    hs_event_type: 'Reception',
    hs_event_organizer: 'Harbour club',
    hs_start_datetime: '2026-06-12T17:00:00.000Z',
    hs_end_datetime: '2026-06-12T21:00:00.000Z',
  },
  {
    hs_object_id: '500000000102',
    hs_event_name: 'Boat show',
    hs_event_type: 'Fair',
    hs_event_organizer: 'Harbour club',
    hs_start_datetime: '2026-09-18T08:00:00.000Z',
    hs_end_datetime: '2026-09-20T16:00:00.000Z',
  },
];
