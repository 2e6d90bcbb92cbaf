import { LIFECYCLE_STAGES } from './contacts.js';
import {
  CALCULATED,
  groupOf,
  KIND,
  OWNER,
  options,
  type PropertyDefinition,
  recordProperties,
} from './property.js';

const firm = groupOf('companyinformation', true);
const activity = groupOf('company_activity', true);
const custom = groupOf('harbour_suppliers', false);

const INDUSTRIES = options([
  ['Accounting', 'ACCOUNTING'],
  ['Agriculture', 'FARMING'],
  ['Automotive', 'AUTOMOTIVE'],
  ['Computer Software', 'COMPUTER_SOFTWARE'],
  ['Construction', 'CONSTRUCTION'],
  ['Financial Services', 'FINANCIAL_SERVICES'],
  ['Fishery', 'FISHERY'],
  ['Hospitality', 'HOSPITALITY'],
  ['Maritime', 'MARITIME'],
  ['Retail', 'RETAIL'],
  ['Shipbuilding', 'SHIPBUILDING'],
  ['Sports', 'SPORTS'],
]);

/** Companies: the usual properties, and two custom ones. */
export const COMPANY_PROPERTIES: readonly PropertyDefinition[] = [
  firm('name', 'Company name', KIND.text),
  firm('domain', 'Company Domain Name', KIND.text, { textDisplayHint: 'domain_name' }),
  firm('description', 'Description', KIND.longText),
  firm('about_us', 'About Us', KIND.longText),
  firm('phone', 'Phone Number', KIND.phone, { textDisplayHint: 'phone_number' }),
  firm('website', 'Website URL', KIND.text),
  firm('address', 'Street Address', KIND.text, { textDisplayHint: 'physical_address' }),
  firm('address2', 'Street Address 2', KIND.text),
  firm('city', 'City', KIND.text),
  firm('state', 'State/Region', KIND.text),
  firm('zip', 'Postal Code', KIND.text, { textDisplayHint: 'postal_code' }),
  firm('country', 'Country/Region', KIND.text),
  firm('industry', 'Industry', KIND.select, { options: INDUSTRIES }),
  firm('type', 'Type', KIND.select, {
    options: options([
      ['Prospect', 'PROSPECT'],
      ['Partner', 'PARTNER'],
      ['Reseller', 'RESELLER'],
      ['Vendor', 'VENDOR'],
      ['Other', 'OTHER'],
    ]),
  }),
  firm('numberofemployees', 'Number of Employees', KIND.number),
  firm('annualrevenue', 'Annual Revenue', KIND.number, {
    numberDisplayHint: 'currency',
    showCurrencySymbol: true,
  }),
  firm('founded_year', 'Year Founded', KIND.text),
  firm('timezone', 'Time Zone', KIND.text),
  firm('linkedin_company_page', 'LinkedIn Company Page', KIND.text),
  firm('is_public', 'Is Public', KIND.yesNo),
  firm('lifecyclestage', 'Lifecycle Stage', KIND.radio, { options: LIFECYCLE_STAGES }),
  firm('hubspot_owner_id', 'Company owner', KIND.select, OWNER),
  firm('closedate', 'Close Date', KIND.datetime),
  ...recordProperties(firm),
  activity('num_associated_contacts', 'Number of Associated Contacts', KIND.number, CALCULATED),
  activity('notes_last_contacted', 'Last Contacted', KIND.datetime, CALCULATED),
  custom('supplier_number', 'Supplier number', KIND.text, { hasUniqueValue: true }),
  custom('contract_until', 'Contract until', KIND.date),
];
