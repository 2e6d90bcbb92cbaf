/** Launch options that Puppeteer and Playwright share. */
export function findChrome(): Promise<{ readonly executablePath: string; readonly args: string[] }>;
