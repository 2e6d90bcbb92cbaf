import {
  CALCULATED,
  groupOf,
  KIND,
  OWNER,
  options,
  type PropertyDefinition,
  READ_ONLY,
  recordProperties,
} from './property.js';

const person = groupOf('contactinformation', true);
const email = groupOf('emailinformation', true);
const activity = groupOf('contact_activity', true);
const source = groupOf('analyticsinformation', true);
const club = groupOf('harbour_club', false);

/** HubSpot's default lifecycle stages, from first to last (knowledge base, "Use lifecycle stages"). */
export const LIFECYCLE_STAGES = options([
  ['Subscriber', 'subscriber'],
  ['Lead', 'lead'],
  ['Marketing Qualified Lead', 'marketingqualifiedlead'],
  ['Sales Qualified Lead', 'salesqualifiedlead'],
  ['Opportunity', 'opportunity'],
  ['Customer', 'customer'],
  ['Evangelist', 'evangelist'],
  ['Other', 'other'],
]);

const LEAD_STATUSES = options([
  ['New', 'NEW'],
  ['Open', 'OPEN'],
  ['In Progress', 'IN_PROGRESS'],
  ['Open Deal', 'OPEN_DEAL'],
  ['Unqualified', 'UNQUALIFIED'],
  ['Attempted to Contact', 'ATTEMPTED_TO_CONTACT'],
  ['Connected', 'CONNECTED'],
  ['Bad Timing', 'BAD_TIMING'],
]);

const BUYING_ROLES = options([
  ['Blocker', 'BLOCKER'],
  ['Budget Holder', 'BUDGET_HOLDER'],
  ['Champion', 'CHAMPION'],
  ['Decision Maker', 'DECISION_MAKER'],
  ['End User', 'END_USER'],
  ['Executive Sponsor', 'EXECUTIVE_SPONSOR'],
  ['Influencer', 'INFLUENCER'],
  ['Legal & Compliance', 'LEGAL_AND_COMPLIANCE'],
  ['Other', 'OTHER'],
]);

const LANGUAGES = options([
  ['German', 'de'],
  ['English', 'en'],
  ['Spanish', 'es'],
  ['French', 'fr'],
  ['Italian', 'it'],
  ['Japanese', 'ja'],
  ['Dutch', 'nl'],
  ['Portuguese', 'pt'],
  ['Portuguese - Brazil', 'pt-br'],
  ['Swedish', 'sv'],
]);

const EMPLOYEES = options(['1-5', '5-25', '25-50', '50-100', '100-500', '500-1000', '1000+']);

