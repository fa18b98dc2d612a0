// The sentences of the ranking, one catalogue: why a line stands where it does, what to mind, and why somebody is not in it.
import { NEED_NAMES } from './activity.ts';
import { ONLY_WORDS } from './crew-gender.ts';
import { clockTime, dutyNightOf } from './duty-night.ts';
import { DECLINE_NAMES } from './incident-words.ts';
import { minutesBetween, type Instant } from './instant.ts';
import { dayAndClock } from './local-moment.ts';
import type { Diversion, MayBeNearer } from './rank-beyond.ts';
import { legWords, type LegNeeds } from './leg-needs.ts';
import type { LeftOut } from './rank-fit.ts';
import type { WhyThere } from './rank-reasons.ts';
import type { Way } from './rank-short.ts';
import { SKILL_NAMES } from './skill.ts';

export function whyThereSentence(why: WhyThere): string {
  switch (why.code) {
    case 'first-there': return 'there first';
    case 'late': return `late by ${Math.ceil(why.minutes)} min`;
    case 'booked-here': return `${why.who} is booked for this visit`;
    case 'held-here': return `${why.who} is held for this until ${clockTime(why.until)}`;
    case 'booked': return `${why.who} is booked elsewhere at ${clockTime(why.at)}`;
    case 'knows-family': return `${why.who} has seen this family before`;
    case 'same-team': return `one car, ${why.callSign}`;
    case 'apart': return `not in one car: the second comes ${Math.max(1, Math.round(why.minutes))} min later`;
    case 'scarce': return `${why.who} could also fill the ${NEED_NAMES[why.need]}`;
    case 'load': return why.visits === 0 ? 'no visit yet tonight' : `${why.visits} ${why.visits === 1 ? 'visit' : 'visits'} tonight`;
    case 'position-old': return `${why.who}: position ${Math.floor(why.minutes)} min old, so the arrival is not known`;
    case 'position-unknown': return `${why.who}: no position, so the arrival is not known`;
    case 'place-unknown': return 'the place is not on the map, so the arrival is not known';
    case 'single-gender': return 'single-gender visits only: ask before they go';
  }
}

export function leftOutSentence(left: LeftOut, now: Instant): string {
  switch (left.code) {
    case 'off-duty': return `off duty since ${clockTime(left.since)}`;
    case 'at-the-desk': return 'at the EDT desk';
    case 'no-profession': return 'no profession recorded';
    case 'not-the-profession': return 'not the profession that is missing';
    case 'no-certificate': return `no certificate in date: ${SKILL_NAMES[left.skill]}`;
    case 'certificate-ended': return `certificate ended on ${dayWords(left.on)}: ${SKILL_NAMES[left.skill]}`;
    case 'on-visit': return `on ${left.ref ?? 'other work'} since ${clockTime(left.since)}`;
    case 'on-break': return `on a break until ${clockTime(left.until)}`;
    case 'held': return `held for ${left.ref ?? 'other work'} until ${clockTime(left.until)}${left.by === null ? '' : ` by ${left.by}`}`;
    case 'overwork': return `would break the ${left.rule === 'rest' ? 'rest before the next shift' : 'longest duty'} at ${clockTime(left.at)}`;
    case 'declined': return `declined this at ${clockTime(left.at)}: ${DECLINE_NAMES[left.reason].toLowerCase()}`;
    case 'not-for-them': return left.recorded || left.only === 'nobody' ? ONLY_WORDS[left.only] : `${ONLY_WORDS[left.only]}, not recorded: ask`;
    case 'nobody-drives': return `no certificate in date to drive ${left.vehicle}, and nobody with them has one`;
    case 'replaced': return 'others are looked for in their place';
    case 'would-go-alone': return 'would go alone, and the visit is double-crewed only';
    case 'no-partner': return 'fits, but nobody is free for the other leg';
    case 'position-old': return `position ${Math.floor(minutesBetween(left.at, now))} min old`;
    case 'position-unknown': return 'no position';
    case 'later': return `comes later: ${Math.ceil(left.minutes)} min`;
  }
}

const listed = (words: readonly string[]): string => (words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`);

export const nearerSentence = ({ who, callSign, seenAt }: MayBeNearer, now: Instant): string => `${listed(who)}${callSign === null ? '' : ` (${callSign})`} may be nearer, but their position is ${Math.floor(minutesBetween(seenAt, now))} min old: ring`;

/** Who pays: which work then lacks whom, and by when that is due. */
export const diversionSentence = ({ people, thereAt, ref, grade, dueAt }: Diversion, now: Instant): string =>
  `${listed(people.map(({ name }) => name))}${people[0]?.callSign == null ? '' : ` (${people[0].callSign})`} could be there ${clockTime(thereAt)} if taken from ${ref}, Grade ${grade}, which then lacks the ${listed([...new Set(people.map(({ leaves }) => NEED_NAMES[leaves]))])}${dueAt === null ? '' : ` and is due ${dutyNightOf(dueAt) === dutyNightOf(now) ? clockTime(dueAt) : dayAndClock(dueAt)}`}`;

/** Of a day in London: "12 Nov". */
const dayWords = (on: string): string => new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(new Date(`${on}T00:00:00Z`));

export const nobodySentence = (missing: readonly LegNeeds[], alone: boolean): string =>
  alone ? 'This visit is double-crewed only, and it has one leg. Add another leg (T), or somebody to go along.'
    : `Nobody is free for the ${listed([...new Set(missing.map(legWords))])}.`;

export function waySentence(way: Way): string {
  const leg = NEED_NAMES[way.need];
  switch (way.code) {
    case 'visit-ends': return `${way.who} (${leg}) may be free about ${clockTime(way.at)}, from ${way.ref ?? 'other work'}`;
    case 'break-ends': return `${way.who} (${leg}) ends a break at ${clockTime(way.at)}`;
    case 'at-the-desk': return `${way.who} (${leg}) is at the EDT desk: ring`;
    case 'declined': return `${way.who} (${leg}) declined at ${clockTime(way.at)}: ask again`;
    case 'off-duty': return `${way.who} (${leg}) ended duty at ${clockTime(way.at)}`;
  }
}

export const forecastSentence = ({ district, until, others }: { district: string; until: Instant | null; others: number }): string =>
  `Then a Grade 2 in ${district} has nobody ${until === null ? 'at all' : `before ${clockTime(until)}`}${others === 0 ? '' : `, nor in time in ${others} other ${others === 1 ? 'district' : 'districts'}`}.`;
