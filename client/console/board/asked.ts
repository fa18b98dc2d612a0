// What the rules say to a deed before it is done: a sentence why not, or nothing.
import { goesAlone } from '../../../shared/domain/crew-safety.ts';
import { decideCancelTask } from '../../../shared/domain/decide-task.ts';
import type { Activity } from '../../../shared/domain/activity.ts';
import { decideDispatch, PLAINLY, type Candidate } from '../../../shared/domain/decide-dispatch.ts';
import { decideAskSecond, decideGrade, type PolicyInForce } from '../../../shared/domain/decide-grade.ts';
import { decideSendHandover, type ReceivingKind } from '../../../shared/domain/decide-handover.ts';
import { decideEnd, heldByCaller, decideOwn, decidePassToPolice, decideReopen } from '../../../shared/domain/decide-incident.ts';
import type { Decision } from '../../../shared/domain/decision.ts';
import type { Grade } from '../../../shared/domain/grade.ts';
import type { DowngradeAction, IncidentFile } from '../../../shared/domain/incident-file.ts';
import type { Ending } from '../../../shared/domain/incident-words.ts';
import { refusalSentence } from '../../../shared/domain/refusal.ts';
import { leftOwed } from '../../../shared/domain/solo-first.ts';
import type { IncidentView } from '../../../shared/protocol/views.ts';
import { clockTime } from '../../ui/time-text.ts';
import { fileOf } from './file-of.ts';

export interface Asker {
  staffId: string;
  now: Date;
}

const who = ({ staffId, now }: Asker) => ({ staffId, now: now.toISOString() });
const sentence = (decision: Decision<unknown>): string | undefined => (decision.accepted ? undefined : refusalSentence(decision.refusal));
const namesIn = (incident: IncidentView) => (staffId: string): string => incident.assignments.find((assignment) => assignment.staffId === staffId)?.name ?? 'Somebody';
/** A text that a form has still to ask for, or that the second person has agreed to: not what is being asked here. */
const GIVEN = 'given';

export function whyNotGrade(incident: IncidentView, command: { to: Grade; rationale: string }, policy: PolicyInForce | null, asker: Asker): string | undefined {
  // Not read yet: the server will say.
  if (policy === null) return undefined;
  return sentence(decideGrade(fileOf(incident), { to: command.to, rationaleId: command.rationale === '' ? null : GIVEN, mayOnlyUpgrade: false }, policy, who(asker)));
}

export const whyNotAskSecond = (incident: IncidentView, action: DowngradeAction, asker: Asker, policy: PolicyInForce | null = null): string | undefined =>
  sentence(decideAskSecond(fileOf(incident), { requestId: GIVEN, action, rationaleId: GIVEN }, who(asker), policy));

/** Leaves the second person aside: whether one is needed, `endingIsDowngrade` says. */
export const whyNotEnd = (incident: IncidentView, command: { ending: Exclude<Ending, 'taken-over' | 'elsewhere'>; duplicateOfId: string | null }, asker: Asker): string | undefined =>
  sentence(decideEnd(fileOf(incident), { ...command, reasonId: GIVEN, callerToldId: GIVEN, passedOn: { leadId: GIVEN, leader: 'another', takerId: GIVEN, takenAt: asker.now.toISOString(), referenceId: null }, agreedRequestId: GIVEN }, namesIn(incident), who(asker)));

/** Whoever waits for an answer gets one before it ends. */
export function whyNotUntold(incident: IncidentView, ending: Exclude<Ending, 'taken-over' | 'elsewhere'>, callerTold: string | null): string | undefined {
  const held = heldByCaller(fileOf(incident), { ending, callerToldId: callerTold === null ? null : GIVEN });
  return held === null ? undefined : refusalSentence(held.refusal);
}

export const whyNotHandOver = (incident: IncidentView, kind: ReceivingKind, asker: Asker): string | undefined =>
  sentence(decideSendHandover(fileOf(incident), {
    handoverId: GIVEN, receivingTeam: { id: GIVEN, kind, name: GIVEN }, dueAt: GIVEN, packId: GIVEN, packDigest: GIVEN, spokenWithId: null, agreedRequestId: GIVEN,
  }, namesIn(incident), who(asker)));

export const whyNotCancelTask = (incident: IncidentView, taskId: string, asker: Asker): string | undefined =>
  sentence(decideCancelTask(fileOf(incident), { taskId, reasonId: GIVEN }, namesIn(incident), who(asker)));

export const whyNotPolice = (incident: IncidentView, asker: Asker): string | undefined =>
  sentence(decidePassToPolice(fileOf(incident), { takerId: GIVEN, referenceId: GIVEN, takenAt: asker.now.toISOString(), crewOrder: 'hold-back', newId: () => GIVEN }, namesIn(incident), who(asker)));

export const whyNotReopen = (incident: IncidentView, asker: Asker): string | undefined => sentence(decideReopen(fileOf(incident), GIVEN, who(asker)));

export const whyNotOwn = (incident: IncidentView, owner: { staffId: string; name: string; onDuty: boolean }, asker: Asker): string | undefined =>
  sentence(decideOwn(fileOf(incident), { ...owner, organisationId: GIVEN }, who(asker)));

export const whyNotOpen = (incident: IncidentView): string | undefined => (incident.state === 'closed' ? refusalSentence({ code: 'incident-closed' }) : undefined);

/** As if those to be replaced had been stood down already, which is what the server does first. */
const without = (file: IncidentFile, assignmentIds: readonly string[]): IncidentFile =>
  ({ ...file, assignments: file.assignments.map((assignment) => (assignmentIds.includes(assignment.id) ? { ...assignment, state: 'stood-down' } : assignment)) });

/** `mayGoAhead`: the activities for which the policy lets one leg go ahead; the server knows where this screen does not. */
export interface SaidBesides { aloneBecause: string; soloBecause: string; mayGoAhead: readonly Activity[]; meetAt: string | null }
export function whyNotSend(incident: IncidentView, taskId: string, candidates: readonly Candidate[], insteadOf: readonly string[], asker: Asker, { aloneBecause, soloBecause, mayGoAhead, meetAt }: SaidBesides): string | undefined {
  const before = fileOf(incident);
  return sentence(decideDispatch(without(before, insteadOf), taskId, candidates, clockTime, who(asker), {
    ...PLAINLY, aloneReasonId: aloneBecause === '' ? null : GIVEN, solo: { soloId: GIVEN, reasonId: soloBecause === '' ? null : GIVEN, allowed: mayGoAhead },
    meeting: meetAt === null ? null : { meetingId: GIVEN, whereId: GIVEN, meetAt }, before,
  }));
}

/** The legs that would be owed were these alone filled, and that has to be said. */
export const owedWith = (incident: IncidentView, taskId: string, filled: readonly string[], insteadOf: readonly string[]) =>
  leftOwed(fileOf(incident), without(fileOf(incident), insteadOf), taskId, filled);

/** Somebody would go alone where a warning says double-crewed only: a supervisor may say why. */
export const wouldGoAlone = (incident: IncidentView, taskId: string, sent: number, insteadOf: readonly string[]): boolean => sent > 0 && goesAlone(without(fileOf(incident), insteadOf), taskId, sent);
