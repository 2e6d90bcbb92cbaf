/** A property as `GET /crm/v3/properties/{objectType}` answers it, field for field (HubSpot's public specification, properties v3). */
export interface PropertyDefinition {
  readonly updatedAt: string;
  readonly createdAt: string;
  readonly name: string;
  readonly label: string;
  readonly type: 'string' | 'number' | 'date' | 'datetime' | 'enumeration' | 'bool' | 'phone_number';
  readonly fieldType:
    | 'text'
    | 'textarea'
    | 'html'
    | 'phonenumber'
    | 'file'
    | 'number'
    | 'date'
    | 'checkbox'
    | 'select'
    | 'radio'
    | 'booleancheckbox'
    | 'calculation_equation';
  readonly description: string;
  readonly groupName: string;
  readonly options: readonly OptionDefinition[];
  readonly displayOrder: number;
  readonly calculated: boolean;
  readonly calculationFormula?: string;
  readonly externalOptions: boolean;
  readonly referencedObjectType?: string;
  readonly archived: boolean;
  readonly hasUniqueValue: boolean;
  readonly hidden: boolean;
  readonly hubspotDefined?: boolean;
  readonly textDisplayHint?: string;
  readonly numberDisplayHint?: string;
  readonly showCurrencySymbol?: boolean;
  readonly modificationMetadata: {
    readonly archivable: boolean;
    readonly readOnlyDefinition: boolean;
    readonly readOnlyOptions?: boolean;
    readonly readOnlyValue: boolean;
  };
  readonly formField: boolean;
  readonly dataSensitivity: 'non_sensitive';
}

export interface OptionDefinition {
  readonly label: string;
  readonly value: string;
  readonly description?: string;
  readonly displayOrder: number;
  readonly hidden: boolean;
}

export interface PropertyGroup {
  readonly name: string;
  readonly label: string;
  readonly displayOrder: number;
  readonly archived: false;
}

type Extra = Partial<Omit<PropertyDefinition, 'name' | 'label' | 'type' | 'fieldType' | 'groupName'>>;
type Kind = readonly [PropertyDefinition['type'], PropertyDefinition['fieldType']];

/** Pairs of type and field type that HubSpot's properties guide allows. */
export const KIND = {
  text: ['string', 'text'],
  longText: ['string', 'textarea'],
  richText: ['string', 'html'],
  phone: ['string', 'phonenumber'],
  phoneNumber: ['phone_number', 'phonenumber'],
  number: ['number', 'number'],
  sum: ['number', 'calculation_equation'],
  date: ['date', 'date'],
  datetime: ['datetime', 'date'],
  select: ['enumeration', 'select'],
  radio: ['enumeration', 'radio'],
  checkboxes: ['enumeration', 'checkbox'],
  yesNo: ['bool', 'booleancheckbox'],
} as const satisfies Record<string, Kind>;

const MADE_AT = '2019-08-06T02:41:08.029Z';

/** Options in the order given, as `Label` (its value the same) or `[label, value]`. */
export function options(
  list: readonly (string | readonly [label: string, value: string])[],
): OptionDefinition[] {
  return list.map((entry, displayOrder) => {
    const [label, value] = typeof entry === 'string' ? [entry, entry] : entry;
    return { label, value, displayOrder, hidden: false };
  });
}

const YES_NO = options([
  ['Yes', 'true'],
  ['No', 'false'],
]);

/** Starts a group of properties; what is made through it carries the group's name and HubSpot's usual flags. */
export function groupOf(groupName: string, hubspotDefined: boolean) {
  return (name: string, label: string, kind: Kind, extra: Extra = {}): PropertyDefinition => ({
    updatedAt: MADE_AT,
    createdAt: MADE_AT,
    name,
    label,
    type: kind[0],
    fieldType: kind[1],
    description: '',
    groupName,
    options: kind[0] === 'bool' ? YES_NO : [],
    displayOrder: -1,
    calculated: false,
    externalOptions: false,
    archived: false,
    hasUniqueValue: false,
    hidden: false,
    ...(hubspotDefined && { hubspotDefined: true }),
    modificationMetadata: {
      archivable: !hubspotDefined,
      readOnlyDefinition: hubspotDefined,
      readOnlyOptions: false,
      readOnlyValue: false,
    },
    formField: true,
    dataSensitivity: 'non_sensitive',
    ...extra,
  });
}

/** For values that HubSpot writes itself. */
export const READ_ONLY: Extra = {
  formField: false,
  modificationMetadata: {
    archivable: false,
    readOnlyDefinition: true,
    readOnlyOptions: true,
    readOnlyValue: true,
  },
};

/** For values that HubSpot computes from others. */
export const CALCULATED: Extra = { ...READ_ONLY, calculated: true };

/** For values that are users of the account. */
export const OWNER: Extra = { externalOptions: true, referencedObjectType: 'OWNER' };

/** The three that every object has: the record id, and when the record was made and changed. */
export function recordProperties(
  group: ReturnType<typeof groupOf>,
  objectIsContact = false,
): PropertyDefinition[] {
  const modified = objectIsContact ? 'lastmodifieddate' : 'hs_lastmodifieddate';
  return [
    group('hs_object_id', 'Record ID', KIND.number, {
      ...READ_ONLY,
      numberDisplayHint: 'unformatted',
      description: 'The unique ID for this record. This value is set automatically by HubSpot.',
    }),
    group('createdate', 'Create Date', KIND.datetime, READ_ONLY),
    group(modified, 'Last Modified Date', KIND.datetime, READ_ONLY),
  ];
}

/** Custom properties in numbers, for an account that has hundreds: every kind, in turn. */
export function generatedProperties(count: number): PropertyDefinition[] {
  const make = groupOf('generated', false);
  const kinds = [KIND.text, KIND.number, KIND.date, KIND.select, KIND.checkboxes, KIND.yesNo, KIND.datetime];
  return Array.from({ length: count }, (_, index) => {
    const kind: Kind = kinds[index % kinds.length] ?? KIND.text;
    const extra = kind[0] === 'enumeration' ? { options: options(['Alpha', 'Beta', 'Gamma']) } : {};
    return make(`generated_${index + 1}`, `Generated field ${index + 1}`, kind, extra);
  });
}
