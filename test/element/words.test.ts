import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { HubspotImporter } from '../../src/index.js';
import { createFormat } from '../../src/element/format.js';
import { en } from '../../src/element/messages/en.js';
import { fr } from '../../src/element/messages/fr.js';
import { nounFor, nounOfAll } from '../../src/element/nouns.js';
import { csv, fault, GOOD, mount, textOf, until } from './importer.js';
import {
  alertText,
  announced,
  clearFaults,
  currentStep,
  ended,
  rejection,
  toMapping,
  toReady,
} from './person.js';

const speaks = (importer: HubspotImporter, words: typeof en): Promise<void> =>
  waitUntil(() => currentStep(importer) === words.steps[0], `never ${words.language}`, { timeout: 8000 });

describe('The language', () => {
  const cases = [
    ['fr', 'fr'],
    ['fr-CA', 'fr'],
    ['FR', 'fr'],
    ['en-GB', 'en'],
    ['xx', 'en'],
    ['not a language!', 'en'],
  ] as const;
  for (const [locale, language] of cases) {
    it(`is chosen by locale: “${locale}” is ${language}`, async () => {
      const { importer } = await mount({ locale });
      await speaks(importer, language === 'fr' ? fr : en);
      expect(textOf(importer)).to.contain((language === 'fr' ? fr : en).choose);
    });
  }

  it('is that of the nearest lang, and locale wins over it', async () => {
    const page = await fixture(html`
      <div lang="en">
        <section lang="fr-FR">
          <hubspot-importer></hubspot-importer>
          <hubspot-importer locale="en"></hubspot-importer>
          <hubspot-importer lang="en"></hubspot-importer>
        </section>
      </div>
    `);
    const [french, byLocale, byLang] = page.querySelectorAll('hubspot-importer');
    if (!french || !byLocale || !byLang) throw new Error('Three importers were expected');
    await speaks(french, fr);
    await speaks(byLocale, en);
    await speaks(byLang, en);
    expect(currentStep(french)).to.equal(fr.steps[0]);
  });

  it('may change at any time, with the file kept', async () => {
    const mounted = await mount();
    const { importer } = mounted;
    await toReady(mounted, csv(GOOD));
    importer.locale = 'fr';
    await waitUntil(() => textOf(importer).includes(fr.sendTitle));
    expect(importer.status).to.equal('ready');
    importer.locale = 'en';
    await waitUntil(() => textOf(importer).includes(en.sendTitle));
  });

  it('is French all the way: screens, errors, and what HubSpot’s errors mean', async () => {
    const mounted = await mount({ locale: 'fr' });
    const { importer, world } = mounted;
    await speaks(importer, fr);
    await rejection(importer.load(csv('')));
    await importer.updateComplete;
    expect(alertText(importer)).to.match(/^Le fichier/);
    await toReady(mounted, csv(`${GOOD}nobody,Cy,Diaz\n`));
    expect(currentStep(importer)).to.equal(fr.steps[2]);
    expect(announced(importer)).to.contain(fr.stepOf(3, fr.steps[2] ?? ''));
    await fault(world, 'validation');
    await rejection(importer.submit());
    await importer.updateComplete;
    expect(alertText(importer)).to.contain('HubSpot a');
    await clearFaults(world);
    await importer.submit();
    await until(importer, 'done');
    await waitUntil(() => textOf(importer).includes(fr.importEffect.row));
    expect(textOf(importer)).to.contain(fr.downloadReport);
    for (const sentence of [en.downloadReport, en.another, en.importEffect.row, en.statImported(2)]) {
      expect(textOf(importer), sentence).to.not.contain(sentence);
    }
  });
});

describe('A page’s own words', () => {
  it('take the place of a sentence, and only of that', async () => {
    const { importer } = await mount();
    importer.messages = { choose: 'Pick your members file' };
    await waitUntil(() => textOf(importer).includes('Pick your members file'));
    expect(textOf(importer)).to.not.contain(en.choose);
    expect(textOf(importer)).to.contain(en.paste);
    importer.messages = {};
    await waitUntil(() => textOf(importer).includes(en.choose));
  });

  it('take the place of sentences made with numbers, in whatever language is spoken', async () => {
    const mounted = await mount({ locale: 'fr' });
    const { importer } = mounted;
    importer.messages = { importRows: (rows) => `Envoyer ${rows}` };
    await toReady(mounted, csv(GOOD));
    expect(textOf(importer)).to.contain('Envoyer 2').and.to.contain(fr.sendTitle);
    await importer.submit();
    await ended(importer);
  });
});

describe('What an import is about', () => {
  it('is named by all its objects where there are several records, and by none where there is one', () => {
    for (const [words, one, several] of [
      [en, '1 record is in HubSpot', '2 contacts and companies are in HubSpot'],
      [fr, '1 fiche est dans HubSpot', '2 contacts et entreprises sont dans HubSpot'],
    ] as const) {
      const format = createFormat(words.language);
      const nouns = ['0-1', '0-2'].map((id) => nounFor(id, null, words));
      const noun = nounOfAll(nouns, words.otherObject, format);
      expect([words.doneTitle(1, noun, format), words.doneTitle(2, noun, format)]).to.deep.equal([
        one,
        several,
      ]);
    }
  });

  it('is named by all its objects before another noun', async () => {
    const mounted = await mount({ 'object-types': 'contacts companies' });
    await toMapping(mounted, csv('Email,Company Domain Name\nana@example.com,n.example\n'));
    expect(textOf(mounted.importer)).to.contain('Match your columns to contact and company properties');
  });
});
