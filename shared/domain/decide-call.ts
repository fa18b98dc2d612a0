// A further call about an incident: who rings as well, rings again or rings with news (docs/practice.md, Beside a call).
import { accept, refuse, type Decision } from './decision.ts';
import { LONGEST_LATE_ENTRY_MINUTES, type Who } from './decide-grade.ts';
import { endingIsDowngrade } from './grade.ts';
import type { Id, IncidentFile, StatementId } from './incident-file.ts';
import type { IncidentEvent } from './incident-event.ts';
import type { Door } from './incident-words.ts';
import { minutesBetween, type Instant } from './instant.ts';

/** It changes nothing that is decided by: what is new in it is assessed afresh by a person. */
export function decideAddCall(file: IncidentFile, call: { callId: Id; door: Door; reportedAt: Instant; noteId: StatementId }, who: Who): Decision<IncidentEvent> {
  if (file.incident.state === 'closed') return refuse('incident-closed');
  if (call.reportedAt > who.now) return refuse('reported-in-future');
  if (minutesBetween(call.reportedAt, who.now) > LONGEST_LATE_ENTRY_MINUTES) return refuse('reported-too-long-ago');
  return accept({ name: 'incident.calledAgain', at: who.now, byId: who.staffId, ...call });
}

/** Raised, and the same as another: linked at once; an unattended Grade 1 or 2 stays open until a second person has agreed. */
export const decideSameAs = (file: IncidentFile, link: { otherId: Id; reasonId: StatementId; requestId: Id }, who: Who): IncidentEvent =>
  endingIsDowngrade(file.incident)
    ? { name: 'downgrade.requested', at: who.now, byId: who.staffId, requestId: link.requestId, action: { kind: 'end', ending: 'duplicate', duplicateOfId: link.otherId }, rationaleId: link.reasonId }
    : { name: 'incident.ended', at: who.now, byId: who.staffId, ending: 'duplicate', reasonId: link.reasonId, callerToldId: null, duplicateOfId: link.otherId, requestId: null };
