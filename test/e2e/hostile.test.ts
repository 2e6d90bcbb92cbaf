import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import Papa from 'papaparse';
import { type Browser, chromium, type Locator } from 'playwright-core';
import { findChrome } from '../browser.js';
import { buildPackage } from './built.js';
import { type CarefulSite, openCarefulSite } from './careful-site.js';
import { hostile, lookAt, poisoned, shown } from './hostile.js';
import { card, saved } from './journey.js';

const ROWS = [
  [
    'Email',
    hostile('header'),
    'Lifecycle Stage',
    'Contact owner',
    'Company domain name',
    'Tie',
    'Phone number',
  ],
  [
    'ana@harbour.example',
    hostile('cell'),
    hostile('stage'),
    hostile('person'),
    'h.example',
    hostile('tie'),
    '+33 1',
  ],
  [hostile('email'), '-1+2', 'Lead', '', '', '', hostile('phone')],
];
const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
const FILE = {
  name: `${hostile('file').replaceAll('/', '')}.csv`,
  mimeType: 'text/csv',
  buffer: Buffer.from(ROWS.map((cells) => `${cells.map(quoted).join(',')}\n`).join('')),
};

/** What the backend says instead of HubSpot's own answer to a call, by the name of the step. */
type Turn = (call: string, answer: unknown) => { readonly status: number; readonly body: unknown } | null;
const refusing =
  (status: number, body: unknown): Turn =>
  (call) =>
    call === 'start' ? { status, body } : null;

const callOf = ({ method, url }: Request): string => {
  const { pathname } = new URL(url);
  if (/\/imports\/?$/.test(pathname)) return method === 'POST' ? 'start' : 'list';
  if (/\/imports\/\d+$/.test(pathname)) return 'read';
  if (pathname.endsWith('/errors')) return 'errors';
  return method === 'GET' && pathname.startsWith('/hubspot/crm') ? 'definitions' : 'other';
};

const ODD_IMPORT = {
  importName: hostile('importName'),
  createdAt: hostile('time'),
  metadata: {
    counters: { TOTAL_ROWS: 2, [hostile('counter')]: 3, ['constructor']: 4 },
    objectLists: [{ listId: hostile('list') }],
  },
};
const following =
  (state: string): Turn =>
  (call, answer) => {
    if (call === 'read') return { status: 200, body: { ...(answer as object), ...ODD_IMPORT, state } };
    if (call === 'list') return { status: 200, body: { results: [{ id: '1', ...ODD_IMPORT, state }] } };
    if (call !== 'errors') return null;
    const error = (errorType: string, lineNumber: number): object => ({
      errorType,
      errorMessage: hostile('message'),
      invalidValueToDisplay: hostile('value'),
      sourceData: { lineNumber, rowData: null },
      knownColumnNumber: 1,
    });
    const results = [error(hostile('type'), 3), error('constructor', 3), error('INVALID_EMAIL', 3)];
    return { status: 200, body: { results } };
  };

