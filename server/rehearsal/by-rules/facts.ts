// What a debrief looks at of an incident file.
import type { DebriefFacts } from '../../../shared/domain/debrief-facts.ts';
import { incidentRef, type IncidentFile } from '../../../shared/domain/incident-file.ts';

export function factsOf({ incident, tasks, legs, assignments }: IncidentFile): DebriefFacts {
  const { id, door, grade, strictest, reportedAt, raisedAt, firstGradedAt, dueAt, attendedAt, jointAt, endedAt, ending, districtCode } = incident;
  return {
    id, ref: incidentRef(incident), door, grade, strictest, reportedAt, raisedAt, gradedAt: firstGradedAt, dueAt, attendedAt, jointAt, endedAt, ending, districtCode,
    missing: incident.missingRisk !== null, duplicate: ending === 'duplicate', needs: legs.filter(({ taskId }) => tasks.some(({ id, kind }) => id === taskId && kind === 'visit')).map(({ need }) => need),
    dispatches: assignments.flatMap(({ kind, legId, teamId, dutyId, dispatchedAt, acceptedAt, goingAt, thereAt, endedAt, state }) => {
      const leg = legs.find(({ id }) => id === legId);
      return leg === undefined ? [] : [{ kind, need: leg.need, crew: teamId ?? dutyId, at: dispatchedAt, acceptedAt, goingAt, thereAt, endedAt, declined: state === 'declined' }];
    }),
  };
}
