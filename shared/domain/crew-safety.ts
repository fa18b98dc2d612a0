// What a staff-safety warning asks of sending: nobody goes alone where visits are double-crewed only, unless a supervisor says why; and that each reads it (docs/practice.md, Looking after the crew).
import type { Only } from './crew-gender.ts';
import { accept, refuse, type Decision } from './decision.ts';
import { isLive, type Id, type IncidentFile, type StatementId, type Warning } from './incident-file.ts';
import { heldBetween, type Instant } from './instant.ts';

/** Of one assignment: every warning that they have read so far; its id is the assignment's. */
export interface WarningRead { id: Id; warningIds: readonly Id[]; readAt: Instant }

export const READ_BEFORE = ['going', 'there'] as const;
export type ReadBefore = (typeof READ_BEFORE)[number];

export interface CrewSafetyBodies {
  /** A supervisor's decision. */
  'crew.sentAlone': { assignmentId: Id; staffId: Id; reasonId: StatementId };
  /** The same, where a visit is for women only or men only. */
  'crew.sentDespite': { assignmentId: Id; staffId: Id; only: Only; reasonId: StatementId };
  'crew.warningsRead': { assignmentId: Id; staffId: Id; warningIds: readonly Id[]; before: ReadBefore };
}
type Stamped<N extends keyof CrewSafetyBodies> = CrewSafetyBodies[N] & { name: N; at: Instant; byId: Id };

export const isDoubleCrewedOnly = ({ warnings }: { warnings: readonly Pick<Warning, 'kind'>[] }): boolean => warnings.some(({ kind }) => kind === 'double-crewed-only');

/** How many stand on the task already: two legs of different cars are two people at the door. */
export const goesAlone = (file: IncidentFile, taskId: Id, sent: number): boolean =>
  isDoubleCrewedOnly(file) && sent + file.assignments.filter((one) => one.taskId === taskId && isLive(one)).length < 2;

/** A fact from a tablet, never refused for what has changed meanwhile; of those that are not on this incident nothing is said. */
export function decideReadWarnings(
  file: IncidentFile, command: { assignmentId: Id; warningIds: readonly Id[]; before: ReadBefore }, who: { staffId: Id; now: Instant; happenedAt: Instant },
): Decision<Stamped<'crew.warningsRead'>> {
  const own = file.assignments.find(({ id, staffId }) => id === command.assignmentId && staffId === who.staffId);
  if (own === undefined) return refuse('not-found');
  const warningIds = file.warnings.map(({ id }) => id).filter((id) => command.warningIds.includes(id));
  if (warningIds.length === 0) return accept();
  return accept({ name: 'crew.warningsRead', at: heldBetween(own.dispatchedAt, who.happenedAt, who.now), byId: who.staffId, assignmentId: own.id, staffId: own.staffId, warningIds, before: command.before });
}

export function withWarningsRead(file: IncidentFile, { assignmentId: id, warningIds, at }: Stamped<'crew.warningsRead'>): IncidentFile {
  const before = file.warningReads.find((one) => one.id === id);
  const read: WarningRead = { id, warningIds: [...new Set([...before?.warningIds ?? [], ...warningIds])], readAt: at };
  return { ...file, warningReads: before === undefined ? [...file.warningReads, read] : file.warningReads.map((one) => (one === before ? read : one)) };
}

/** Who is on the way or there and has not read every warning that stands: the console says who, and the radio tells them. */
export const unreadBy = <A extends Pick<IncidentFile['assignments'][number], 'id' | 'taskId' | 'state'>>(
  { warnings, warningReads, assignments }: { warnings: readonly { id: Id }[]; warningReads: readonly Pick<WarningRead, 'id' | 'warningIds'>[]; assignments: readonly A[] }, taskId: Id,
): A[] => assignments.filter((one) => {
  const read = warningReads.find(({ id }) => id === one.id)?.warningIds ?? [];
  return one.taskId === taskId && isLive(one) && warnings.some(({ id }) => !read.includes(id));
});
