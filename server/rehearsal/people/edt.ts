// The Emergency Duty Team: calls by its own door, phone tasks, and what it owns, from the first look to the handover.
import { earliest, plusMinutes } from '../../../shared/domain/instant.ts';
import { isLive } from '../../../shared/domain/incident-file.ts';
import * as routes from '../../../shared/protocol/dispatch.ts';
import type { SeenIncident } from '../service.ts';
import type { Shift } from '../shifts.ts';
import { Board } from './board.ts';
import { HABITS } from './habits.ts';
import type { Move } from './moves.ts';
import type { Person } from './person.ts';
import { takeCall } from './take-call.ts';

const LOOKS_AGAIN_MINUTES = 3;
const CONTROL_DOES: ReadonlySet<Move['kind']> = new Set(['send', 'stand-down']);
const LONGEST_TALK_MINUTES = 45;

export async function onTheDesk(me: Person, shift: Shift): Promise<void> {
  const board = new Board(me, ({ owner }, { move }) => owner.staffId === me.staffId && !CONTROL_DOES.has(move.kind));
  for (;;) {
    const phoneTask = next(me);
    if (me.now() >= shift.until && phoneTask === undefined) return;
    const ringing = me.now() < shift.until ? me.night.switchboard.take('edt', me.now()) : undefined;
    if (ringing !== undefined) await takeCall(me, ringing);
    else if (phoneTask !== undefined) await ring(me, phoneTask.incident, phoneTask.assignment);
    else if (!(await board.look())) {
      await me.news(earliest([plusMinutes(me.now(), LOOKS_AGAIN_MINUTES), shift.until, me.night.switchboard.nextAt('edt') ?? null]) ?? shift.until);
      await me.wait(HABITS.hands[0]);
    }
  }
}

interface PhoneTask { incident: SeenIncident; assignment: SeenIncident['assignments'][number] }

const next = (me: Person): PhoneTask | undefined => me.sight().incidents
  .flatMap((incident) => incident.assignments.filter((assignment) => assignment.staffId === me.staffId && isLive(assignment)).map((assignment) => ({ incident, assignment })))
  .toSorted((a, b) => a.incident.grade - b.incident.grade || a.assignment.dispatchedAt.localeCompare(b.assignment.dispatchedAt))[0];

/** Spoken to is not seen: on the phone nobody has been seen, and a child is a manager's to decide about. */
async function ring(me: Person, incident: SeenIncident, { id: assignmentId, taskId, state }: PhoneTask['assignment']): Promise<void> {
  const call = me.night.knownOf(incident.id)?.call;
  const draw = me.chance(call?.key ?? incident.id, 'phone');
  const sighting = { seenPersonIds: [], notSeenPersonIds: incident.people.map(({ personId }) => personId) };
  if (state === 'dispatched') await me.report(routes.advanceAssignment, { assignmentId, to: 'accepted', alsoFor: [] });
  await me.wait(draw.between(...HABITS.hands));
  await me.report(routes.advanceAssignment, { assignmentId, to: 'there', alsoFor: [] });
  await me.wait(Math.min(LONGEST_TALK_MINUTES, call?.truth.onSceneMinutes ?? 20));
  await me.report(routes.recordOutcome, { taskId, outcome: call?.truth.outcome ?? 'advice', note: 'Spoken to by phone; what was agreed is written down.', ...sighting });
  await me.report(routes.advanceAssignment, { assignmentId, to: 'left', alsoFor: [] });
}
