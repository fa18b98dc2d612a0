// Each handover has one owner and each open incident one, on duty: by the log after every transaction, and in the rows at the end.
import type { LoggedEvent } from '../../server/events/logged-event.ts';
import type { Rule } from './history.ts';
import { textIn, transactionsOf } from './payload.ts';

export const owners: Rule = {
  name: 'a handover has exactly one owner',
  findings({ log, stored }) {
    const [ownerOf, seatOf, takenBy, open] = [new Map<string, string>(), new Map<string, string>(), new Map<string, string>(), new Set<string>()];
    const found: string[] = [];
    for (const lines of transactionsOf(log)) {
      for (const line of lines) {
        note(line, { ownerOf, seatOf, open });
        if (line.name !== 'handover.takenOver') continue;
        const before = takenBy.get(line.entityId);
        if (before !== undefined) found.push(`handover ${line.entityId} was taken over by ${before}, and at ${line.seq} in the log by ${textIn(line, 'takenById')} too`);
        takenBy.set(line.entityId, textIn(line, 'takenById'));
      }
      for (const incidentId of new Set(lines.map((line) => line.incidentId).filter((id) => id !== null))) {
        const owner = ownerOf.get(incidentId) ?? '';
        if (open.has(incidentId) && owner === '') found.push(`incident ${incidentId} had no owner after ${lines.at(-1)?.seq} in the log`);
      }
      if (lines.some(({ name }) => name === 'duty.ended' || name === 'incident.ownerChanged' || name === 'incident.reopened')) {
        for (const id of open) if (![...seatOf.values()].includes(ownerOf.get(id) ?? '')) found.push(`after ${lines.at(-1)?.seq} in the log nobody on duty owned incident ${id}`);
      }
    }
    for (const { file: { incident, handovers } } of stored) {
      if (incident.ownerId !== ownerOf.get(incident.id)) found.push(`incident ${incident.id} belongs to ${incident.ownerId} in its row, and to ${ownerOf.get(incident.id) ?? 'nobody'} by the log`);
      for (const { id, state, takenById } of handovers) if ((state === 'taken-over') !== (takenById !== null) || (takenById ?? undefined) !== takenBy.get(id)) found.push(`handover ${id} is ${state} by ${takenById ?? 'nobody'} in its row, and by ${takenBy.get(id) ?? 'nobody'} by the log`);
    }
    return [...new Set(found)];
  },
};

interface Known { ownerOf: Map<string, string>; /** Who sits in control or at the EDT desk, by duty. */ seatOf: Map<string, string>; open: Set<string> }

function note(line: LoggedEvent, { ownerOf, seatOf, open }: Known): void {
  const id = line.incidentId ?? '';
  if (line.name === 'duty.started' && textIn(line, 'seat') !== 'responder') seatOf.set(line.entityId, textIn(line, 'staffId'));
  if (line.name === 'duty.ended') seatOf.delete(line.entityId);
  if (line.name === 'incident.raised' || line.name === 'incident.reopened') open.add(id);
  if (line.name === 'incident.ended') open.delete(id);
  if (line.name === 'incident.raised' || line.name === 'incident.ownerChanged') ownerOf.set(id, textIn(line, 'ownerId'));
  if (line.name === 'handover.takenOver') ownerOf.set(id, textIn(line, 'takenById'));
}
