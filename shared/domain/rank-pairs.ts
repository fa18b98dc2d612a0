// Ranks who could go together: whole teams, pairs and combinations of free people that fill every missing leg (docs/practice.md, Sending).
import { NEEDS } from './activity.ts';
import { undrivenVehicle } from './crew-vehicle.ts';
import { fits, whyNotSent, wouldGoAlone } from './rank-fit.ts';
import { isOldPosition, type RankFacts, type RankLeg, type RankPerson } from './rank-facts.ts';
import { plusMinutes, type Instant } from './instant.ts';

export interface Placed { leg: RankLeg; person: RankPerson; /** Null where nobody knows: no position, or an old one, or no place. */ minutes: number | null }
export interface Ranked {
  placed: readonly Placed[];
  /** The later of them; null where it is not known of one. */
  arrivesAt: Instant | null;
  minutes: number | null;
  sameTeam: boolean;
  key: readonly number[];
}

const SHOWN = 6;
const UNKNOWN_BAND = Number.MAX_SAFE_INTEGER;
const LATE_BAND = 1_000_000;
/** The family was told who comes, or somebody is held for this: before anybody who is only nearer. */
const BOOKED_BAND = -1;

interface Candidate { person: RankPerson; minutes: number | null; band: number; cost: readonly number[] }

const compare = (a: readonly number[], b: readonly number[]): number => {
  for (let index = 0; index < a.length; index += 1) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
};

/** How many kinds of leg somebody could fill: the scarce are spared for what only they can do. */
export const breadth = (person: RankPerson): number => NEEDS.filter((need) => fits(person, { need })).length;

/** What one person adds to the weight of those who go; the smaller goes first. Only sums stand here: pruning rests on it. */
const costOf = (person: RankPerson, minutes: number | null, now: Instant): readonly number[] => [
  person.booked === null ? 0 : 1, breadth(person), person.knowsFamily ? -1 : 0, person.visitsTonight, Math.max(0, Math.floor((Date.parse(now) - Date.parse(person.onDutySince)) / 3_600_000)), Math.round((minutes ?? 0) * 60),
];
/** In the key the same team stands before load and rest, and after what is booked, skills and continuity. */
const BEFORE_TEAM = 3;

/** A stretch of arrivals that rank alike, while they are in time; once it is late every minute counts. */
function bandOf(minutes: number, { task, sending }: RankFacts, now: Instant): number {
  const late = task.dueAt !== null && plusMinutes(now, minutes) > task.dueAt;
  return late ? LATE_BAND + Math.ceil(minutes) : Math.floor(minutes / sending.arrivalBandMinutes);
}

function candidatesOf(facts: RankFacts, now: Instant): Candidate[] {
  const { task, sending } = facts;
  return facts.people.filter((person) => whyNotSent(person, facts, now) === null).map((person) => {
    const minutes = task.kind === 'phone' ? 0 : person.travel === null || isOldPosition(person, sending, now) ? null : person.travel.minutes;
    return { person, minutes, band: person.bookedHere || person.held?.here === true ? BOOKED_BAND : minutes === null ? UNKNOWN_BAND : bandOf(minutes, facts, now), cost: costOf(person, minutes, now) };
  });
}

function rankedOf(legs: readonly RankLeg[], people: readonly Candidate[], now: Instant): Ranked {
  const known = people.map(({ minutes }) => minutes).filter((minutes) => minutes !== null);
  const minutes = known.length < people.length ? null : Math.max(0, ...known);
  const [first] = people;
  const sameTeam = people.length > 1 && first?.person.teamId != null && people.every(({ person }) => person.teamId === first.person.teamId);
  const sums = people.reduce<number[]>((sum, { cost }) => cost.map((one, index) => one + (sum[index] ?? 0)), []);
  return {
    placed: legs.flatMap((leg, index) => { const one = people[index]; return one === undefined ? [] : [{ leg, person: one.person, minutes: one.minutes }]; }),
    minutes, arrivesAt: minutes === null ? null : plusMinutes(now, Math.ceil(minutes)), sameTeam,
    key: [Math.max(...people.map(({ band }) => band)), ...sums.slice(0, BEFORE_TEAM), people.length > 1 && !sameTeam ? 1 : 0, ...sums.slice(BEFORE_TEAM)],
  };
}

