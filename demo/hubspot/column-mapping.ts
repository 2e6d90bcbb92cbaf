import { invalid } from './answers.js';
import { isObject, oneOf } from './json.js';

export type ColumnType =
  | 'STANDARD'
  | 'HUBSPOT_OBJECT_ID'
  | 'HUBSPOT_ALTERNATE_ID'
  | 'FLEXIBLE_ASSOCIATION_LABEL'
  | 'ASSOCIATION_KEYS'
  | 'EVENT_TIMESTAMP';
export type SubmissionType = 'REGISTERED' | 'JOINED' | 'LEFT' | 'CANCELLED';

/** The association that a common column makes. */
export interface ForeignKeyType {
  readonly typeId: number;
  readonly category: string;
}

/** One entry of `columnMappings`, old and new spelling alike. Names are as they came: nothing is looked up yet. */
export interface ColumnMapping {
  readonly name: string;
  /** '' when the column is ignored. */
  readonly objectType: string;
  readonly property: string | null;
  readonly type: ColumnType;
  readonly toObjectType: string | null;
  readonly foreignKeyType: ForeignKeyType | null;
  /** True on the common column in the file of the object that owns the property. */
  readonly isAssociationIdentifier: boolean;
  readonly submissionType: SubmissionType | null;
  readonly ignored: boolean;
}

const COLUMN_TYPES: readonly ColumnType[] = [
  'STANDARD',
  'HUBSPOT_OBJECT_ID',
  'HUBSPOT_ALTERNATE_ID',
  'FLEXIBLE_ASSOCIATION_LABEL',
  'ASSOCIATION_KEYS',
  'EVENT_TIMESTAMP',
];
const SUBMISSION_TYPES: readonly SubmissionType[] = ['REGISTERED', 'JOINED', 'LEFT', 'CANCELLED'];
const CATEGORIES = ['HUBSPOT_DEFINED', 'USER_DEFINED', 'INTEGRATOR_DEFINED', 'WORK'] as const;

/** Reads it. @throws {Refusal} 400 for words that HubSpot does not know (inferred: it leaves the request out of its specification) */
export function readColumn(column: unknown): ColumnMapping {
  if (!isObject(column)) throw invalid('columnMappings must be a list of objects');
  const ignored = column.ignored === true;
  const objectType = column.columnObjectTypeId ?? column.columnObjectType ?? '';
  if (!ignored && (typeof objectType !== 'string' || objectType === '')) {
    throw invalid('columnObjectTypeId must be provided');
  }
  const { marketingEventSubmissionType: submission } = column;
  return {
    name: typeof column.columnName === 'string' ? column.columnName : '',
    objectType: typeof objectType === 'string' ? objectType : '',
    property: typeof column.propertyName === 'string' ? column.propertyName : null,
    type: oneOf(COLUMN_TYPES, column.columnType ?? column.idColumnType ?? 'STANDARD', 'columnType'),
    toObjectType: typeof column.toColumnObjectTypeId === 'string' ? column.toColumnObjectTypeId : null,
    foreignKeyType: readForeignKeyType(column.foreignKeyType),
    isAssociationIdentifier: column.associationIdentifierColumn === true,
    submissionType: isAbsent(submission)
      ? null
      : oneOf(SUBMISSION_TYPES, submission, 'marketingEventSubmissionType'),
    ignored,
  };
}

function readForeignKeyType(value: unknown): ForeignKeyType | null {
  if (isAbsent(value)) return null;
  if (!isObject(value) || typeof value.associationTypeId !== 'number') {
    throw invalid('foreignKeyType.associationTypeId must be a number');
  }
  return {
    typeId: value.associationTypeId,
    category: oneOf(CATEGORIES, value.associationCategory, 'foreignKeyType.associationCategory'),
  };
}

const isAbsent = (value: unknown): value is null | undefined => value === undefined || value === null;
