import { expect, waitUntil } from '@open-wc/testing';
import { en } from '../../src/element/messages/en.js';
import { createFormat } from '../../src/element/format.js';
import { button, csv, GOOD, mount, type Mounted, seen, textOf } from './importer.js';
import {
  allRecords,
  choose,
  downloaded,
  ended,
  openProblem,
  problemCodes,
  settled,
  toMapping,
  toReady,
  type,
} from './person.js';

const format = createFormat('en');

function inside(item: HTMLElement, text: string): HTMLButtonElement {
  const found = [...item.querySelectorAll('button')].find((one) => one.textContent?.trim().startsWith(text));
  if (found === undefined) throw new Error(`No “${text}” in: ${item.textContent}`);
  return found;
}

/** The part that the file is in, as the browser sent it. */
function listenForFiles(): { readonly texts: Promise<string>[]; stop(): void } {
  const texts: Promise<string>[] = [];
  const { send } = XMLHttpRequest.prototype;
  XMLHttpRequest.prototype.send = function (body) {
    if (body instanceof FormData) {
      const part = body.get('files');
      if (part instanceof File) texts.push(part.text());
    }
    send.call(this, body);
  };
  return {
    texts,
    stop: () => {
      XMLHttpRequest.prototype.send = send;
    },
  };
}

/** Sends what is ready. @returns the file as it went out */
async function sendAndCatch({ importer }: Mounted): Promise<string | undefined> {
  const caught = listenForFiles();
  try {
    await importer.submit();
    await ended(importer);
    return await caught.texts[0];
  } finally {
    caught.stop();
  }
}

const WRONG =
  'Email,First name,Lifecycle Stage\n' +
  'ana(at)example.com,Ana,Warm lead\n' +
  'bo@example.com,Bo,Warm lead\n' +
  'nobody,Cy,Customer\n' +
  'di [at] example.com,Di,Custommer\n' +
  'ed@example.com,Ed,Lead\n';

async function byEmail({ world }: Mounted): Promise<Record<string, Record<string, string>>> {
  return Object.fromEntries((await allRecords(world)).map((record) => [record.email, record]));
}

