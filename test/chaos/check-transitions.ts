// Only legal steps: what may follow what, as the practice has it, written down here a second time and not taken from the product's rules.
import type { LoggedEvent } from '../../server/events/logged-event.ts';
import type { Rule } from './history.ts';
import { textIn } from './payload.ts';

type Table = Readonly<Record<string, readonly string[]>>;
const NOTHING = 'nothing';

const INCIDENT: Table = { nothing: ['open'], open: ['closed'], closed: ['open'] };
const TASK: Table = { nothing: ['open'], open: ['done', 'cancelled', 'handed-over'] };
/** Somebody who had left may have pressed by mistake; who declined or was stood down may not come back into the same assignment. */
const ASSIGNMENT: Table = {
  nothing: ['dispatched'], dispatched: ['accepted', 'going', 'there', 'left', 'declined', 'stood-down'], accepted: ['dispatched', 'going', 'there', 'left', 'stood-down'],
  going: ['dispatched', 'accepted', 'there', 'left', 'stood-down'], there: ['dispatched', 'accepted', 'going', 'left', 'stood-down'], left: ['dispatched', 'accepted', 'going', 'there'],
};
const HANDOVER: Table = { nothing: ['sent'], sent: ['taken-over', 'rejected', 'withdrawn'] };
const REQUEST: Table = { nothing: ['waiting'], waiting: ['agreed', 'refused', 'withdrawn'] };
const FOLLOW_UP: Table = { nothing: ['open'], open: ['decided'] };
const DUTY: Table = { nothing: ['on'], on: ['off'] };
const TEAM: Table = { nothing: ['formed'], formed: ['disbanded'] };
const NOTE: Table = { nothing: ['standing'], standing: ['ended'] };

interface Step { of: Table; what: string; id: string; to: string }

export const transitions: Rule = {
  name: 'only legal transitions',
  findings({ log }) {
    const states = new Map<string, string>();
    const tasksOf = new Map<string, string[]>();
    const found: string[] = [];
    for (const line of log) {
      if (line.name === 'task.added') tasksOf.set(line.incidentId ?? '', [...tasksOf.get(line.incidentId ?? '') ?? [], line.entityId]);
      for (const { of, what, id, to } of [...stepsOf(line), ...endedWith(line, tasksOf, states)]) {
        const from = states.get(id) ?? NOTHING;
        if (of[from]?.includes(to) !== true) found.push(`${what} ${id} went from ${from} to ${to} at ${line.seq} in the log (${line.name})`);
        states.set(id, to);
      }
      found.push(...onWhatHasEnded(line, states));
    }
    return found;
  },
};

function stepsOf(line: LoggedEvent): Step[] {
  const step = (of: Table, what: string, to: string, id = line.entityId): Step[] => [{ of, what, id, to }];
  switch (line.name) {
    case 'incident.raised': case 'incident.reopened': return step(INCIDENT, 'incident', 'open');
    case 'incident.ended': return step(INCIDENT, 'incident', 'closed', line.incidentId ?? '');
    case 'task.added': return step(TASK, 'task', 'open');
    case 'task.finished': return step(TASK, 'task', 'done');
    case 'task.cancelled': return step(TASK, 'task', 'cancelled');
    case 'assignment.dispatched': return step(ASSIGNMENT, 'assignment', 'dispatched');
    case 'assignment.declined': return step(ASSIGNMENT, 'assignment', 'declined');
    case 'assignment.stoodDown': return step(ASSIGNMENT, 'assignment', 'stood-down');
    case 'assignment.advanced': case 'assignment.corrected': return step(ASSIGNMENT, 'assignment', textIn(line, 'to'));
    case 'handover.sent': return step(HANDOVER, 'handover', 'sent');
    case 'handover.takenOver': return step(HANDOVER, 'handover', 'taken-over');
    case 'handover.rejected': return step(HANDOVER, 'handover', 'rejected');
    case 'handover.withdrawn': return step(HANDOVER, 'handover', 'withdrawn');
    case 'downgrade.requested': return step(REQUEST, 'request', 'waiting');
    case 'downgrade.agreed': return step(REQUEST, 'request', 'agreed');
    case 'downgrade.refused': return step(REQUEST, 'request', 'refused');
    case 'downgrade.withdrawn': return step(REQUEST, 'request', 'withdrawn');
    case 'followUp.opened': return step(FOLLOW_UP, 'follow-up', 'open');
    case 'followUp.decided': return step(FOLLOW_UP, 'follow-up', 'decided');
    case 'duty.started': return step(DUTY, 'duty', 'on');
    case 'duty.ended': return step(DUTY, 'duty', 'off');
    case 'team.formed': return step(TEAM, 'team', 'formed');
    case 'team.disbanded': return step(TEAM, 'team', 'disbanded');
    case 'overnightNote.lodged': return step(NOTE, 'note', 'standing');
    case 'overnightNote.ended': return step(NOTE, 'note', 'ended');
    default: return [];
  }
}

/** With an incident its open tasks end. */
function endedWith(line: LoggedEvent, tasksOf: ReadonlyMap<string, string[]>, states: ReadonlyMap<string, string>): Step[] {
  if (line.name !== 'incident.ended') return [];
  const to = textIn(line, 'ending') === 'taken-over' ? 'handed-over' : 'cancelled';
  return (tasksOf.get(line.incidentId ?? '') ?? []).filter((id) => states.get(id) === 'open').map((id) => ({ of: TASK, what: 'task', id, to }));
}

/** New work begins on what is open alone, and by people who are on duty. */
function onWhatHasEnded(line: LoggedEvent, states: ReadonlyMap<string, string>): string[] {
  const closed = states.get(line.incidentId ?? '') === 'closed';
  const begins = ['task.added', 'assignment.dispatched', 'handover.sent', 'downgrade.requested', 'incident.graded'].includes(line.name);
  const found = begins && closed ? [`${line.name} on the closed incident ${line.incidentId} at ${line.seq} in the log`] : [];
  if (line.name !== 'assignment.dispatched') return found;
  if (states.get(textIn(line, 'taskId')) !== 'open') found.push(`somebody was sent to the ended task ${textIn(line, 'taskId')} at ${line.seq} in the log`);
  if (states.get(textIn(line, 'dutyId')) !== 'on') found.push(`somebody off duty was sent at ${line.seq} in the log`);
  return found;
}
