import { type ObjectType, standardType } from './object-types.js';
import type { AccountObject } from './objects.js';
import {
  APPOINTMENT_PIPELINES,
  DEAL_PIPELINES,
  LEAD_PIPELINES,
  ORDER_PIPELINES,
  SERVICE_PIPELINES,
  TICKET_PIPELINES,
} from './pipelines.js';
import {
  CALL_PROPERTIES,
  COMMUNICATION_PROPERTIES,
  EMAIL_PROPERTIES,
  MARKETING_EVENT_PROPERTIES,
  MEETING_PROPERTIES,
  NOTE_PROPERTIES,
  POSTAL_MAIL_PROPERTIES,
  TASK_PROPERTIES,
} from './properties/activities.js';
import {
  CART_PROPERTIES,
  LINE_ITEM_PROPERTIES,
  ORDER_PROPERTIES,
  PRODUCT_PROPERTIES,
} from './properties/commerce.js';
import { COMPANY_PROPERTIES } from './properties/companies.js';
import { CONTACT_PROPERTIES } from './properties/contacts.js';
import { BERTH_PROPERTIES, BOAT_PROPERTIES } from './properties/custom.js';
import type { PropertyDefinition } from './properties/property.js';
import { DEAL_PROPERTIES, LEAD_PROPERTIES, TICKET_PROPERTIES } from './properties/sales.js';
import {
  APPOINTMENT_PROPERTIES,
  COURSE_PROPERTIES,
  LISTING_PROPERTIES,
  SERVICE_PROPERTIES,
} from './properties/services.js';

/** What is known of an object type before an account adds to its definitions. */
type Facts = Omit<AccountObject, 'properties' | 'groups'> & {
  readonly definitions: readonly PropertyDefinition[];
};
type Given = Pick<Facts, 'definitions' | 'required' | 'displayProperty'> & Partial<Facts>;

const object = (type: ObjectType, given: Given): Facts => ({
  identifiers: [],
  tiedTo: null,
  isCreateOnly: false,
  imports: 'records',
  isOptional: false,
  pipelines: [],
  stages: null,
  ...type,
  ...given,
});

const STAGES = { pipeline: 'hs_pipeline', stage: 'hs_pipeline_stage' } as const;

/**
 * Emails, meetings, notes and tasks can only be created, and the first three need an object to belong to (knowledge base,
 * "Import objects", 2024). That communications and postal mail are as notes are is inferred: no page lists them.
 */
const TIED_ACTIVITY = { isCreateOnly: true, tiedTo: 'any' } as const;

