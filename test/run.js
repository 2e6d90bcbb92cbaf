/** Runs every test, in the browser and in Node, and ends with one line: `N passed, N failed`. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'hubspot-importer-'));
const countsFile = join(folder, 'browser.txt');
const tapFile = join(folder, 'node.tap');
const nodeFolders = ['test/relay', 'test/demo', 'test/e2e'];
const nodeFiles = nodeFolders.flatMap((path) =>
  readdirSync(path)
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => join(path, name)),
);

const run = (args, env = {}) =>
  new Promise((resolve) => {
    spawn(process.execPath, args, {
      stdio: 'inherit',
      env: { ...process.env, TZ: 'Europe/Paris', ...env },
    }).on('close', resolve);
  });
const read = (path) => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
};

const browserExit = await run(
  ['node_modules/@web/test-runner/dist/bin.js', '--config', 'test/web-test-runner.config.js'],
  { TEST_COUNTS: countsFile },
);
const nodeExit = await run([
  '--import',
  'tsx',
  '--test',
  '--test-concurrency=2', // much of it waits
  '--test-reporter=spec',
  '--test-reporter-destination=stdout',
  '--test-reporter=tap',
  `--test-reporter-destination=${tapFile}`,
  ...nodeFiles,
]);

const [browserPassed = 0, browserFailed = 0] = read(countsFile).trim().split(' ').map(Number);
const tap = read(tapFile);
const count = (word) => Number(new RegExp(`^# ${word} (\\d+)$`, 'm').exec(tap)?.[1] ?? 0);
const failed = browserFailed + count('fail') + count('cancelled');
const ok = browserExit === 0 && nodeExit === 0 && failed === 0;
// A runner that broke before it counted is a failure too.
console.log(`${browserPassed + count('pass')} passed, ${ok ? 0 : Math.max(failed, 1)} failed`);
process.exitCode = ok ? 0 : 1;
