// What somebody would find: drawn with the call, told to nobody who works it.
import { ACTIVITIES } from '../../../shared/domain/activity.ts';
import type { CastMember } from './cast.ts';
import type { Urgency } from './reasons.ts';
import type { Truth } from './rehearsal-call.ts';
import type { Scenario } from './scenario.ts';
import type { Seeded } from './seeded.ts';
import type { Where } from './where.ts';

/** All figures here are ours. */
const NEEDS: Record<Urgency, readonly (readonly [Truth['needs'], number])[]> = {
  now: [['visit', 1]], tonight: [['visit', 0.92], ['phone', 0.08]], planned: [['visit', 0.42], ['phone', 0.38], ['nothing', 0.2]], advice: [['phone', 0.35], ['nothing', 0.65]],
};
const OUTCOMES: Record<Truth['needs'], readonly (readonly [Truth['outcome'], number])[]> = {
  visit: [['nothing-further', 22], ['advice', 27], ['early-help', 17], ['statutory', 13], ['step-down', 3], ['intensive-work', 7], ['allocated-worker', 11]],
  phone: [['nothing-further', 30], ['advice', 50], ['early-help', 8], ['allocated-worker', 12]],
  nothing: [['nothing-further', 60], ['advice', 40]],
};
const WORSENS: Record<Urgency, { share: number; minutes: readonly [number, number] }> = {
  now: { share: 0, minutes: [0, 0] }, tonight: { share: 0.03, minutes: [10, 45] }, planned: { share: 0.05, minutes: [30, 360] }, advice: { share: 0.02, minutes: [60, 300] },
};
const NO_ACCESS_AT_HOME = 0.09;
const CHILD_NOT_SEEN = 0.06;
const MISSING_CHILD_NOT_SEEN = 0.25;
/** From this age on some go to the youth service. */
const YOUTH_FROM = 15;

export function truthOf(scenario: Scenario, cast: readonly CastMember[], { location }: Where, chance: Seeded): Truth {
  const activity = scenario.activity ?? 'needs-and-risk';
  const needs = needsOf(scenario, location !== null && location.lat !== null, chance.derive('needs'));
  const [minutes, outcome, found] = [chance.derive('minutes'), chance.derive('outcome').weighted(OUTCOMES[needs]), chance.derive('found')];
  const noAccess = found.chance(NO_ACCESS_AT_HOME) && needs === 'visit' && (scenario.setting ?? 'home') === 'home';
  const notSeen = found.chance(scenario.because === 'gone' ? MISSING_CHILD_NOT_SEEN : CHILD_NOT_SEEN);
  const worsens = WORSENS[scenario.urgency];
  const worse = chance.derive('worse');
  return {
    needs, activity, outcome, noAccess,
    onSceneMinutes: needs === 'visit' ? around(activity === 'mental-health-assessment' ? 130 : 50, 15, 240, minutes) : around(18, 5, 60, minutes),
    childNotSeen: notSeen && needs === 'visit' && !noAccess && cast.some(({ age, person }) => person.isChild && age >= 0),
    worsensAfterMinutes: worse.chance(worsens.share) ? worse.whole(...worsens.minutes) : null,
    handsOverTo: handsOverTo(outcome, cast, chance.derive('day team')),
  };
}

function needsOf({ urgency, activity = 'needs-and-risk' }: Scenario, pointKnown: boolean, chance: Seeded): Truth['needs'] {
  if (ACTIVITIES[activity].ownWindow || activity === 'mental-health-assessment' || activity === 'hospital-liaison') return 'visit';
  const needs = chance.weighted(NEEDS[urgency]);
  const canWait = urgency === 'planned' && (activity === 'bridging' || !pointKnown);
  return needs === 'visit' && canWait ? 'phone' : needs;
}

function handsOverTo(outcome: Truth['outcome'], cast: readonly CastMember[], chance: Seeded): Truth['handsOverTo'] {
  if (outcome === 'nothing-further' || outcome === 'advice' || outcome === 'intensive-work') return 'none';
  const children = cast.filter(({ person }) => person.isChild);
  if (children.length === 0) return 'adults';
  return children.some(({ age }) => age >= YOUTH_FROM) && chance.chance(0.3) ? 'youth' : 'childrens';
}

/** Most near the middle, a few much longer: log-normal, held between two. */
const around = (median: number, shortest: number, longest: number, chance: Seeded): number =>
  Math.round(Math.min(longest, Math.max(shortest, median * Math.exp(chance.normal(0, 0.45)))));
