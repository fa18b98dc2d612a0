// Whether an overnight note is about what is happening now: the same person, place or phone number, however it was typed.
import type { Instant } from './instant.ts';
import { plainWords as plain } from './plain-words.ts';

/** What is known of an incident, or of a call while it is still being typed. */
export interface Known {
  names: readonly string[];
  place: string | null;
  /** Numbers, or free text that may hold some. */
  phones: readonly string[];
}

export const MATCH_NAMES = { person: 'same person', place: 'same place', phone: 'same phone' } as const;
export type Match = keyof typeof MATCH_NAMES;

export interface Noted { about: string; place: string | null; phone: string | null }
export interface KnownIncident { people: readonly { name: string }[]; location: { label: string } | null; summary: string; state: 'open' | 'closed' }

/** What the views say of somebody without a name: two of those are not the same person. */
const UNNAMED = 'name not known';

const wordsIn = (text: string): number => (text === '' ? 0 : text.split(' ').length);
const holds = (whole: string, part: string): boolean => ` ${whole} `.includes(` ${part} `);

/** One word names half the county: `Jaden` or `Burnley` matches only where it is all that the other says too. */
const isSame = (a: string, b: string): boolean => {
  const [longer, shorter] = a.length < b.length ? [b, a] : [a, b];
  return shorter !== '' && (longer === shorter || (wordsIn(shorter) > 1 && holds(longer, shorter)));
};

/** Ten digits tell a British number whatever stands before them: `07700 900123`, `+44 7700 900123`. */
const numbersIn = (text: string): string[] =>
  (text.match(/\+?[\d][\d\s()-]{8,}\d/g) ?? []).map((number) => number.replace(/\D/g, '').slice(-10)).filter((digits) => digits.length === 10);

export function matchNote(note: Noted, known: Known): Match[] {
  const about = plain(note.about);
  const place = plain(note.place ?? '');
  const noted = numbersIn(note.phone ?? '');
  const matches: Record<Match, boolean> = {
    person: known.names.map(plain).some((name) => name !== UNNAMED && isSame(about, name)),
    place: known.place !== null && isSame(place, plain(known.place)),
    phone: known.phones.flatMap(numbersIn).some((digits) => noted.includes(digits)),
  };
  return (['person', 'place', 'phone'] as const).filter((match) => matches[match]);
}

/** The view names no caller's number; a number that was written into the summary counts. */
export const knownOf = (incident: Omit<KnownIncident, 'state'>): Known =>
  ({ names: incident.people.map(({ name }) => name), place: incident.location?.label ?? null, phones: [incident.summary] });

export interface MatchedNote<N extends Noted, I> {
  note: N;
  with: readonly { incident: I; by: readonly Match[] }[];
}

/** Notes about something that is open now come first; the rest follow, the next to expire first. */
export function raiseMatching<N extends Noted & { expiresAt: Instant }, I extends KnownIncident>(
  notes: readonly N[], incidents: readonly I[],
): MatchedNote<N, I>[] {
  const open = incidents.filter(({ state }) => state === 'open').map((incident) => ({ incident, known: knownOf(incident) }));
  return notes
    .map((note) => ({ note, with: open.map(({ incident, known }) => ({ incident, by: matchNote(note, known) })).filter(({ by }) => by.length > 0) }))
    .sort((a, b) => Number(b.with.length > 0) - Number(a.with.length > 0) || a.note.expiresAt.localeCompare(b.note.expiresAt));
}
