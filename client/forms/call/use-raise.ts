// Saves the call: raises the incident and, where asked, confirms the proposed grade in the same breath.
import type { Grade } from '../../../shared/domain/grade.ts';
import { gradeIncident, raiseIncident, readIncident } from '../../../shared/protocol/incidents.ts';
import type { CallOf } from '../../../shared/protocol/route.ts';
import { call } from '../../live/api.ts';
import { useSend } from '../../live/send.ts';

export interface Raised {
  incidentId: string;
  /** The grade that was confirmed; null where the proposal stands provisionally. */
  confirmed: Grade | null;
}

export function useRaise(): (input: Omit<CallOf<typeof raiseIncident>, 'commandId'>, confirm: Grade | null) => Promise<Raised | null> {
  const { send } = useSend();

  const confirmGrade = async (incidentId: string, grade: Grade): Promise<Grade | null> => {
    const { incident } = await call(readIncident, { incidentId });
    // The server proposes by its own policy: what a person has not seen, they have not confirmed.
    if (incident.proposedGrade !== grade) return null;
    return await send(gradeIncident, { incidentId, expectedVersion: incident.version, to: grade, rationale: null }) === null ? null : grade;
  };

  return async (input, confirm) => {
    const raised = await send(raiseIncident, input);
    const incidentId = raised?.ids['incidentId'];
    if (incidentId === undefined) return null;
    // Raised is raised: should the confirming fail, the incident is there with its provisional grade.
    const confirmed = confirm === null ? null : await confirmGrade(incidentId, confirm).catch(() => null);
    return { incidentId, confirmed };
  };
}
