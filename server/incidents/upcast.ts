// What an earlier version wrote, read as this one writes it. Neither a row nor a line of the log is ever rewritten for it.
import type { Id, Incident } from '../../shared/domain/incident-file.ts';
import type { IncidentEvent } from '../../shared/domain/incident-event.ts';
import { storedAnswers } from '../../shared/domain/policy.ts';

/** Questions asked since have no answer; and before the grade's policy was kept apart, it was the proposal's. */
export const storedIncident = (row: Omit<Incident, 'gradePolicyId'> & { gradePolicyId: Id | null }): Incident =>
  ({ ...row, answers: storedAnswers(row.answers), gradePolicyId: row.gradePolicyId ?? row.policyId });

export function upcast(event: IncidentEvent): IncidentEvent {
  switch (event.name) {
    case 'incident.raised': case 'incident.assessed': return { ...event, answers: storedAnswers(event.answers) };
    case 'incident.graded': return { ...event, policyId: event.policyId ?? null };
    case 'handover.takenOver': return { ...event, fromId: event.fromId ?? null };
    default: return event;
  }
}
