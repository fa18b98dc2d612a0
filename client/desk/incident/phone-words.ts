// A phone task in the words of a phone: an assignment's states are those of a visit, and what is said of them differs.
import { coverLeg } from '../../../shared/domain/cover.ts';
import type { AssignmentView, IncidentView, TaskView } from '../../../shared/protocol/views.ts';

export type PhoneState = 'nobody' | 'dispatched' | 'accepted' | 'going' | 'there' | 'left';

export const PHONE_WORDS = {
  nobody: 'nobody has it yet', dispatched: 'not rung yet', accepted: 'not rung yet', going: 'ringing', there: 'speaking', left: 'finished',
} as const satisfies Record<PhoneState, string>;

/** A phone task is worked by one person: whoever stands in its first leg. */
export function phoneCover(incident: Pick<IncidentView, 'legs' | 'assignments'>, task: Pick<TaskView, 'id'>): { state: PhoneState; assignment: AssignmentView | null } {
  const leg = incident.legs.find(({ taskId }) => taskId === task.id);
  return leg === undefined ? { state: 'nobody', assignment: null } : coverLeg(leg, incident.assignments);
}
