// The one thing that comes next on a task: accept, going, there, seen, outcome, left scene.
import type { AssignmentState } from '../../../shared/domain/incident-file.ts';
import { isNoAccess, owesOutcome, type Work } from '../work.ts';

export type Step = Extract<AssignmentState, 'accepted' | 'going' | 'there' | 'left'> | 'seen' | 'outcome';

/** Of everybody named it has been said whether they were seen. */
export const isSightingSaid = ({ incident, task }: Pick<Work, 'incident' | 'task'>): boolean => {
  const said = new Set([...task.seenPersonIds, ...task.notSeenPersonIds]);
  return incident.people.every(({ personId }) => said.has(personId));
};

export function nextStep(work: Work): Step | null {
  switch (work.mine.state) {
    case 'dispatched': return 'accepted';
    case 'accepted': return 'going';
    case 'going': return 'there';
    case 'there': return nextOnScene(work);
    case 'left': return owesOutcome(work) ? 'outcome' : null;
    case 'declined': case 'stood-down': return null;
  }
}

/** Knocking is not seeing: who was seen comes before what came of it. Without access both wait for what is decided. */
function nextOnScene(work: Work): Step {
  if (isNoAccess(work) || work.task.outcome !== null) return 'left';
  return isSightingSaid(work) ? 'outcome' : 'seen';
}
