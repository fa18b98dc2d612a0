// What a staffing is judged by: the figures of one seed's nights, and their spread over the seeds.
import { debriefOf } from '../../../shared/domain/debrief.ts';
import type { DebriefFacts } from '../../../shared/domain/debrief-facts.ts';
import { FIRST_TARGETS, standingOf, targetGradeOf } from '../../../shared/domain/debrief-targets.ts';
import { longestWaits, type WaitPart } from '../../../shared/domain/debrief-waits.ts';
import { GRADES } from '../../../shared/domain/grade.ts';
import { plusMinutes, type Instant } from '../../../shared/domain/instant.ts';
import { percentile } from '../../../shared/domain/percentile.ts';

export type Unit = 'a day' | '%' | 'min' | 'h' | 'km a day';
/** Null: there was none of it to judge. */
export interface Figure { name: string; unit: Unit; value: number | null }
export interface Spread { name: string; unit: Unit; median: number | null; least: number | null; most: number | null }

export interface Period { from: Instant; hours: number }

const HOUR = 60;
/** What took the longest of those that came too late: what more crews would mend, what they would shorten, and what they would not. */
const LATE_FOR = {
  'want of a crew': ['finding', 'declined', 'called-away'], 'the road': ['travelling'], 'entering, grading, answering': ['entering', 'grading', 'answering', 'setting-off'],
} as const satisfies Record<string, readonly WaitPart[]>;

export function figuresOf(facts: readonly DebriefFacts[], calls: number, { from, hours }: Period): Figure[] {
  const debrief = debriefOf(facts, { from, until: plusMinutes(from, hours * HOUR) });
  const days = hours / 24;
  const own = facts.filter(({ duplicate }) => !duplicate);
  const perDay = (name: string, count: number): Figure => ({ name, unit: 'a day', value: count / days });
  const arrivals = debrief.arrivals.flatMap(({ grade, which, medianMinutes, ninetiethMinutes }): Figure[] => {
    const [unit, per] = grade === 2 ? ['min', 1] as const : ['h', HOUR] as const;
    const of = (what: string, minutes: number | null): Figure => ({ name: `Grade ${grade}, ${which} arrival, ${what}`, unit, value: minutes === null ? null : minutes / per });
    return [of('median', medianMinutes), of('90th of 100', ninetiethMinutes)];
  });
  const [urgent, planned] = [own.filter(({ strictest }) => strictest === 2), own.filter(({ strictest }) => strictest === 3)];
  return [
    perDay('Calls', calls), perDay('Incidents raised', facts.length), ...GRADES.map((grade) => perDay(`  Grade ${grade}`, debrief.byGrade.find((one) => one.grade === grade)?.calls ?? 0)),
    share('Grade 2, attended by us', urgent.filter(isAttended).length, urgent.length), share('Grade 3, attended by us', planned.filter(isAttended).length, planned.length),
    ...debrief.targets.flatMap(({ grade, met, due }) => (grade === 3 ? [share('Grade 3 within 48 hours', met, due)] : [share(URGENT_IN_TIME, met, due), ...lateFor(facts, debrief.until)])),
    ...arrivals,
  ];
}

const share = (name: string, part: number, whole: number): Figure => ({ name, unit: '%', value: whole === 0 ? null : (100 * part) / whole });

export const URGENT_IN_TIME = 'Grade 2 within the hour';
export const LATE = '  of the late, mostly for ';

const isAttended = ({ attendedAt }: DebriefFacts): boolean => attendedAt !== null;

/** Of the Grade 2 that were missed, how many had what as the longest part of their wait. */
function lateFor(facts: readonly DebriefFacts[], asAt: Instant): Figure[] {
  const missed = facts.filter((one) => targetGradeOf(one) === 2 && standingOf(one, asAt, FIRST_TARGETS) === 'missed');
  const longest = longestWaits(missed, { asAt, targets: FIRST_TARGETS, everything: [], crewsOnDuty: undefined }).map(({ parts }) => parts.toSorted((x, y) => y.minutes - x.minutes)[0]?.part);
  return Object.entries(LATE_FOR).map(([what, parts]) => share(`${LATE}${what}`, longest.filter((part) => parts.some((one) => one === part)).length, missed.length));
}

/** Of the same figures, seed by seed. */
export function spreadOf(seeds: readonly (readonly Figure[])[]): Spread[] {
  return (seeds[0] ?? []).map(({ name, unit }, index) => {
    const values = seeds.flatMap((figures) => figures[index]?.value ?? []);
    return { name, unit, median: percentile(values, 0.5), least: percentile(values, 0), most: percentile(values, 1) };
  });
}
