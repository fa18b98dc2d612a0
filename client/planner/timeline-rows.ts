// The rows of the timeline: a person each, or a crew each with everybody in it; pure, so that it can be held to account.
import { PROFESSION_NAMES } from '../../shared/domain/activity.ts';
import type { PlanPersonView } from '../../shared/protocol/planning.ts';
import type { Booked } from './use-planning.ts';

export type RowsBy = 'person' | 'crew';
interface Stretch { fromAt: string; untilAt: string }
export interface TimelineRow {
  id: string;
  /** Above it, where a crew begins. */
  heading: string | null;
  name: string; detail: string;
  people: readonly PlanPersonView[];
  shifts: readonly Stretch[]; taken: readonly Stretch[];
}

const NO_CREW = 'No crew tonight';

/** Who is at work, and under them who is booked though nobody knows when they work. */
export function peopleOf(people: readonly PlanPersonView[], booked: readonly Booked[]): PlanPersonView[] {
  const known = new Set(people.map(({ staffId }) => staffId));
  const others = new Map<string, PlanPersonView>();
  for (const { staffId, name, profession } of booked) if (!known.has(staffId) && profession !== null) others.set(staffId, { staffId, name, profession, callSign: null, shifts: [], taken: [] });
  return [...people, ...others.values()];
}

export function rowsOf(people: readonly PlanPersonView[], by: RowsBy): TimelineRow[] {
  const rows = by === 'person' ? people.map((person) => [person]) : [...Map.groupBy(people, ({ callSign, staffId }) => callSign ?? staffId).values()];
  return rows.flatMap((members, index): TimelineRow[] => {
    const [first] = members;
    if (first === undefined) return [];
    const asCrew = by === 'crew' && first.callSign !== null;
    const sameAsBefore = index > 0 && rows[index - 1]?.[0]?.callSign === first.callSign;
    return [{
      id: asCrew ? `crew ${first.callSign}` : first.staffId, heading: asCrew || sameAsBefore ? null : first.callSign ?? NO_CREW,
      name: asCrew ? first.callSign ?? '' : first.name, detail: asCrew ? members.map(({ name }) => name).join(', ') : PROFESSION_NAMES[first.profession],
      people: members, shifts: distinct(members.flatMap(({ shifts }) => shifts)), taken: distinct(members.flatMap(({ taken }) => taken)),
    }];
  });
}

const distinct = (stretches: readonly Stretch[]): Stretch[] => [...new Map(stretches.map((one) => [`${one.fromAt} ${one.untilAt}`, one])).values()];
