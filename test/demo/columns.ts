/** A column as the request holds it. */
export type Mapping = Readonly<Record<string, unknown>>;

/** A column of values: `value('0-1', 'Mail', 'email', 'HUBSPOT_ALTERNATE_ID')`. */
export const value = (
  columnObjectTypeId: string,
  columnName: string,
  propertyName: string,
  columnType?: string,
): Mapping => ({
  columnObjectTypeId,
  columnName,
  propertyName,
  ...(columnType !== undefined && { columnType }),
});
export const key = (objectType: string, name: string, property: string): Mapping =>
  value(objectType, name, property, 'HUBSPOT_ALTERNATE_ID');
export const recordId = (objectType: string, name: string): Mapping =>
  value(objectType, name, 'hs_object_id', 'HUBSPOT_OBJECT_ID');
/** A column of association labels. */
export const labels = (
  columnObjectTypeId: string,
  toColumnObjectTypeId: string,
  columnName: string,
): Mapping => ({
  columnObjectTypeId,
  toColumnObjectTypeId,
  columnName,
  columnType: 'FLEXIBLE_ASSOCIATION_LABEL',
});
/** A column of times at which contacts did something at the marketing event. */
export const time = (columnName: string, marketingEventSubmissionType?: string): Mapping => ({
  columnName,
  columnObjectTypeId: '0-54',
  columnType: 'EVENT_TIMESTAMP',
  ...(marketingEventSubmissionType !== undefined && { marketingEventSubmissionType }),
});
/** The common column in the file of the object that its property does not belong to: of companies, with contacts' addresses. */
export const common = (more: Mapping = {}): Mapping => ({
  columnObjectTypeId: '0-2',
  toColumnObjectTypeId: '0-1',
  columnName: 'Mail',
  propertyName: null,
  foreignKeyType: { associationTypeId: 280, associationCategory: 'HUBSPOT_DEFINED' },
  ...more,
});
