// Not taken: a named person at the door that it came by keeps it, the caller has been told, and it ends at once; a Grade 1 or 2 with a second person (docs/practice.md, Taken or not).
import { accept, refuse, type Decision } from './decision.ts';
import type { Who } from './decide-grade.ts';
import { decideEnd } from './decide-incident.ts';
import { endingIsDowngrade } from './grade.ts';
import { waitingRequest, type Id, type IncidentFile, type StatementId } from './incident-file.ts';
import type { IncidentEvent } from './incident-event.ts';
import type { Instant } from './instant.ts';

export interface NotTaken {
  /** Who at the door keeps it, and of which organisation. */
  takerId: StatementId;
  serviceId: StatementId;
  toldAt: Instant;
  callerToldId: StatementId;
  /** The policy's reasons, by code; none where a person decided against the proposal. */
  reasons: readonly string[];
}
export interface NotTakenBodies { 'incident.notTaken': NotTaken & { reasonId: StatementId } }

export function decideNotTaken(file: IncidentFile, command: NotTaken & { reasonId: StatementId; requestId: Id }, names: (staffId: Id) => string, who: Who): Decision<IncidentEvent> {
  if (file.incident.state === 'closed') return refuse('incident-closed');
  if (command.toldAt > who.now || command.toldAt < file.incident.reportedAt) return refuse('kept-when');
  const { requestId, ...kept } = command;
  const notTaken: IncidentEvent = { name: 'incident.notTaken', at: who.now, byId: who.staffId, ...kept };
  const { reasonId, callerToldId } = command;
  const ended = decideEnd(file, { ending: 'not-taken', reasonId, callerToldId, duplicateOfId: null, agreedRequestId: endingIsDowngrade(file.incident) ? requestId : null }, names, who);
  if (!ended.accepted) return ended;
  if (!endingIsDowngrade(file.incident)) return accept(notTaken, ...ended.events);
  // Until a second person agrees it is ours, and its clock runs.
  if (waitingRequest(file) !== undefined) return refuse('request-waiting');
  return accept<IncidentEvent>(notTaken, {
    name: 'downgrade.requested', at: who.now, byId: who.staffId, requestId, rationaleId: reasonId, action: { kind: 'end', ending: 'not-taken', duplicateOfId: null, callerToldId },
  });
}
