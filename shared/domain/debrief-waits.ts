// What waited longest for the first arrival, and why: the wait cut into its parts, each minute in exactly one.
import { canFill } from './activity.ts';
import type { CrewAtWork, DebriefDispatch, DebriefFacts } from './debrief-facts.ts';
import { targetGradeOf, type TargetGrade, type TargetMinutes } from './debrief-targets.ts';
import { elapsedText } from './elapsed-text.ts';
import type { Id } from './incident-file.ts';
import type { Ending } from './incident-words.ts';
import { earliest, minutesBetween, type Instant } from './instant.ts';

export const WAIT_PART_CODES = ['entering', 'grading', 'finding', 'answering', 'declined', 'called-away', 'setting-off', 'travelling'] as const;
export type WaitPart = (typeof WAIT_PART_CODES)[number];
/** After a number of minutes: `48 min until a crew was sent`. */
export const WAIT_PARTS = {
  entering: 'until it was entered', grading: 'until it was graded', finding: 'until a crew was sent', answering: 'until the crew answered', declined: 'lost with a crew that declined',
  'called-away': 'lost with a crew that was called away', 'setting-off': 'until the crew set off', travelling: 'on the road',
} as const satisfies Record<WaitPart, string>;

/** The same where it was waiting for just that when it was last known of: `48 min with nobody sent`. */
const IN_VAIN: Partial<Record<WaitPart, string>> = {
  grading: 'and not graded', finding: 'with nobody sent', answering: 'with no answer from the crew', 'setting-off': 'and the crew not on its way', travelling: 'on the road, and not there',
};

export interface LongWait {
  ref: string;
  id: Id | null;
  grade: TargetGrade;
  districtCode: string | null;
  reportedAt: Instant;
  /** To the first arrival; where there was none, until the end of the incident or the moment of the debrief. */
  minutes: number;
  outcome: 'attended' | 'still-waiting' | 'ended-unattended';
  ending: Ending | null;
  /** 1 is the whole target. */
  shareOfTarget: number;
  parts: { part: WaitPart; minutes: number }[];
  /** From the first arrival until both legs were there. */
  otherLegMinutes: number | null;
  why: string;
}

export interface WaitContext { asAt: Instant; targets: TargetMinutes; everything: readonly DebriefFacts[]; crewsOnDuty: ((at: Instant) => readonly CrewAtWork[]) | undefined }

/** By the share of the target that was waited: an hour of Grade 2 is as long as two days of Grade 3. Duplicates, and grades without a target, do not wait. */
export function longestWaits(facts: readonly DebriefFacts[], context: WaitContext, most = Infinity): LongWait[] {
  const waits = facts.flatMap((one) => {
    const grade = targetGradeOf(one);
    const until = earliest([one.attendedAt, one.endedAt, context.asAt]) ?? context.asAt;
    return grade === null ? [] : [{ facts: one, grade, until, shareOfTarget: minutesBetween(one.reportedAt, until) / context.targets[grade] }];
  });
  return waits.toSorted((a, b) => b.shareOfTarget - a.shareOfTarget || a.facts.ref.localeCompare(b.facts.ref)).slice(0, most)
    .map(({ facts: one, grade, until, shareOfTarget }) => explained(one, grade, until, shareOfTarget, context));
}

function explained(facts: DebriefFacts, grade: TargetGrade, until: Instant, shareOfTarget: number, context: WaitContext): LongWait {
  const { ref, id = null, districtCode, reportedAt, attendedAt, jointAt, endedAt } = facts;
  const stretches = stretchesOf(facts, until);
  const outcome = attendedAt === until ? 'attended' : endedAt === until ? 'ended-unattended' : 'still-waiting';
  const otherLegMinutes = attendedAt === until && jointAt !== null && jointAt <= context.asAt ? minutesBetween(attendedAt, jointAt) : null;
  return {
    ref, id, grade, districtCode, reportedAt, minutes: minutesBetween(reportedAt, until), outcome, ending: outcome === 'ended-unattended' ? facts.ending : null, shareOfTarget,
    parts: sums(stretches), otherLegMinutes, why: whyOf(facts, stretches, outcome, otherLegMinutes, context),
  };
}

interface Stretch { part: WaitPart; from: Instant; minutes: number }

/** From the report on, without a gap and without an overlap. */
function stretchesOf(facts: DebriefFacts, until: Instant): Stretch[] {
  const moments = [facts.reportedAt, facts.raisedAt, facts.gradedAt, ...facts.dispatches.flatMap(({ at, acceptedAt, goingAt, thereAt, endedAt }) => [at, acceptedAt, goingAt, thereAt, endedAt]), until];
  const cuts = [...new Set(moments.flatMap((at) => (at !== null && at >= facts.reportedAt && at <= until ? [at] : [])))].toSorted();
  return cuts.slice(0, -1).map((from, index) => ({ part: partAt(facts, from), from, minutes: minutesBetween(from, cuts[index + 1] ?? from) }));
}

