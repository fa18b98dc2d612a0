// What a way of sending is judged by, beside the others on the same calls: what was in time, when both legs were there, and what it cost on the road.
import type { DebriefFacts } from '../../../shared/domain/debrief-facts.ts';
import { FIRST_TARGETS, standingOf, targetGradeOf } from '../../../shared/domain/debrief-targets.ts';
import { minutesBetween, plusMinutes } from '../../../shared/domain/instant.ts';
import { POLICY } from './county.ts';
import type { Figure, Period, Unit } from './figures.ts';

export const LATER_ARRIVAL = 'Grade 2, sent until the later leg is there, mean';

export function wayFiguresOf(facts: readonly DebriefFacts[], kilometres: number, { from, hours }: Period): Figure[] {
  const until = plusMinutes(from, hours * 60);
  const figure = (name: string, unit: Unit, value: number | null): Figure => ({ name, unit, value });
  const met = (grade: 2 | 3): number | null => {
    const judged = facts.filter((one) => !one.duplicate && targetGradeOf(one) === grade).map((one) => standingOf(one, until, FIRST_TARGETS)).filter((standing) => standing === 'met' || standing === 'missed');
    return share(judged.filter((standing) => standing === 'met').length, judged.length);
  };
  const urgent = facts.filter((one) => !one.duplicate && targetGradeOf(one) === 2);
  const joint = urgent.flatMap((one) => (one.jointAt === null ? [] : [{ ...one, jointAt: one.jointAt, sentAt: one.dispatches.map(({ at }) => at).toSorted()[0] ?? one.jointAt }]));
  const visits = facts.flatMap(({ dispatches }) => dispatches.filter(({ kind }) => kind === 'visit'));
  const setOff = visits.filter(({ goingAt }) => goingAt !== null);
  return [
    figure('Grade 2 within the hour', '%', met(2)), figure('Grade 3 within 48 hours', '%', met(3)),
    figure('Grade 2 with both legs at the door', '%', share(joint.length, urgent.length)),
    figure('Grade 2, reported until the later leg is there, mean', 'min', mean(joint.map(({ reportedAt, jointAt }) => minutesBetween(reportedAt, jointAt)))),
    figure(LATER_ARRIVAL, 'min', mean(joint.map(({ sentAt, jointAt }) => minutesBetween(sentAt, jointAt)))),
    figure('Driven', 'km a day', (kilometres * POLICY.body.sending.roadFactor * 24) / hours),
    figure('Sendings that ended before anybody was there', '%', share(visits.filter(({ thereAt, endedAt }) => thereAt === null && endedAt !== null).length, visits.length)),
    figure('Journeys broken off on the road', '%', share(setOff.filter(({ thereAt, endedAt }) => thereAt === null && endedAt !== null).length, setOff.length)),
  ];
}

const share = (part: number, whole: number): number | null => (whole === 0 ? null : (100 * part) / whole);
const mean = (values: readonly number[]): number | null => (values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length);
