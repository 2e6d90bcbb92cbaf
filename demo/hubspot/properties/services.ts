import { APPOINTMENT_PIPELINES, SERVICE_PIPELINES } from '../pipelines.js';
import { RECORD } from './record.js';
import { readTable } from './table.js';

/** What an account switches on when it needs it. Names as far as HubSpot's guides show them, the others inferred. */
export const APPOINTMENT_PROPERTIES = readTable(
  `
[appointment_information]
hs_appointment_name | Appointment name | text
hs_appointment_start | Appointment start | datetime
hs_appointment_end | Appointment end | datetime
hs_pipeline | Pipeline | select external | @pipelines
hs_pipeline_stage | Pipeline stage | select external | @stages
hs_appointment_notes | Notes | longText
hubspot_owner_id | Appointment owner | select owner
${RECORD}
`,
  APPOINTMENT_PIPELINES,
);

export const COURSE_PROPERTIES = readTable(`
[course_information]
hs_course_name | Course name | text
hs_course_id | Course ID | text
hs_course_description | Course description | longText
hs_enrollment_capacity | Enrollment capacity | number
hs_price | Price | number:currency
hs_start_date | Start date | date
hs_end_date | End date | date
hubspot_owner_id | Course owner | select owner
${RECORD}
`);

export const LISTING_PROPERTIES = readTable(`
[listing_information]
hs_name | Name | text
hs_listing_type | Listing type | select | House=house; Townhouse=townhouse; Multifamily=multi_family; Condo=condo_unit; Apartment=apartment; Empty lot=empty_lot
hs_price | Price | number:currency
hs_address_1 | Address line 1 | text:physical_address
hs_address_2 | Address line 2 | text
hs_city | City | text
hs_state_province | State/Province | text
hs_zip | Postal code | text:postal_code
hs_bedrooms | Bedrooms | number
hs_bathrooms | Bathrooms | number
hs_square_footage | Square footage | number
hs_year_built | Year built | number
hubspot_owner_id | Listing owner | select owner
${RECORD}
`);

export const SERVICE_PROPERTIES = readTable(
  `
[service_information]
hs_name | Name | text
hs_pipeline | Pipeline | select external | @pipelines
hs_pipeline_stage | Pipeline stage | select external | @stages
hs_description | Description | longText
hs_category | Category | select | Maintenance=maintenance; Winter storage=winter_storage; Survey=survey
hs_start_date | Start date | datetime
hs_target_end_date | Target end date | datetime
hs_close_date | Close date | datetime
hs_total_cost | Total cost | number:currency
hs_amount_paid | Amount paid | number:currency
hubspot_owner_id | Service owner | select owner
${RECORD}
`,
  SERVICE_PIPELINES,
);
