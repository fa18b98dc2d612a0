// An incident as the rules of status look at it: the same view, taken apart where they want its parts.
import type { StatusFacts } from '../../../shared/domain/status.ts';
import type { IncidentView } from '../../../shared/protocol/views.ts';

export const factsOf = (incident: IncidentView): StatusFacts => ({
  incident, tasks: incident.tasks, legs: incident.legs, assignments: incident.assignments,
  followUps: incident.followUps, requests: incident.requests, handovers: incident.handovers, promises: incident.promises,
});
