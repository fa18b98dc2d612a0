// The debrief of a night, or of any stretch of time: what came in, what was met, what waited longest and why. Pure.
import type { CrewAtWork, DebriefFacts } from './debrief-facts.ts';
import { comparedWithFounding, type Compared } from './debrief-founding.ts';
import { arrivalFigures, FIRST_TARGETS, TARGET_GRADES, targetFigures, type ArrivalFigures, type TargetFigures, type TargetMinutes } from './debrief-targets.ts';
import { longestWaits, type LongWait } from './debrief-waits.ts';
import { DISTRICTS } from './district.ts';
import { CALLS_PER_DAY, DISTRICT_SHARES, expectedByHour, wallHourOf } from './founding-demand.ts';
import { GRADES, type Grade } from './grade.ts';
import { DOORS, ENDINGS, type Door, type Ending } from './incident-words.ts';
import type { Instant } from './instant.ts';

export interface DebriefOptions {
  /** Incidents reported from the one moment until just before the other are counted. */
  from: Instant;
  until: Instant;
  /** Until when it is known what became of them; `until` where nothing is said. */
  asAt?: Instant;
  /** Days of the founding report's demand to compare with; the same hours and weekdays of it where nothing is said. */
  days?: number;
  /** The crews at work at a moment, where that is known. */
  crewsOnDuty?: (at: Instant) => readonly CrewAtWork[];
  targets?: TargetMinutes;
}

export interface Debrief {
  from: Instant;
  until: Instant;
  asAt: Instant;
  calls: number;
  missing: number;
  duplicates: number;
  /** By the strictest grade in force. */
  byGrade: { grade: Grade; calls: number }[];
  /** By local hour in the order in which they came; `expected` is the founding demand. */
  byHour: { hour: number; calls: number; expected: number }[];
  /** `code` null: no district known. */
  byDistrict: { code: string | null; name: string; calls: number; foundingShare: number | null }[];
  byDoor: { door: Door; calls: number }[];
  targets: TargetFigures[];
  arrivals: ArrivalFigures[];
  endings: { ending: Ending; attended: number; unattended: number }[];
  /** Those that were not taken, by each reason that the policy gave; one may have several. */
  notTaken: { code: string; calls: number }[];
  waits: LongWait[];
  founding: Compared[];
}

const WAITS_SHOWN = 10;
/** The policy would have taken it. */
export const DECIDED_BY_A_PERSON = 'decided-by-a-person';

export function debriefOf(facts: readonly DebriefFacts[], options: DebriefOptions): Debrief {
  const { from, until, asAt = until, targets = FIRST_TARGETS } = options;
  const counted = facts.filter(({ reportedAt }) => reportedAt >= from && reportedAt < until);
  const expected = expectedHours(options);
  const count = (which: (one: DebriefFacts) => boolean): number => counted.filter(which).length;
  const inHour = Map.groupBy(counted, ({ reportedAt }) => wallHourOf(reportedAt).hour);
  const ended = counted.filter(({ endedAt }) => endedAt !== null && endedAt <= asAt);
  const isAttended = ({ attendedAt }: DebriefFacts): boolean => attendedAt !== null && attendedAt <= asAt;
  return {
    from, until, asAt, calls: counted.length, missing: count(({ missing }) => missing), duplicates: count(({ duplicate }) => duplicate),
    byGrade: GRADES.map((grade) => ({ grade, calls: count(({ strictest }) => strictest === grade) })),
    byHour: [...expected].map(([hour, founding]) => ({ hour, calls: inHour.get(hour)?.length ?? 0, expected: founding })),
    byDistrict: byDistrict(count),
    byDoor: DOORS.map((door) => ({ door, calls: count((one) => one.door === door) })).filter(({ calls }) => calls > 0).toSorted((a, b) => b.calls - a.calls),
    targets: TARGET_GRADES.map((grade) => targetFigures(counted, grade, asAt, targets)),
    arrivals: TARGET_GRADES.flatMap((grade) => (['first', 'joint'] as const).map((which) => arrivalFigures(counted, grade, which, asAt))),
    endings: ENDINGS.map((ending) => {
      const so = ended.filter((one) => one.ending === ending);
      return { ending, attended: so.filter(isAttended).length, unattended: so.filter((one) => !isAttended(one)).length };
    }).filter(({ attended, unattended }) => attended + unattended > 0),
    notTaken: byReason(ended.filter(({ ending }) => ending === 'not-taken')),
    waits: longestWaits(counted, { asAt, targets, everything: facts, crewsOnDuty: options.crewsOnDuty }, WAITS_SHOWN),
    founding: comparedWithFounding(counted, expected),
  };
}

const byReason = (notTaken: readonly DebriefFacts[]): Debrief['notTaken'] =>
  [...Map.groupBy(notTaken.flatMap(({ notTakenReasons = [] }) => (notTakenReasons.length === 0 ? [DECIDED_BY_A_PERSON] : [...new Set(notTakenReasons)])), (code) => code)]
    .map(([code, all]) => ({ code, calls: all.length })).toSorted((a, b) => b.calls - a.calls || a.code.localeCompare(b.code));

function expectedHours({ from, until, days }: DebriefOptions): Map<number, number> {
  const expected = expectedByHour(from, until);
  if (days === undefined) return expected;
  const sum = [...expected.values()].reduce((total, one) => total + one, 0);
  return new Map([...expected].map(([hour, one]) => [hour, sum === 0 ? 0 : (one * CALLS_PER_DAY * days) / sum]));
}

function byDistrict(count: (which: (one: DebriefFacts) => boolean) => number): Debrief['byDistrict'] {
  const names = new Map<string, string>(DISTRICTS.map(({ code, name }) => [code, name]));
  const known = DISTRICT_SHARES.map(([code, foundingShare]) => ({ code, name: names.get(code) ?? code, calls: count(({ districtCode }) => districtCode === code), foundingShare }));
  const unknown = count(({ districtCode }) => districtCode === null || !names.has(districtCode));
  return [...known, ...(unknown === 0 ? [] : [{ code: null, name: 'No district known', calls: unknown, foundingShare: null }])];
}
