// A number to call back: kept as it was typed, and beside it the one spelling that two calls from one phone share.
import { parsePhoneNumberFromString } from 'libphonenumber-js';

export interface PhoneNumber {
  /** As typed, trimmed; never refused, never mended. */
  typed: string;
  /** `+441632960417`, the same for every spelling of it; null where it cannot be a number. An extension is no part of it: the line is the same. */
  e164: string | null;
  /** For reading out and ringing back: `01632 960417`, with the extension where one was given. */
  shown: string;
}

const LONGEST = 60;

/** Numbers without a country are British. Only their length is judged: one that is merely not in use yet is somebody's new phone. */
export function readPhone(typed: string): PhoneNumber {
  const kept = typed.trim();
  // A switchboard's "01772 123456 then 4" is a number and words after it: the number is what finds it again.
  const found = kept.length > LONGEST ? undefined : parsePhoneNumberFromString(kept.normalize('NFKC'), 'GB');
  if (found === undefined || !found.isPossible()) return { typed: kept, e164: null, shown: kept };
  return { typed: kept, e164: found.number, shown: found.countryCallingCode === '44' ? found.formatNational() : found.formatInternational() };
}

/** What a key of the index, a look-up and a likeness compare. */
export const phoneKey = (typed: string | null): string | null => (typed === null ? null : readPhone(typed).e164);