/** Contacts: HubSpot's own properties as an account has them, and a few custom ones of an invented harbour club. */
export const CONTACT_PROPERTIES: readonly PropertyDefinition[] = [
  person('email', 'Email', KIND.text, { textDisplayHint: 'email', description: "A contact's email address" }),
  person('firstname', 'First Name', KIND.text, { description: "A contact's first name" }),
  person('lastname', 'Last Name', KIND.text, { description: "A contact's last name" }),
  person('salutation', 'Salutation', KIND.text, { description: 'The title used to address a contact' }),
  person('jobtitle', 'Job Title', KIND.text, { description: "A contact's job title" }),
  person('company', 'Company Name', KIND.text, {
    description: "Name of the contact's company. Set independently from the name of an associated company.",
  }),
  person('phone', 'Phone Number', KIND.phone, { textDisplayHint: 'phone_number' }),
  person('mobilephone', 'Mobile Phone Number', KIND.phone, { textDisplayHint: 'phone_number' }),
  person('fax', 'Fax Number', KIND.phone, { textDisplayHint: 'phone_number' }),
  person('website', 'Website URL', KIND.text, { description: 'Associated company website.' }),
  person('address', 'Street Address', KIND.text, { textDisplayHint: 'physical_address' }),
  person('city', 'City', KIND.text),
  person('state', 'State/Region', KIND.text),
  person('zip', 'Postal Code', KIND.text, { textDisplayHint: 'postal_code' }),
  person('country', 'Country/Region', KIND.text),
  person('industry', 'Industry', KIND.text, { description: 'The industry a contact is in' }),
  person('annualrevenue', 'Annual Revenue', KIND.text, { description: 'Annual company revenue' }),
  person('numemployees', 'Number of Employees', KIND.select, { options: EMPLOYEES }),
  person('company_size', 'Company size', KIND.text),
  person('hs_language', 'Preferred language', KIND.select, { options: LANGUAGES }),
  person('hs_timezone', 'Time Zone', KIND.select, {
    options: options([
      'europe_slash_paris',
      'europe_slash_berlin',
      'europe_slash_london',
      'us_slash_eastern',
    ]),
  }),
  person('date_of_birth', 'Date of birth', KIND.text, {
    description: "The contact's date of birth, as text",
  }),
  person('gender', 'Gender', KIND.text),
  person('marital_status', 'Marital Status', KIND.text),
  person('military_status', 'Military Status', KIND.text),
  person('relationship_status', 'Relationship Status', KIND.text),
  person('school', 'School', KIND.text),
  person('degree', 'Degree', KIND.text),
  person('field_of_study', 'Field of Study', KIND.text),
  person('graduation_date', 'Graduation date', KIND.text),
  person('start_date', 'Start date', KIND.text),
  person('work_email', 'Work email', KIND.text, { textDisplayHint: 'email' }),
  person('hs_seniority', 'Employment Seniority', KIND.select, {
    options: options([
      ['Director', 'director'],
      ['Entry', 'entry'],
      ['Executive', 'executive'],
      ['Manager', 'manager'],
      ['Owner', 'owner'],
      ['Senior', 'senior'],
      ['VP', 'vp'],
    ]),
  }),
  person('hs_buying_role', 'Buying Role', KIND.checkboxes, { options: BUYING_ROLES }),
  person('message', 'Message', KIND.longText),
  person('twitterhandle', 'Twitter Username', KIND.text),
  person('hs_linkedin_url', 'LinkedIn URL', KIND.text),
  person('lifecyclestage', 'Lifecycle Stage', KIND.radio, {
    options: LIFECYCLE_STAGES,
    externalOptions: false,
  }),
  person('hs_lead_status', 'Lead Status', KIND.radio, { options: LEAD_STATUSES }),
  person('hubspot_owner_id', 'Contact owner', KIND.select, OWNER),
  person('hubspot_owner_assigneddate', 'Owner Assigned Date', KIND.datetime, READ_ONLY),
  person('closedate', 'Close Date', KIND.datetime),
  person('hs_additional_emails', 'Additional email addresses', KIND.checkboxes, READ_ONLY),
  person('hs_marketable_status', 'Marketing contact status', KIND.select, {
    ...READ_ONLY,
    options: options([
      ['Marketing contact', 'true'],
      ['Non-marketing contact', 'false'],
    ]),
  }),
  person('associatedcompanyid', 'Primary Associated Company ID', KIND.number, READ_ONLY),
  ...recordProperties(person, true),
  email('hs_email_optout', 'Unsubscribed from all email', KIND.yesNo, READ_ONLY),
  email('hs_email_domain', 'Email Domain', KIND.text, READ_ONLY),
  email('hs_email_bounce', 'Marketing emails bounced', KIND.number, READ_ONLY),
  activity('num_notes', 'Number of Sales Activities', KIND.number, CALCULATED),
  activity('notes_last_contacted', 'Last Contacted', KIND.datetime, CALCULATED),
  activity('notes_last_updated', 'Last Activity Date', KIND.datetime, CALCULATED),
  activity('notes_next_activity_date', 'Next Activity Date', KIND.datetime, CALCULATED),
  activity('num_associated_deals', 'Number of Associated Deals', KIND.number, CALCULATED),
  source('hs_analytics_source', 'Original Traffic Source', KIND.select, {
    ...READ_ONLY,
    options: options([
      ['Organic Search', 'ORGANIC_SEARCH'],
      ['Direct Traffic', 'DIRECT_TRAFFIC'],
      ['Offline Sources', 'OFFLINE'],
    ]),
  }),
  club('member_number', 'Member number', KIND.text, { hasUniqueValue: true }),
  club('interests', 'Interests', KIND.checkboxes, {
    options: options([
      ['Sailing', 'sailing'],
      ['Rowing', 'rowing'],
      ['Fishing', 'fishing'],
      ['Diving', 'diving'],
      ['Boat building', 'boat_building'],
    ]),
  }),
  club('membership', 'Membership', KIND.select, {
    options: options([
      ['Guest', 'guest'],
      ['Junior', 'junior'],
      ['Full member', 'full'],
      ['Honorary', 'honorary'],
    ]),
  }),
  club('newsletter_opt_in', 'Newsletter opt-in', KIND.yesNo),
  club('birthday', 'Birthday', KIND.date),
  club('member_since', 'Member since', KIND.date),
  club('last_visit', 'Last visit', KIND.datetime),
  club('yearly_fee', 'Yearly fee', KIND.number, { numberDisplayHint: 'currency', showCurrencySymbol: true }),
  club('loyalty_points', 'Loyalty points', KIND.number, { numberDisplayHint: 'formatted' }),
  club('emergency_phone', 'Emergency phone', KIND.phoneNumber, { textDisplayHint: 'phone_number' }),
  club('notes_of_the_harbour_master', 'Harbour master’s notes', KIND.longText, {
    textDisplayHint: 'multi_line',
  }),
  club('former_berth', 'Former berth', KIND.text, { hidden: true }),
];
