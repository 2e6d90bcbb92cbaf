import { expect, waitUntil } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import type { HubspotImporter } from '../../../src/index.js';
import { createFormat } from '../../../src/element/format.js';
import { en } from '../../../src/element/messages/en.js';
import { fr } from '../../../src/element/messages/fr.js';
import { csv, find, mount, seen, textOf } from '../importer.js';
import { ended, settled } from '../person.js';
import { press, tabs } from './steps.js';

const WIDTH = 320;

/** Scrolled by themselves, or meant for the ear alone. */
const OWN_WAY = '.scroll, .tabs, .choices, pre, .unseen';

/** What stands out of the widget, or of the page. */
function overflowing(importer: HubspotImporter): string[] {
  const { right } = importer.getBoundingClientRect();
  const all = [...(importer.shadowRoot?.querySelectorAll('[part="card"] *') ?? [])];
  const out = all.filter(
    (element) =>
      element.closest(OWN_WAY) === null && element.getBoundingClientRect().right > Math.ceil(right),
  );
  const names = out.map(({ tagName, className, textContent }) => `${tagName}.${className} ${textContent}`);
  const page = document.documentElement.scrollWidth > innerWidth ? ['the page'] : [];
  return [...page, ...names.map((name) => name.replace(/\s+/g, ' ').slice(0, 80))];
}

const LONG = 'AntragstellerinnenUndAntragstellerKorrespondenzadresse';

describe('In a column of 320 pixels', () => {
  before(() => setViewport({ width: WIDTH, height: 640 }));

  for (const words of [en, fr]) {
    it(`nothing stands out, from the match to the report (${words.language})`, async () => {
      document.body.style.margin = '0';
      const { importer } = await mount({
        'object-types': 'contacts companies boats *',
        locale: words.language,
      });
      expect(overflowing(importer), 'drop').to.deep.equal([]);
      await importer.load([
        csv(
          `Mail,Firm domain,Role,Hull number,${LONG}\nann@nord.example,nord.example,Boss,NOR-1,${LONG.toLowerCase()}\nnobody,nord.example,Employer,NOR-2,\n`,
          `${LONG}.csv`,
        ),
        csv('Company name,Company domain,Mail\nNord,nord.example,an@nord.example\n', 'a file of firms.csv'),
      ]);
      await seen(importer, '.tabs');
      const checked = words.checkedNote(3, createFormat(words.language));
      await waitUntil(() => textOf(importer).includes(checked), 'never checked', { timeout: 8000 });
      expect(overflowing(importer), 'match').to.deep.equal([]);
      for (const tab of tabs(importer).reverse()) {
        tab.click();
        await waitUntil(() => tab.getAttribute('aria-selected') === 'true');
        expect(overflowing(importer), 'a file').to.deep.equal([]);
      }
      find(importer, '[data-column="4"]').click();
      await seen(importer, '[role="combobox"]');
      expect(overflowing(importer), 'the list').to.deep.equal([]);
      find(importer, '[data-column="4"]').click();
      await press(importer, words.dialectShow);
      expect(overflowing(importer), 'how the file is written').to.deep.equal([]);
      await importer.check();
      await settled(importer);
      for (const toggle of importer.shadowRoot?.querySelectorAll<HTMLElement>('.problem .act') ?? []) {
        toggle.click();
        await importer.updateComplete;
        expect(overflowing(importer), 'a problem').to.deep.equal([]);
      }
      await press(importer, words.showRequest);
      expect(overflowing(importer), 'the request').to.deep.equal([]);
      await importer.submit();
      await ended(importer);
      expect(overflowing(importer), 'the report').to.deep.equal([]);
    });
  }
});
