import { expect } from '@open-wc/testing';
import { NO_CHANGES } from '../../src/core/changes.js';
import type { FileDesk } from '../../src/worker/protocol.js';
import { startFileDesk } from '../../src/worker/start.js';
import { csv, failure, PLAN, UTF8 } from './files.js';

const NativeWorker = Worker;
const people = csv('Email,City\na@b.co,Rome\n');
const signal = new AbortController().signal;

/** Starts the desk where `new Worker` starts something else. */
async function startWith(
  construct: (address: string | URL, options?: WorkerOptions) => Worker,
): Promise<FileDesk> {
  try {
    globalThis.Worker = new Proxy(NativeWorker, {
      construct: (_, [address, options]) => construct(address, options),
    });
    return await startFileDesk();
  } finally {
    globalThis.Worker = NativeWorker;
  }
}

function scriptWorker(source: string): Worker {
  const address = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
  return new NativeWorker(address, { type: 'module' });
}

const headersOf = async (desk: FileDesk): Promise<readonly string[]> =>
  (await desk.preview(people, {})).headers;

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
    expect(await headersOf(desk)).to.deep.equal(['Email', 'City']);
    desk.close();
    expect(ended).to.have.lengthOf(1);
    expect(ended[0]).to.match(/\/src\/worker\/worker\.ts$/);
  });

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
      expect(await headersOf(desk)).to.deep.equal(['Email', 'City']);
      const tally = await desk.check(
        { file: people, dialect: UTF8 },
        PLAN,
        NO_CHANGES,
        () => undefined,
        signal,
      );
      expect(tally.rows.clean).to.equal(1);
    });
  }

  it('works on a page whose content policy allows no worker', async () => {
    const frame = document.createElement('iframe');
    frame.srcdoc = `<!doctype html><meta http-equiv="Content-Security-Policy" content="worker-src 'none'">
      <script type="module">
        import { startFileDesk } from '/src/worker/start.ts';
        const blocked = new Promise((resolve) => addEventListener('securitypolicyviolation', resolve));
        const desk = await startFileDesk();
        const { headers } = await desk.preview(new File(['Email,City\\na@b.co,Rome\\n'], 'people.csv'), {});
        const { effectiveDirective } = await blocked;
        parent.postMessage({ headers, effectiveDirective }, '*');
      </script>`;
    const said = new Promise((resolve) => {
      addEventListener('message', ({ data, source }) => source === frame.contentWindow && resolve(data));
    });
    document.body.append(frame);
    expect(await said).to.deep.equal({ headers: ['Email', 'City'], effectiveDirective: 'worker-src' });
    frame.remove();
  });
});

describe('a worker', () => {
  it('that dies ends everything that waits for it, as worker-failed', async () => {
    const desk = await startWith(() =>
      scriptWorker(
        `postMessage({ id: 0, tell: 'open' }); onmessage = () => { throw new Error('out of memory'); };`,
      ),
    );
    const waiting = [desk.preview(people, {}), desk.rows({ file: people, dialect: UTF8 }, [2])];
    const ends = await Promise.all(waiting.map(failure));
    expect(ends).to.deep.equal([
      ['worker-failed', null],
      ['worker-failed', null],
    ]);
  });

  it('that meets something unforeseen says so as worker-failed, and goes on', async () => {
    const desk = await startFileDesk();
    const dialect = { ...UTF8, encoding: 'no-such-encoding' };
    expect((await failure(desk.rows({ file: people, dialect }, [2])))[0]).to.equal('worker-failed');
    expect(await headersOf(desk)).to.deep.equal(['Email', 'City']);
    desk.close();
  });

  it('that is closed leaves nobody waiting', async () => {
    const desk = await startFileDesk();
    const waiting = failure(desk.preview(people, {}));
    desk.close();
    expect(await waiting).to.deep.equal(['AbortError', null]);
  });

  it('answers each question, however many are asked at once', async () => {
    const desk = await startFileDesk();
    const files = Array.from({ length: 8 }, (_, i) => csv(`Email,City\n${i}@b.co,Rome\n`));
    const all = await Promise.all(files.map((file) => desk.rows({ file, dialect: UTF8 }, [2])));
    expect(all.map(([row]) => row?.cells[0])).to.deep.equal(files.map((_, i) => `${i}@b.co`));
    desk.close();
  });
});
