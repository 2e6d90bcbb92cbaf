/** Fails when the package would hold anything but what its users need. Run after `npm run build`. */
import { execFileSync } from 'node:child_process';

const WANTED = [
  /^(LICENSE|README\.md|CHANGELOG\.md|package\.json|custom-elements\.json)$/,
  /^dist\/(chunks\/)?[\w.-]+\.js(\.map)?$/,
  /^dist\/licenses\.md$/,
  /^dist\/types\/(index|(core|workbook|worker|client|relay|element)\/[\w./-]+)\.d\.ts$/,
];

const [{ files, size }] = JSON.parse(
  execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  }),
);
const paths = files.map(({ path }) => path);
const unwanted = paths.filter((path) => !WANTED.some((pattern) => pattern.test(path)));
const absent = [
  'LICENSE',
  'README.md',
  'dist/index.js',
  'dist/relay.js',
  'dist/types/relay/index.d.ts',
].filter((path) => !paths.includes(path));
for (const path of unwanted) console.error(`${path} is in the package, and nobody needs it there.`);
for (const path of absent) console.error(`${path} is missing from the package.`);
if (unwanted.length + absent.length > 0) process.exitCode = 1;
else console.log(`The package: ${paths.length} files, ${Math.round(size / 1000)} kB.`);
