/** A page that enforces Trusted Types lists this name: `trusted-types lit-html hubspot-importer`. */
const POLICY_NAME = 'hubspot-importer';

/** What is used of Trusted Types, which TypeScript's library lacks. The value given is an object that stands for its text. */
interface TrustedTypePolicy {
  createScriptURL(address: string): string;
}
interface TrustedTypePolicyFactory {
  createPolicy(name: string, rules: TrustedTypePolicy): TrustedTypePolicy;
}

/** A name can be taken once on a page, so the policy is made once. */
const policy = createPolicy();

function createPolicy(): TrustedTypePolicy | null {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypePolicyFactory };
  try {
    return trustedTypes?.createPolicy(POLICY_NAME, { createScriptURL: ofThisOrigin }) ?? null;
  } catch {
    return null; // the page does not list it: no worker starts then, and the page does the work
  }
}

/** Nobody else's script is vouched for. */
function ofThisOrigin(address: string): string {
  if (new URL(address, document.baseURI).origin === self.origin) return address;
  throw new TypeError('A worker comes from the page’s own origin.');
}

/** An address that may be handed to `Worker`, also where Trusted Types are enforced. */
export const trusted = (address: string): string => policy?.createScriptURL(address) ?? address;

/** Address of the worker that is built in: its file while developing, a `blob:` of its code in the package. */
export const builtInWorker = (): string => new URL('./worker.ts', import.meta.url).href;
