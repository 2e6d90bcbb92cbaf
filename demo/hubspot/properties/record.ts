/** Rows of a table for what HubSpot keeps of every record: its id, and when it was made and changed. */
const ID =
  'hs_object_id | Record ID | number:unformatted readonly | | The unique ID for this record. This value is set automatically by HubSpot.';

export const CONTACT_RECORD = `
${ID}
createdate | Create Date | datetime readonly
lastmodifieddate | Last Modified Date | datetime readonly`;

/** The objects that are as old as HubSpot's first CRM. */
export const FIRST_RECORD = `
${ID}
createdate | Create Date | datetime readonly
hs_lastmodifieddate | Last Modified Date | datetime readonly`;

/** All others name both dates with HubSpot's prefix. */
export const RECORD = `
${ID}
hs_createdate | Create Date | datetime readonly
hs_lastmodifieddate | Last Modified Date | datetime readonly`;

/** HubSpot's default lifecycle stages, from first to last (knowledge base, "Use lifecycle stages"). */
export const LIFECYCLE_STAGES =
  'Subscriber=subscriber; Lead=lead; Marketing Qualified Lead=marketingqualifiedlead; Sales Qualified Lead=salesqualifiedlead; ' +
  'Opportunity=opportunity; Customer=customer; Evangelist=evangelist; Other=other';
