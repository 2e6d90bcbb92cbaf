/** The package as it is published, built from the sources as they are now, and as a host's bundler makes an app of it. */
import { mkdtempSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
};

/** A file to be served, by its path without the slash at the beginning. */
export type Files = ReadonlyMap<string, { readonly body: Uint8Array<ArrayBuffer>; readonly type: string }>;

/** `single`: the one file for a script tag. `modules`: the modules, bundled with Lit and zod by the host. */
export type Kind = 'single' | 'modules';

/**
 * Builds in a folder that is gone afterwards, so that tests depend on no earlier build.
 *
 * @returns `hubspot-importer.js` with what it loads, and `worker.js`
 */
export async function buildPackage(kinds: readonly Kind[]): Promise<Readonly<Record<Kind, Files>>> {
  const cache = join(ROOT, 'node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'built-'));
  try {
    for (const target of ['worker', ...kinds]) await buildTarget(target, join(folder, 'dist'));
    const worker = new Map([['worker.js', read(join(folder, 'dist/worker.js'))]]);
    const single = new Map(worker);
    if (kinds.includes('single'))
      single.set('hubspot-importer.js', read(join(folder, 'dist/hubspot-importer.min.js')));
    const modules = new Map(worker);
    if (kinds.includes('modules')) {
      await bundle(join(folder, 'dist/index.js'), join(folder, 'app'));
      for (const path of readdirSync(join(folder, 'app'), { recursive: true, encoding: 'utf8' }))
        if (extname(path) === '.js') modules.set(path.replaceAll('\\', '/'), read(join(folder, 'app', path)));
    }
    return { single, modules };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const read = (path: string): { body: Uint8Array<ArrayBuffer>; type: string } => ({
  body: new Uint8Array(readFileSync(path)),
  type: TYPES[extname(path)] ?? 'application/octet-stream',
});

/** As `npm run build` does, one target a run. */
async function buildTarget(target: string, outDir: string): Promise<void> {
  const before = process.env.LIB_TARGET;
  process.env.LIB_TARGET = target;
  try {
    await build({
      root: ROOT,
      configFile: join(ROOT, 'vite.config.ts'),
      logLevel: 'error',
      build: { outDir },
    });
  } finally {
    if (before === undefined) delete process.env.LIB_TARGET;
    else process.env.LIB_TARGET = before;
  }
}

/** What a page's own bundler does with the modules. */
async function bundle(entry: string, outDir: string): Promise<void> {
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    build: {
      outDir,
      target: 'es2022',
      lib: { entry, formats: ['es'], fileName: () => 'hubspot-importer.js' },
      rolldownOptions: { output: { minify: true } },
    },
  });
}
