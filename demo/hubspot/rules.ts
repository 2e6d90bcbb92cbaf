/** A rule of `GET /crm/v3/property-validations/{objectTypeId}` (property validations API). How its arguments look is inferred. */
export interface ValidationRule {
  readonly ruleType:
    | 'MIN_LENGTH'
    | 'MAX_LENGTH'
    | 'MIN_NUMBER'
    | 'MAX_NUMBER'
    | 'DECIMAL'
    | 'ALPHANUMERIC'
    | 'REGEX'
    | 'START_DATE'
    | 'END_DATE'
    | 'EMAIL_ALLOWED_DOMAINS'
    | 'EMAIL_BLOCKED_DOMAINS'
    | 'PHONE_NUMBER_WITH_EXPLICIT_COUNTRY_CODE';
  readonly ruleArguments: readonly string[];
}

/** The first rule that a value breaks, in words; null when it keeps them all. */
export function brokenRule(rules: readonly ValidationRule[], value: string): string | null {
  const broken = rules.find((rule) => !keeps(rule, value));
  return broken === undefined ? null : `${broken.ruleType} ${broken.ruleArguments.join(' ')}`.trim();
}

function keeps({ ruleType, ruleArguments }: ValidationRule, value: string): boolean {
  const [first = ''] = ruleArguments;
  const bound = Number(first);
  switch (ruleType) {
    case 'MIN_LENGTH':
      return value.length >= bound;
    case 'MAX_LENGTH':
      return value.length <= bound;
    case 'MIN_NUMBER':
      return Number(value) >= bound;
    case 'MAX_NUMBER':
      return Number(value) <= bound;
    case 'DECIMAL':
      return (value.split('.')[1] ?? '').length <= bound;
    case 'ALPHANUMERIC':
      return /^[\p{L}\p{N}]*$/u.test(value);
    case 'REGEX':
      return new RegExp(`^(?:${first})$`, 'u').test(value);
    case 'START_DATE':
      return value.slice(0, 10) >= first;
    case 'END_DATE':
      return value.slice(0, 10) <= first;
    case 'EMAIL_ALLOWED_DOMAINS':
      return ruleArguments.includes(domainOf(value));
    case 'EMAIL_BLOCKED_DOMAINS':
      return !ruleArguments.includes(domainOf(value));
    case 'PHONE_NUMBER_WITH_EXPLICIT_COUNTRY_CODE':
      return /^\+\d/.test(value);
  }
}

const domainOf = (email: string): string => email.slice(email.lastIndexOf('@') + 1).toLowerCase();
