import { expect, waitUntil } from '@open-wc/testing';
import type { Status } from '../../src/index.js';
import { en } from '../../src/element/messages/en.js';
import { altered, hold, isOneImport } from './fetches.js';
import { button, csv, fault, find, GOOD, mount, type Mounted, seen, until } from './importer.js';
import {
  alertText,
  announced,
  currentStep,
  ended,
  ignored,
  large,
  openProblem,
  people,
  pick,
  rejection,
  toMapping,
  toReady,
  toReport,
} from './person.js';

/** One screen that a person can stand before. */
interface Scene {
  readonly title: string;
  readonly status: Status;
  readonly step: number;
  reach(mounted: Mounted): Promise<unknown>;
  readonly slow?: boolean;
}

const MESSY = csv(
  [
    'Email,First name,Lifecycle Stage,Birthday',
    'ana@example.com,Ana,Customer,2001-02-03',
    'not an address,Bo,Warm lead,2001-02-03',
    'ana@example.com,Cy,Lead,last summer',
    ',,,',
  ].join('\n'),
);
const stateOf =
  (state: string) =>
  (answer: { state: string }): unknown => ({ ...answer, state });

const SCENES: readonly Scene[] = [
  { title: 'empty', status: 'empty', step: 1, reach: async () => undefined },
  {
    title: 'empty, with the box for pasting',
    status: 'empty',
    step: 1,
    async reach({ importer }) {
      button(importer, en.paste).click();
      await seen(importer, 'textarea');
    },
  },
  {
    title: 'empty, after a file that could not be read',
    status: 'empty',
    step: 1,
    async reach({ importer }) {
      await rejection(importer.load(csv('')));
      expect(alertText(importer)).to.not.equal('');
    },
  },
  {
    title: 'reading',
    status: 'reading',
    step: 1,
    async reach({ importer }) {
      importer.fetch = hold((url) => url.includes('/properties/')).fetch;
      ignored(importer.load(csv(GOOD)));
      await seen(importer, 'table');
    },
  },
  { title: 'mapping', status: 'mapping', step: 2, reach: (mounted) => toMapping(mounted, MESSY) },
  {
    title: 'mapping, with a list of properties open',
    status: 'mapping',
    step: 2,
    async reach(mounted) {
      await toMapping(mounted, MESSY);
      pick(mounted.importer, 'First name').click();
      await seen(mounted.importer, '[role="option"]');
    },
  },
  {
    title: 'mapping, with the way the file is written open',
    status: 'mapping',
    step: 2,
    async reach(mounted) {
      await toMapping(mounted, MESSY);
      button(mounted.importer, en.dialectShow).click();
      await seen(mounted.importer, `[role="group"][aria-label="${en.dialectTitle}"]`);
    },
  },
  {
    title: 'checking',
    status: 'checking',
    step: 3,
    async reach(mounted) {
      await toMapping(mounted, large(200));
      ignored(mounted.importer.check());
      await seen(mounted.importer, 'progress');
    },
  },
  { title: 'ready, with nothing wrong', status: 'ready', step: 3, reach: (m) => toReady(m, csv(GOOD)) },
  {
    title: 'ready, with the values of a problem open',
    status: 'ready',
    step: 3,
    async reach(mounted) {
      await toReady(mounted, MESSY);
      await openProblem(mounted.importer, 'Warm lead');
    },
  },
  {
    title: 'ready, with the rows of a problem and the request open',
    status: 'ready',
    step: 3,
    async reach(mounted) {
      await toReady(mounted, MESSY);
      await openProblem(mounted.importer, 'same Email as another');
      await seen(mounted.importer, 'input.cell');
      button(mounted.importer, en.showRequest).click();
    },
  },
  {
    title: 'submitting',
    status: 'submitting',
    step: 4,
    async reach(mounted) {
      await toReady(mounted, csv(GOOD));
      await fault(mounted.world, 'start-unanswered');
      ignored(mounted.importer.submit());
      await until(mounted.importer, 'submitting');
    },
  },
  {
    title: 'tracking',
    status: 'tracking',
    step: 4,
    slow: true,
    async reach(mounted) {
      await toReady(mounted, people(300));
      await mounted.importer.submit();
    },
  },
  { title: 'done, with refused rows', status: 'done', step: 4, reach: (m) => toReport(m, MESSY) },
  {
    title: 'failed',
    status: 'failed',
    step: 4,
    async reach(mounted) {
      mounted.importer.fetch = altered(isOneImport, stateOf('FAILED'));
      await toReport(mounted, csv(GOOD));
    },
  },
  {
    title: 'reverted',
    status: 'reverted',
    step: 4,
    async reach(mounted) {
      mounted.importer.fetch = altered(isOneImport, stateOf('REVERTED'));
      await toReport(mounted, csv(GOOD));
    },
  },
  {
    title: 'canceled',
    status: 'canceled',
    step: 4,
    slow: true,
    async reach(mounted) {
      await toReady(mounted, people(300));
      await mounted.importer.submit();
      await mounted.importer.cancel();
      await ended(mounted.importer);
    },
  },
];

describe('Every status', () => {
  for (const { title, status, step, reach, slow } of SCENES) {
    it(`is open to everybody, light and dark, and says where one is: ${title}`, async () => {
      const mounted = await mount({}, slow);
      const { importer } = mounted;
      const before = announced(importer);
      await reach(mounted);
      await importer.updateComplete;
      expect(importer.status).to.equal(status);
      expect(importer.matches(`:state(${status})`), 'custom state').to.equal(true);
      expect(currentStep(importer)).to.equal(en.steps[step - 1]);
      expect(announced(importer)).to.contain(en.stepOf(step, en.steps[step - 1] ?? ''));
      if (status !== 'empty') expect(announced(importer), 'the status is told anew').to.not.equal(before);
      for (const scheme of ['light', 'dark']) {
        importer.style.colorScheme = scheme;
        await expect(importer).to.be.accessible();
      }
      expect(importer.status, 'it lasted').to.equal(status);
      await importer.reset();
    });
  }

  it('leaves no custom state of another behind', async () => {
    const mounted = await mount();
    const { importer, states } = mounted;
    const seenStates: string[] = [];
    importer.addEventListener('hubspot-importer-state', () => {
      const all = ['empty', 'reading', 'mapping', 'checking', 'ready', 'submitting', 'tracking', 'done'];
      seenStates.push(all.filter((name) => importer.matches(`:state(${name})`)).join(' '));
    });
    await toReport(mounted, csv(GOOD));
    expect(seenStates).to.deep.equal(states.map(({ status }) => status));
  });

  it('is announced in one place only, politely', async () => {
    const mounted = await mount();
    await toReady(mounted, csv(GOOD));
    const live = mounted.importer.shadowRoot?.querySelectorAll('[role="status"], [aria-live]') ?? [];
    expect(live).to.have.lengthOf(1);
    await waitUntil(() =>
      announced(mounted.importer).includes(find(mounted.importer, 'h2').textContent ?? '-'),
    );
  });
});
