import { DEAL_PIPELINES, LEAD_PIPELINES, TICKET_PIPELINES } from '../pipelines.js';
import { FIRST_RECORD, RECORD } from './record.js';
import { readTable } from './table.js';

/** Deals. Pipeline and stage list the account's pipelines among their options; the order number is the account's own. */
export const DEAL_PROPERTIES = readTable(
  `
[dealinformation]
dealname | Deal Name | text
pipeline | Pipeline | select external | @pipelines
dealstage | Deal Stage | radio external | @stages
amount | Amount | number:currency
deal_currency_code | Currency | select | EUR; USD
closedate | Close Date | datetime
dealtype | Deal Type | radio | New Business=newbusiness; Existing Business=existingbusiness
hs_priority | Priority | select | Low=low; Medium=medium; High=high
description | Deal Description | longText
hubspot_owner_id | Deal owner | select owner
hs_all_collaborator_owner_ids | Deal Collaborators | checkboxes owner
hs_next_step | Next step | text
hs_forecast_probability | Forecast Probability | number:percentage
hs_forecast_amount | Forecast Amount | sum calculated
days_to_close | Days to Close | sum calculated
${FIRST_RECORD}
[harbour_orders own]
order_number | Order number | text unique
`,
  DEAL_PIPELINES,
);

export const TICKET_PROPERTIES = readTable(
  `
[ticketinformation]
subject | Ticket name | text
content | Ticket description | longText
hs_pipeline | Pipeline | select external | @pipelines
hs_pipeline_stage | Ticket status | select external | @stages
hs_ticket_priority | Priority | select | Low=LOW; Medium=MEDIUM; High=HIGH; Urgent=URGENT
hs_ticket_category | Category | checkboxes | Product Issue=PRODUCT_ISSUE; Billing Issue=BILLING_ISSUE; Feature Request=FEATURE_REQUEST; General Inquiry=GENERAL_INQUIRY
hubspot_owner_id | Ticket owner | select owner
closed_date | Close date | datetime
time_to_close | Time to close | number calculated
${FIRST_RECORD}
`,
  TICKET_PIPELINES,
);

/** Leads: names as in HubSpot's guide to their API; the options of type are inferred. */
export const LEAD_PROPERTIES = readTable(
  `
[lead_information]
hs_lead_name | Lead Name | text
hs_lead_type | Lead Type | select | New business=NEW_BUSINESS; Re-attempting=RE_ATTEMPTING; Upsell=UPSELL
hs_lead_label | Lead Label | select | Hot=HOT; Warm=WARM; Cold=COLD
hs_pipeline | Lead Pipeline | select external | @pipelines
hs_pipeline_stage | Lead Pipeline Stage | select external | @stages
hs_lead_disqualification_note | Disqualification note | longText
hubspot_owner_id | Lead owner | select owner
${RECORD}
`,
  LEAD_PIPELINES,
);
