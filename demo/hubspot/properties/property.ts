/** A property as `GET /crm/v3/properties/{objectType}` answers it, field for field (HubSpot's public specification, properties v3). */
export interface PropertyDefinition {
  readonly updatedAt: string;
  readonly createdAt: string;
  readonly name: string;
  readonly label: string;
  readonly type: PropertyType;
  readonly fieldType: FieldType;
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
  readonly dataSensitivity: DataSensitivity;
  readonly sensitiveDataCategories?: readonly string[];
}

export type PropertyType =
  'string' | 'number' | 'date' | 'datetime' | 'enumeration' | 'bool' | 'phone_number';
export type FieldType =
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
export type DataSensitivity = 'non_sensitive' | 'sensitive' | 'highly_sensitive';

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

/** Pairs of type and field type that HubSpot's properties guide allows. */
export const KIND = {
  text: ['string', 'text'],
  longText: ['string', 'textarea'],
  richText: ['string', 'html'],
  phone: ['string', 'phonenumber'],
  file: ['string', 'file'],
  phoneNumber: ['phone_number', 'phonenumber'],
  number: ['number', 'number'],
  sum: ['number', 'calculation_equation'],
  date: ['date', 'date'],
  datetime: ['datetime', 'date'],
  select: ['enumeration', 'select'],
  radio: ['enumeration', 'radio'],
  checkboxes: ['enumeration', 'checkbox'],
  yesNo: ['bool', 'booleancheckbox'],
} as const satisfies Record<string, readonly [PropertyType, FieldType]>;

export type Kind = keyof typeof KIND;

/** When HubSpot's own properties were made, and those of the account. */
export const MADE_AT = '2019-08-06T02:41:08.029Z';

/** Options in the order given, as `[label, value]`. */
export const options = (list: readonly (readonly [label: string, value: string])[]): OptionDefinition[] =>
  list.map(([label, value], displayOrder) => ({ label, value, displayOrder, hidden: false }));

const YES_NO = options([
  ['Yes', 'true'],
  ['No', 'false'],
]);

export type Extra = Partial<
  Omit<PropertyDefinition, 'name' | 'label' | 'type' | 'fieldType' | 'groupName' | 'options'>
> & { readonly options?: readonly OptionDefinition[] };

/** A property with the flags that HubSpot's own have, or those of an account. */
export function defineProperty(
  [name, label, groupName]: readonly [name: string, label: string, groupName: string],
  kind: Kind,
  isHubSpots: boolean,
  extra: Extra = {},
): PropertyDefinition {
  const [type, fieldType] = KIND[kind];
  return {
    updatedAt: MADE_AT,
    createdAt: MADE_AT,
    name,
    label,
    type,
    fieldType,
    description: '',
    groupName,
    options: type === 'bool' ? YES_NO : [],
    displayOrder: -1,
    calculated: false,
    externalOptions: false,
    archived: false,
    hasUniqueValue: false,
    hidden: false,
    ...(isHubSpots && { hubspotDefined: true }),
    modificationMetadata: {
      archivable: !isHubSpots,
      readOnlyDefinition: isHubSpots,
      readOnlyOptions: false,
      readOnlyValue: false,
    },
    formField: true,
    dataSensitivity: 'non_sensitive',
    ...extra,
  };
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

/** Custom properties in numbers, for an account that has hundreds: every kind, in turn. */
export function generatedProperties(count: number): PropertyDefinition[] {
  const kinds: readonly Kind[] = ['text', 'number', 'date', 'select', 'checkboxes', 'yesNo', 'datetime'];
  const letters = options(['Alpha', 'Beta', 'Gamma'].map((letter) => [letter, letter]));
  return Array.from({ length: count }, (_, index) => {
    const kind = kinds[index % kinds.length] ?? 'text';
    const extra = KIND[kind][0] === 'enumeration' ? { options: letters } : {};
    const names = [`generated_${index + 1}`, `Generated field ${index + 1}`, 'generated'] as const;
    return defineProperty(names, kind, false, extra);
  });
}
