// Why a line of the ranking stands where it does, in codes; and why those are not in it who are not (sentences in `rank-words.ts`).
import { NEEDS, type Need } from './activity.ts';
import type { Id } from './incident-file.ts';
import { minutesBetween, type Instant } from './instant.ts';
import { undrivenVehicle } from './crew-vehicle.ts';
import { fits, whyNotSent, wouldGoAlone, type LeftOut } from './rank-fit.ts';
import { isOldPosition, type RankFacts, type RankPerson } from './rank-facts.ts';
import { breadth, type Placed, type Ranked } from './rank-pairs.ts';

export type WhyThere =
  | { code: 'first-there' }
  | { code: 'late'; minutes: number }
  | { code: 'knows-family'; who: string }
  | { code: 'same-team'; callSign: string }
  | { code: 'apart'; minutes: number }
  | { code: 'scarce'; who: string; need: Need }
  | { code: 'load'; visits: number }
  | { code: 'booked-here'; who: string }
  | { code: 'held-here'; who: string; until: Instant }
  | { code: 'booked'; who: string; at: Instant }
  | { code: 'position-old'; who: string; minutes: number }
  | { code: 'position-unknown'; who: string }
  | { code: 'place-unknown' }
  | { code: 'single-gender' };

export function whyThere(one: Ranked, all: readonly Ranked[], { task, sending }: RankFacts, now: Instant): WhyThere[] {
  const why: WhyThere[] = [];
  const people = one.placed.map(({ person }) => person);
  const fastest = Math.min(...all.map(({ minutes }) => minutes ?? Infinity));
  if (task.singleGender && task.kind === 'visit' && people.length + task.standing > 1) why.push({ code: 'single-gender' });
  if (task.kind === 'visit') {
    if (one.arrivesAt !== null && task.dueAt !== null && one.arrivesAt > task.dueAt) why.push({ code: 'late', minutes: minutesBetween(task.dueAt, one.arrivesAt) });
    else if (one.minutes !== null && one.minutes === fastest && all.length > 1) why.push({ code: 'first-there' });
    if (task.place === null) why.push({ code: 'place-unknown' });
    else why.push(...people.flatMap((person) => unknown(person, isOldPosition(person, sending, now), now)));
  }
  why.push(...people.flatMap(({ name, booked, bookedHere }): WhyThere[] => (bookedHere ? [{ code: 'booked-here', who: name }] : booked === null ? [] : [{ code: 'booked', who: name, at: booked }])));
  why.push(...people.flatMap(({ name, held }): WhyThere[] => (held?.here === true ? [{ code: 'held-here', who: name, until: held.until }] : [])));
  why.push(...people.filter(({ knowsFamily }) => knowsFamily).map(({ name }): WhyThere => ({ code: 'knows-family', who: name })));
  if (one.sameTeam) why.push({ code: 'same-team', callSign: people[0]?.callSign ?? '' });
  else if (one.minutes !== null && people.length > 1) why.push({ code: 'apart', minutes: one.minutes - Math.min(...one.placed.map(({ minutes }) => minutes ?? 0)) });
  // Where everybody could, it tells nobody from the others.
  const spared = ({ person, leg }: Placed) => all.some(({ placed }) => placed.some((other) => other.leg.id === leg.id && breadth(other.person) < breadth(person)));
  why.push(...one.placed.filter(spared).flatMap(({ person, leg }) => scarce(person, leg.need)));
  why.push({ code: 'load', visits: people.reduce((sum, { visitsTonight }) => sum + visitsTonight, 0) });
  return why;
}

function unknown(person: RankPerson, old: boolean, now: Instant): WhyThere[] {
  if (person.position === null) return [{ code: 'position-unknown', who: person.name }];
  return old ? [{ code: 'position-old', who: person.name, minutes: minutesBetween(person.position.at, now) }] : [];
}

/** Sent here, they are missing where only they can go. */
function scarce(person: RankPerson, need: Need): WhyThere[] {
  const other = person.profession === 'amhp' && need !== 'amhp' ? 'amhp' : person.profession === 'constable' && need !== 'constable' ? 'constable' : NEEDS.find((one) => one === 'independent-interviewer' && one !== need && fits(person, { need: one }));
  return other === undefined ? [] : [{ code: 'scarce', who: person.name, need: other }];
}

export interface LeftOutPerson { dutyId: Id; name: string; callSign: string | null; why: LeftOut }

/** Everybody who is in no line, each with the reason: first what rules them out, else why they come after those shown. */
export function leftOut(shown: readonly Ranked[], facts: RankFacts, now: Instant): LeftOutPerson[] {
  const there = new Set(shown.flatMap(({ placed }) => placed.map(({ person }) => person.dutyId)));
  return facts.people.filter(({ dutyId }) => !there.has(dutyId)).map((person) => ({ dutyId: person.dutyId, name: person.name, callSign: person.callSign, why: whyNotSent(person, facts, now) ?? behind(person, shown, facts, now) }));
}

function behind(person: RankPerson, shown: readonly Ranked[], facts: RankFacts, now: Instant): LeftOut {
  if (wouldGoAlone(facts.task, facts.task.missing.length)) return { code: 'would-go-alone' };
  if (facts.sending.driverNeeded && facts.task.kind === 'visit' && person.vehicle !== null && undrivenVehicle([person], facts.task.underWay) !== null) return { code: 'nobody-drives', vehicle: person.vehicle };
  if (shown.length === 0) return { code: 'no-partner' };
  if (person.position === null) return { code: 'position-unknown' };
  if (isOldPosition(person, facts.sending, now)) return { code: 'position-old', at: person.position.at };
  return { code: 'later', minutes: person.travel?.minutes ?? 0 };
}
