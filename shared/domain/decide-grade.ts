// Raising, assessing, grading and the second person (docs/practice.md, Grades). The report time never moves.
import { apply } from './apply-incident.ts';
import { accept, refuse, type Decision } from './decision.ts';
import { heldByCaller, passedOn } from './decide-incident.ts';
import { endingIsDowngrade, isDowngrade, strictestOf, type Grade } from './grade.ts';
import { dueAtFor, proposeGrade, type GradingFacts } from './grading.ts';
import { waitingRequest, type DowngradeAction, type Id, type Incident, type IncidentFile, type StatementId } from './incident-file.ts';
import type { IncidentEvent, IncidentEventOf } from './incident-event.ts';
import { minutesBetween, type Instant } from './instant.ts';
import type { Policy } from './policy.ts';

/** The policy that decides now, and the id by which a grade says that it rested on it. */
export interface PolicyInForce { id: Id; body: Policy }
export interface Who { staffId: Id; now: Instant }
export const LONGEST_LATE_ENTRY_MINUTES = 30 * 24 * 60;

export type Raise = Pick<IncidentEventOf<'incident.raised'>,
  'incidentId' | 'callId' | 'night' | 'number' | 'door' | 'reportedAt' | 'raisedDutyId' | 'summaryId' | 'locationId' | 'districtCode' | 'flags' | 'missingRisk' | 'answers' | 'ownerId' | 'ownerOrganisationId'>;

/** What is reported after now, or longer ago than a late entry may be, is raised by nobody. */
export const reportTimeRefused = (reportedAt: Instant, now: Instant): 'reported-in-future' | 'reported-too-long-ago' | null =>
  reportedAt > now ? 'reported-in-future' : minutesBetween(reportedAt, now) > LONGEST_LATE_ENTRY_MINUTES ? 'reported-too-long-ago' : null;

/** The proposal stands as the provisional grade from the first moment; the clock runs from the report. */
export function decideRaise(raise: Raise, policy: PolicyInForce, who: Who): Decision<IncidentEventOf<'incident.raised'>> {
  const impossible = reportTimeRefused(raise.reportedAt, who.now);
  if (impossible !== null) return refuse(impossible);
  const proposal = proposeGrade(policy.body, raise);
  return accept({
    name: 'incident.raised', at: who.now, byId: who.staffId, raisedById: who.staffId, ...raise, policyId: policy.id, proposedGrade: proposal.grade,
    proposalReasons: proposal.reasons.map((reason) => reason.code), dueAt: dueAtFor(policy.body, proposal.grade, raise.reportedAt),
  });
}

/** New information means a fresh assessment; a milder one never lowers the grade in force. */
export function decideAssess(file: IncidentFile, facts: GradingFacts, policy: PolicyInForce, who: Who): Decision<IncidentEvent> {
  if (file.incident.state === 'closed') return refuse('incident-closed');
  const event = assessed(file.incident, facts, policy, who);
  return accept<IncidentEvent>(...outdated(file, event.proposedGrade, who), event);
}

export interface GradeCommand { to: Grade; rationaleId: StatementId | null; mayOnlyUpgrade: boolean }

/** Confirms or changes the grade, by the policy in force. Anyone may upgrade; a downgrade needs a rationale and goes through {@link decideAskSecond}. */
export function decideGrade(file: IncidentFile, command: GradeCommand, policy: PolicyInForce, who: Who): Decision<IncidentEvent> {
  if (file.incident.state === 'closed') return refuse('incident-closed');
  if (command.mayOnlyUpgrade && command.to >= file.incident.grade) return refuse('only-upgrade');
  if (command.to === file.incident.grade && file.incident.gradedAt !== null && policy.id === file.incident.gradePolicyId) return refuse('grade-unchanged', { grade: String(file.incident.grade) });
  const afresh = proposedAfresh(file, policy, who);
  const { incident } = afresh.reduce(apply, file);
  if (command.to !== incident.proposedGrade && command.rationaleId === null) return refuse('rationale-needed');
  if (isDowngrade(incident, command.to)) return refuse('downgrade-needs-second-person', { grade: String(incident.grade) });
  return accept(...outdated(file, strictestOf(command.to, incident.strictest), who), ...afresh, graded(incident, command.to, command.rationaleId, null, policy, who));
}

