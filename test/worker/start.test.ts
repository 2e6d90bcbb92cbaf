import { expect } from '@open-wc/testing';
import { NO_CHANGES } from '../../src/core/changes.js';
import { textSource } from '../../src/core/workbook.js';
import type { FileDesk } from '../../src/worker/protocol.js';
import { startFileDesk } from '../../src/worker/start.js';
import { csv, failure, PLAN, recipe, startWith, UTF8 } from './files.js';

const NativeWorker = Worker;
const people = csv('Email,City\na@b.co,Rome\n');
const text = { file: people, dialect: UTF8 };
const signal = new AbortController().signal;
const quiet = (): void => undefined;

const OWN_URL = new URL('/src/worker/worker.ts', location.href).href;

function scriptWorker(source: string): Worker {
  const address = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
  return new NativeWorker(address, { type: 'module' });
}

const secondRow = async (desk: FileDesk): Promise<readonly string[] | undefined> =>
  (await desk.rows(text, [2]))[0]?.cells;

/** Opens in time, and dies of every question. */
const dying = (): Worker =>
  scriptWorker(
    `postMessage({ id: 0, tell: 'open' }); onmessage = () => { throw new Error('out of memory'); };`,
  );

describe('startFileDesk', () => {
  it('works in a module worker of its own, which ends with it', async () => {
    const ended: string[] = [];
    const desk = await startWith((address, options) => {
      expect(options).to.deep.equal({ type: 'module' });
      const worker = new NativeWorker(address, options);
      worker.terminate = () => {
        ended.push(String(address));
        NativeWorker.prototype.terminate.call(worker);
      };
      return worker;
    });
    expect(await secondRow(desk)).to.deep.equal(['a@b.co', 'Rome']);
    desk.close();
    expect(await failure(desk.rows(text, [2]))).to.deep.equal(['AbortError', null]);
    expect(ended).to.have.lengthOf(1);
    expect(ended[0]).to.match(/\/src\/worker\/worker\.ts$/);
  });

  it('prefers the worker at the page’s own address', async () => {
    const started: string[] = [];
    const desk = await startWith((address, options) => {
      started.push(String(address));
      return new NativeWorker(address, options);
    }, `${OWN_URL}?own`);
    expect(await secondRow(desk)).to.deep.equal(['a@b.co', 'Rome']);
    expect(started).to.deep.equal([`${OWN_URL}?own`]);
    desk.close();
  });

  for (const [title, address] of [
    ['leads nowhere', '/src/worker/nowhere.js'],
    ['is of another origin', 'https://elsewhere.example/worker.js'],
  ] as const) {
    it(`takes the worker that is built in when that address ${title}`, async () => {
      const started: string[] = [];
      const desk = await startWith((from, options) => {
        started.push(String(from));
        return new NativeWorker(from, options);
      }, address);
      expect(await secondRow(desk)).to.deep.equal(['a@b.co', 'Rome']);
      expect(started.at(-1)).to.match(/\/worker\.ts$/);
      desk.close();
    });
  }

  const BROKEN: readonly (readonly [string, () => Worker])[] = [
    [
      'may not be made',
      () => {
        throw new DOMException('Refused by policy', 'SecurityError');
      },
    ],
    ['cannot be loaded', () => new NativeWorker('/src/worker/nowhere.js', { type: 'module' })],
    ['fails as it starts', () => scriptWorker(`throw new Error('too old')`)],
  ];
  for (const [title, construct] of BROKEN) {
    it(`works on the page when a worker ${title}`, async () => {
      const desk = await startWith(construct);
      const tally = await desk.check(text, PLAN, NO_CHANGES, quiet, signal);
      expect(tally.rows.clean).to.equal(1);
      expect(await (await desk.rewrite(text, recipe(UTF8), quiet, signal)).content.text()).to.equal(
        'Email,City\na@b.co,Rome\n',
      );
    });
  }

  it('shows the first rows whether there is a worker or not', async () => {
    const desk = await startWith(dying);
    expect((await desk.preview(textSource(people), {})).headers).to.deep.equal(['Email', 'City']);
    desk.close();
  });

  /** Runs the desk in a frame with a content policy, and tells what it says. */
  async function underPolicy(policy: string, workerUrl: string | null): Promise<unknown> {
    const frame = document.createElement('iframe');
    frame.srcdoc = `<!doctype html><meta http-equiv="Content-Security-Policy" content="${policy}">
      <script type="module">
        import { startFileDesk } from '/src/worker/start.ts';
        const started = [];
        const Native = Worker;
        globalThis.Worker = new Proxy(Native, { construct(_, [address, options]) {
          started.push(String(address));
          return new Native(address, options);
        } });
        const desk = startFileDesk(${JSON.stringify(workerUrl)});
        const file = new File(['Email,City\\na@b.co,Rome\\n'], 'people.csv');
        const dialect = ${JSON.stringify(UTF8)};
        const [row] = await desk.rows({ file, dialect }, [2]);
        parent.postMessage({ cells: row.cells, started }, '*');
      </script>`;
    const said = new Promise((resolve) => {
      addEventListener('message', ({ data, source }) => source === frame.contentWindow && resolve(data));
    });
    document.body.append(frame);
    const found = await said;
    frame.remove();
    return found;
  }

  it('works on a page whose content policy allows no worker', async () => {
    expect(await underPolicy(`worker-src 'none'`, null)).to.have.deep.property('cells', ['a@b.co', 'Rome']);
  });

  it('works at its own address where the policy allows nothing else', async () => {
    // What the worker imports counts too; the one that is shipped imports nothing.
    expect(await underPolicy(`worker-src ${location.origin}/src/`, OWN_URL)).to.deep.equal({
      cells: ['a@b.co', 'Rome'],
      started: [OWN_URL],
    });
  });
});

