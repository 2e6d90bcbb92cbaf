/**
 * The kinds of records that can be imported, and what HubSpot asks of each.
 * Sources (see hubspot.ts): ids from "object APIs", required columns and identifiers from "file formats", which objects only
 * create and which must be tied from the knowledge base's "import objects" (2024). Internal names of properties that the
 * knowledge base names by their labels are inferred.
 */

/** One kind of record. */
export interface ObjectType {
  /** HubSpot's object type id, `0-1` or `2-1234567`. */
  readonly id: string;
  /** The name HubSpot's paths use, plural where it has one: `contacts`. For a custom object its id or full name. */
  readonly name: string;
  /** Properties that identify a record besides the record id and unique custom properties (file formats). */
  readonly identifiers: readonly string[];
  /**
   * Needed to create a record: every group must have one of its properties (file formats, "required columns"). A name that
   * ends in `*` stands for all that begin so.
   */
  readonly required: readonly (readonly string[])[];
  /** True where an import makes new records only. */
  readonly createsOnly: boolean;
  /** True where an account must have switched the object on (object APIs). */
  readonly isOptional: boolean;
  /** Types one of which a record must be tied to in the same import; `any` for any type, none for a record that stands alone. */
  readonly tiedTo: readonly string[] | 'any';
}

/** The participation of contacts in marketing events; it has times in place of properties (imports guide). */
export const MARKETING_EVENT = '0-54';

const standard = (
  id: string,
  names: string,
  facts: Partial<Omit<ObjectType, 'id' | 'name'>> = {},
): readonly [names: readonly string[], type: ObjectType] => {
  const [name = '', ...others] = names.split(' ');
  const plain = { identifiers: [], required: [], createsOnly: false, isOptional: false, tiedTo: [] };
  return [[id, name, ...others], { id, name, ...plain, ...facts }];
};

/** Each with its id and all its names: plural, singular, and HubSpot's older spellings. */
const STANDARD: readonly (readonly [names: readonly string[], type: ObjectType])[] = [
  standard('0-1', 'contacts contact', {
    identifiers: ['email'],
    required: [['email', 'firstname', 'lastname']],
  }),
  standard('0-2', 'companies company', { identifiers: ['domain'], required: [['name', 'domain']] }),
  standard('0-3', 'deals deal', { required: [['dealname'], ['pipeline'], ['dealstage']] }),
  standard('0-5', 'tickets ticket', { required: [['subject'], ['hs_pipeline'], ['hs_pipeline_stage']] }),
  // `hs_sku` as the identifier is inferred: HubSpot says "SKU" without its internal name.
  standard('0-7', 'products product', {
    identifiers: ['hs_sku'],
    // With several currencies there is a price for each.
    required: [['name'], ['price', 'hs_price_*']],
  }),
  standard('0-8', 'line_items line_item', {
    required: [['name'], ['quantity'], ['price']],
    tiedTo: ['0-3'],
  }),
  // That leads can be imported is inferred; that they belong to somebody is so in their own API.
  standard('0-136', 'leads lead', { required: [['hs_lead_name']], tiedTo: ['0-1', '0-2'] }),
  standard('0-123', 'orders order', {
    required: [['hs_order_name'], ['hs_pipeline'], ['hs_pipeline_stage']],
  }),
  standard('0-142', 'carts cart', { required: [['hs_cart_name']] }),
  standard('0-421', 'appointments appointment', { required: [['hs_appointment_start']], isOptional: true }),
  standard('0-410', 'courses course', { required: [['hs_course_name']], isOptional: true }),
  standard('0-420', 'listings listing', { required: [['hs_name']], isOptional: true }),
  standard('0-162', 'services service', {
    required: [['hs_name'], ['hs_pipeline'], ['hs_pipeline_stage']],
    isOptional: true,
  }),
  standard('0-48', 'calls call', { required: [['hs_call_body']] }),
  standard('0-49', 'emails email', {
    required: [['hs_email_text', 'hs_email_html'], ['hs_email_direction']],
    createsOnly: true,
    tiedTo: 'any',
  }),
  standard('0-47', 'meetings meeting', {
    required: [['hs_meeting_body'], ['hs_meeting_start_time'], ['hs_meeting_end_time']],
    createsOnly: true,
    tiedTo: 'any',
  }),
  standard('0-46', 'notes note', { required: [['hs_note_body']], createsOnly: true, tiedTo: 'any' }),
  standard('0-27', 'tasks task', {
    required: [['hs_task_subject'], ['hs_timestamp']],
    createsOnly: true,
  }),
  // No page says how these two are imported: as notes are, it is inferred.
  standard('0-18', 'communications communication', {
    required: [['hs_communication_body'], ['hs_communication_channel_type']],
    createsOnly: true,
    tiedTo: 'any',
  }),
  standard('0-116', 'postal_mail', { required: [['hs_postal_mail_body']], createsOnly: true, tiedTo: 'any' }),
  standard(MARKETING_EVENT, 'marketing_events marketing_event', { createsOnly: true, tiedTo: ['0-1'] }),
];

/** Standard object types that can be imported, those that people import most first. */
export const OBJECT_TYPES: readonly ObjectType[] = STANDARD.map(([, type]) => type);

/**
 * Finds an object type by id or name, in singular or plural, in any case, with spaces, dashes or underscores.
 *
 * @returns The known type; for anything else a custom object with that id or name; null for blank text.
 */
export function findObjectType(idOrName: string): ObjectType | null {
  const wanted = idOrName.trim();
  if (wanted === '') return null;
  const name = /^\d+-\d+$/.test(wanted) ? wanted : wanted.toLowerCase().replace(/[\s-]+/g, '_');
  const known = STANDARD.find(([names]) => names.includes(name));
  return known?.[1] ?? customObject(wanted);
}

const customObject = (idOrName: string): ObjectType => ({
  id: idOrName,
  name: idOrName,
  identifiers: [],
  required: [],
  createsOnly: false,
  isOptional: false,
  tiedTo: [],
});

/** True for an object type of the account's own. */
export const isCustom = ({ id }: ObjectType): boolean => !id.startsWith('0-');
