import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { EncryptJWT, exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, type JWTPayload } from 'jose';
import { Refusal } from '../../src/relay/refusal.js';
import { mintTicket, readTicket, signingKeys, type TicketSettings } from '../../src/relay/ticket.js';

const SECRET = 'a secret of at least thirty-two bytes';
const [KEY] = signingKeys(SECRET);
assert.ok(KEY);
const NOW = new Date('2026-11-05T10:00:00Z');
const NOW_SECONDS = NOW.getTime() / 1000;
const settings: TicketSettings = { keys: [KEY], audience: 'here', seconds: 600 };
const policy = { subject: 'ada', objectTypes: ['0-1'], operations: ['CREATE' as const], maxBytes: 1000 };
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);

const claims: JWTPayload = {
  iss: 'hubspot-importer/relay',
  aud: 'here',
  sub: 'ada',
  iat: NOW_SECONDS,
  exp: NOW_SECONDS + 600,
  policy: {},
  origin: null,
};
const typ = 'hubspot-import-ticket+jwt';
const sign = (payload: JWTPayload, alg = 'HS256', key = KEY, type = typ) =>
  new SignJWT(payload).setProtectedHeader({ alg, typ: type }).sign(key);
/** Any header and payload, signed as they stand: for what a library would not write. */
async function signText(header: string, payload: string): Promise<string> {
  const encode = (text: string) => Buffer.from(text).toString('base64url');
  const text = `${encode(header)}.${encode(payload)}`;
  const name = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', Buffer.from(SECRET), name, false, ['sign']);
  const signature = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(text));
  return `${text}.${Buffer.from(signature).toString('base64url')}`;
}
const HEADER = { alg: 'HS256', typ: 'hubspot-import-ticket+jwt' };
const without = (name: string) => Object.fromEntries(Object.entries(claims).filter(([key]) => key !== name));

async function reasonOf(ticket: string | null, now = NOW): Promise<string> {
  try {
    await readTicket(ticket, settings, now);
    return 'accepted';
  } catch (error) {
    assert.ok(error instanceof Refusal);
    assert.equal(error.status, 401);
    return error.reason;
  }
}

