// The people of a joint visit, by their positions: too far from one another for too long while they are there (docs/practice.md, Looking after the crew).
import type { CrewPolicy } from './crew-policy.ts';
import { greatCircleKm, type Point } from './distance.ts';
import type { Id, IncidentFile } from './incident-file.ts';
import { minutesBetween, type Instant } from './instant.ts';

/** `since`: when they were first found apart; `toldAt`: when that had lasted so long that control was told. */
export interface Parting { id: Id; taskId: Id; assignmentIds: readonly Id[]; since: Instant; toldAt: Instant; endedAt: Instant | null }

export interface PartingBodies {
  'crew.parted': { partingId: Id; taskId: Id; assignmentIds: readonly Id[]; since: Instant };
  'crew.together': { partingId: Id; taskId: Id };
}
type Stamped<N extends keyof PartingBodies> = PartingBodies[N] & { name: N; at: Instant; byId: Id };
export type PartingEvent = Stamped<'crew.parted'> | Stamped<'crew.together'>;

export interface Located extends Point { accuracyM: number | null; at: Instant }
/** A position older than this says nothing of where somebody is now. */
const OLDEST_MINUTES = 3;

/** Null where it cannot be said: a position is missing its age, or within what the devices call their error. */
export function areApart(one: Located, other: Located, { apartMetres }: Pick<CrewPolicy, 'apartMetres'>, now: Instant): boolean | null {
  if (minutesBetween(one.at, now) > OLDEST_MINUTES || minutesBetween(other.at, now) > OLDEST_MINUTES) return null;
  const [metres, error] = [greatCircleKm(one, other) * 1000, (one.accuracyM ?? 0) + (other.accuracyM ?? 0)];
  if (metres - error > apartMetres) return true;
  return metres <= apartMetres ? false : null;
}

const isThere = (file: IncidentFile, id: Id): boolean => file.assignments.some((one) => one.id === id && one.kind === 'visit' && one.state === 'there');
/** Told, not together again, and both still there. */
export const standingPartings = (file: IncidentFile): Parting[] => file.partings.filter(({ endedAt, assignmentIds }) => endedAt === null && assignmentIds.every((id) => isThere(file, id)));
const ofPair = (pair: readonly Id[]) => ({ assignmentIds }: Parting): boolean => pair.every((id) => assignmentIds.includes(id));

/** Once for each time that they part; nothing where one has gone meanwhile, or it was told already. */
export function tellParted(file: IncidentFile, pair: { partingId: Id; taskId: Id; assignmentIds: readonly Id[]; since: Instant }, who: { staffId: Id; now: Instant }): PartingEvent[] {
  if (!pair.assignmentIds.every((id) => isThere(file, id)) || standingPartings(file).some(ofPair(pair.assignmentIds))) return [];
  return [{ name: 'crew.parted', at: who.now, byId: who.staffId, ...pair }];
}
export const tellTogether = (file: IncidentFile, assignmentIds: readonly Id[], who: { staffId: Id; now: Instant }): PartingEvent[] =>
  file.partings.filter((parting) => parting.endedAt === null && ofPair(assignmentIds)(parting)).map(({ id, taskId }) => ({ name: 'crew.together', at: who.now, byId: who.staffId, partingId: id, taskId }));

export function withParting(file: IncidentFile, event: PartingEvent): IncidentFile {
  if (event.name === 'crew.together') return { ...file, partings: file.partings.map((one) => (one.id === event.partingId ? { ...one, endedAt: event.at } : one)) };
  const { partingId: id, taskId, assignmentIds, since, at } = event;
  return { ...file, partings: [...file.partings, { id, taskId, assignmentIds, since, toldAt: at, endedAt: null }] };
}
