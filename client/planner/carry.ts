// A visit taken in the hand and carried along the timeline, with the mouse or by the arrows: where it would be then, who would go, and what speaks against it. Pure: nothing is changed by carrying.
import { canFill, certificateMissing, type Need, type Profession } from '../../shared/domain/activity.ts';
import { minutesBetween, plusMinutes, type Instant } from '../../shared/domain/instant.ts';
import type { PlanPersonView } from '../../shared/protocol/planning.ts';
import type { Block, BlockLeg } from './timeline-blocks.ts';
import type { TimelineRow } from './timeline-rows.ts';

/** `rowId`: where it is held now; `fromRowId`: where it was taken. */
export interface Carry { block: Block; fromRowId: string; rowId: string; minutes: number }
export interface Carried { legs: readonly BlockLeg[]; against: readonly string[] }

const GRAIN = 5;
const MOVABLE: ReadonlySet<Block['kind']> = new Set(['booked', 'leaving', 'proposed']);

export const isMovable = ({ kind }: Pick<Block, 'kind'>): boolean => MOVABLE.has(kind);
/** Nobody is told 15:17. */
export const toGrain = (minutes: number): number => Math.round(minutes / GRAIN) * GRAIN;

export function carried({ block, fromRowId, rowId, minutes }: Carry, rows: readonly TimelineRow[], visits: readonly Pick<Block, 'taskId' | 'legs'>[], now: Instant): Carried {
  const from = new Set(rows.find(({ id }) => id === fromRowId)?.people.map(({ staffId }) => staffId));
  const to = rows.find(({ id }) => id === rowId)?.people ?? [];
  const left = new Set<string>();
  const legs = block.legs.map((leg): BlockLeg => {
    const at = { ...leg, fromAt: plusMinutes(leg.fromAt, minutes), untilAt: plusMinutes(leg.untilAt, minutes) };
    if (rowId === fromRowId || !from.has(leg.staffId)) return at;
    const next = to.find(({ staffId, profession }) => !left.has(staffId) && (to.length === 1 || leg.need === null || mayStand(profession, leg.need)));
    if (next === undefined) return at;
    left.add(next.staffId);
    return { ...at, staffId: next.staffId, name: next.name };
  });
  const people = new Map(rows.flatMap((row) => row.people.map((person) => [person.staffId, person] as const)));
  const others = visits.filter(({ taskId }) => taskId !== block.taskId).flatMap((visit) => visit.legs);
  return { legs, against: [...new Set([...(legs.some(({ fromAt }) => fromAt <= now) ? ['that time is over'] : []), ...legs.flatMap((leg) => againstLeg(leg, legs, people.get(leg.staffId), others))])] };
}

/** By profession alone: whose certificates are in date then is judged when it is booked. */
const mayStand = (profession: Profession, need: Need): boolean => canFill(profession, need, []) || certificateMissing(profession, need, []) !== null;

function againstLeg(leg: BlockLeg, all: readonly BlockLeg[], person: PlanPersonView | undefined, others: readonly BlockLeg[]): string[] {
  const overlaps = (one: { fromAt: Instant; untilAt: Instant }): boolean => one.fromAt < leg.untilAt && one.untilAt > leg.fromAt;
  if (person === undefined) return [];
  return [
    ...(leg.need !== null && !mayStand(person.profession, leg.need) ? [`${leg.name} may not do this leg`] : []),
    ...(all.some((other) => other !== leg && other.staffId === leg.staffId) ? [`${leg.name} would have both legs`] : []),
    ...(person.shifts.some(({ fromAt, untilAt }) => fromAt <= leg.fromAt && leg.untilAt <= untilAt) ? [] : [`${leg.name} is not at work then`]),
    ...(person.taken.some(overlaps) || others.some((other) => other.staffId === leg.staffId && overlaps(other)) ? [`${leg.name} is not free then`] : []),
  ];
}

/** Nothing came of it: it is where it was. */
export const isWhereItWas = (block: Block, legs: readonly BlockLeg[]): boolean =>
  legs.every((leg, index) => leg.staffId === block.legs[index]?.staffId && minutesBetween(block.legs[index].fromAt, leg.fromAt) === 0);