describe('a ticket', () => {
  it('says what was put in', async () => {
    const ticket = { policy, origin: 'https://app.example' };
    const text = await mintTicket(ticket, settings, NOW);
    assert.deepEqual(await readTicket(`Bearer ${text}`, settings, NOW), ticket);
  });

  it('is accepted as the tests below build it, so that each of them changes one thing', async () => {
    assert.equal(await reasonOf(`Bearer ${await sign(claims)}`), 'accepted');
  });

  const refused: Readonly<Record<string, () => string | Promise<string>>> = {
    'signed with another key': () => sign(claims, 'HS256', new TextEncoder().encode('x'.repeat(40))),
    'with the algorithm "none"': () =>
      new UnsecuredJWT(claims).encode().replace(/^[^.]+/, btoa(JSON.stringify({ alg: 'none', typ }))),
    'with another algorithm of the same key': () => sign(claims, 'HS512'),
    'with "none" in capitals and the right signature': () =>
      signText(JSON.stringify({ ...HEADER, alg: 'NONE' }), JSON.stringify(claims)),
    'that says an extension is critical': () =>
      signText(JSON.stringify({ ...HEADER, crit: ['exp'], exp: 1 }), JSON.stringify(claims)),
    'that says nothing is critical': () =>
      signText(JSON.stringify({ ...HEADER, crit: [] }), JSON.stringify(claims)),
    'whose payload is not encoded': () =>
      signText(JSON.stringify({ ...HEADER, crit: ['b64'], b64: false }), JSON.stringify(claims)),
    'that brings its own key along': async () => {
      const { publicKey, privateKey } = await generateKeyPair('ES256');
      const jwk = await exportJWK(publicKey);
      return new SignJWT(claims).setProtectedHeader({ alg: 'ES256', typ, jwk }).sign(privateKey);
    },
    'whose second algorithm is the right one': () =>
      signText(`{"alg":"HS256","typ":"${typ}","alg":"none"}`, JSON.stringify(claims)),
    'that is encrypted': async () =>
      new EncryptJWT(claims)
        .setProtectedHeader({ alg: 'dir', enc: 'A128CBC-HS256' })
        .encrypt(new TextEncoder().encode(SECRET).subarray(0, 32)),
    'whose payload is not JSON': () => signText(JSON.stringify(HEADER), 'ada'),
    'for several audiences, none of them this': () => sign({ ...claims, aud: ['there', 'elsewhere'] }),
    'from the future': () => sign({ ...claims, iat: NOW_SECONDS + 40 }),
    'without a time': () => sign(without('iat')),
    'without an origin': () => sign(without('origin')),
    'whose policy has a limit that is not known here': () => sign({ ...claims, policy: { maxRows: 10 } }),
    'whose policy names another subject': () => sign({ ...claims, policy: { subject: 7 }, sub: '' }),
    'of another type': () => sign(claims, 'HS256', KEY, 'JWT'),
    'of another issuer': () => sign({ ...claims, iss: 'someone' }),
    'for another audience': () => sign({ ...claims, aud: 'there' }),
    'without a subject': () => sign(without('sub')),
    'that never expires': () => sign(without('exp')),
    'without a policy': () => sign(without('policy')),
    'whose policy is none': () => sign({ ...claims, policy: { maxBytes: 'all' } }),
    'whose subject was changed': async () => {
      const [header, , signature] = (await sign(claims)).split('.');
      const body = btoa(JSON.stringify({ ...claims, sub: 'eve' })).replaceAll('=', '');
      return `${header}.${body}.${signature}`;
    },
    'whose signature was cut off': async () => (await sign(claims)).replace(/[^.]+$/, ''),
    'that is no ticket': () => 'pat-na1-1234',
    'of enormous length': () => `${'a'.repeat(9000)}.b.c`,
  };
  for (const [which, make] of Object.entries(refused)) {
    it(`${which} is refused`, async () => {
      assert.equal(await reasonOf(`Bearer ${await make()}`), 'ticket-invalid');
    });
  }

  it('is asked for when there is none, or another kind of credential', async () => {
    for (const header of [null, '', 'Bearer', 'Basic YWRhOng=', 'Bearer a b']) {
      assert.equal(await reasonOf(header), 'ticket-missing', String(header));
    }
  });

  it('outlives its time by no more than the clocks may differ', async () => {
    const text = `Bearer ${await mintTicket({ policy, origin: null }, settings, NOW)}`;
    assert.equal(await reasonOf(text, later(600 + 20)), 'accepted');
    assert.equal(await reasonOf(text, later(600 + 40)), 'ticket-expired');
  });

  it('does not outlive a life that was shortened since', async () => {
    const text = `Bearer ${await mintTicket({ policy, origin: null }, settings, NOW)}`;
    const shorter = { ...settings, seconds: 60 };
    await assert.rejects(readTicket(text, shorter, later(100)), { reason: 'ticket-expired' });
  });

  it('is about the subject that was signed, whatever its policy says', async () => {
    const text = await sign({ ...claims, policy: { subject: 'eve' } });
    assert.equal((await readTicket(`Bearer ${text}`, settings, NOW)).policy.subject, 'ada');
  });

  it('that would be too long to be read is not written', async () => {
    const objectTypes = Array.from({ length: 1000 }, (_, at) => `2-${at}`);
    const ticket = { policy: { ...policy, objectTypes }, origin: null };
    await assert.rejects(mintTicket(ticket, settings, NOW), RangeError);
  });

  it('survives a change of keys until the old key is taken away', async () => {
    const [oldKey, newKey] = signingKeys([SECRET, 'another secret of thirty-two bytes or more']);
    assert.ok(oldKey && newKey);
    const text = `Bearer ${await mintTicket({ policy, origin: null }, settings, NOW)}`;
    const during = await readTicket(text, { ...settings, keys: [newKey, oldKey] }, NOW);
    assert.equal(during.policy.subject, 'ada');
    await assert.rejects(readTicket(text, { ...settings, keys: [newKey] }, NOW), {
      reason: 'ticket-invalid',
    });
  });

  it('is signed with a secret of 32 bytes or more', () => {
    assert.throws(() => signingKeys('too short'), TypeError);
    assert.throws(() => signingKeys([SECRET, 'too short']), TypeError);
    assert.throws(() => signingKeys([]), TypeError);
    const missing = process.env.NO_SUCH_SECRET as unknown as string;
    assert.throws(() => signingKeys(missing), { name: 'TypeError', message: /missing/ });
  });
});