/** Everybody once, one for each leg in the order of the legs: sent in that order, the dispatch rule puts each in the same one. */
function combinations(lists: readonly (readonly Candidate[])[], each: (people: readonly Candidate[]) => void, chosen: readonly Candidate[] = []): void {
  const [list, ...others] = lists;
  if (list === undefined) { each(chosen); return; }
  for (const one of list) if (!chosen.includes(one)) combinations(others, each, [...chosen, one]);
}

const namesOf = (people: readonly Candidate[]): string => people.map(({ person }) => person.dutyId).toSorted().join();

/**
 * Exact for up to three missing legs: within one stretch of arrival whoever is not among the first `SHOWN + legs` of a leg could be replaced, in any combination,
 * by as many others as are shown, none of them worse. A team, whose being one is no sum, is looked at whole. With more legs the lists are shorter.
 */
export function rankPairs(facts: RankFacts, now: Instant, shown = SHOWN): Ranked[] {
  const legs = facts.task.missing;
  if (legs.length === 0 || wouldGoAlone(facts.task, legs.length)) return [];
  const candidates = candidatesOf(facts, now);
  const perLeg = legs.map((leg) => candidates.filter(({ person }) => fits(person, leg)).toSorted((a, b) => compare(a.cost, b.cost)));
  if (perLeg.some((list) => list.length === 0)) return [];
  const found = new Map<string, Ranked>();
  const isDriven = drivenBy(facts);
  const keep = (people: readonly Candidate[]) => {
    const names = namesOf(people);
    if (!found.has(names) && isDriven(people)) found.set(names, rankedOf(legs, people, now));
  };
  for (const team of teamsOf(candidates)) combinations(perLeg.map((list) => list.filter((one) => one.person.teamId === team)), keep);
  // Whom a vehicle keeps out is no sum either: then the lists are as long as they can be.
  const longest = legs.length <= 3 && !facts.sending.driverNeeded ? shown + legs.length : Math.floor(20_000 ** (1 / legs.length));
  const bands = [...new Set(candidates.map(({ band }) => band))].toSorted((a, b) => a - b);
  for (const band of bands) {
    combinations(perLeg.map((list) => list.filter((one) => one.band <= band).slice(0, longest)), keep);
    // A later stretch can bring nothing before these.
    if ([...found.values()].filter(({ key }) => (key[0] ?? 0) <= band).length >= shown) break;
  }
  return [...found.values()].toSorted((a, b) => compare(a.key, b.key)).slice(0, shown);
}

const teamsOf = (candidates: readonly Candidate[]): Set<string> => new Set(candidates.map(({ person }) => person.teamId).filter((id) => id !== null));

/** By the policy a crew's vehicle is driven by somebody of it who may. */
const drivenBy = ({ task, sending }: RankFacts) => (people: readonly Candidate[]): boolean =>
  !sending.driverNeeded || task.kind === 'phone' || undrivenVehicle(people.map(({ person }) => person), task.underWay) === null;

/** Who could go first while another leg stays owed: the nearest of each leg; none where a warning forbids a lone visit. */
export function rankAlone(facts: RankFacts, now: Instant, each = 2): Ranked[] {
  if (facts.task.missing.length < 2 || wouldGoAlone(facts.task, 1)) return [];
  const candidates = candidatesOf(facts, now).filter((one) => drivenBy(facts)([one]));
  // The dispatch rule puts somebody in the first leg that they fit.
  const first = ({ person }: Candidate) => facts.task.missing.find((leg) => fits(person, leg));
  return facts.task.missing.flatMap((leg) => candidates.filter((one) => first(one) === leg).map((one) => rankedOf([leg], [one], now)).toSorted((a, b) => compare(a.key, b.key)).slice(0, each))
    .toSorted((a, b) => compare(a.key, b.key));
}
