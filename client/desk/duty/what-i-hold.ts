// What keeps somebody from ending their duty: nothing may be left without an owner.
import { isLive } from '../../../shared/domain/incident-file.ts';
import type { IncidentView } from '../../../shared/protocol/views.ts';

export interface Held {
  /** Owned by them, a waiting handover included: it is theirs until somebody takes it over; and closed ones with news that is theirs to decide. */
  owned: readonly IncidentView[];
  /** Others' incidents in which they have a phone task still to finish. */
  working: readonly IncidentView[];
}

export function whatIHold(incidents: readonly IncidentView[], me: { staffId: string }): Held {
  const open = incidents.filter(({ state }) => state === 'open');
  const isOwned = ({ owner }: IncidentView) => owner.staffId === me.staffId;
  return {
    owned: incidents.filter((incident) => (incident.state === 'open' ? isOwned(incident) : incident.news.some(({ decision, owner }) => decision === null && owner.staffId === me.staffId))),
    working: open.filter((incident) => !isOwned(incident) && incident.assignments.some((assignment) => assignment.staffId === me.staffId && isLive(assignment))),
  };
}
