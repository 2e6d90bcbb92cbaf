import { FIRST_RECORD, LIFECYCLE_STAGES } from './record.js';
import { readTable } from './table.js';

/**
 * Companies: the usual properties, and two of the account's. Additional domains are read-only: one page of the knowledge base
 * lets a column hold them, another says that several domains cannot be imported, and the stricter one counts here.
 */
export const COMPANY_PROPERTIES = readTable(`
[companyinformation]
name | Company name | text
domain | Company Domain Name | text:domain_name
hs_additional_domains | Additional Domains | checkboxes readonly
description | Description | longText
about_us | About Us | longText
phone | Phone Number | phone:phone_number
website | Website URL | text
address | Street Address | text:physical_address
address2 | Street Address 2 | text
city | City | text
state | State/Region | text
zip | Postal Code | text:postal_code
country | Country/Region | text
industry | Industry | select | Accounting=ACCOUNTING; Agriculture=FARMING; Automotive=AUTOMOTIVE; Computer Software=COMPUTER_SOFTWARE; Construction=CONSTRUCTION; Financial Services=FINANCIAL_SERVICES; Fishery=FISHERY; Hospitality=HOSPITALITY; Maritime=MARITIME; Retail=RETAIL; Shipbuilding=SHIPBUILDING; Sports=SPORTS
type | Type | select | Prospect=PROSPECT; Partner=PARTNER; Reseller=RESELLER; Vendor=VENDOR; Other=OTHER
numberofemployees | Number of Employees | number
annualrevenue | Annual Revenue | number:currency
founded_year | Year Founded | text
timezone | Time Zone | text
linkedin_company_page | LinkedIn Company Page | text
is_public | Is Public | yesNo
lifecyclestage | Lifecycle Stage | radio | ${LIFECYCLE_STAGES}
hubspot_owner_id | Company owner | select owner
closedate | Close Date | datetime
${FIRST_RECORD}
[company_activity]
num_associated_contacts | Number of Associated Contacts | number calculated
notes_last_contacted | Last Contacted | datetime calculated
[harbour_suppliers own]
supplier_number | Supplier number | text unique
vat_number | VAT number | text
contract_until | Contract until | date
`);
