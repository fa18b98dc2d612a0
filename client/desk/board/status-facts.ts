// An incident as it is seen, in the shape that the shared rules ask for.
import type { StatusFacts } from '../../../shared/domain/status.ts';
import type { IncidentView } from '../../../shared/protocol/views.ts';

export const statusFacts = (incident: IncidentView): StatusFacts => ({
  incident, tasks: incident.tasks, legs: incident.legs, assignments: incident.assignments, followUps: incident.followUps, requests: incident.requests, handovers: incident.handovers, promises: incident.promises,
});
