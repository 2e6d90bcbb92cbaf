import { EncryptJWT, jwtDecrypt } from 'jose';

/** Keeps a value readable only to who has the same secret, so that a shared store may hold it. */
export interface Seal {
  close(value: Readonly<Record<string, unknown>>): Promise<string>;
  /** Null for anything that was not closed with this secret and purpose, whole. */
  open(text: string): Promise<Readonly<Record<string, unknown>> | null>;
}

/** A seal by AES-256-GCM, its key derived from `secret` by HKDF. */
export function createSeal(secret: string, purpose: string): Seal {
  const encoder = new TextEncoder();
  let derived: Uint8Array | null = null;
  const key = async () => (derived ??= await derive(encoder.encode(secret), encoder.encode(purpose)));
  return {
    close: async (value) =>
      new EncryptJWT({ value }).setProtectedHeader({ alg: 'dir', enc: 'A256GCM' }).encrypt(await key()),
    async open(text) {
      const options = { keyManagementAlgorithms: ['dir'], contentEncryptionAlgorithms: ['A256GCM'] };
      const opened = await jwtDecrypt(text, await key(), options).catch(() => null);
      const value = opened?.payload.value;
      return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
    },
  };
}

async function derive(secret: Uint8Array<ArrayBuffer>, info: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const base = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits']);
  const salt = new Uint8Array(0);
  return new Uint8Array(
    await crypto.subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt, info }, base, 256),
  );
}

/** A name in a store for something secret: says nothing of it, and is the same on every instance. */
export async function fingerprint(...secrets: readonly string[]): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(secrets));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest.subarray(0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