describe('Texts from outside: the file, its name, and all that HubSpot says', { timeout: 120_000 }, () => {
  let browser: Browser;
  let site: CarefulSite;
  let turn: Turn = () => null;
  const places = new Set<string>();

  before(async () => {
    const { single } = await buildPackage(['single']);
    browser = await chromium.launch(await findChrome());
    site = await openCarefulSite(browser, {
      files: single,
      policy:
        "default-src 'none'; script-src 'self'; connect-src 'self'; worker-src blob:; require-trusted-types-for 'script'",
      attributes: { 'object-types': '*' },
      async answer(request, go) {
        const call = callOf(request);
        const refusal = turn(call, null);
        if (refusal !== null && refusal.status !== 200) {
          await request.arrayBuffer();
          return Response.json(refusal.body, { status: refusal.status });
        }
        const response = await go();
        if (call === 'other' || !response.ok) return response;
        const answer: unknown = await response.json();
        if (call === 'definitions') return Response.json(poisoned(answer, request.url));
        return Response.json(turn(call, answer)?.body ?? answer);
      },
    });
  });
  after(async () => {
    await site.close();
    await browser.close();
  });

  const button = (name: string | RegExp): Locator => site.page.getByRole('button', { name });

  /** The screen of the moment shows these texts as texts, and no other order of our own words. */
  const shows = async (...wanted: readonly string[]): Promise<void> => {
    await shown(site.page, wanted);
    const look = await lookAt(site.page);
    assert.deepEqual([look.markup, look.turned], [[], []]);
    assert.deepEqual(
      wanted.filter((place) => !look.places.includes(place)),
      [],
    );
    for (const place of look.places) places.add(place);
  };

  it('are only texts where columns are matched', async () => {
    await site.page.locator('hubspot-importer input[type="file"]').first().setInputFiles(FILE);
    await button('Add an object').click();
    const objects = site.page.getByRole('group', { name: 'Add an object' });
    await shows('object');
    await objects.getByRole('button', { name: 'Companies' }).click();
    await site.page.getByRole('heading', { name: /contact and company/ }).waitFor();
    await button('Review import').waitFor();
    await shows('file', 'header', 'cell', 'stage', 'person', 'label');
  });

  it('are only texts in the list of properties', async () => {
    await button(/^Property for the column Tie/).click();
    await site.page.getByRole('combobox', { name: 'Search properties' }).waitFor();
    await shows('label', 'group', 'association');
    await site.page.getByRole('option', { name: /^Association label, contact to company/ }).click();
    await button(/^Property for the column .*=header/).click();
    await site.page.getByRole('option', { name: /^Job Title/ }).click();
  });

  it('are only texts in problems and corrections', async () => {
    await button('Review import').click();
    for (const [name, wanted] of [
      [/: 1 email address/, ['email', 'file', 'label']],
      [/is not an option of/, ['stage', 'option']],
      [/owner is not a user/, ['person', 'owner']],
      [/cell names a label/, ['tie', 'association']],
    ] as const) {
      await button(name).click();
      await shows(...wanted);
    }
    await site.page.getByRole('button', { name: 'Show rows', exact: true }).click();
    await button('Show the request').click();
    await shows('file', 'tie');
    await button(/^Hide.*cell names a label/).click();
    await button(/is not an option of/).click();
    await site.page
      .getByRole('combobox', { name: /^Replacement for .*stage/ })
      .selectOption({ label: 'Import without a value' });
    await button('Undo all').waitFor();
    await shows('stage');
  });

  it('are only texts in the sentences on what went wrong', async () => {
    const wrong: readonly (readonly [Turn, readonly string[]])[] = [
      [
        refusing(400, { message: hostile('refusal'), correlationId: hostile('correlation') }),
        ['refusal', 'correlation'],
      ],
      [refusing(403, { errors: [{ context: { requiredScopes: [hostile('scope')] } }] }), ['scope']],
      [refusing(413, { message: hostile('size') }), ['size']],
      [refusing(500, {}), ['file']],
    ];
    for (const [next, wanted] of wrong) {
      turn = next;
      const before = await site.page.getByRole('alert').count();
      await button('Import 2 rows').click();
      await site.page
        .getByRole('alert')
        .filter({ hasText: before > 0 ? `=${wanted[0]}` : /./ })
        .waitFor();
      await shows(...wanted);
    }
  });

  it('are only texts while HubSpot works, and in the report', async () => {
    turn = following(hostile('state'));
    await button('Import 2 rows').click();
    await card(site.page).filter({ hasText: '=state' }).waitFor();
    await site.page.getByText('All of HubSpot’s numbers').click();
    await shows('state', 'counter', 'list', 'importName', 'time');
    turn = following('DONE');
    await button('Download error report').waitFor();
    await site.page.getByText('All of HubSpot’s numbers').click();
    await shows('type', 'message', 'value', 'header', 'counter', 'list');
    assert.doesNotMatch(await card(site.page).innerText(), /native code/, 'names that every object has');
  });

  it('run as no formula in the report, and stay as they are in what is imported again', async () => {
    const report = await saved(site.page, 'Download error report');
    const lines = Papa.parse<string[]>(report.text.replace('\uFEFF', ''), { skipEmptyLines: true }).data;
    assert.ok(lines.flat().some((cell) => cell.startsWith("'=value")));
    assert.deepEqual(
      lines.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell)),
      [],
    );
    const refused = await saved(site.page, 'Download refused rows');
    const rows = Papa.parse<string[]>(refused.text.replace('\uFEFF', ''), { skipEmptyLines: true }).data;
    assert.deepEqual(rows, [ROWS[0], ROWS[2]]);
    for (const { name } of [report, refused]) assert.doesNotMatch(name, /[\u202a-\u202e\u2066-\u2069]/);
  });

  it('are only texts in the list of imports', async () => {
    turn = following(hostile('state'));
    await button('Import another file').click();
    await button('Recent imports').click();
    await button(/^Open /).waitFor();
    await shows('importName', 'state', 'time');
    await button('Back').click();
  });

  it('are only texts when the file is left and taken up again', async () => {
    await site.page.locator('hubspot-importer input[type="file"]').first().setInputFiles(FILE);
    await button('Change').click();
    await button('Go on with it').waitFor();
    await shows('file');
  });

  it('start nothing: no dialog, no script, no picture, no other host', () => {
    assert.deepEqual(
      site.said.filter((line) => !line.includes('Failed to load resource')),
      [],
    );
    for (const address of site.requested)
      assert.match(address, new RegExp(`^(blob:)?${site.url}(hubspot|page.js|[\\da-f-]+$|$)`));
  });

  it('were all there', () => {
    const all =
      'file header cell email stage person tie label option group owner association object refusal correlation scope size ' +
      'phone state counter list importName time type message value';
    assert.deepEqual([...places].toSorted(), all.split(' ').toSorted());
  });
});
