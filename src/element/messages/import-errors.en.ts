import type { ImportErrorWords } from './import-error-words.js';

/**
 * HubSpot's error types in English. Its specification gives the names alone (CRM/Imports, v3, 2026-03 and 2026-09): what
 * they mean is inferred from the names, what a value has to look like is from HubSpot's help ("Format import files").
 */
export const importErrorsEn: ImportErrorWords = {
  // The record is imported, a value of it is not.
  AMBIGUOUS_ENUMERATION_OPTION: {
    what: 'The value fits several options',
    advice:
      'Write the option’s internal value instead of its label. Both are in the property’s settings in HubSpot.',
  },
  COULD_NOT_FIND_BUSINESS_UNIT: {
    what: 'No such brand',
    advice: 'Spell the brand as it is in your HubSpot account, or create it there first.',
  },
  COULD_NOT_FIND_OWNER: {
    what: 'No such owner',
    advice:
      'Use the email address of a user of your HubSpot account. Whoever is not a user yet has to be added there first.',
  },
  MULTIPLE_OWNERS_FOUND: {
    what: 'Several owners have this name',
    advice: 'Use the owner’s email address or owner ID instead of the name.',
  },
  COULD_NOT_PARSE_DATE: {
    what: 'Not a date HubSpot can read',
    advice: 'Write every date in the order chosen for the import: 28/10/2026 is day, month, year.',
  },
  COULD_NOT_PARSE_NUMBER: {
    what: 'Not a number',
    advice:
      'Use digits, with a point before the decimals: 1234.56. Leave out units, currency signs and thousands separators.',
  },
  COULD_NOT_PARSE_TERM: {
    what: 'Not a term HubSpot can read',
    advice: 'Write the term as a period: P12M is twelve months.',
  },
  OUTSIDE_VALID_TERM_RANGE: {
    what: 'The term is too short or too long',
    advice: 'Check the length of the term for a typing mistake: P12M is twelve months.',
  },
  OUTSIDE_VALID_TIME_RANGE: {
    what: 'The date is too far away',
    advice: 'Check the year for a typing mistake, then import the row again.',
  },
  INVALID_CUSTOM_PROPERTY_VALIDATION: {
    what: 'The value breaks a rule of the property',
    advice:
      'Your HubSpot account has a rule for this property. Look it up in the property’s settings and adapt the value.',
  },
  INVALID_ENUMERATION_OPTION: {
    what: 'No such option',
    advice: 'Use one of the property’s options, spelled as in HubSpot, or add the option there first.',
  },
  INVALID_ENUM_FILE_ID_OR_URL: {
    what: 'No such file in HubSpot',
    advice: 'Use the ID of a file that is uploaded to your HubSpot account.',
  },
  INVALID_NUMBER_SIZE: {
    what: 'The number is too large',
    advice:
      'Check it for superfluous digits. Long codes, such as account numbers, belong in a text property.',
  },
  INVALID_PROPERTY_VALUE_FORMAT: {
    what: 'The value has the wrong format',
    advice: 'Look up in HubSpot what the property takes (a date, a number, an option) and adapt the value.',
  },
  PROPERTY_DEFINITION_NOT_FOUND: {
    what: 'No such property',
    advice: 'Match the column to another property, or create this one in HubSpot, and import again.',
  },
  PROPERTY_VALUE_NOT_FOUND: {
    what: 'HubSpot does not know this value',
    advice: 'Spell it as it is in your HubSpot account, or create it there first.',
  },
  SECONDARY_EMAIL_WRITE_FAILURE: {
    what: 'An additional email was not saved',
    advice:
      'Check that the address is valid and no other contact has it, then add it to the record in HubSpot.',
  },

  // The record is imported, a link to another one is not.
  ASSOCIATION_LABEL_NOT_FOUND: {
    what: 'No such association label',
    advice: 'Spell the label as it is in your HubSpot account, or create it there first.',
  },
  ASSOCIATION_LIMIT_EXCEEDED: {
    what: 'The record has too many associations',
    advice: 'Remove associations that are no longer needed in HubSpot, then import the row again.',
  },
  ASSOCIATION_RECORD_NOT_FOUND: {
    what: 'The record to associate does not exist',
    advice: 'Check the value that identifies it, or import that record first.',
  },
  FAILED_TO_FIND_RECORD_FOR_ASSOCIATIONS: {
    what: 'The record to associate was not found',
    advice: 'Check the value that identifies it, or import that record first.',
  },
  UNKNOWN_ASSOCIATION_RECORD_ID: {
    what: 'No record to associate has this ID',
    advice: 'Copy the record ID from HubSpot, from a record of the right object: each object has its own.',
  },
  NO_OBJECT_ID_FROM_ASSOCIATION_IDENTIFIER: {
    what: 'The identifier leads to no record',
    advice: 'Check that the record to associate exists in HubSpot and holds exactly this value.',
  },
  FAILED_TO_CREATE_ASSOCIATION: {
    what: 'The association could not be made',
    advice: 'Import the row again, or associate the two records in HubSpot.',
  },
  DUPLICATE_ASSOCIATION_ID: {
    what: 'The record to associate is repeated',
    advice: 'Look for the same identifier elsewhere in the file, keep it once, and import the row again.',
  },
  INVALID_ASSOCIATION_IDENTIFIER: {
    what: 'Not an identifier of a record',
    advice: 'Name the record to associate by its record ID, a contact’s email or a company’s domain.',
  },
  INVALID_ASSOCIATION_KEY: {
    what: 'Not a valid association key',
    advice: 'Name the record to associate by its record ID, a contact’s email or a company’s domain.',
  },

  // The file as a whole.
  FILE_NOT_FOUND: {
    what: 'HubSpot did not find the file',
    advice: 'Import the file once more. If it happens again, give it a name of plain letters and digits.',
  },
  INVALID_FILE_TYPE: {
    what: 'HubSpot does not read this kind of file',
    advice: 'Save the data as “CSV UTF-8” and import that file.',
  },
  INVALID_SPREADSHEET: {
    what: 'HubSpot could not read the spreadsheet',
    advice: 'Open it in your spreadsheet program, save it as “CSV UTF-8” and import that file.',
  },
  INVALID_SHEET_COUNT: {
    what: 'The workbook must have a single sheet',
    advice: 'Save the sheet you need as “CSV UTF-8” and import that file.',
  },
  INVALID_COLUMN_CONFIGURATION: {
    what: 'The columns do not fit together',
    advice: 'Go back to the columns: use each property once, and check which one is the identifier.',
  },
  MISSING_OBJECT_DEFINITION: {
    what: 'HubSpot does not know this object',
    advice: 'Ask whoever runs this page to check what it imports into.',
  },

  // The row is not imported.
  COLUMN_TOO_LARGE: {
    what: 'A cell is too long',
    advice: 'Shorten it: a text in HubSpot has 65,536 characters at most.',
  },
  ROW_DATA_TOO_LARGE: {
    what: 'The row is too long',
    advice: 'Shorten its longest texts, or import fewer columns.',
  },
  COULD_NOT_PARSE_ROW: {
    what: 'HubSpot could not read the row',
    advice: 'Look for a quote that is opened and never closed, in this row or the one above.',
  },
  CREATE_ONLY_IMPORT: {
    what: 'The record exists already',
    advice: 'To change existing records as well, choose “Create and update” and import these rows again.',
  },
  UPDATE_ONLY_IMPORT: {
    what: 'No such record to update',
    advice:
      'Check the identifier. To create the missing records, choose “Create and update” and import these rows again.',
  },
  DUPLICATE_ALTERNATE_ID: {
    what: 'Several rows have the same identifier',
    advice: 'Put what belongs to one record in one row, and import that row again.',
  },
  DUPLICATE_OBJECT_ID: {
    what: 'Several rows mean the same record',
    advice: 'Put what belongs to one record in one row, and import that row again.',
  },
  DUPLICATE_RECORD_ID: {
    what: 'Several rows have the same record ID',
    advice: 'Put what belongs to one record in one row, and import that row again.',
  },
  DUPLICATE_UNIQUE_PROPERTY_VALUE: {
    what: 'The value must be unique',
    advice: 'Another row or record has it already. Correct the value, or update that record instead.',
  },
  DUPLICATE_UNIQUE_CREATION_KEY: {
    what: 'Several rows create the same record',
    advice: 'Keep one of them and import it again.',
  },
  DUPLICATE_ROW_CONTENT: {
    what: 'The row is in the file twice',
    advice: 'Check that the other one was imported: then nothing is left to do.',
  },
  DUPLICATE_EVENT: {
    what: 'The event is there already',
    advice: 'Look for the same contact and time in another row or in HubSpot, and leave this row out.',
  },
  INVALID_EVENT: {
    what: 'HubSpot did not accept the event',
    advice: 'Check the contact and the time of the event in this row, then import it again.',
  },
  INVALID_EVENT_TIMESTAMP: {
    what: 'Not a time HubSpot can read',
    advice: 'Write the date in the order chosen for the import, then the time: 28/10/2026 14:30.',
  },
  MISSING_EVENT_DEFINITION: {
    what: 'HubSpot does not know this event',
    advice: 'Create the event in HubSpot first, or ask whoever runs this page to check which one it names.',
  },
  MISSING_EVENT_TIMESTAMP: {
    what: 'The event has no time',
    advice: 'Fill in its date and time, then import the row again.',
  },
  FAILED_TO_OPT_OUT_CONTACT: {
    what: 'The contact could not be unsubscribed',
    advice: 'Check the email address in the row, or unsubscribe the contact in HubSpot.',
  },
  FAILED_TO_PROCESS_OBJECT_WITH_EMPTY_PROPERTY_VALUES: {
    what: 'Nothing to import in the row',
    advice: 'Fill in at least one imported column, or leave the row out.',
  },
  FAILED_VALIDATION: {
    what: 'HubSpot refused a value',
    advice: 'Compare the row’s values with what their properties take in HubSpot, and adapt them.',
  },
  GDPR_BLACKLISTED_EMAIL: {
    what: 'This address was deleted for privacy',
    advice:
      'HubSpot lists it as permanently deleted (GDPR). Leave the row out, or ask an admin of your account.',
  },
  INCORRECT_NUMBER_OF_COLUMNS: {
    what: 'Wrong number of columns',
    advice: 'Look for a missing or superfluous separator, or a quote that is never closed, in this row.',
  },
  INVALID_ALTERNATE_ID: {
    what: 'Not a valid identifier',
    advice: 'Check the value that identifies the record, an email address for example, for typing mistakes.',
  },
  INVALID_OBJECT_ID: {
    what: 'Not the ID of a record',
    advice: 'Copy the record ID from HubSpot, and check that it belongs to the object you import.',
  },
  INVALID_RECORD_ID: {
    what: 'Not a valid record ID',
    advice: 'Copy the record ID from HubSpot, and check that it belongs to the object you import.',
  },
  INVALID_DOMAIN: {
    what: 'Not a domain',
    advice: 'Write the domain alone: example.com, without https:// and without a path.',
  },
  INVALID_EMAIL: {
    what: 'Not an email address',
    advice: 'Correct the address: a name, one @ and a domain, without blanks.',
  },
  INVALID_REQUIRED_PROPERTY: {
    what: 'A required value is not valid',
    advice: 'Correct the value that HubSpot requires and import the row again.',
  },
  MISSING_REQUIRED_PROPERTY: {
    what: 'A required value is missing',
    advice: 'Fill in the property that HubSpot requires, or match a column to it, and import the row again.',
  },
  LIMIT_EXCEEDED: {
    what: 'A limit of your account is reached',
    advice: 'Ask an admin of your HubSpot account to make room, then import these rows again.',
  },
  PORTAL_WIDE_CUSTOM_OBJECT_LIMIT_EXCEEDED: {
    what: 'Your account has too many custom object records',
    advice: 'Delete records that are no longer needed, or ask an admin of your HubSpot account.',
  },
  LINE_ITEM_MULTIPLE_PARENTS_IN_ROW: {
    what: 'The line item has several parents',
    advice: 'Name a single record, one deal for example, that the line item belongs to.',
  },
  MANY_ERRORS_IN_ROW: {
    what: 'Several errors in one row',
    advice: 'Check every value of the row, then import it again.',
  },
  MULTIPLE_COMPANIES_WITH_THIS_DOMAIN: {
    what: 'Several companies have this domain',
    advice: 'Identify the company by its record ID instead, or merge the companies in HubSpot.',
  },
  UNKNOWN_BAD_REQUEST: {
    what: 'HubSpot could not take the row',
    advice: 'Import it once more. If it is refused again, give HubSpot’s support the number of the import.',
  },
  UNKNOWN_ERROR: {
    what: 'HubSpot gave no reason',
    advice:
      'Import the row once more. If it is refused again, give HubSpot’s support the number of the import.',
  },
};
