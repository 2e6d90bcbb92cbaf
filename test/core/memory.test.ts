import { expect } from '@open-wc/testing';
import { defaultProperties } from '../../src/core/defaults.js';
import type { Operation } from '../../src/core/hubspot.js';
import {
  type Mapping,
  setDateFormat,
  setIdentifier,
  setOperation,
  setTarget,
} from '../../src/core/mapping.js';
import { fromMemory, Memory, memoryName, rememberedChoices, toMemory } from '../../src/core/memory.js';
import { proposeMapping } from '../../src/core/propose.js';
import { type Target, toProperty } from '../../src/core/target.js';
import { accountOf } from './mappings.js';

const account = accountOf({ contacts: defaultProperties('0-1'), companies: defaultProperties('0-2') });
const upsert = (): Operation => 'UPSERT';
const HEADERS = ['Email', 'Nickname', 'Born', 'Domain', 'Record ID'];
const proposed = (headers: readonly string[] = HEADERS): Mapping =>
  proposeMapping({ samples: [{ headers, rows: [] }], account, operationOf: upsert, given: null });
const everything = (): boolean => true;

/** Taken out of the memory again for these headers, and proposed with it. */
function recalled(
  memory: Memory | null,
  files: readonly (readonly string[])[] = [HEADERS],
  isThere: (target: Target) => boolean = everything,
): Mapping {
  const kept = Memory.parse(JSON.parse(JSON.stringify(memory)));
  const given = { by: 'remembered' as const, preset: fromMemory(kept, files, isThere) };
  const samples = files.map((headers) => ({ headers, rows: [] }));
  return proposeMapping({ samples, account, operationOf: upsert, given });
}
const targetOf = (mapping: Mapping, header: string): Target | null | undefined =>
  mapping.files[0]?.columns.find((column) => column.header === header)?.target;

describe('what a person chose', () => {
  it('is nothing while they chose nothing', () => {
    expect(toMemory(proposed(), upsert)).to.equal(null);
  });

  it('comes back for the same headers, in another order and spelling too, and says that it does', () => {
    let mapping = setTarget(proposed(), 0, 1, toProperty('0-1', 'message'));
    mapping = setTarget(mapping, 0, 3, null);
    const memory = toMemory(mapping, upsert);
    for (const headers of [HEADERS, ['record_id', 'DOMAIN', 'Born', 'nickname', 'E-mail', 'Email']]) {
      const after = recalled(memory, [headers]);
      const nickname = headers.find((header) => header.toLowerCase() === 'nickname') ?? '';
      const domain = headers.find((header) => header.toLowerCase() === 'domain') ?? '';
      expect(targetOf(after, nickname)).to.deep.equal(toProperty('0-1', 'message'));
      expect(targetOf(after, domain)).to.equal(null);
      expect(rememberedChoices(after)).to.equal(2);
    }
  });

  it('is remembered again when it was only taken over', () => {
    const memory = toMemory(setTarget(proposed(), 0, 1, toProperty('0-1', 'message')), upsert);
    expect(toMemory(recalled(memory), upsert)).to.deep.equal(memory);
  });

  it('holds operation and identifier where they were chosen, not where the page or the file decides', () => {
    let mapping = setTarget(proposed(), 0, 4, toProperty('0-1', 'hs_object_id'));
    expect(toMemory(mapping, upsert)?.objects).to.deep.equal([]);
    mapping = setOperation(setIdentifier(mapping, '0-1', 'email'), '0-1', 'UPDATE');
    const after = recalled(toMemory(mapping, upsert));
    expect(after.objects[0]).to.deep.include({ operation: 'UPDATE', identifier: 'email' });
  });

  it('in the order of dates gives way to what the file says, not to a guess', () => {
    const memory = toMemory(setDateFormat(proposed(), 'DAY_MONTH_YEAR'), upsert);
    const after = recalled(memory);
    expect(after).to.deep.include({ dateFormat: 'DAY_MONTH_YEAR', dateFormatBy: 'remembered' });
    expect(setDateFormat(after, 'MONTH_DAY_YEAR', 'guess').dateFormat).to.equal('DAY_MONTH_YEAR');
    expect(setDateFormat(after, 'MONTH_DAY_YEAR', 'file').dateFormat).to.equal('MONTH_DAY_YEAR');
  });

  it('that the account does not have any more is suggested anew', () => {
    const memory = toMemory(setTarget(proposed(), 0, 0, toProperty('0-1', 'message')), upsert);
    const after = recalled(memory, [HEADERS], () => false);
    expect(targetOf(after, 'Email')).to.deep.equal(toProperty('0-1', 'email'));
    expect(rememberedChoices(after)).to.equal(0);
  });

  it('a common column finds the other one where it is now', () => {
    const common: Target = {
      kind: 'common',
      objectTypeId: '0-2',
      toObjectTypeId: '0-1',
      association: { typeId: 280, category: 'HUBSPOT_DEFINED' },
      file: 0,
      column: 1,
    };
    const samples = [
      { headers: ['First name', 'Email'], rows: [] },
      { headers: ['Domain', 'Asks for'], rows: [] },
    ];
    const before = proposeMapping({ samples, account, operationOf: upsert, given: null });
    const memory = toMemory(setTarget(before, 1, 1, common), upsert);
    const after = recalled(memory, [
      ['Email', 'First name'],
      ['Domain', 'Asks for'],
    ]);
    expect(after.files[1]?.columns[1]?.target).to.deep.equal({ ...common, column: 0 });
    const turned = recalled(memory, [
      ['Domain', 'Asks for'],
      ['First name', 'Email'],
    ]);
    expect(turned.files[0]?.columns[1]?.target, 'files may come in another order').to.deep.equal({
      ...common,
      file: 1,
    });
  });

  it('holds no header and no cell', () => {
    const memory = JSON.stringify(toMemory(setTarget(proposed(), 0, 1, toProperty('0-1', 'city')), upsert));
    for (const header of HEADERS) expect(memory).not.to.include(header);
  });
});

describe('memoryName', () => {
  it('is the same for the same headers in any order, another for other headers or files', () => {
    const name = memoryName([['Email', 'Name']]);
    expect(memoryName([['name', 'E-mail']])).to.equal(name);
    expect(memoryName([['Firm'], ['Email', 'Name']])).to.equal(memoryName([['Name', 'Email'], ['Firm']]));
    for (const other of [[['Email']], [['Email', 'Name', 'City']], [['Email'], ['Name']], []])
      expect(memoryName(other)).not.to.equal(name);
    expect(name).not.to.include('mail');
  });
});
