// Raising, assessing, grading and the second person (docs/practice.md, Grades). The report time never moves.
import { accept, refuse, type Decision } from './decision.ts';
import { heldByCaller, passedOn } from './decide-incident.ts';
import { endingIsDowngrade, isDowngrade, type Grade } from './grade.ts';
import { dueAtFor, proposeGrade } from './grading.ts';
import { waitingRequest, type DowngradeAction, type Id, type IncidentFile, type StatementId } from './incident-file.ts';
import type { IncidentEvent, IncidentEventOf } from './incident-event.ts';
import { minutesBetween, type Instant } from './instant.ts';
import type { Answers, Policy } from './policy.ts';

export interface Who { staffId: Id; now: Instant }
const LONGEST_LATE_ENTRY_MINUTES = 30 * 24 * 60;

export type Raise = Pick<IncidentEventOf<'incident.raised'>,
  'incidentId' | 'callId' | 'night' | 'number' | 'door' | 'reportedAt' | 'raisedDutyId' | 'summaryId' | 'locationId' | 'districtCode' | 'flags' | 'missingRisk' | 'answers' | 'ownerId' | 'ownerOrganisationId'>;

/** The proposal stands as the provisional grade from the first moment; the clock runs from the report. */
export function decideRaise(raise: Raise, policy: { id: Id; body: Policy }, who: Who): Decision<IncidentEventOf<'incident.raised'>> {
  if (raise.reportedAt > who.now) return refuse('reported-in-future');
  if (minutesBetween(raise.reportedAt, who.now) > LONGEST_LATE_ENTRY_MINUTES) return refuse('reported-too-long-ago');
  const proposal = proposeGrade(policy.body, raise);
  return accept({
    name: 'incident.raised', at: who.now, byId: who.staffId, raisedById: who.staffId, ...raise, policyId: policy.id, proposedGrade: proposal.grade,
    proposalReasons: proposal.reasons.map((reason) => reason.code), dueAt: dueAtFor(policy.body, proposal.grade, raise.reportedAt),
  });
}

/** New information means a fresh assessment; a milder one never lowers the grade in force. */
export function decideAssess(file: IncidentFile, facts: { answers: Answers; flags: IncidentFile['incident']['flags']; missingRisk: IncidentFile['incident']['missingRisk'] },
  policy: { id: Id; body: Policy }, who: Who): Decision<IncidentEvent> {
  if (file.incident.state === 'closed') return refuse('incident-closed');
  const proposal = proposeGrade(policy.body, facts);
  return accept(...outdated(file, proposal.grade, who), {
    name: 'incident.assessed', at: who.now, byId: who.staffId, answers: facts.answers, policyId: policy.id, proposedGrade: proposal.grade,
    proposalReasons: proposal.reasons.map((reason) => reason.code), dueAt: dueAtFor(policy.body, proposal.grade, file.incident.reportedAt),
  });
}

export interface GradeCommand { to: Grade; rationaleId: StatementId | null; mayOnlyUpgrade: boolean }

/** Confirms or changes the grade. Anyone may upgrade; a downgrade needs a rationale and goes through {@link decideAskSecond}. */
export function decideGrade(file: IncidentFile, command: GradeCommand, policy: Policy, who: Who): Decision<IncidentEvent> {
  const { incident } = file;
  if (incident.state === 'closed') return refuse('incident-closed');
  if (command.mayOnlyUpgrade && command.to >= incident.grade) return refuse('only-upgrade');
  if (command.to === incident.grade && incident.gradedAt !== null) return refuse('grade-unchanged', { grade: String(incident.grade) });
  if (command.to !== incident.proposedGrade && command.rationaleId === null) return refuse('rationale-needed');
  if (isDowngrade(incident, command.to)) return refuse('downgrade-needs-second-person', { grade: String(incident.grade) });
  return accept(...outdated(file, command.to, who), graded(file, command.to, command.rationaleId, null, policy, who));
}

/** What a second person was asked before it got worse is taken back: they would agree to something else than was asked. */
function outdated(file: IncidentFile, to: Grade, who: Who): IncidentEvent[] {
  const request = waitingRequest(file);
  return request === undefined || to >= file.incident.strictest ? [] : [{ name: 'downgrade.withdrawn', at: who.now, byId: who.staffId, requestId: request.id }];
}

const graded = (file: IncidentFile, to: Grade, rationaleId: StatementId | null, requestId: Id | null, policy: Policy, who: Who): IncidentEvent => ({
  name: 'incident.graded', at: who.now, byId: who.staffId, from: file.incident.grade, to, dueAt: dueAtFor(policy, to, file.incident.reportedAt), rationaleId, requestId,
});

const isNeeded = (file: IncidentFile, action: DowngradeAction): boolean =>
  action.kind === 'grade' ? isDowngrade(file.incident, action.to) : endingIsDowngrade(file.incident);

export function decideAskSecond(file: IncidentFile, command: { requestId: Id; action: DowngradeAction; rationaleId: StatementId }, who: Who): Decision<IncidentEvent> {
  if (file.incident.state === 'closed') return refuse('incident-closed');
  if (waitingRequest(file) !== undefined) return refuse('request-waiting');
  if (!isNeeded(file, command.action)) return refuse('no-downgrade');
  if (command.action.kind === 'end' && command.action.duplicateOfId === file.incident.id) return refuse('duplicate-of-itself');
  const held = command.action.kind === 'end' ? cannotEndSo(file, command.action, who) : null;
  return held ?? accept({ name: 'downgrade.requested', at: who.now, byId: who.staffId, requestId: command.requestId, action: command.action, rationaleId: command.rationaleId });
}

/** What an ending is to say is said when it is asked for: the second person agrees to all of it. */
function cannotEndSo(file: IncidentFile, { ending, callerToldId = null, passedOn: taken = null }: Extract<DowngradeAction, { kind: 'end' }>, who: Who): Decision<IncidentEvent> | null {
  const passed = passedOn(file, { ending, passedOn: taken === null ? null : { ...taken, leadId: '' } }, who);
  return heldByCaller(file, { ending, callerToldId }) ?? (passed.accepted ? null : passed);
}

/** The second person's agreement; what was asked for is then carried out in the same transaction. */
export function decideAgree(file: IncidentFile, requestId: Id, who: Who): Decision<IncidentEvent> {
  const request = file.requests.find(({ id }) => id === requestId);
  if (request === undefined) return refuse('not-found');
  if (request.state !== 'waiting') return refuse('request-not-waiting');
  if (request.byId === who.staffId) return refuse('second-person-is-first');
  if (file.incident.state === 'closed') return refuse('incident-closed');
  return accept({ name: 'downgrade.agreed', at: who.now, byId: who.staffId, requestId });
}

/** Carries out an agreed regrade. */
export const gradeAsAgreed = (file: IncidentFile, requestId: Id, to: Grade, rationaleId: StatementId, policy: Policy, who: Who): Decision<IncidentEvent> =>
  accept(graded(file, to, rationaleId, requestId, policy, who));

export function decideRefuseSecond(file: IncidentFile, command: { requestId: Id; reasonId: StatementId }, who: Who): Decision<IncidentEvent> {
  const request = file.requests.find(({ id }) => id === command.requestId);
  if (request === undefined) return refuse('not-found');
  if (request.state !== 'waiting') return refuse('request-not-waiting');
  if (request.byId === who.staffId) return accept({ name: 'downgrade.withdrawn', at: who.now, byId: who.staffId, requestId: request.id });
  return accept({ name: 'downgrade.refused', at: who.now, byId: who.staffId, requestId: request.id, reasonId: command.reasonId });
}
