// One key for one door, however its address was typed; and whether two addresses are the same (docs/practice.md, Beside a call).
import { greatCircleKm } from './distance.ts';
import { PLACES } from './place-names.ts';
import { plainWords } from './plain-words.ts';

export interface Address { label: string; lat: number | null; lon: number | null }

/** Most towns have a Church Street: the same words further apart than this are another door. */
export const SAME_WORDS_KM = 2;
/** Two points that somebody set on the map are the same door within this. */
export const SAME_POINT_KM = 0.05;
const LONGEST = 120;

const WHOLE_WORDS: Readonly<Record<string, string>> = {
  rd: 'road', ave: 'avenue', av: 'avenue', ln: 'lane', dr: 'drive', cl: 'close', ct: 'court', cres: 'crescent', gdns: 'gardens', gdn: 'garden', tce: 'terrace', terr: 'terrace', grv: 'grove', pl: 'place', sq: 'square',
  pk: 'park', hse: 'house', bldg: 'building', apt: 'flat', apartment: 'flat', saint: 'st',
};
const STREETS: ReadonlySet<string> = new Set(['street', 'road', 'avenue', 'lane', 'drive', 'close', 'court', 'crescent', 'gardens', 'terrace', 'grove', 'place', 'square', 'way', 'walk', 'row', 'hill', 'rise', 'mews', 'parade', 'green', 'view', 'fold', 'brow']);
const WITHIN: ReadonlySet<string> = new Set(['flat', 'unit', 'room', 'floor']);
const POSTCODE = /\b[a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2}\b/gi;
/** What a pin is called is no address: its point is. */
const PIN = 'pinned on the map';

const isNumber = (word: string): boolean => /^\d+[a-z]?$/.test(word);

/** Abbreviations written out, `14 a` as `14a`, `No. 14` as `14`; `St` is a street after a name, a saint before one. */
function wordsOf(part: string): string[] {
  const words = plainWords(part).replaceAll(/\b(\d+) ([a-z])\b/g, '$1$2').split(' ').filter((word) => word !== '').map((word) => (Object.hasOwn(WHOLE_WORDS, word) ? WHOLE_WORDS[word] ?? word : word));
  return words
    .map((word, index) => (word === 'st' && index > 0 && !isNumber(words[index - 1] ?? '') ? 'street' : word))
    .filter((word, index, all) => !(word === 'the' && index === 0) && !((word === 'no' || word === 'number') && isNumber(all[index + 1] ?? '')));
}

/** A town is no door: half the night is in Burnley. In the words that a key is made of. */
const TOWNS: ReadonlySet<string> = new Set(PLACES.map(({ name }) => wordsOf(name).join(' ')));

/** From the number of the house: a flat's own number comes before it. -1 where there is none. */
const doorAt = (words: readonly string[]): number => words.findIndex((word, index) => isNumber(word) && !WITHIN.has(words[index - 1] ?? '') && index < words.length - 1);

/** Up to the kind of street; the town behind it is said or left out. */
function upToStreet(words: readonly string[], door: number): readonly string[] {
  const end = words.findIndex((word, index) => index > door + 1 && STREETS.has(word));
  return end === -1 ? words : words.slice(0, end + 1);
}

/** Null where no door is named: nothing, or a town by itself. Never throws; the same for any case, accents, punctuation and the usual abbreviations. */
export function addressKey(label: string): string | null {
  const key = readOnce(label);
  // `No no 14` and `the the`: what is left of odd words is read again until nothing changes, so that the key of a key is itself.
  return key === null || key === label ? key : addressKey(key);
}

function readOnce(label: string): string | null {
  const parts = label.replaceAll(POSTCODE, ' ').split(/[,;\n]/).map(wordsOf).filter((words) => words.length > 0);
  const key = keyOf(parts).join(' ').slice(0, LONGEST).trim();
  return key === '' || TOWNS.has(key) || key.startsWith(PIN) ? null : key;
}

function keyOf(parts: readonly (readonly string[])[]): readonly string[] {
  const [first = []] = parts;
  // `14, Quayside` and `Flat 2, 14 Quayside`: what only numbers something belongs to what follows.
  const numbersOnly = first.every((word) => isNumber(word) || WITHIN.has(word));
  if (numbersOnly && parts.length > 1) return keyOf([[...first, ...parts[1] ?? []], ...parts.slice(2)]);
  const door = doorAt(first);
  return door === -1 ? first : upToStreet(first, door);
}

export const kmBetween = (a: Address, b: Address): number | null =>
  a.lat === null || a.lon === null || b.lat === null || b.lon === null ? null : greatCircleKm({ lat: a.lat, lon: a.lon }, { lat: b.lat, lon: b.lon });

/** By their words, unless they are known to lie apart. */
export function isSameAddress(a: Address, b: Address): boolean {
  const km = kmBetween(a, b);
  // Far sooner said than what the words come to, where thousands are compared.
  if (km !== null && km > SAME_WORDS_KM) return false;
  const key = addressKey(a.label);
  return key !== null && key === addressKey(b.label);
}

/** Two numbers of one street are two doors, however near; where either says none, nothing is contradicted. */
export function contradicts(a: string, b: string): boolean {
  const [one, other] = [addressKey(a), addressKey(b)].map((key) => key?.split(' ').find(isNumber));
  return one !== undefined && other !== undefined && one !== other;
}
