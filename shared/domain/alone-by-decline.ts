// Somebody declined, and another of the same visit goes on without them: said at once, until somebody is sent in their place (docs/practice.md, Sending).
import { coverLeg } from './cover.ts';
import { isLive, type Assignment, type Id, type Leg, type Task } from './incident-file.ts';
import type { SoloFirst } from './solo-first.ts';

type Attempt = Pick<Assignment, 'id' | 'taskId' | 'legId' | 'state' | 'thereAt' | 'dispatchedAt' | 'endedAt'>;
export interface AloneByDecline<A> { declined: A; /** Who goes on. */ alone: A[] }

/** Null where every leg has somebody, where nobody goes, and where one was sent ahead alone by somebody's word. */
export function aloneByDecline<A extends Attempt>(
  { tasks, legs, assignments, solos }: { tasks: readonly Pick<Task, 'id' | 'state' | 'kind'>[]; legs: readonly Pick<Leg, 'id' | 'taskId' | 'need'>[]; assignments: readonly A[]; solos: readonly Pick<SoloFirst, 'taskId' | 'endedAt'>[] }, taskId: Id,
): AloneByDecline<A> | null {
  const task = tasks.find(({ id }) => id === taskId);
  if (task?.state !== 'open' || task.kind !== 'visit' || solos.some((solo) => solo.taskId === taskId && solo.endedAt === null)) return null;
  const alone = assignments.filter((one) => one.taskId === taskId && isLive(one));
  const lost = legs.filter((leg) => leg.taskId === taskId && coverLeg(leg, assignments).state === 'nobody').flatMap(({ id }) => {
    const last = assignments.filter(({ legId }) => legId === id).toSorted((a, b) => b.dispatchedAt.localeCompare(a.dispatchedAt))[0];
    return last?.state === 'declined' ? [last] : [];
  });
  const [declined] = lost.toSorted((a, b) => (b.endedAt ?? '').localeCompare(a.endedAt ?? ''));
  return declined === undefined || alone.length === 0 ? null : { declined, alone };
}
