import { hashBytes } from './byte-words.js';
import { type ColumnFacts, textOfSymbol } from './column-facts.js';
import { addSymbol, createDictionary, type Dictionary, findSymbol, symbolBytes } from './dictionary.js';
import type { ValueKind } from './plan.js';
import { createRoom, moved, type Room, roomFor } from './room.js';
import { shownText } from './shown-text.js';
import * as TRAITS from './trait-bits.js';
import { identityOf } from './values.js';

/** Which values of a column are the same record: `ANN@x.co` and `ann@x.co ` are. One symbol stands for all of them. */
export interface Identities {
  readonly kind: ValueKind;
  /** A value with none of these traits is compared as it is. */
  readonly telling: number;
  /** Symbols below were all there from the start, so that none of them can be missed by another one. */
  readonly settled: number;
  /** What was found out of each symbol, plus one. */
  found: Int32Array;
  /** Values in the form in which they are compared, where that is another one; their traits are the symbol they stand for. */
  readonly others: Dictionary;
  scratch: Room;
}

export function createIdentities(kind: ValueKind, facts: ColumnFacts): Identities {
  return {
    kind,
    telling: TRAITS.untrimmed | tellingOf(kind),
    settled: facts.dictionary.size,
    found: new Int32Array(0),
    others: createDictionary(),
    scratch: createRoom(256),
  };
}

function tellingOf(kind: ValueKind): number {
  if (kind === 'email') return TRAITS.mayFold;
  return kind === 'domain' ? TRAITS.notBare : 0;
}

/** The symbol that stands for all values of the same record. */
export function identityOfSymbol(identities: Identities, facts: ColumnFacts, symbol: number): number {
  const isOwn = ((facts.dictionary.traits[symbol] ?? 0) & identities.telling) === 0;
  if (isOwn && (symbol < identities.settled || identities.others.size === 0)) return symbol;
  if (symbol >= identities.found.length) {
    identities.found = moved(identities.found, new Int32Array(facts.dictionary.size * 2));
  }
  const known = identities.found[symbol] ?? 0;
  if (known > 0) return known - 1;
  const identity = findIdentity(identities, facts, symbol, isOwn);
  identities.found[symbol] = identity + 1;
  return identity;
}

function findIdentity(identities: Identities, facts: ColumnFacts, symbol: number, isOwn: boolean): number {
  const length = writeCompared(identities, facts, symbol);
  const { others } = identities;
  const { bytes, view } = identities.scratch;
  const hash = hashBytes(view, 0, length);
  const other = findSymbol(others, view, 0, length, hash);
  if (other >= 0) return others.traits[other] ?? symbol;
  if (isOwn) return symbol;
  const same = findSymbol(facts.dictionary, view, 0, length, hash);
  const identity = same < 0 ? symbol : same;
  addSymbol(others, bytes, view, 0, length, hash, identity);
  return identity;
}

/** Writes a value in the form in which it is compared. @returns How many bytes it has. */
function writeCompared(identities: Identities, facts: ColumnFacts, symbol: number): number {
  const bytes = symbolBytes(facts.dictionary, symbol);
  const { kind } = identities;
  const scratch = roomFor(identities.scratch, bytes.length * 3);
  identities.scratch = scratch;
  if (kind === 'email' && writeLowerCase(bytes, scratch.bytes)) return bytes.length;
  const text = identityOf(kind, textOfSymbol(facts, symbol).trim());
  return new TextEncoder().encodeInto(text, scratch.bytes).written;
}

/** False when it is not plain ASCII without spaces; then the text must be asked. */
function writeLowerCase(bytes: Uint8Array, into: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte <= 32 || byte > 126) return false;
    into[at] = byte >= 65 && byte <= 90 ? byte | 32 : byte;
  }
  return true;
}

/** An identity for showing. */
export function identityText({ kind }: Identities, facts: ColumnFacts, symbol: number): string {
  return shownText(identityOf(kind, textOfSymbol(facts, symbol).trim()));
}
