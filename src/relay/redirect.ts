/**
 * How a redirect of HubSpot's is met: not followed. `error` keeps memory flat as well, since with `follow` and `manual` Fetch
 * keeps a copy of the body. Some edge runtimes know only the latter two, and do not copy.
 */
export const redirect: RequestRedirect = knowsRedirectError() ? 'error' : 'manual';

function knowsRedirectError(): boolean {
  try {
    return new Request('https://api.hubapi.com/', { redirect: 'error' }).redirect === 'error';
  } catch {
    return false;
  }
}
