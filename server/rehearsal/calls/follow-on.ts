// Calls about something that has been told already: again, by a second or third caller, or as news on a log that was closed.
import { minutesBetween } from '../../../shared/domain/instant.ts';
import { answersFor, worseAnswers } from './answers.ts';
import type { CastMember } from './cast.ts';
import { callerAt, doorAt } from './doors.ts';
import { OPEN_DOORS, typedAfter, type FirstCall, type Ringing } from './first-call.ts';
import { followOnWords } from './follow-on-words.ts';
import type { FollowOnKind, RehearsalCall, Truth, TypedPerson } from './rehearsal-call.ts';
import type { Seeded } from './seeded.ts';
import { wordsOf } from './words.ts';

/** Ours: how often a call would be one of these, were there something for it to follow; and how long after the first. */
const SHARES: readonly (readonly [FollowOnKind | null, number])[] = [[null, 0.745], ['duplicate', 0.12], ['third-caller', 0.06], ['repeat', 0.05], ['news-on-closed', 0.025]];
const MINUTES_AFTER: Record<FollowOnKind, readonly [from: number, to: number]> = { duplicate: [2, 25], 'third-caller': [4, 60], repeat: [35, 600], 'news-on-closed': [240, 1080] };
const GETS_WORSE = 0.12;
/** After the longest of MINUTES_AFTER nobody rings about it any more. */
const FORGOTTEN_MINUTES = 1080;

/** What was told so far in this rehearsal, and who has rung about it since. */
export class Told {
  #first: { first: FirstCall; heard: Set<FollowOnKind> }[] = [];

  remember(first: FirstCall): void {
    this.#first = this.#first.filter((told) => minutesBetween(told.first.call.reportedAt, first.call.reportedAt) <= FORGOTTEN_MINUTES);
    this.#first.push({ first, heard: new Set() });
  }

  /** Null: this is a first call. Missing people are followed by missing people alone, which leaves their share as it is. */
  followedBy(ringing: Ringing): RehearsalCall | null {
    const chance = ringing.chance.derive('follows');
    const kind = chance.weighted(SHARES);
    if (kind === null) return null;
    const told = this.#first.filter(({ first, heard }) => couldFollow(kind, first, heard, ringing));
    if (told.length === 0) return null;
    const { first, heard } = chance.pick(told);
    heard.add(kind);
    return following(kind, first, ringing, chance);
  }
}

function couldFollow(kind: FollowOnKind, first: FirstCall, heard: ReadonlySet<FollowOnKind>, { reason: ringingFor, reportedAt }: Ringing): boolean {
  const { call, reason, scenario } = first;
  const [from, to] = MINUTES_AFTER[kind];
  const minutes = minutesBetween(call.reportedAt, reportedAt);
  if (minutes < from || minutes > to || heard.has(kind)) return false;
  if ((reason === 'missing') !== (ringingFor === 'missing') || (reason === 'missing' && !isChildStillGone(first))) return false;
  switch (kind) {
    case 'duplicate': return reason === 'missing' || scenario.overheard === true;
    case 'third-caller': return heard.has('duplicate');
    case 'repeat': return scenario.urgency !== 'advice' && scenario.urgency !== 'now';
    case 'news-on-closed': return scenario.urgency !== 'advice';
  }
}

const isChildStillGone = ({ scenario, cast: [concerned] }: FirstCall): boolean => scenario.because === 'gone' && concerned?.person.isChild === true;

function following(kind: FollowOnKind, first: FirstCall, { key, reportedAt, wall }: Ringing, chance: Seeded): RehearsalCall {
  const { call, reason, scenario, cast, where } = first;
  const anotherCaller = kind === 'duplicate' || kind === 'third-caller';
  const door = doorAt(wall, OPEN_DOORS, chance.derive('door'));
  const text = wordsOf(chance.derive('pattern').pick(followOnWords(kind, reason, scenario)), cast, reportedAt, chance.derive('words'));
  const worse = kind === 'repeat' && scenario.urgency === 'planned' && chance.derive('worse').chance(GETS_WORSE);
  return {
    key, reportedAt, door, typedAfterMinutes: typedAfter(chance.derive('typing')), summary: text,
    caller: callerAt(door, cast[0], reportedAt, chance.derive('caller')),
    // Only a first telling is wrong or vague; and whoever passes does not know that the address is secret.
    location: { ...where.truly, secret: !anotherCaller && where.truly.secret }, standsAt: where.standsAt,
    people: anotherCaller ? asSeenFromTheStreet(reason === 'missing' ? cast.slice(0, 1) : cast, chance.derive('people')) : cast.map(({ person }) => ({ ...person })),
    flags: [...call.flags],
    ...(kind === 'news-on-closed'
      ? { answers: answersFor('planned', null, chance.derive('answers')), missingRisk: call.missingRisk === null ? null : 'no-apparent' }
      : { answers: worse ? worseAnswers(call) : { ...call.answers }, missingRisk: call.missingRisk }),
    truth: truthNow(kind, call.truth, worse), follows: { kind, key: call.key, text },
  };
}

/** Who rings as well needs nothing that the first call does not get; news is settled by a conversation. */
function truthNow(kind: FollowOnKind, truth: Truth, worse: boolean): Truth {
  const settled = { worsensAfterMinutes: null, noAccess: false, childNotSeen: false };
  switch (kind) {
    case 'duplicate': case 'third-caller': return { ...truth, ...settled, needs: 'nothing' };
    case 'news-on-closed': return { ...truth, ...settled, needs: 'phone', activity: 'bridging' };
    case 'repeat': return { ...truth, needs: worse ? 'visit' : truth.needs, worsensAfterMinutes: null };
  }
}

/** Born people only, without names, their age by the look of them. */
const asSeenFromTheStreet = (cast: readonly CastMember[], chance: Seeded): TypedPerson[] =>
  cast.filter(({ age }) => age >= 0).slice(0, 2).map(({ age, person }) => ({
    name: null, isChild: person.isChild, relation: person.relation, bornOn: null,
    approximateAge: person.isChild ? Math.min(17, Math.max(0, age + chance.whole(-1, 1))) : Math.max(18, Math.round(age / 5) * 5),
  }));
