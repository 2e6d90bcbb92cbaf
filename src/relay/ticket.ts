import { errors, jwtVerify, SignJWT } from 'jose';
import * as z from 'zod/mini';
import { readPolicy, type Policy } from './policy.js';
import { Refusal } from './refusal.js';

// Pinned: a ticket that names another algorithm, `none` among them, or says that something else is critical, is not looked
// at any further. Keys named in its header are not looked at at all.
const ALGORITHM = 'HS256';
const ISSUER = 'hubspot-importer/relay';
const TYPE = 'hubspot-import-ticket+jwt';
const CLOCK_SKEW_SECONDS = 30;
const TICKET_CHARACTERS = 8192;
const SECRET_BYTES = 32;

/** How tickets are signed. */
export interface TicketSettings {
  /** The first signs; every one is accepted, so that a key can be replaced without a gap. */
  readonly keys: readonly Uint8Array[];
  /** Tells the tickets of relays apart that share a key. */
  readonly audience: string;
  readonly seconds: number;
}

/** What a ticket says: who may do what, and from which origin (null when it was asked for without one). */
export interface Ticket {
  readonly policy: Policy;
  readonly origin: string | null;
}

/**
 * Signing keys from the secrets of the configuration.
 *
 * @throws {TypeError} for a secret of less than 32 bytes, and for none
 */
export function signingKeys(secret: string | readonly string[]): readonly Uint8Array[] {
  const secrets = typeof secret === 'string' ? [secret] : secret;
  // A missing variable of the environment arrives here as undefined, whatever the types say.
  if (!Array.isArray(secrets) || !secrets.every((text) => typeof text === 'string')) {
    throw new TypeError('createRelay: secret is missing.');
  }
  const keys = secrets.map((text) => new TextEncoder().encode(text));
  if (keys.length === 0 || keys.some((key) => key.length < SECRET_BYTES)) {
    throw new TypeError(`createRelay: every secret must have at least ${SECRET_BYTES} bytes.`);
  }
  return keys;
}

/**
 * Writes a signed ticket. Everything it grants is inside; nothing is kept here.
 *
 * @throws {RangeError} when the policy makes it longer than `readTicket` takes
 */
export async function mintTicket(ticket: Ticket, settings: TicketSettings, now: Date): Promise<string> {
  const [key] = settings.keys;
  if (key === undefined) throw new TypeError('No signing key.');
  const seconds = Math.floor(now.getTime() / 1000);
  const { subject, ...limits } = ticket.policy;
  const text = await new SignJWT({ policy: limits, origin: ticket.origin })
    .setProtectedHeader({ alg: ALGORITHM, typ: TYPE })
    .setIssuer(ISSUER)
    .setAudience(settings.audience)
    .setSubject(subject)
    .setIssuedAt(seconds)
    .setExpirationTime(seconds + settings.seconds)
    .sign(key);
  if (text.length > TICKET_CHARACTERS) throw new RangeError('The policy is too long for a ticket.');
  return text;
}

/**
 * Reads the ticket of an `Authorization` header and verifies signature, type, issuer, audience and time.
 *
 * @throws {Refusal} 401 `ticket-missing`, `ticket-expired`, `ticket-invalid`
 */
export async function readTicket(
  authorization: string | null,
  settings: TicketSettings,
  now: Date,
): Promise<Ticket> {
  const text = /^Bearer +([\w.-]+)$/i.exec(authorization ?? '')?.[1];
  if (text === undefined) throw refused('ticket-missing', 'An import ticket is needed.');
  if (text.length > TICKET_CHARACTERS) throw invalid();
  // Without key ids: trying a key costs some microseconds, and there are two of them at most times.
  for (const key of settings.keys) {
    const ticket = await verify(text, key, settings, now);
    if (ticket !== null) return ticket;
  }
  throw invalid();
}

/** The ticket, or null when this key did not sign it. */
async function verify(
  text: string,
  key: Uint8Array,
  settings: TicketSettings,
  now: Date,
): Promise<Ticket | null> {
  try {
    const { payload } = await jwtVerify(text, key, {
      algorithms: [ALGORITHM],
      typ: TYPE,
      issuer: ISSUER,
      audience: settings.audience,
      requiredClaims: ['sub', 'iat', 'exp', 'policy'],
      clockTolerance: CLOCK_SKEW_SECONDS,
      // A ticket from the future, or one that outlives a life that was shortened since, is none.
      maxTokenAge: settings.seconds,
      currentDate: now,
    });
    const policy = readPolicy({ ...Object(payload.policy), subject: payload.sub });
    return { policy, origin: z.nullable(z.string()).parse(payload.origin) };
  } catch (error) {
    if (error instanceof errors.JWSSignatureVerificationFailed) return null;
    if (error instanceof errors.JWTExpired) {
      throw refused('ticket-expired', 'The import ticket has expired.', error);
    }
    throw invalid(error);
  }
}

function invalid(cause?: unknown): Refusal {
  return refused('ticket-invalid', 'The import ticket is not valid.', cause);
}

function refused(reason: string, message: string, cause?: unknown): Refusal {
  return new Refusal(401, reason, message, { headers: { 'www-authenticate': 'Bearer' }, cause });
}
