// One leg goes ahead alone while another stays owed: who said so, why and since when, until somebody is sent for every leg (docs/practice.md, Sending).
import type { Need } from './activity.ts';
import { coverLeg } from './cover.ts';
import { isLive, type Assignment, type Id, type IncidentFile, type Leg, type StatementId, type Task } from './incident-file.ts';
import type { Instant } from './instant.ts';

export interface SoloFirst { id: Id; taskId: Id; since: Instant; byId: Id; reasonId: StatementId; endedAt: Instant | null }

export interface SoloBodies { 'solo.begun': { soloId: Id; taskId: Id; owed: readonly Need[]; reasonId: StatementId } }
export type SoloEvent = SoloBodies['solo.begun'] & { name: 'solo.begun'; at: Instant; byId: Id };

interface Parts {
  legs: readonly Pick<Leg, 'id' | 'taskId' | 'need'>[];
  assignments: readonly Pick<Assignment, 'taskId' | 'legId' | 'state' | 'thereAt' | 'dispatchedAt'>[];
}
const nobodyIn = ({ assignments }: Parts) => (leg: Pick<Leg, 'id' | 'need'>): boolean => coverLeg(leg, assignments).state === 'nobody';

/**
 * The legs that would be with nobody, where that is to be said: nobody was on the way until now, or the leg had somebody. Empty where somebody goes ahead
 * already: who fills one more leg, or takes the place of whoever goes ahead, leaves nothing owed that was not owed before.
 */
export function leftOwed<P extends Parts>(before: P, after: P, taskId: Id, filled: readonly Id[]): P['legs'][number][] {
  const owed = after.legs.filter((leg) => leg.taskId === taskId && !filled.includes(leg.id) && nobodyIn(after)(leg));
  const wasOnTheWay = before.assignments.some((one) => one.taskId === taskId && isLive(one));
  return wasOnTheWay && owed.every(nobodyIn(before)) ? [] : owed;
}

/** Somebody is ahead alone, and these legs are owed since then; null where every leg has somebody, or nobody goes. */
export function aheadAlone<S extends Pick<SoloFirst, 'taskId' | 'endedAt'>>(
  file: Parts & { solos: readonly S[]; tasks: readonly Pick<Task, 'id' | 'state'>[] }, taskId: Id,
): { solo: S; owed: Need[]; ahead: Need[] } | null {
  const solo = file.solos.find((one) => one.taskId === taskId && one.endedAt === null);
  if (solo === undefined || file.tasks.find(({ id }) => id === taskId)?.state !== 'open') return null;
  const legs = file.legs.filter((leg) => leg.taskId === taskId);
  const ahead = legs.filter((leg) => file.assignments.some((one) => one.legId === leg.id && isLive(one)));
  const owed = legs.filter(nobodyIn(file));
  return ahead.length === 0 || owed.length === 0 ? null : { solo, owed: owed.map(({ need }) => need), ahead: ahead.map(({ need }) => need) };
}

export const withSolo = (file: IncidentFile, { soloId, taskId, at, byId, reasonId }: SoloEvent): IncidentFile => ({
  ...file, solos: [...file.solos.map((one) => (one.taskId === taskId && one.endedAt === null ? { ...one, endedAt: at } : one)), { id: soloId, taskId, since: at, byId, reasonId, endedAt: null }],
});

/** Over by itself once every leg has somebody, or the task has ended. */
export function withSolosSettled(file: IncidentFile, at: Instant): IncidentFile {
  const isOver = ({ taskId, endedAt }: SoloFirst): boolean =>
    endedAt === null && (file.tasks.find(({ id }) => id === taskId)?.state !== 'open' || !file.legs.some((leg) => leg.taskId === taskId && nobodyIn(file)(leg)));
  return file.solos.some(isOver) ? { ...file, solos: file.solos.map((one) => (isOver(one) ? { ...one, endedAt: at } : one)) } : file;
}
