import { expect } from '@open-wc/testing';
import { button, csv, find, GOOD, mount, records, textOf, until } from './importer.js';

describe('the main job', () => {
  it('takes a chosen file to records in HubSpot, a click a step', async () => {
    const { importer, world, states } = await mount();
    const input = find<HTMLInputElement>(importer, 'input[type=file]');
    const files = new DataTransfer();
    files.items.add(csv(GOOD));
    input.files = files.files;
    input.dispatchEvent(new Event('change'));
    await until(importer, 'mapping');
    button(importer, 'Review import').click();
    await until(importer, 'ready');
    expect(textOf(importer)).to.contain('Ready to import 2 contacts');
    button(importer, 'Import 2 rows').click();
    await until(importer, 'done');
    expect(textOf(importer)).to.contain('2 contacts are in HubSpot');
    expect((await records(world)).total).to.equal(2);
    expect(states.map(({ status }) => status)).to.include.members([
      'reading',
      'mapping',
      'ready',
      'submitting',
      'done',
    ]);
  });
});
