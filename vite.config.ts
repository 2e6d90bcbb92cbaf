import { build, defineConfig, type Plugin } from 'vite';
import { demoServer } from './demo/server.js';

const ADDRESS = "new URL('./worker.ts', import.meta.url).href";
const WORKER_CODE = 'virtual:worker-code';

/** The source names the worker's file; the build puts its code inside the bundle, which then has one address. */
const inlineWorker: Plugin = {
  name: 'inline-worker',
  apply: 'build',
  enforce: 'pre',
  resolveId: (id) => (id === WORKER_CODE ? `\0${WORKER_CODE}` : undefined),
  async load(id) {
    return id === `\0${WORKER_CODE}` ? `export default ${JSON.stringify(await bundleWorker())};` : undefined;
  },
  transform(code, id) {
    if (!id.endsWith('/src/worker/address.ts')) return undefined;
    if (!code.includes(ADDRESS)) throw new Error(`${id} does not name the worker as the build expects.`);
    const inline = "URL.createObjectURL(new Blob([workerCode], { type: 'text/javascript' }))";
    return { code: `import workerCode from '${WORKER_CODE}';\n${code.replace(ADDRESS, inline)}`, map: null };
  },
};

/** The worker as one module that imports nothing. */
async function bundleWorker(): Promise<string> {
  const outputs = await build({
    root: import.meta.dirname,
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: 'src/worker/worker.ts', formats: ['es'] },
      rolldownOptions: { output: { minify: true, codeSplitting: false } },
    },
  });
  const [bundle] = Array.isArray(outputs) ? outputs : [];
  const [chunk] = bundle?.output ?? [];
  if (chunk?.type !== 'chunk') throw new Error('The worker was not built.');
  return chunk.code;
}

/** unzipit asks for Node's threads where it runs in Node. A browser's bundle must not name them: some bundlers stop at that. */
const noThreads: Plugin = {
  name: 'no-threads',
  apply: 'build',
  enforce: 'pre',
  resolveId: (id) => (id === 'node:worker_threads' ? '\0no-threads' : undefined),
  load: (id) => (id === '\0no-threads' ? 'export {};' : undefined),
};

/** What one run of the build makes. Whole files stand alone; the others leave packages to the host's bundler. */
const targets = {
  modules: { entry: { index: 'src/index.ts', element: 'src/element/hubspot-importer.ts' }, isWhole: false },
  relay: { entry: { relay: 'src/relay/index.ts', 'relay-node': 'src/relay/node.ts' }, isWhole: false },
  /** For a script tag. */
  single: { entry: { 'hubspot-importer.min': 'src/index.ts' }, isWhole: true },
  /** For pages whose policy wants a worker to have an address of its own. */
  worker: { entry: { worker: 'src/worker/worker.ts' }, isWhole: true },
};
const target = process.env.LIB_TARGET ?? 'modules';
if (!(target in targets)) throw new Error(`LIB_TARGET is one of ${Object.keys(targets).join(', ')}.`);
const { entry, isWhole } = targets[target as keyof typeof targets];

export default defineConfig({
  base: './',
  plugins: [inlineWorker, noThreads, demoServer()],
  build: {
    target: 'es2022',
    emptyOutDir: false,
    // A map would be a second file to carry along with the one.
    sourcemap: !isWhole,
    minify: isWhole,
    license: target === 'single' && { fileName: 'licenses.md' },
    lib: { entry, formats: ['es'], fileName: (_format, name) => `${name}.js` },
    rolldownOptions: {
      output: {
        // Without this, a library keeps its white space.
        minify: isWhole,
        ...(isWhole && { codeSplitting: false }),
        // A module by its syntax as well, since it has no export.
        ...(target === 'worker' && { postFooter: 'export {};' }),
        chunkFileNames: 'chunks/[name]-[hash].js',
      },
      external: isWhole
        ? []
        : [/^lit(\/|$)/, /^@lit\//, /^zod(\/|$)/, 'jose', ...(target === 'relay' ? [/^node:/] : [])],
    },
  },
  // All of them: one that is found later reloads the page, and the file that was just dropped is gone.
  optimizeDeps: {
    include: [
      'papaparse',
      'saxes',
      'unzipit',
      'lit',
      'lit/async-directive.js',
      'lit/decorators.js',
      'lit/directive.js',
      'lit/directives/repeat.js',
      'lit/directives/ref.js',
      'lit/directives/live.js',
      'zod/mini',
    ],
  },
});
