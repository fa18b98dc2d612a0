// Which leg of a task has whom, and which is missing. "Nobody there yet" and "both going" are two different things.
import type { Need } from './activity.ts';
import { isLive, type Assignment, type AssignmentState, type Leg, type Task } from './incident-file.ts';

export interface LegCover<A> {
  need: Need;
  state: 'nobody' | Extract<AssignmentState, 'dispatched' | 'accepted' | 'going' | 'there' | 'left'>;
  assignment: A | null;
}
type CoverAssignment = Pick<Assignment, 'legId' | 'state' | 'thereAt' | 'dispatchedAt'>;

const STRENGTH: Record<AssignmentState, number> = { there: 5, going: 4, accepted: 3, dispatched: 2, left: 1, declined: 0, 'stood-down': 0 };

/** The strongest standing assignment covers the leg; one that has left after being there has served it. */
export function coverLeg<A extends CoverAssignment>(leg: Pick<Leg, 'id' | 'need'>, assignments: readonly A[]): LegCover<A> {
  const standing = assignments
    .filter((assignment) => assignment.legId === leg.id && (isLive(assignment) || (assignment.state === 'left' && assignment.thereAt !== null)))
    .toSorted((a, b) => STRENGTH[b.state] - STRENGTH[a.state] || b.dispatchedAt.localeCompare(a.dispatchedAt))[0];
  if (standing === undefined) return { need: leg.need, state: 'nobody', assignment: null };
  const { state } = standing;
  return state === 'declined' || state === 'stood-down' ? { need: leg.need, state: 'nobody', assignment: null } : { need: leg.need, state, assignment: standing };
}

export type CoverState = 'ended' | 'uncovered' | 'part-sent' | 'sent' | 'going' | 'part-there' | 'there' | 'left';

export interface TaskCover { state: CoverState; missing: readonly Need[] }

/** A joint task is uncovered until both legs are going (docs/practice.md, Joint teams). */
export function coverTask<A extends CoverAssignment>(task: Pick<Task, 'state'>, legs: readonly Pick<Leg, 'id' | 'need'>[], assignments: readonly A[]): TaskCover {
  if (task.state !== 'open') return { state: 'ended', missing: [] };
  const covers = legs.map((leg) => coverLeg(leg, assignments));
  const missing = covers.filter((cover) => cover.state === 'nobody').map((cover) => cover.need);
  const every = (...states: LegCover<A>['state'][]) => covers.every((cover) => states.includes(cover.state));
  const some = (...states: LegCover<A>['state'][]) => covers.some((cover) => states.includes(cover.state));
  if (every('nobody')) return { state: 'uncovered', missing };
  if (every('left')) return { state: 'left', missing };
  if (every('there', 'left')) return { state: 'there', missing };
  if (some('there')) return { state: 'part-there', missing };
  if (missing.length > 0) return { state: 'part-sent', missing };
  return { state: every('going', 'left') ? 'going' : 'sent', missing };
}
