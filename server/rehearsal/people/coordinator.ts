// The duty coordinator: takes calls as they come, and between them does what the board asks for, the most urgent first.
import { earliest, plusMinutes } from '../../../shared/domain/instant.ts';
import type { SeenIncident } from '../service.ts';
import type { Shift } from '../shifts.ts';
import { Board } from './board.ts';
import { HABITS } from './habits.ts';
import type { Move } from './moves.ts';
import type { Person } from './person.ts';
import { takeCall } from './take-call.ts';
import { isForCoordinators, shapeTeams } from './teams.ts';

/** Without news the board is looked at again after this long. */
const LOOKS_AGAIN_MINUTES = 2;
/** What the EDT desk may not do itself. */
const CONTROL_ONLY: ReadonlySet<Move['kind']> = new Set(['send', 'stand-down']);

export async function coordinate(me: Person, shift: Shift): Promise<void> {
  const board = new Board(me, (incident, { move }) => isMine(me, incident, move.kind));
  while (me.now() < shift.until) {
    const ringing = me.night.switchboard.take('control', me.now());
    if (ringing !== undefined) await takeCall(me, ringing);
    else if (!((await board.look()) || (isForCoordinators(me) && (await shapeTeams(me))))) {
      await me.news(earliest([plusMinutes(me.now(), LOOKS_AGAIN_MINUTES), shift.until, me.night.switchboard.nextAt('control') ?? null]) ?? shift.until);
      await me.wait(HABITS.hands[0]);
    }
  }
}

/** What one owns; of what the EDT desk owns, the sending; and all that no coordinator at work owns. */
function isMine(me: Person, { owner: { staffId } }: SeenIncident, kind: Move['kind']): boolean {
  if (staffId === me.staffId) return true;
  const owner = me.night.byStaffId(staffId);
  if (owner === undefined || !me.sight().duties.some((duty) => duty.staffId === staffId)) return true;
  return owner.staff.seat === 'edt' ? CONTROL_ONLY.has(kind) : !owner.staff.roles.includes('coordinator');
}