/** Required columns are those of the knowledge base ("Format import files"), where nothing else is said. */
export const OBJECT_FACTS: readonly Facts[] = [
  object(standardType('0-1', 'contact'), {
    definitions: CONTACT_PROPERTIES,
    displayProperty: 'email',
    identifiers: ['email'],
    // The knowledge base asks for an email address; that a name is enough is said by others (inferred).
    required: [['email', 'firstname', 'lastname']],
  }),
  object(standardType('0-2', 'company', 'companies'), {
    definitions: COMPANY_PROPERTIES,
    displayProperty: 'name',
    identifiers: ['domain'],
    required: [['name', 'domain']],
  }),
  object(standardType('0-3', 'deal'), {
    definitions: DEAL_PROPERTIES,
    displayProperty: 'dealname',
    required: [['dealname'], ['pipeline'], ['dealstage']],
    pipelines: DEAL_PIPELINES,
    stages: { pipeline: 'pipeline', stage: 'dealstage' },
  }),
  object(standardType('0-5', 'ticket'), {
    definitions: TICKET_PROPERTIES,
    displayProperty: 'subject',
    required: [['subject'], ['hs_pipeline'], ['hs_pipeline_stage']],
    pipelines: TICKET_PIPELINES,
    stages: STAGES,
  }),
  object(standardType('0-7', 'product'), {
    definitions: PRODUCT_PROPERTIES,
    displayProperty: 'name',
    identifiers: ['hs_sku'],
    // An account with several currencies names its price columns by currency; that any of them will do is inferred.
    required: [['name'], ['price', 'hs_price_eur', 'hs_price_usd']],
  }),
  object(standardType('0-8', 'line item'), {
    definitions: LINE_ITEM_PROPERTIES,
    displayProperty: 'name',
    required: [['name'], ['quantity'], ['price']],
    tiedTo: ['0-3'],
  }),
  object(standardType('0-136', 'lead'), {
    definitions: LEAD_PROPERTIES,
    displayProperty: 'hs_lead_name',
    // Neither is in the knowledge base: both are inferred from the leads API, which wants a name and whose lead it is.
    required: [['hs_lead_name']],
    tiedTo: ['0-1', '0-2'],
    pipelines: LEAD_PIPELINES,
    stages: STAGES,
  }),
  object(standardType('0-123', 'order'), {
    definitions: ORDER_PROPERTIES,
    displayProperty: 'hs_order_name',
    required: [['hs_order_name'], ['hs_pipeline'], ['hs_pipeline_stage']],
    pipelines: ORDER_PIPELINES,
    stages: STAGES,
  }),
  object(standardType('0-142', 'cart'), {
    definitions: CART_PROPERTIES,
    displayProperty: 'hs_cart_name',
    required: [['hs_cart_name']],
  }),
  object(standardType('0-421', 'appointment'), {
    definitions: APPOINTMENT_PROPERTIES,
    displayProperty: 'hs_appointment_name',
    required: [['hs_appointment_start']],
    pipelines: APPOINTMENT_PIPELINES,
    stages: STAGES,
    isOptional: true,
  }),
  object(standardType('0-410', 'course'), {
    definitions: COURSE_PROPERTIES,
    displayProperty: 'hs_course_name',
    required: [['hs_course_name']],
    isOptional: true,
  }),
  object(standardType('0-420', 'listing'), {
    definitions: LISTING_PROPERTIES,
    displayProperty: 'hs_name',
    required: [['hs_name']],
    isOptional: true,
  }),
  object(standardType('0-162', 'service'), {
    definitions: SERVICE_PROPERTIES,
    displayProperty: 'hs_name',
    required: [['hs_name'], ['hs_pipeline'], ['hs_pipeline_stage']],
    pipelines: SERVICE_PIPELINES,
    stages: STAGES,
    isOptional: true,
  }),
  object(standardType('0-48', 'call'), {
    definitions: CALL_PROPERTIES,
    displayProperty: 'hs_call_title',
    required: [['hs_call_body']],
  }),
  object(standardType('0-49', 'email'), {
    definitions: EMAIL_PROPERTIES,
    displayProperty: 'hs_email_subject',
    required: [['hs_email_text', 'hs_email_html'], ['hs_email_direction']],
    ...TIED_ACTIVITY,
  }),
  object(standardType('0-47', 'meeting'), {
    definitions: MEETING_PROPERTIES,
    displayProperty: 'hs_meeting_title',
    required: [['hs_meeting_body'], ['hs_meeting_start_time'], ['hs_meeting_end_time']],
    ...TIED_ACTIVITY,
  }),
  object(standardType('0-46', 'note'), {
    definitions: NOTE_PROPERTIES,
    displayProperty: 'hs_note_body',
    required: [['hs_note_body']],
    ...TIED_ACTIVITY,
  }),
  object(standardType('0-27', 'task'), {
    definitions: TASK_PROPERTIES,
    displayProperty: 'hs_task_subject',
    required: [['hs_task_subject'], ['hs_timestamp']],
    isCreateOnly: true,
  }),
  object(standardType('0-18', 'communication'), {
    definitions: COMMUNICATION_PROPERTIES,
    displayProperty: 'hs_communication_body',
    required: [['hs_communication_body'], ['hs_communication_channel_type']],
    ...TIED_ACTIVITY,
  }),
  object(standardType('0-116', 'postal mail', 'postal mail'), {
    definitions: POSTAL_MAIL_PROPERTIES,
    displayProperty: 'hs_postal_mail_body',
    required: [['hs_postal_mail_body']],
    ...TIED_ACTIVITY,
  }),
  object(standardType('0-54', 'marketing event'), {
    definitions: MARKETING_EVENT_PROPERTIES,
    displayProperty: 'hs_event_name',
    required: [],
    imports: 'participants',
  }),
  object(
    { id: '2-1234567', name: 'boats', enumName: 'CUSTOM_OBJECT', singular: 'Boat', plural: 'Boats' },
    { definitions: BOAT_PROPERTIES, displayProperty: 'name', required: [['hull_number']] },
  ),
  object(
    { id: '2-1234568', name: 'berths', enumName: 'CUSTOM_OBJECT', singular: 'Berth', plural: 'Berths' },
    { definitions: BERTH_PROPERTIES, displayProperty: 'berth_code', required: [['berth_code']] },
  ),
];