const isUnderWay = ({ at, thereAt, endedAt }: DebriefDispatch, moment: Instant): boolean => at <= moment && moment < (earliest([thereAt, endedAt]) ?? '9999');
const cameToNothing = ({ thereAt, endedAt }: DebriefDispatch): boolean => thereAt === null && endedAt !== null;
const isReached = (at: Instant | null, moment: Instant): boolean => at !== null && at <= moment;

function partAt(facts: DebriefFacts, moment: Instant): WaitPart {
  if (moment < facts.raisedAt) return 'entering';
  const sent = facts.dispatches.filter((dispatch) => dispatch.kind === 'visit' && isUnderWay(dispatch, moment));
  const coming = sent.filter((dispatch) => !cameToNothing(dispatch));
  if (coming.some(({ goingAt }) => isReached(goingAt, moment))) return 'travelling';
  if (coming.some(({ acceptedAt }) => isReached(acceptedAt, moment))) return 'setting-off';
  if (coming.length > 0) return 'answering';
  if (sent.length > 0) return sent.every(({ declined }) => declined) ? 'declined' : 'called-away';
  return facts.gradedAt !== null && facts.gradedAt <= moment ? 'finding' : 'grading';
}

const sums = (stretches: readonly Stretch[]): LongWait['parts'] =>
  WAIT_PART_CODES.map((part) => ({ part, minutes: stretches.filter((stretch) => stretch.part === part).reduce((sum, { minutes }) => sum + minutes, 0) })).filter(({ minutes }) => minutes > 0);

const longest = <T extends { minutes: number }>(items: readonly T[]): T | undefined => items.toSorted((a, b) => b.minutes - a.minutes)[0];
const whole = (minutes: number): string => elapsedText(Math.round(minutes));
const TIMES = ['', 'Declined once', 'Declined twice'];

/** The longest part in a sentence, and what else kept it waiting. */
function whyOf(facts: DebriefFacts, stretches: readonly Stretch[], outcome: LongWait['outcome'], otherLegMinutes: number | null, context: WaitContext): string {
  const main = longest(sums(stretches));
  if (main === undefined) return 'Somebody was there at once.';
  const declines = facts.dispatches.filter(({ declined, kind }) => declined && kind === 'visit').length;
  const declined = declines === 0 ? [] : [`${TIMES[declines] ?? `Declined ${declines} times`}.`];
  const inVain = outcome !== 'attended' && stretches.at(-1)?.part === main.part ? IN_VAIN[main.part] : undefined;
  const first = `${whole(main.minutes)} ${inVain ?? WAIT_PARTS[main.part]}${main.part === 'finding' ? crewsThen(facts, stretches, context) : ''}.`;
  const otherLeg = otherLegMinutes !== null && otherLegMinutes > main.minutes ? [`The other leg came ${whole(otherLegMinutes)} after the first.`] : [];
  return [first, ...declined, ...otherLeg].join(' ');
}

/** Who was out with others when the longest stretch without a crew began, and whether those who were free could have stood in a leg of it. */
function crewsThen(facts: DebriefFacts, stretches: readonly Stretch[], { everything, crewsOnDuty }: WaitContext): string {
  const began = longest(stretches.filter(({ part }) => part === 'finding'))?.from;
  if (began === undefined) return '';
  const out = new Set(everything.filter((other) => other !== facts).flatMap(({ dispatches }) => dispatches)
    .filter(({ kind, at, endedAt }) => kind === 'visit' && at <= began && (endedAt === null || endedAt > began)).map(({ crew }) => crew));
  if (crewsOnDuty === undefined) return `: ${crews(out.size)} out with others`;
  const free = crewsOnDuty(began).filter(({ crew }) => !out.has(crew));
  const onDuty = out.size + free.length;
  if (onDuty === 0) return ': no crew was at work';
  if (out.size > 0) return `: ${out.size} of ${crews(onDuty)} out with others${ofTheFree(free, facts)}`;
  return `: ${onDuty === 1 ? 'the one crew at work was' : `all ${onDuty} crews were`} free${ofTheFree(free, facts)}`;
}

const crews = (count: number): string => `${count} ${count === 1 ? 'crew was' : 'crews were'}`;

function ofTheFree(free: readonly CrewAtWork[], { needs }: DebriefFacts): string {
  const able = free.filter(({ members }) => needs.some((need) => members.some(({ profession, skills }) => canFill(profession, need, skills)))).length;
  if (needs.length === 0 || able === free.length) return '';
  return able === 0 ? ', and nobody who was free could stand in a leg of it' : `, and of the ${free.length} that were free ${able} could stand in a leg of it`;
}