describe('A correction', () => {
  it('of a value reaches every row that holds it', async () => {
    const mounted = await mount();
    const { importer } = mounted;
    await toReady(mounted, csv(WRONG));
    const item = await openProblem(importer, 'Lifecycle Stage');
    const [list] = item.querySelectorAll('select');
    expect(list?.getAttribute('aria-label')).to.equal(en.fixValueLabel('Warm lead'));
    if (list !== undefined) {
      list.selectedIndex = [...list.options].findIndex(({ text }) => text === 'Opportunity');
      list.dispatchEvent(new Event('change'));
    }
    await settled(importer);
    await sendAndCatch(mounted);
    const records = await byEmail(mounted);
    expect(records['bo@example.com']).to.include({ lifecyclestage: 'opportunity' });
    expect(records['ed@example.com']).to.include({ lifecyclestage: 'lead' });
  });

  it('is searched by typing where there are many options, and written as HubSpot has them', async () => {
    const mounted = await mount();
    const { importer } = mounted;
    const options = Array.from({ length: 1000 }, (_, at) => ({ label: `Branch ${at}`, value: `b${at}` }));
    importer.properties = [
      { name: 'email', label: 'Email', type: 'string', fieldType: 'text' },
      { name: 'branch', label: 'Branch', type: 'enumeration', fieldType: 'select', options },
    ];
    const rows = Array.from({ length: 100 }, (_, at) => `p${at}@example.com,Office ${at}`);
    await toReady(mounted, csv(['Email,Branch', ...rows].join('\n')));
    const item = await openProblem(importer, '100 values');
    expect(item.querySelectorAll('option'), 'one list serves every line').to.have.lengthOf(1000);
    const field = item.querySelector<HTMLInputElement>(`[aria-label="${en.fixValueLabel('Office 7')}"]`);
    if (field === null) throw new Error('There is no field for it');
    expect(field.list?.options[7]?.value).to.equal('Branch 7');
    await type(importer, field, 'Branch 7');
    await waitUntil(() => importer.problems[0]?.count === 99, 'it is no option');
    await settled(importer);
    expect((await sendAndCatch(mounted))?.split('\n')[8]?.trim()).to.equal('p7@example.com,b7');
  });

  it('is proposed, and taken with a click', async () => {
    const mounted = await mount();
    const { importer } = mounted;
    await toReady(mounted, csv(WRONG));
    const item = await openProblem(importer, 'not valid');
    inside(item, en.fixSuggestion('ana@example.com')).click();
    await waitUntil(() =>
      importer.problems.some(({ code, count }) => code === 'email-invalid' && count === 2),
    );
    await settled(importer);
    await sendAndCatch(mounted);
    expect(Object.keys(await byEmail(mounted)).sort()).to.deep.equal([
      'ana@example.com',
      'bo@example.com',
      'ed@example.com',
    ]);
  });

  it('is taken for all proposals at once', async () => {
    const mounted = await mount();
    const { importer } = mounted;
    await toReady(mounted, csv(WRONG));
    const item = await openProblem(importer, 'not valid');
    inside(item, en.fixAllSuggestions(2, format)).click();
    await waitUntil(() =>
      importer.problems.some(({ code, count }) => code === 'email-invalid' && count === 1),
    );
    await settled(importer);
    await sendAndCatch(mounted);
    expect(Object.keys(await byEmail(mounted))).to.have.lengthOf(4);
  });

  it('of one cell leaves the other rows as they are', async () => {
    const mounted = await mount();
    const { importer } = mounted;
    await toReady(mounted, csv(WRONG));
    const item = await openProblem(importer, 'Lifecycle Stage');
    inside(item, en.showRows).click();
    const label = en.cellLabel('Lifecycle Stage', '3');
    const cell = await seen<HTMLInputElement>(importer, `input[aria-label="${label}"]`);
    expect(cell.value).to.equal('Warm lead');
    await type(importer, cell, 'customer');
    await settled(importer);
    const sent = await sendAndCatch(mounted);
    expect(sent).to.contain('bo@example.com,Bo,customer');
    expect(sent).to.contain('ana(at)example.com,Ana,Warm lead');
  });

  it('may be to leave rows out', async () => {
    const mounted = await mount();
    const { importer } = mounted;
    await toReady(mounted, csv(WRONG));
    const item = await openProblem(importer, 'not valid');
    inside(item, en.showRows).click();
    await seen(importer, 'input.cell');
    inside(item, en.leaveOutAll(3, format)).click();
    await waitUntil(() => !problemCodes(importer).includes('email-invalid'));
    await settled(importer);
    expect(textOf(importer)).to.contain(en.changesMade(3, format));
    const sent = await sendAndCatch(mounted);
    expect(sent?.trim().split('\n')).to.have.lengthOf(3);
    expect(textOf(importer)).to.contain(en.doneIntro(2, 0, 3, 5, format));
  });

  it('is taken back with all the others, and the file goes out as it was', async () => {
    const mounted = await mount();
    const { importer } = mounted;
    await toReady(mounted, csv(WRONG));
    const before = importer.problems;
    const item = await openProblem(importer, 'not valid');
    inside(item, en.fixAllSuggestions(2, format)).click();
    await waitUntil(() => textOf(importer).includes(en.changesMade(2, format)));
    await settled(importer);
    const undo = [...(importer.shadowRoot?.querySelectorAll('button') ?? [])].find(
      (one) => one.textContent?.trim() === en.undoAll,
    );
    undo?.click();
    await waitUntil(() => JSON.stringify(importer.problems) === JSON.stringify(before));
    await settled(importer);
    expect(await sendAndCatch(mounted)).to.equal(WRONG);
  });

  it('is taken back by itself, and the others stay', async () => {
    const mounted = await mount();
    const { importer } = mounted;
    await toReady(mounted, csv(WRONG));
    const item = await openProblem(importer, 'not valid');
    inside(item, en.fixAllSuggestions(2, format)).click();
    await waitUntil(() => textOf(importer).includes(en.changesMade(2, format)));
    await settled(importer);
    const list = await seen(importer, '.changes ul');
    expect(
      [...list.querySelectorAll('li')].map((one) => one.textContent?.replace(/\s+/g, ' ').trim()),
    ).to.deep.equal([
      'Email ana(at)example.com → ana@example.com Undo',
      'Email di [at] example.com → di@example.com Undo',
    ]);
    list.querySelector<HTMLButtonElement>('button')?.click();
    await waitUntil(() => textOf(importer).includes(en.changesMade(1, format)));
    await settled(importer);
    const sent = await sendAndCatch(mounted);
    expect(sent).to.contain('ana(at)example.com,Ana').and.to.contain('\ndi@example.com,Di');
  });

  it('keeps what one works on in sight while the rows are checked again', async () => {
    const mounted = await mount();
    const { importer } = mounted;
    await toReady(mounted, csv(WRONG));
    const item = await openProblem(importer, 'not valid');
    inside(item, en.fixSuggestion('ana@example.com')).click();
    await importer.updateComplete;
    expect(item.isConnected, 'the list vanished').to.equal(true);
    expect(item.querySelector('button')?.getAttribute('aria-expanded')).to.equal('true');
    await settled(importer);
    expect(item.isConnected).to.equal(true);
  });
});