/** Another policy has come into force since: what it proposes for what is known is said first, and is as strict a floor as any proposal. */
const proposedAfresh = (file: IncidentFile, policy: PolicyInForce, who: Who): IncidentEvent[] =>
  file.incident.policyId === policy.id ? [] : [assessed(file.incident, file.incident, policy, who)];

function assessed({ reportedAt }: Incident, facts: GradingFacts, policy: PolicyInForce, who: Who): IncidentEventOf<'incident.assessed'> {
  const proposal = proposeGrade(policy.body, facts);
  return {
    name: 'incident.assessed', at: who.now, byId: who.staffId, answers: facts.answers, policyId: policy.id, proposedGrade: proposal.grade,
    proposalReasons: proposal.reasons.map((reason) => reason.code), dueAt: dueAtFor(policy.body, proposal.grade, reportedAt),
  };
}

/** What a second person was asked before it got worse is taken back: they would agree to something else than was asked. */
function outdated(file: IncidentFile, to: Grade, who: Who): IncidentEvent[] {
  const request = waitingRequest(file);
  return request === undefined || to >= file.incident.strictest ? [] : [{ name: 'downgrade.withdrawn', at: who.now, byId: who.staffId, requestId: request.id }];
}

const graded = ({ grade, reportedAt }: Incident, to: Grade, rationaleId: StatementId | null, requestId: Id | null, policy: PolicyInForce, who: Who): IncidentEvent => ({
  name: 'incident.graded', at: who.now, byId: who.staffId, from: grade, to, policyId: policy.id, dueAt: dueAtFor(policy.body, to, reportedAt), rationaleId, requestId,
});

const isNeeded = (file: IncidentFile, action: DowngradeAction): boolean =>
  action.kind === 'grade' ? isDowngrade(file.incident, action.to) : endingIsDowngrade(file.incident);

/** A later grade is asked for against what the policy in force proposes, as {@link decideGrade} would refuse it. */
export function decideAskSecond(
  file: IncidentFile, command: { requestId: Id; action: DowngradeAction; rationaleId: StatementId }, who: Who, policy: PolicyInForce | null = null,
): Decision<IncidentEvent> {
  if (file.incident.state === 'closed') return refuse('incident-closed');
  if (waitingRequest(file) !== undefined) return refuse('request-waiting');
  const afresh = policy === null || command.action.kind !== 'grade' ? [] : proposedAfresh(file, policy, who);
  if (!isNeeded(afresh.reduce(apply, file), command.action)) return refuse('no-downgrade');
  if (command.action.kind === 'end' && command.action.duplicateOfId === file.incident.id) return refuse('duplicate-of-itself');
  const held = command.action.kind === 'end' ? cannotEndSo(file, command.action, who) : null;
  return held ?? accept(...afresh, { name: 'downgrade.requested', at: who.now, byId: who.staffId, requestId: command.requestId, action: command.action, rationaleId: command.rationaleId });
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

/** Carries out an agreed regrade, by the policy in force: two people agreed to the grade, whatever it proposes. */
export function gradeAsAgreed(file: IncidentFile, requestId: Id, to: Grade, rationaleId: StatementId, policy: PolicyInForce, who: Who): Decision<IncidentEvent> {
  const afresh = proposedAfresh(file, policy, who);
  return accept(...afresh, graded(afresh.reduce(apply, file).incident, to, rationaleId, requestId, policy, who));
}

export function decideRefuseSecond(file: IncidentFile, command: { requestId: Id; reasonId: StatementId }, who: Who): Decision<IncidentEvent> {
  const request = file.requests.find(({ id }) => id === command.requestId);
  if (request === undefined) return refuse('not-found');
  if (request.state !== 'waiting') return refuse('request-not-waiting');
  if (request.byId === who.staffId) return accept({ name: 'downgrade.withdrawn', at: who.now, byId: who.staffId, requestId: request.id });
  return accept({ name: 'downgrade.refused', at: who.now, byId: who.staffId, requestId: request.id, reasonId: command.reasonId });
}
