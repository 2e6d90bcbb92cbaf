import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { OWNERS, VALIDATION_RULES } from '../../demo/hubspot/account.js';
import { zoneOffset } from '../../demo/hubspot/dates.js';
import { createObjects, findObject } from '../../demo/hubspot/objects.js';
import { readValue } from '../../demo/hubspot/values.js';

const objects = createObjects(0);
const reading = (objectTypeId: string) => ({
  objectTypeId,
  dateFormat: 'DAY_MONTH_YEAR' as const,
  offsetAt: zoneOffset('UTC'),
  owners: OWNERS,
  rules: VALIDATION_RULES[objectTypeId] ?? {},
});

const cases: readonly (readonly [objectType: string, property: string, text: string, expected: string])[] = [
  ['contacts', 'email', 'Anna@Harbour.Example', 'anna@harbour.example'],
  ['contacts', 'email', 'anna@münchen.example', 'anna@münchen.example'],
  ['contacts', 'email', 'anna.harbour.example', 'INVALID_EMAIL'],
  ['contacts', 'email', 'anna@@harbour.example', 'INVALID_EMAIL'],
  ['contacts', 'email', 'anna@harbour..example', 'INVALID_EMAIL'],
  ['contacts', 'email', 'anna@harbour.example, bo@harbour.example', 'INVALID_EMAIL'],
  ['contacts', 'email', 'anna@localhost', 'INVALID_EMAIL'],
  ['contacts', 'firstname', '  Zoë ', 'Zoë'],
  ['contacts', 'message', 'x'.repeat(65_536), 'x'.repeat(65_536)],
  ['contacts', 'message', 'x'.repeat(65_537), 'COLUMN_TOO_LARGE'],
  ['contacts', 'num_notes', '4', 'FAILED_VALIDATION'],
  ['contacts', 'createdate', '01/01/2025', 'FAILED_VALIDATION'],
  ['contacts', 'lifecyclestage', 'Marketing Qualified Lead', 'marketingqualifiedlead'],
  ['contacts', 'lifecyclestage', 'marketingqualifiedlead', 'marketingqualifiedlead'],
  ['contacts', 'lifecyclestage', 'CUSTOMER', 'customer'],
  ['contacts', 'lifecyclestage', 'Warm', 'INVALID_ENUMERATION_OPTION'],
  ['contacts', 'interests', 'Sailing;rowing', 'sailing;rowing'],
  ['contacts', 'interests', ';Diving', ';diving'],
  ['contacts', 'interests', 'Sailing;Golf', 'INVALID_ENUMERATION_OPTION'],
  ['contacts', 'newsletter_opt_in', 'Yes', 'true'],
  ['contacts', 'newsletter_opt_in', 'FALSE', 'false'],
  ['contacts', 'newsletter_opt_in', '1', 'INVALID_ENUMERATION_OPTION'],
  ['contacts', 'birthday', '31/12/1979', '1979-12-31'],
  ['contacts', 'birthday', '12/31/1979', 'COULD_NOT_PARSE_DATE'],
  ['contacts', 'last_visit', '31/12/2025 10:00', '2025-12-31T10:00:00.000Z'],
  ['contacts', 'yearly_fee', '123.45', '123.45'],
  ['contacts', 'yearly_fee', '-.5', '-.5'],
  ['contacts', 'yearly_fee', '1,234.50', 'COULD_NOT_PARSE_NUMBER'],
  ['contacts', 'yearly_fee', '12 EUR', 'COULD_NOT_PARSE_NUMBER'],
  ['contacts', 'yearly_fee', '1'.repeat(20), 'INVALID_NUMBER_SIZE'],
  ['contacts', 'loyalty_points', '100001', 'INVALID_CUSTOM_PROPERTY_VALIDATION'],
  ['contacts', 'member_number', 'HC-1234567890', 'INVALID_CUSTOM_PROPERTY_VALIDATION'],
  ['contacts', 'hubspot_owner_id', 'anna weiß', '51200103'],
  ['contacts', 'hubspot_owner_id', 'JOHN.SMITH@harbour.example', '51200104'],
  ['contacts', 'hubspot_owner_id', '51200105', '51200105'],
  ['contacts', 'hubspot_owner_id', 'John Smith', 'MULTIPLE_OWNERS_FOUND'],
  ['contacts', 'hubspot_owner_id', 'Nobody', 'COULD_NOT_FIND_OWNER'],
  ['companies', 'domain', 'https://www.Nordlys.example/about?x=1', 'nordlys.example'],
  ['companies', 'domain', 'nordlys', 'INVALID_DOMAIN'],
  ['deals', 'hs_forecast_probability', '25%', '0.25'],
  ['deals', 'hs_forecast_probability', '.25', '.25'],
  ['deals', 'dealstage', 'Contract Sent', 'AMBIGUOUS_ENUMERATION_OPTION'],
  ['deals', 'deal_currency_code', 'GBP', 'INVALID_ENUMERATION_OPTION'],
  ['deals', 'hs_all_collaborator_owner_ids', 'Ingrid Solberg;51200102', '51200101;51200102'],
  ['deals', 'hs_all_collaborator_owner_ids', 'Ingrid Solberg;John Smith', 'MULTIPLE_OWNERS_FOUND'],
  ['deals', 'hs_all_collaborator_owner_ids', ';Anna Weiß', ';51200103'],
  ['contacts', 'emergency_phone', '+47 912 34 567 ext123', '+47 912 34 567 ext123'],
  ['contacts', 'emergency_phone', 'ask at the desk', 'INVALID_PROPERTY_VALUE_FORMAT'],
  ['notes', 'hs_attachment_ids', '4411;4412', '4411;4412'],
  ['boats', 'survey_report', 'https://files.example/survey.pdf', 'INVALID_ENUM_FILE_ID_OR_URL'],
  ['calls', 'hs_call_duration', '380000', '380000'],
  ['calls', 'hs_call_duration', '6:20', 'COULD_NOT_PARSE_NUMBER'],
  ['line_items', 'hs_recurring_billing_period', 'P12M', 'P12M'],
  ['line_items', 'hs_recurring_billing_period', 'p4w', 'P4W'],
  ['line_items', 'hs_recurring_billing_period', '12', 'COULD_NOT_PARSE_TERM'],
  ['line_items', 'hs_recurring_billing_period', 'P2Y', 'COULD_NOT_PARSE_TERM'],
  ['line_items', 'hs_recurring_billing_period', 'P0M', 'OUTSIDE_VALID_TERM_RANGE'],
  ['line_items', 'hs_recurring_billing_period', 'P999M', 'OUTSIDE_VALID_TERM_RANGE'],
  ['products', 'hs_recurring_billing_period', '12', 'P12M'],
  ['products', 'hs_recurring_billing_period', 'P2Y', 'P2Y'],
  ['products', 'hs_recurring_billing_period', 'P4W', 'COULD_NOT_PARSE_TERM'],
  ['companies', 'vat_number', 'NO123456789', 'NO123456789'],
  ['companies', 'vat_number', '123456789', 'INVALID_CUSTOM_PROPERTY_VALIDATION'],
  ['companies', 'phone', '912 34 567', 'INVALID_CUSTOM_PROPERTY_VALIDATION'],
  ['companies', 'contract_until', '31/12/2039', '2039-12-31'],
  ['companies', 'contract_until', '01/01/2041', 'INVALID_CUSTOM_PROPERTY_VALIDATION'],
  ['companies', 'contract_until', '31/12/2019', 'INVALID_CUSTOM_PROPERTY_VALIDATION'],
  ['berths', 'berth_code', 'N-12', 'INVALID_CUSTOM_PROPERTY_VALIDATION'],
  ['berths', 'depth_m', '2.5', '2.5'],
  ['berths', 'depth_m', '2.55', 'INVALID_CUSTOM_PROPERTY_VALIDATION'],
];

describe('values of an import', () => {
  for (const [objectType, name, text, expected] of cases) {
    it(`${name} "${text.slice(0, 50)}" is read as ${expected.slice(0, 50)}`, () => {
      const object = findObject(objects, objectType);
      const property = object?.properties.get(name);
      assert.ok(object && property);
      const read = readValue(property, text, reading(object.id));
      assert.equal('value' in read ? read.value : read.errorType, expected);
    });
  }
});
