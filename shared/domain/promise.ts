// What the caller was told is a promise with a clock of its own: made, kept, replaced, or in doubt because the grade has changed (docs/practice.md, Promises).
import { accept, refuse, type Decision } from './decision.ts';
import type { Id, IncidentFile, StatementId } from './incident-file.ts';
import { earliest, plusMinutes, type Instant } from './instant.ts';
import type { PolicyClocks } from './policy.ts';

export const PROMISE_KINDS = ['somebody-comes', 'nobody-comes', 'call-back'] as const;
export type PromiseKind = (typeof PROMISE_KINDS)[number];
export const PROMISE_NAMES = {
  'somebody-comes': 'somebody comes', 'nobody-comes': 'nobody comes', 'call-back': 'we call back',
} as const satisfies Record<PromiseKind, string>;

/** `doubtedAt`: the grade changed after it was made, and it may no longer hold. */
export interface CallerPromise {
  id: Id; kind: PromiseKind; saidId: StatementId; madeAt: Instant; madeById: Id; dueAt: Instant | null; doubtedAt: Instant | null;
  state: 'standing' | 'kept' | 'replaced' | 'over'; endedAt: Instant | null; endedById: Id | null;
}

export interface PromiseBodies {
  /** `replacesIds`: what the caller was told before about the same, and is no longer so. */
  'promise.made': { promiseId: Id; kind: PromiseKind; saidId: StatementId; dueAt: Instant | null; replacesIds: readonly Id[] };
  'promise.kept': { promiseId: Id; kind: PromiseKind; noteId: StatementId | null };
}
type Stamped<N extends keyof PromiseBodies> = PromiseBodies[N] & { name: N; at: Instant; byId: Id };
type PromiseEvent = Stamped<'promise.made'> | Stamped<'promise.kept'>;
interface Who { staffId: Id; now: Instant }

/** A coming promised has been kept by whoever arrived first. */
export const isStanding = (promise: Pick<CallerPromise, 'state' | 'kind'>, attendedAt: Instant | null): boolean =>
  promise.state === 'standing' && !(promise.kind === 'somebody-comes' && attendedAt !== null);
export const standingPromises = ({ promises, incident }: Pick<IncidentFile, 'promises' | 'incident'>): CallerPromise[] => promises.filter((promise) => isStanding(promise, incident.attendedAt));

/** By when it is kept, or the caller told what holds now; null: nothing is owed. */
export const promiseDueAt = (promise: Pick<CallerPromise, 'dueAt' | 'doubtedAt'>, clocks: Pick<PolicyClocks, 'callBack'>): Instant | null =>
  earliest([promise.dueAt, promise.doubtedAt === null ? null : plusMinutes(promise.doubtedAt, clocks.callBack)]);

/** That somebody comes and that nobody does are two answers to one question; a call back is a promise beside either. */
const sameMatter = (a: PromiseKind, b: PromiseKind): boolean => (a === 'call-back') === (b === 'call-back');

export interface MakePromise { promiseId: Id; kind: PromiseKind; saidId: StatementId; /** Undefined: as the policy has it. */ dueAt: Instant | undefined }

/** By when, if nobody says: a call back within the policy's minutes, a visit by the incident's own deadline. */
const usualDueAt = (file: IncidentFile, kind: PromiseKind, clocks: Pick<PolicyClocks, 'callBack'>, now: Instant): Instant | null =>
  kind === 'call-back' ? plusMinutes(now, clocks.callBack) : kind === 'somebody-comes' ? file.incident.dueAt : null;

export function decidePromise(file: IncidentFile, command: MakePromise, clocks: Pick<PolicyClocks, 'callBack'>, who: Who): Decision<PromiseEvent> {
  if (file.incident.state === 'closed') return refuse('incident-closed');
  const { promiseId, kind, saidId } = command;
  const dueAt = kind === 'nobody-comes' ? null : command.dueAt ?? usualDueAt(file, kind, clocks, who.now);
  if (kind !== 'nobody-comes' && (dueAt === null || dueAt <= who.now)) return refuse('promise-needs-time');
  if (kind === 'somebody-comes' && file.incident.grade === 4) return refuse('grade-4-no-visit');
  return accept({
    name: 'promise.made', at: who.now, byId: who.staffId, promiseId, kind, saidId, dueAt,
    replacesIds: standingPromises(file).filter((promise) => sameMatter(promise.kind, kind)).map(({ id }) => id),
  });
}

export function decideKeepPromise(file: IncidentFile, command: { promiseId: Id; noteId: StatementId | null }, who: Who): Decision<PromiseEvent> {
  const promise = file.promises.find(({ id }) => id === command.promiseId);
  if (promise === undefined) return refuse('not-found');
  if (!isStanding(promise, file.incident.attendedAt)) return refuse('promise-over');
  return accept({ name: 'promise.kept', at: who.now, byId: who.staffId, kind: promise.kind, ...command });
}

const changed = (file: IncidentFile, change: (promise: CallerPromise) => CallerPromise): IncidentFile => {
  const promises = file.promises.map(change);
  return promises.every((promise, index) => promise === file.promises[index]) ? file : { ...file, promises };
};

export function withPromise(file: IncidentFile, event: PromiseEvent): IncidentFile {
  const ended = { endedAt: event.at, endedById: event.byId };
  if (event.name === 'promise.kept') return changed(file, (promise) => (promise.id === event.promiseId ? { ...promise, state: 'kept', ...ended } : promise));
  const before = changed(file, (promise) => (event.replacesIds.includes(promise.id) ? { ...promise, state: 'replaced', ...ended } : promise));
  return { ...before, promises: [...before.promises, {
    id: event.promiseId, kind: event.kind, saidId: event.saidId, madeAt: event.at, madeById: event.byId, dueAt: event.dueAt, doubtedAt: null, state: 'standing', endedAt: null, endedById: null,
  }] };
}

/** Another grade means another answer to who comes and when: the caller is told afresh. */
export const withPromisesDoubted = (file: IncidentFile, at: Instant): IncidentFile => changed(file, (promise) =>
  (promise.kind !== 'call-back' && promise.doubtedAt === null && isStanding(promise, file.incident.attendedAt) ? { ...promise, doubtedAt: at } : promise));

/** The incident has ended, and the caller was told so; what was promised is no longer owed. */
export const withPromisesOver = (file: IncidentFile, at: Instant, byId: Id): IncidentFile =>
  changed(file, (promise) => (promise.state === 'standing' ? { ...promise, state: 'over', endedAt: at, endedById: byId } : promise));

/** What holds an ending back: somebody waits by the telephone or at a window. */
export const owedToCaller = (file: IncidentFile): CallerPromise | undefined => standingPromises(file).find(({ kind }) => kind !== 'nobody-comes');

/** Grade 4 sends nobody, so the caller must have been told what there is instead. */
export const callerWasTold = (file: IncidentFile): boolean => file.promises.some(({ state, doubtedAt }) => state !== 'replaced' && doubtedAt === null);
