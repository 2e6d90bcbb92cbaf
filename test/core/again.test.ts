import { expect } from '@open-wc/testing';
import { importedAgain } from '../../src/core/again.js';
import { type Columns, mappingOf } from './mappings.js';
import type { Operation } from '../../src/core/hubspot.js';
import type { Target } from '../../src/core/target.js';

const CAME: Target = { kind: 'event', objectTypeId: '0-54', submission: 'JOINED' };
const MAIL = [['Mail', 'email']] as const;
const NAME = [['Name', 'firstname']] as const;

const CASES: readonly (readonly [
  title: string,
  operations: Readonly<Record<string, Operation>>,
  columns: Columns,
  again: string,
])[] = [
  ['updates what an identifier finds', { contacts: 'UPSERT' }, MAIL, 'updates'],
  ['makes records twice that nothing tells apart', { contacts: 'UPSERT' }, NAME, 'doubles'],
  ['is refused where records are only created', { contacts: 'CREATE' }, MAIL, 'refuses'],
  [
    'makes records twice where they are only created and nothing tells them apart',
    { contacts: 'CREATE' },
    NAME,
    'doubles',
  ],
  ['updates where records are only updated', { contacts: 'UPDATE' }, MAIL, 'updates'],
  [
    'does the worst of what it does to the objects of a row',
    { contacts: 'UPSERT', notes: 'CREATE' },
    [...MAIL, ['Note', 'notes.hs_note_body']],
    'doubles',
  ],
  [
    'leaves objects out that the file says nothing of',
    { contacts: 'UPSERT', companies: 'CREATE' },
    MAIL,
    'updates',
  ],
  [
    'does nothing to those who took part in an event already',
    { contacts: 'UPSERT', marketing_events: 'CREATE' },
    [...MAIL, ['Came', CAME]],
    'updates',
  ],
];

describe('The same file once more', () => {
  for (const [title, operations, columns, again] of CASES) {
    it(title, () => {
      expect(importedAgain(mappingOf(operations, [columns]))).to.equal(again);
    });
  }
});
