import { CONTACT_RECORD, LIFECYCLE_STAGES } from './record.js';
import { readTable } from './table.js';

/** Contacts: HubSpot's own properties as an account has them, and a few of the account's, an invented harbour club. */
export const CONTACT_PROPERTIES = readTable(`
[contactinformation]
email | Email | text:email | | A contact's email address
firstname | First Name | text | | A contact's first name
lastname | Last Name | text | | A contact's last name
salutation | Salutation | text | | The title used to address a contact
jobtitle | Job Title | text | | A contact's job title
company | Company Name | text | | Name of the contact's company. Set independently from the name of an associated company.
phone | Phone Number | phone:phone_number
mobilephone | Mobile Phone Number | phone:phone_number
fax | Fax Number | phone:phone_number
website | Website URL | text | | Associated company website.
address | Street Address | text:physical_address
city | City | text
state | State/Region | text
zip | Postal Code | text:postal_code
country | Country/Region | text
industry | Industry | text | | The industry a contact is in
annualrevenue | Annual Revenue | text | | Annual company revenue
numemployees | Number of Employees | select | 1-5; 5-25; 25-50; 50-100; 100-500; 500-1000; 1000+
company_size | Company size | text
hs_language | Preferred language | select | German=de; English=en; Spanish=es; French=fr; Italian=it; Japanese=ja; Dutch=nl; Portuguese=pt; Portuguese - Brazil=pt-br; Swedish=sv
hs_timezone | Time Zone | select | europe_slash_paris; europe_slash_berlin; europe_slash_london; us_slash_eastern
date_of_birth | Date of birth | text | | The contact's date of birth, as text
gender | Gender | text
marital_status | Marital Status | text
military_status | Military Status | text
relationship_status | Relationship Status | text
school | School | text
degree | Degree | text
field_of_study | Field of Study | text
graduation_date | Graduation date | text
start_date | Start date | text
work_email | Work email | text:email
hs_seniority | Employment Seniority | select | Director=director; Entry=entry; Executive=executive; Manager=manager; Owner=owner; Senior=senior; VP=vp
hs_buying_role | Buying Role | checkboxes | Blocker=BLOCKER; Budget Holder=BUDGET_HOLDER; Champion=CHAMPION; Decision Maker=DECISION_MAKER; End User=END_USER; Executive Sponsor=EXECUTIVE_SPONSOR; Influencer=INFLUENCER; Legal & Compliance=LEGAL_AND_COMPLIANCE; Other=OTHER
message | Message | longText
twitterhandle | Twitter Username | text
hs_linkedin_url | LinkedIn URL | text
lifecyclestage | Lifecycle Stage | radio | ${LIFECYCLE_STAGES}
hs_lead_status | Lead Status | radio | New=NEW; Open=OPEN; In Progress=IN_PROGRESS; Open Deal=OPEN_DEAL; Unqualified=UNQUALIFIED; Attempted to Contact=ATTEMPTED_TO_CONTACT; Connected=CONNECTED; Bad Timing=BAD_TIMING
hubspot_owner_id | Contact owner | select owner
hubspot_owner_assigneddate | Owner Assigned Date | datetime readonly
closedate | Close Date | datetime
hs_additional_emails | Additional email addresses | checkboxes | | A set of additional email addresses for a contact
hs_marketable_status | Marketing contact status | select readonly | Marketing contact=true; Non-marketing contact=false
associatedcompanyid | Primary Associated Company ID | number readonly
${CONTACT_RECORD}
[emailinformation]
hs_email_optout | Unsubscribed from all email | yesNo readonly
hs_email_domain | Email Domain | text readonly
hs_email_bounce | Marketing emails bounced | number readonly
[contact_activity]
num_notes | Number of Sales Activities | number calculated
notes_last_contacted | Last Contacted | datetime calculated
notes_last_updated | Last Activity Date | datetime calculated
notes_next_activity_date | Next Activity Date | datetime calculated
num_associated_deals | Number of Associated Deals | number calculated
[analyticsinformation]
hs_analytics_source | Original Traffic Source | select readonly | Organic Search=ORGANIC_SEARCH; Direct Traffic=DIRECT_TRAFFIC; Offline Sources=OFFLINE
[harbour_club own]
member_number | Member number | text unique
interests | Interests | checkboxes | Sailing=sailing; Rowing=rowing; Fishing=fishing; Diving=diving; Boat building=boat_building
membership | Membership | select | Guest=guest; Junior=junior; Full member=full; Honorary=honorary
newsletter_opt_in | Newsletter opt-in | yesNo
birthday | Birthday | date
member_since | Member since | date
last_visit | Last visit | datetime
yearly_fee | Yearly fee | number:currency
loyalty_points | Loyalty points | number:formatted
emergency_phone | Emergency phone | phoneNumber:phone_number
notes_of_the_harbour_master | Harbour master’s notes | longText:multi_line
former_berth | Former berth | text hidden
allergies | Allergies | text sensitive
passport_number | Passport number | text highly_sensitive
`);