describe('The file that is saved by hand', () => {
  const copies = async (): Promise<string[]> => {
    const names: string[] = [];
    for await (const name of (await navigator.storage.getDirectory()).keys()) names.push(name);
    return names.filter((name) => name.startsWith('hubspot-importer-'));
  };

  it('leaves nothing in the private file system', async () => {
    const before = await copies();
    const mounted = await mount();
    const { importer } = mounted;
    await toReady(mounted, csv('Email;First name\na@example.com;Ana\n'));
    button(importer, en.showRequest).click();
    await importer.updateComplete;
    const left = async (): Promise<number> => (await copies()).length - before.length;
    for (const round of ['first', 'second']) {
      const { name, text } = await downloaded(importer, en.downloadContent);
      expect([name, text], round).to.deep.equal(['contacts.csv', 'Email,First name\na@example.com,Ana\n']);
      expect(await left(), round).to.equal(0);
    }
  });
});

describe('What is sent', () => {
  const same = [
    ['plain', GOOD],
    ['Windows line ends and quotes', 'Email,First name\r\n"a@example.com","Ana ""A"""\r\n'],
    ['a last row without its newline', 'Email,First name\na@example.com,Ana'],
    ['formulas and spaces', 'Email,Message\na@example.com, =1+1 \n'],
  ] as const;
  for (const [title, text] of same) {
    it(`is the chosen file byte for byte when nothing has to change: ${title}`, async () => {
      const mounted = await mount();
      await toReady(mounted, csv(text));
      expect(textOf(mounted.importer)).to.contain(en.sendFileSame);
      expect(await sendAndCatch(mounted)).to.equal(text);
    });
  }

  it('is a corrected copy when a column is left out, and says so', async () => {
    const mounted = await mount();
    const { importer } = mounted;
    await toMapping(mounted, csv('Email,Secret,First name\r\na@example.com,"x, y",Ana\r\n'));
    await choose(importer, 'Secret', en.dontImport);
    await importer.check();
    await settled(importer);
    expect(textOf(importer)).to.contain(en.sendFileCorrected);
    expect(await sendAndCatch(mounted)).to.equal('Email,First name\r\na@example.com,Ana\r\n');
  });

  const corrected = [
    [
      'semicolons',
      'Email;First name\na@example.com;Ana, Maria\n',
      'Email,First name\na@example.com,"Ana, Maria"\n',
    ],
    ['blank lines', 'Email,First name\n\na@example.com,Ana\n\n', 'Email,First name\na@example.com,Ana\n'],
    [
      'rows of another width',
      'Email,First name\na@example.com\nb@example.com,Bo,x\n',
      'Email,First name\na@example.com,\nb@example.com,Bo\n',
    ],
    [
      'a title above the header',
      'Members 2026\nEmail,First name\na@example.com,Ana\nb@example.com,Bo\n',
      'Email,First name\na@example.com,Ana\nb@example.com,Bo\n',
    ],
  ] as const;
  for (const [title, text, expected] of corrected) {
    it(`is a corrected copy that HubSpot reads as it was meant: ${title}`, async () => {
      const mounted = await mount();
      await toReady(mounted, csv(text));
      expect(await sendAndCatch(mounted)).to.equal(expected);
      expect(mounted.importer.status).to.equal('done');
    });
  }
});