describe('a worker that dies', () => {
  /** The first so many workers die of every question, the others live. */
  async function withDeaths(deaths: number): Promise<{ desk: FileDesk; started: () => number }> {
    let started = 0;
    const construct = (address: string | URL, options?: WorkerOptions): Worker => {
      started += 1;
      return started <= deaths ? dying() : new NativeWorker(address, options);
    };
    globalThis.Worker = new Proxy(NativeWorker, {
      construct: (_, [address, options]) => construct(address, options),
    });
    return { desk: startFileDesk(), started: () => started };
  }
  afterEach(() => {
    globalThis.Worker = NativeWorker;
  });

  it('is started anew, and all that waited for it is asked again', async () => {
    const { desk, started } = await withDeaths(1);
    const told: number[] = [];
    const answers = await Promise.all([
      secondRow(desk),
      desk.check(text, PLAN, NO_CHANGES, quiet, signal),
      desk.search(text, 'rome', ({ rows }) => told.push(...rows), signal),
    ]);
    expect([answers[0], answers[1].rows.clean, told]).to.deep.equal([['a@b.co', 'Rome'], 1, [2]]);
    expect(started()).to.equal(2);
    desk.close();
  });

  it('a second time is replaced by the page', async () => {
    const { desk, started } = await withDeaths(5);
    expect(await secondRow(desk)).to.deep.equal(['a@b.co', 'Rome']);
    expect((await desk.check(text, PLAN, NO_CHANGES, quiet, signal)).rows.clean).to.equal(1);
    expect(started()).to.equal(2);
    desk.close();
  });

  it('while nobody waits is noticed by the next question', async () => {
    const desk = await startWith(() =>
      scriptWorker(`postMessage({ id: 0, tell: 'open' });
        onmessage = ({ data }) => {
          postMessage({ id: data.id, tell: 'result', value: [] });
          setTimeout(() => { throw new Error('later'); });
        };`),
    );
    for (let asked = 0; (await secondRow(desk)) === undefined; asked += 1) expect(asked).to.be.below(1_000);
    desk.close();
  });

  it('answers nobody who has given up', async () => {
    const { desk } = await withDeaths(1);
    const stop = new AbortController();
    const checking = failure(desk.check(text, PLAN, NO_CHANGES, quiet, stop.signal));
    stop.abort();
    expect(await checking).to.deep.equal(['AbortError', null]);
    expect(await secondRow(desk)).to.deep.equal(['a@b.co', 'Rome']);
    desk.close();
  });
});

describe('a worker', () => {
  it('that meets something unforeseen says so as worker-failed, and goes on', async () => {
    const desk = startFileDesk();
    const dialect = { ...UTF8, encoding: 'no-such-encoding' };
    expect((await failure(desk.rows({ file: people, dialect }, [2])))[0]).to.equal('worker-failed');
    expect(await secondRow(desk)).to.deep.equal(['a@b.co', 'Rome']);
    desk.close();
  });

  it('that is closed leaves nobody waiting', async () => {
    const desk = startFileDesk();
    await secondRow(desk);
    const big = { file: new File(Array(40).fill('x'.repeat(1_000_000)), 'big.csv'), dialect: UTF8 };
    const waiting = [
      failure(desk.check(big, PLAN, NO_CHANGES, quiet, signal)),
      failure(desk.rows(text, [2])),
    ];
    desk.close();
    expect(await Promise.all(waiting)).to.deep.equal([
      ['AbortError', null],
      ['AbortError', null],
    ]);
  });

  it('answers each question, however many are asked at once', async () => {
    const desk = startFileDesk();
    const files = Array.from({ length: 8 }, (_, i) => csv(`Email,City\n${i}@b.co,Rome\n`));
    const all = await Promise.all(files.map((file) => desk.rows({ file, dialect: UTF8 }, [2])));
    expect(all.map(([row]) => row?.cells[0])).to.deep.equal(files.map((_, i) => `${i}@b.co`));
    desk.close();
  });
});
