// How much two accounts look like one event: the number, the door, the people, the words and the time, each with its reason in words. A hint for a person to judge; nothing is linked by it.
import { isSameAddress, kmBetween, type Address } from './address-key.ts';
import { minutesBetween, type Instant } from './instant.ts';
import { plainWords } from './plain-words.ts';

export interface Account {
  words: string;
  at: Instant;
  /** Normalised. */
  numbers: readonly string[];
  names: readonly string[];
  /** Its point is only spoken of where `isPoint`: a town's own point says nothing of a door. */
  address: (Address & { isPoint: boolean }) | null;
}
export interface Likeness {
  /** 0 to 1: how likely it is worth a look; the same whichever account comes first. */
  score: number;
  /** As they are said on screen; empty only where the score is 0. */
  reasons: readonly string[];
}

/** From here on an open incident is shown beside the form. */
export const WORTH_A_LOOK = 0.3;
/** Closer than this a point may well be the same few houses. */
const NEAR_KM = 0.3;
const FRESH_MINUTES = 6 * 60;
const OLD_MINUTES = 48 * 60;
const OLD_FACTOR = 0.6;
/** What each fact in common is worth by itself; they add up as chances do. */
const WORTH = { address: 0.6, name: 0.6, partOfName: 0.35, number: 0.4, near: 0.35, words: 0.5 } as const;
const SHORTEST_WORD = 4;
const FEWEST_WORDS = 2;
const SHORTEST_NAME = 3;
/** What half the calls of a night say. */
const USUAL: ReadonlySet<string> = new Set(('about after again alone been before being behind called calls caller child children concern concerned could does down father from gone have heard home house into just later left mother near nobody '
  + 'officer over parent people person police reported reports rang ring safety said says seen since somebody sounds that their them then there they this tonight upset very want wants welfare went were what when where which while with woman would young years').split(' '));

interface Common { worth: number; reason: string }

export function likeness(a: Account, b: Account): Likeness {
  const common = [sameNumber(a, b), ...alikePlace(a, b), ...alikePeople(a, b), ...alikeWords(a, b)].filter((one) => one !== null);
  if (common.length === 0) return { score: 0, reasons: [] };
  const chance = 1 - common.reduce((rest, { worth }) => rest * (1 - worth), 1);
  return { score: chance * byTime(Math.abs(minutesBetween(a.at, b.at))), reasons: common.map(({ reason }) => reason) };
}

const sameNumber = (a: Account, b: Account): Common | null => (a.numbers.some((number) => b.numbers.includes(number)) ? { worth: WORTH.number, reason: 'the same number rang' } : null);

function alikePlace({ address: a }: Account, { address: b }: Account): Common[] {
  if (a === null || b === null) return [];
  if (isSameAddress(a, b)) return [{ worth: WORTH.address, reason: 'the same address' }];
  const km = a.isPoint && b.isPoint ? kmBetween(a, b) : null;
  return km === null || km > NEAR_KM ? [] : [{ worth: WORTH.near, reason: km < 0.01 ? 'the same point on the map' : `${Math.max(10, Math.round(km * 100) * 10)} m away` }];
}

const partsOf = (name: string): string[] => plainWords(name).split(' ').filter((part) => part.length >= SHORTEST_NAME);
const within = (some: readonly string[], all: readonly string[]): boolean => some.every((part) => all.includes(part));

/** The best of the names that both say: whole, in either order, or one within the other ("Khan" within Amira Khan; Amira Khan is not Sana Khan). */
function alikePeople(a: Account, b: Account): Common[] {
  const pairs = a.names.flatMap((one) => b.names.map((other) => ({ one: partsOf(one), other: partsOf(other), said: one.length >= other.length ? one : other })))
    .filter(({ one, other }) => one.length > 0 && other.length > 0);
  const whole = pairs.find(({ one, other }) => Math.min(one.length, other.length) > 1 && (within(one, other) || within(other, one)));
  if (whole !== undefined) return [{ worth: WORTH.name, reason: `the same name, ${whole.said.trim()}` }];
  const part = pairs.find(({ one, other }) => within(one, other) || within(other, one));
  return part === undefined ? [] : [{ worth: WORTH.partOfName, reason: `a name in common, ${part.said.trim()}` }];
}

const tellingWords = (text: string): Set<string> => new Set(plainWords(text).split(' ').filter((word) => word.length >= SHORTEST_WORD && !USUAL.has(word)));

function alikeWords(a: Account, b: Account): Common[] {
  const [mine, theirs] = [tellingWords(a.words), tellingWords(b.words)];
  const shared = [...mine].filter((word) => theirs.has(word));
  if (shared.length < FEWEST_WORDS) return [];
  const part = shared.length / Math.min(mine.size, theirs.size);
  return [{ worth: WORTH.words * part, reason: `words in common: ${shared.toSorted().slice(0, 4).join(', ')}` }];
}

/** The same evening counts in full; what is days apart is more likely another time than another caller. */
function byTime(minutes: number): number {
  if (minutes <= FRESH_MINUTES) return 1;
  const age = Math.min(1, (minutes - FRESH_MINUTES) / (OLD_MINUTES - FRESH_MINUTES));
  return 1 - age * (1 - OLD_FACTOR);
}
