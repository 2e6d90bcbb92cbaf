import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const { env, platform } = process;
const programs = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(Boolean);
const places = {
  linux: ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'microsoft-edge'].map(
    (name) => `/usr/bin/${name}`,
  ),
  darwin: ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
    (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
  ),
  win32: programs.flatMap((folder) =>
    ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'].map((path) =>
      join(folder, path),
    ),
  ),
};

/**
 * Finds a Chromium to test in: `CHROME_PATH`, else an installed one, else the one that comes as an npm package (Linux only).
 *
 * @returns Launch options that Puppeteer and Playwright share.
 */
export async function findChrome() {
  const installed = env.CHROME_PATH ?? (places[platform] ?? []).find((path) => existsSync(path));
  if (installed) return { executablePath: installed, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] };
  if (platform !== 'linux') throw new Error('No Chrome found: install it, or set CHROME_PATH.');
  // The package unpacks into the temporary folder and trusts what lies there, so it gets a folder of its own.
  const temporary = env.TMPDIR;
  const folder = resolve('node_modules/.cache/chromium');
  env.TMPDIR = folder;
  mkdirSync(folder, { recursive: true });
  env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs20.x'; // makes it unpack the shared libraries as well
  const { default: chromium } = await import('@sparticuz/chromium');
  const executablePath = await chromium.executablePath();
  if (temporary === undefined) delete env.TMPDIR;
  else env.TMPDIR = temporary;
  // Its own settings look for fonts below /tmp; without any font, the first form control ends the browser.
  env.FONTCONFIG_FILE = join(folder, 'fonts.conf');
  const folders = [join(folder, 'fonts'), '/usr/share/fonts'].map((path) => `<dir>${path}</dir>`).join('');
  writeFileSync(
    env.FONTCONFIG_FILE,
    `<?xml version="1.0"?><fontconfig>${folders}<cachedir>${join(folder, 'font-cache')}</cachedir></fontconfig>`,
  );
  return { executablePath, args: ['--no-sandbox', '--no-zygote'] };
}
