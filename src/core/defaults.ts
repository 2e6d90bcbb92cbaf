import { RECORD_ID } from './hubspot.js';
import type { Property } from './hubspot.js';

/** Type and field type of a property, by the letter used in the lists below. */
const SHAPES: Readonly<Record<string, readonly [type: string, fieldType: string]>> = {
  t: ['string', 'text'],
  a: ['string', 'textarea'],
  p: ['string', 'phonenumber'],
  n: ['number', 'number'],
  d: ['date', 'date'],
  s: ['datetime', 'date'],
  e: ['enumeration', 'select'],
  m: ['enumeration', 'checkbox'],
};

/**
 * Standard properties by object type id: `name|label|shape`. Names, labels and types are those of a new account, from
 * HubSpot's knowledge base lists of default properties; that every account has them unchanged is inferred.
 */
const LISTS: Readonly<Record<string, readonly string[]>> = {
  '0-1': [
    'email|Email|t',
    'firstname|First Name|t',
    'lastname|Last Name|t',
    'phone|Phone Number|p',
    'mobilephone|Mobile Phone Number|p',
    'fax|Fax Number|t',
    'company|Company Name|t',
    'jobtitle|Job Title|t',
    'salutation|Salutation|t',
    'website|Website URL|t',
    'address|Street Address|t',
    'city|City|t',
    'state|State/Region|t',
    'zip|Postal Code|t',
    'country|Country/Region|t',
    'industry|Industry|t',
    'date_of_birth|Date of birth|t',
    'gender|Gender|t',
    'lifecyclestage|Lifecycle Stage|e',
    'hs_lead_status|Lead Status|e',
    'hubspot_owner_id|Contact owner|e',
    'hs_language|Preferred language|e',
    'hs_linkedin_url|LinkedIn URL|t',
    'twitterhandle|Twitter Username|t',
    'message|Message|a',
  ],
  '0-2': [
    'name|Company name|t',
    'domain|Company Domain Name|t',
    'website|Website URL|t',
    'phone|Phone Number|p',
    'address|Street Address|t',
    'address2|Street Address 2|t',
    'city|City|t',
    'state|State/Region|t',
    'zip|Postal Code|t',
    'country|Country/Region|t',
    'industry|Industry|e',
    'type|Type|e',
    'numberofemployees|Number of Employees|n',
    'annualrevenue|Annual Revenue|n',
    'description|Description|a',
    'founded_year|Year Founded|t',
    'linkedin_company_page|LinkedIn Company Page|t',
    'lifecyclestage|Lifecycle Stage|e',
    'hs_lead_status|Lead Status|e',
    'hubspot_owner_id|Company owner|e',
  ],
  '0-3': [
    'dealname|Deal Name|t',
    'amount|Amount|n',
    'closedate|Close Date|s',
    'pipeline|Pipeline|e',
    'dealstage|Deal Stage|e',
    'dealtype|Deal Type|e',
    'description|Deal Description|a',
    'hs_priority|Priority|e',
    'deal_currency_code|Currency|e',
    'hs_next_step|Next step|t',
    'closed_lost_reason|Closed Lost Reason|a',
    'closed_won_reason|Closed Won Reason|a',
    'hubspot_owner_id|Deal owner|e',
  ],
  '0-5': [
    'subject|Ticket name|t',
    'content|Ticket description|a',
    'hs_pipeline|Pipeline|e',
    'hs_pipeline_stage|Ticket status|e',
    'hs_ticket_priority|Priority|e',
    'hs_ticket_category|Category|m',
    'source_type|Source|e',
    'hubspot_owner_id|Ticket owner|e',
  ],
  '0-7': [
    'name|Name|t',
    'hs_sku|SKU|t',
    'price|Unit price|n',
    'hs_cost_of_goods_sold|Unit cost|n',
    'description|Product description|a',
    'recurringbillingfrequency|Billing frequency|e',
    'hs_url|URL|t',
    'hubspot_owner_id|Product owner|e',
  ],
};

/** The record id as a property, for lists of properties that leave it out. */
export const RECORD_ID_PROPERTY: Property = {
  ...define(`${RECORD_ID}|Record ID|n`),
  readOnly: true,
};

/**
 * Gives well-known properties of an object type, for when the account's own cannot be read. Their options are not known
 * and are empty, so they are not checked. The record id alone for an object type that is not known.
 */
export function defaultProperties(objectTypeId: string): readonly Property[] {
  return [...(LISTS[objectTypeId] ?? []).map(define), RECORD_ID_PROPERTY];
}

function define(entry: string): Property {
  const [name = '', label = '', letter = 't'] = entry.split('|');
  const [type, fieldType] = SHAPES[letter] ?? ['string', 'text'];
  return {
    name,
    label,
    type,
    fieldType,
    groupName: '',
    description: '',
    options: [],
    hasUniqueValue: false,
    hubspotDefined: true,
    referencedObjectType: name === 'hubspot_owner_id' ? 'OWNER' : null,
    textDisplayHint: null,
    numberDisplayHint: null,
    readOnly: false,
  };
}
