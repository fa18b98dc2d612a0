// The first call about something: why, how urgent, by which door, about whom, where, in which words.
import type { Door } from '../../../shared/domain/incident-words.ts';
import type { Instant } from '../../../shared/domain/instant.ts';
import { answersFor } from './answers.ts';
import { castOf, type CastMember } from './cast.ts';
import type { WallHour } from '../../../shared/domain/founding-demand.ts';
import { callerAt, doorAt } from './doors.ts';
import type { Gazetteer } from './gazetteer.ts';
import { URGENCY_SHARES, type Reason } from './reasons.ts';
import type { RehearsalCall } from './rehearsal-call.ts';
import { doorsOf, type Scenario } from './scenario.ts';
import { scenariosOf } from './scenarios/scenarios.ts';
import type { Seeded } from './seeded.ts';
import { tailFor } from './tails.ts';
import { truthOf } from './truth.ts';
import { whereOf, type Where } from './where.ts';
import { wordsOf } from './words.ts';

/** One call to be drawn: its moment and number, and a chance of its own. */
export interface Ringing { key: string; reportedAt: Instant; wall: WallHour; reason: Reason; gazetteer: Gazetteer; chance: Seeded }
/** A first call with what was drawn for it, which those who ring about it later speak of. */
export interface FirstCall { call: RehearsalCall; reason: Reason; scenario: Scenario; cast: readonly CastMember[]; where: Where }

export function firstCall({ key, reportedAt, wall, reason, gazetteer, chance }: Ringing): FirstCall {
  const fitting = scenariosOf(reason, chance.derive('urgency').weighted(URGENCY_SHARES[reason])).filter(({ byDay }) => byDay !== true || !inTheSmallHours(wall));
  const door = doorAt(wall, new Set(fitting.flatMap(doorsOf)), chance.derive('door'));
  const scenario = chance.derive('scenario').pick(fitting.filter((one) => doorsOf(one).includes(door)));
  const cast = castOf(scenario.who, reportedAt, chance.derive('people'));
  const where = whereOf(reason, scenario, gazetteer, chance.derive('where'));
  const call: RehearsalCall = {
    key, reportedAt, door, typedAfterMinutes: typedAfter(chance.derive('typing')),
    caller: callerAt(door, cast[0], reportedAt, chance.derive('caller')),
    summary: wordsOf(scenario.text + tailFor(scenario, chance.derive('tail')), cast, reportedAt, chance.derive('words')),
    location: where.location, standsAt: where.standsAt, people: cast.map(({ person }) => person),
    flags: [...scenario.flags ?? []], missingRisk: scenario.missing ?? null,
    answers: answersFor(scenario.urgency, scenario.because ?? null, chance.derive('answers')),
    truth: truthOf(scenario, cast, where, chance.derive('truth')), follows: null,
  };
  return { call, reason, scenario, cast, where };
}

const inTheSmallHours = ({ hour }: WallHour): boolean => hour >= 22 || hour < 7;

/** Ours: one in thirty is written on paper first, for want of hands or of the network. */
export const typedAfter = (chance: Seeded): number => (chance.chance(1 / 30) ? chance.whole(15, 50) : chance.whole(0, 4));

/** Doors that anybody might ring who knows of something. */
export const OPEN_DOORS: ReadonlySet<Door> = new Set<Door>(['cmu', 'edt', 'partner', 'public']);
