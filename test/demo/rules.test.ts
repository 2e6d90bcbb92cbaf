import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { brokenRule, type ValidationRule } from '../../demo/hubspot/rules.js';

const cases: readonly (readonly [ValidationRule['ruleType'], string[], kept: string[], broken: string[]])[] =
  [
    ['MIN_LENGTH', ['3'], ['abc'], ['ab']],
    ['MAX_LENGTH', ['3'], ['abc'], ['abcd']],
    ['MIN_NUMBER', ['0'], ['0', '12.5'], ['-1']],
    ['MAX_NUMBER', ['100'], ['100', '-5'], ['100.1']],
    ['DECIMAL', ['2'], ['1', '1.25'], ['1.255']],
    ['ALPHANUMERIC', [], ['Ærø12'], ['A-1', 'a b']],
    ['REGEX', ['[A-Z]{2}\\d+'], ['NO12'], ['NO', 'xNO12', 'NO12x']],
    ['START_DATE', ['2025-01-01'], ['2025-01-01', '2026-05-05T10:00:00.000Z'], ['2024-12-31']],
    ['END_DATE', ['2025-01-01'], ['2025-01-01', '2024-05-05'], ['2025-01-02']],
    ['EMAIL_ALLOWED_DOMAINS', ['n.example', 's.example'], ['a@N.example'], ['a@t.example']],
    ['EMAIL_BLOCKED_DOMAINS', ['t.example'], ['a@n.example'], ['a@T.example']],
    ['PHONE_NUMBER_WITH_EXPLICIT_COUNTRY_CODE', [], ['+47 912'], ['912', '0047 912']],
  ];

describe('rules of the account’s administrator', () => {
  for (const [ruleType, ruleArguments, kept, broken] of cases) {
    it(`${ruleType} ${ruleArguments.join(' ')}`, () => {
      const rules = [{ ruleType, ruleArguments }];
      for (const value of kept) assert.equal(brokenRule(rules, value), null, value);
      const name = `${ruleType} ${ruleArguments.join(' ')}`.trim();
      for (const value of broken) assert.equal(brokenRule(rules, value), name, value);
    });
  }

  it('the first that is broken is named', () => {
    const rules: ValidationRule[] = [
      { ruleType: 'MIN_LENGTH', ruleArguments: ['2'] },
      { ruleType: 'ALPHANUMERIC', ruleArguments: [] },
    ];
    assert.equal(brokenRule(rules, '-'), 'MIN_LENGTH 2');
    assert.equal(brokenRule(rules, '--'), 'ALPHANUMERIC');
  });
});
