// Whether the target of an incident was met, and how long the first and the joint arrival took.
import type { DebriefFacts } from './debrief-facts.ts';
import { FIRST_POLICY } from './first-policy.ts';
import { earliest, minutesBetween, plusMinutes, type Instant } from './instant.ts';
import { percentile } from './percentile.ts';

/** Grade 1 is the police's, Grade 4 is not attended: these two have a target. */
export const TARGET_GRADES = [2, 3] as const;
export type TargetGrade = (typeof TARGET_GRADES)[number];
export type TargetMinutes = Readonly<Record<TargetGrade, number>>;
export const FIRST_TARGETS: TargetMinutes = FIRST_POLICY.targetMinutes;

/** `running`: not attended, and its time has not come; `ended`: closed before its time came, with nobody there. */
export type Standing = 'met' | 'missed' | 'running' | 'ended';

export const targetGradeOf = ({ strictest, duplicate }: DebriefFacts): TargetGrade | null =>
  duplicate ? null : TARGET_GRADES.find((grade) => grade === strictest) ?? null;

/** A grade that was loosened after the arrival does not move the target of those who came to the stricter one. */
const dueOf = (facts: DebriefFacts, grade: TargetGrade, targets: TargetMinutes): Instant =>
  (facts.grade === grade ? facts.dueAt : null) ?? plusMinutes(facts.reportedAt, targets[grade]);

/** What had become of it by this moment; null for what has no target, and for a duplicate. */
export function standingOf(facts: DebriefFacts, asAt: Instant, targets: TargetMinutes): Standing | null {
  const grade = targetGradeOf(facts);
  if (grade === null) return null;
  const due = dueOf(facts, grade, targets);
  if (facts.attendedAt !== null && facts.attendedAt <= asAt) return facts.attendedAt <= due ? 'met' : 'missed';
  const stood = earliest([facts.endedAt, asAt]) ?? asAt;
  if (stood > due) return 'missed';
  return stood === facts.endedAt ? 'ended' : 'running';
}

export interface TargetFigures {
  grade: TargetGrade;
  targetMinutes: number;
  calls: number;
  /** Attended, or its time has come: met and missed. */
  due: number;
  met: number;
  /** Of `due`; null of none. */
  shareMet: number | null;
  stillRunning: number;
  endedUnattended: number;
}

export function targetFigures(facts: readonly DebriefFacts[], grade: TargetGrade, asAt: Instant, targets: TargetMinutes): TargetFigures {
  const standings = facts.filter((one) => targetGradeOf(one) === grade).map((one) => standingOf(one, asAt, targets));
  const count = (standing: Standing): number => standings.filter((one) => one === standing).length;
  const [met, due] = [count('met'), count('met') + count('missed')];
  return {
    grade, targetMinutes: targets[grade], calls: standings.length, due, met, shareMet: due === 0 ? null : met / due, stillRunning: count('running'), endedUnattended: count('ended'),
  };
}

/** Upper ends in minutes from the report, each still within; what is later falls beyond the last. */
export const ARRIVAL_STEPS: Readonly<Record<TargetGrade, readonly number[]>> = { 2: [10, 20, 30, 40, 50, 60, 90, 120], 3: [60, 120, 240, 480, 960, 1440, 2880] };

export interface ArrivalFigures {
  grade: TargetGrade;
  which: 'first' | 'joint';
  arrived: number;
  /** By linear interpolation between the nearest ranks. */
  medianMinutes: number | null;
  ninetiethMinutes: number | null;
  /** How many within each of ARRIVAL_STEPS, and beyond the last. */
  spread: number[];
}

export function arrivalFigures(facts: readonly DebriefFacts[], grade: TargetGrade, which: ArrivalFigures['which'], asAt: Instant): ArrivalFigures {
  const minutes = facts.filter((one) => targetGradeOf(one) === grade).flatMap(({ reportedAt, attendedAt, jointAt }) => {
    const at = which === 'first' ? attendedAt : jointAt;
    return at === null || at > asAt ? [] : [minutesBetween(reportedAt, at)];
  });
  const steps = ARRIVAL_STEPS[grade];
  const spread = [...steps, Infinity].map((step, index) => minutes.filter((one) => one <= step && (index === 0 || one > (steps[index - 1] ?? 0))).length);
  return { grade, which, arrived: minutes.length, medianMinutes: percentile(minutes, 0.5), ninetiethMinutes: percentile(minutes, 0.9), spread };
}
