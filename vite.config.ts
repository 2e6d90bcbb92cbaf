import { defineConfig, type Plugin } from 'vite';
import { demoServer } from './demo/server.js';

/** The source keeps the standard Worker call; the build puts the worker inside the bundle, which then has one address. */
const inlineWorkers: Plugin = {
  name: 'inline-workers',
  apply: 'build',
  enforce: 'pre',
  transform(code, id) {
    const call = /new Worker\(new URL\('(.+?)', import\.meta\.url\), \{ type: 'module' \}\)/;
    const found = id.endsWith('.ts') ? call.exec(code) : null;
    if (found === null) return undefined;
    const withoutUrl = code.replace(call, 'new InlineWorker()');
    return { code: `import InlineWorker from '${found[1]}?worker&inline';\n${withoutUrl}`, map: null };
  },
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
  plugins: [inlineWorkers, demoServer()],
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
      external: isWhole ? [] : [/^lit(\/|$)/, /^@lit\//, /^zod(\/|$)/, 'jose', /^node:/],
    },
  },
  optimizeDeps: {
    include: [
      'papaparse',
      'lit',
      'lit/decorators.js',
      'lit/directives/repeat.js',
      'lit/directives/ref.js',
      'lit/directives/live.js',
      'zod/mini',
    ],
  },
  worker: {
    format: 'es',
    rolldownOptions: { output: { minify: true, sourcemap: false } },
  },
});
