// Where people on duty are: the newest fix of each, whatever order they come in, and none of whoever has stopped sharing.
import type { DutyView, PositionView } from '../../shared/protocol/views.ts';

export type Positions = ReadonlyMap<string, PositionView>;

/** By duty. An older fix never replaces a newer one. */
export function mergePositions(known: Positions, fixes: readonly PositionView[]): Positions {
  const newest = new Map(known);
  for (const fix of fixes) if ((newest.get(fix.dutyId)?.at ?? '') <= fix.at) newest.set(fix.dutyId, fix);
  return newest;
}

/** Sharing stops with the duty, and when the responder says so: then the last fix is nobody's to see. */
export function sharedPositions(known: Positions, duties: readonly DutyView[]): Positions {
  const sharing = new Set(duties.filter((duty) => duty.sharing).map(({ id }) => id));
  return new Map([...known].filter(([dutyId]) => sharing.has(dutyId)));
}
