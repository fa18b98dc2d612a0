// Which part of the queue is shown. What a filter leaves out is counted beside it, so that a short list is never taken for a quiet night.
import { DISTRICTS } from '../../../shared/domain/district.ts';
import { minutesBetween } from '../../../shared/domain/instant.ts';
import type { Grade } from '../../../shared/domain/grade.ts';
import type { QueueItem } from '../board/queue-item.ts';

export const AGES = { any: 'any age', 'last-hour': 'last hour', 'over-4-hours': 'over 4 hours', 'over-a-day': 'over a day' } as const;
export type Age = keyof typeof AGES;

export interface QueueFilter {
  mine: boolean;
  needsAction: boolean;
  /** Empty: every grade. */
  grades: readonly Grade[];
  districtCode: string | null;
  age: Age;
}
export const NO_FILTER: QueueFilter = { mine: false, needsAction: false, grades: [], districtCode: null, age: 'any' };

const isOfAge = (age: Age, minutes: number): boolean => {
  switch (age) {
    case 'any': return true;
    case 'last-hour': return minutes <= 60;
    case 'over-4-hours': return minutes > 240;
    case 'over-a-day': return minutes > 1440;
  }
};

export const passes = (filter: QueueFilter, item: QueueItem, now: Date): boolean =>
  (!filter.mine || item.mine)
  && (!filter.needsAction || item.claims.length > 0)
  && (filter.grades.length === 0 || filter.grades.includes(item.incident.grade))
  && (filter.districtCode === null || item.incident.location?.districtCode === filter.districtCode)
  && isOfAge(filter.age, minutesBetween(item.incident.reportedAt, now.toISOString()));

const nameOf = (code: string): string => DISTRICTS.find((district) => district.code === code)?.name ?? code;

/** "mine · Burnley": what the filter lets through, for the empty list; empty where nothing is filtered. */
export const filterWords = (filter: QueueFilter): string => [
  filter.mine ? 'mine' : '',
  filter.needsAction ? 'needs action' : '',
  filter.grades.length > 0 ? `Grade ${filter.grades.toSorted().join(', ')}` : '',
  filter.districtCode === null ? '' : nameOf(filter.districtCode),
  filter.age === 'any' ? '' : AGES[filter.age],
].filter((words) => words !== '').join(' · ');
