// What is decided and reported about somebody missing. Facts from a device are never refused: what no longer fits is kept as a late report (docs/practice.md, Missing people).
import { accept, refuse, type Decision } from './decision.ts';
import type { Reporter } from './decide-attendance.ts';
import { decideAssess, type Who } from './decide-grade.ts';
import type { Id, IncidentFile, StatementId } from './incident-file.ts';
import type { IncidentEvent, LateFact } from './incident-event.ts';
import { MISSING_RISKS, type MissingRisk } from './incident-words.ts';
import { heldBetween, plusMinutes, type Instant } from './instant.ts';
import { isUnconfirmed, unconfirmedOf, type InterviewStep, type MissingPerson } from './missing.ts';
import type { Policy } from './policy.ts';
import { askReassess } from './reassess.ts';

type Clocks = Pick<Policy, 'clocks'>;
type PolicyInForce = { id: Id; body: Policy };
const find = (file: IncidentFile, missingId: Id): MissingPerson | undefined => file.missing.find(({ id }) => id === missingId);

/** The incident is graded by the highest risk of those who are still missing; a milder one is kept, and lowers no grade. */
function gradedByRisk(file: IncidentFile, risks: readonly MissingRisk[], reasonId: StatementId, policy: PolicyInForce, who: Who): IncidentEvent[] {
  const missingRisk = MISSING_RISKS.findLast((risk) => risks.includes(risk)) ?? file.incident.missingRisk;
  const assessed = decideAssess(file, { answers: file.incident.answers, flags: file.incident.flags, missingRisk }, policy, who);
  if (!assessed.accepted) return [];
  return missingRisk === file.incident.missingRisk ? [...assessed.events] : [{ name: 'incident.corrected', at: who.now, byId: who.staffId, missingRisk, reasonId }, ...assessed.events];
}

export function decideReportMissing(file: IncidentFile, command: { missingId: Id; personId: Id; risk: MissingRisk; reasonId: StatementId }, policy: PolicyInForce, who: Who): Decision<IncidentEvent> {
  if (file.incident.state === 'closed') return refuse('incident-closed');
  if (!file.people.some(({ personId }) => personId === command.personId)) return refuse('not-found');
  if (unconfirmedOf(file).some(({ personId }) => personId === command.personId)) return refuse('missing-already');
  const { reasonId, ...reported } = command;
  return accept<IncidentEvent>({ name: 'missing.reported', at: who.now, byId: who.staffId, ...reported },
    ...gradedByRisk(file, [...unconfirmedOf(file).map(({ risk }) => risk), command.risk], reasonId, policy, who));
}

/** Missing, and nobody has assessed the risk yet: as a medium one until somebody has. */
export const UNASSESSED: MissingRisk = 'medium';

/** Those said to be missing as the call is taken; where only the risk is said, whoever is named first. */
export function missingWhenRaised(people: readonly { personId: Id; isMissing: boolean }[], risk: MissingRisk | null, newId: () => Id, who: Who): IncidentEvent[] {
  const said = people.filter(({ isMissing }) => isMissing);
  const missing = said.length > 0 || risk === null ? said : people.slice(0, 1);
  return missing.map(({ personId }) => ({ name: 'missing.reported', at: who.now, byId: who.staffId, missingId: newId(), personId, risk: risk ?? UNASSESSED }));
}

/** A risk said of the incident as a whole: it is the one missing person's, or, where nobody is recorded as missing yet, that of whoever is named first. */
export function missingToMatch(file: IncidentFile, risk: MissingRisk | null, command: { missingId: Id; reasonId: StatementId }, who: Who): IncidentEvent[] {
  if (risk === null) return [];
  const [first, ...others] = unconfirmedOf(file);
  const person = file.people[0];
  if (first !== undefined) return others.length > 0 || first.risk === risk ? [] : [{ name: 'missing.assessed', at: who.now, byId: who.staffId, missingId: first.id, risk, reasonId: command.reasonId }];
  return file.missing.length > 0 || person === undefined ? [] : [{ name: 'missing.reported', at: who.now, byId: who.staffId, missingId: command.missingId, personId: person.personId, risk }];
}

export function decideAssessMissing(file: IncidentFile, command: { missingId: Id; risk: MissingRisk; reasonId: StatementId }, policy: PolicyInForce, who: Who): Decision<IncidentEvent> {
  const missing = find(file, command.missingId);
  if (missing === undefined) return refuse('not-found');
  if (file.incident.state === 'closed') return refuse('incident-closed');
  if (!isUnconfirmed(missing)) return refuse('missing-ended');
  const others = unconfirmedOf(file).filter((one) => one !== missing).map(({ risk }) => risk);
  return accept<IncidentEvent>({ name: 'missing.assessed', at: who.now, byId: who.staffId, ...command }, ...gradedByRisk(file, [...others, command.risk], command.reasonId, policy, who));
}

/** Given before it was written down, never after. While somebody is still missing it asks for a fresh assessment. */
export function decideRiskFact(file: IncidentFile, command: { riskFactId: Id; missingId: Id; factId: StatementId; sourceId: StatementId; givenAt: Instant | null; reassessId: Id }, { clocks }: Clocks, who: Reporter): Decision<IncidentEvent> {
  const missing = find(file, command.missingId);
  if (missing === undefined) return refuse('not-found');
  if (command.givenAt !== null && command.givenAt > who.now) return refuse('reported-in-future');
  const at = heldBetween('', who.happenedAt, who.now);
  const { reassessId, ...added } = command;
  return accept<IncidentEvent>({ name: 'missing.factAdded', at, byId: who.staffId, ...added, givenAt: command.givenAt ?? at },
    ...(isUnconfirmed(missing) ? askReassess(file, { reassessId, cause: 'risk-fact', noteId: command.factId }, clocks, who) : []));
}

export interface Found { missingId: Id; noteId: StatementId | null }

const located = (missing: MissingPerson, noteId: StatementId | null, { clocks }: Clocks, at: Instant, who: Who): IncidentEvent => {
  const interviewDueAt = plusMinutes(at, clocks.returnInterview);
  return { name: 'missing.located', at, byId: who.staffId, missingId: missing.id, noteId, interviewDueAt, interviewWarnAt: plusMinutes(interviewDueAt, -clocks.returnInterviewWarning) };
};
const lateReport = (fact: LateFact, noteId: StatementId | null, who: Reporter): Decision<IncidentEvent> =>
  accept({ name: 'incident.reportedLate', at: heldBetween('', who.happenedAt, who.now), byId: who.staffId, assignmentId: null, fact, noteId });

/** Found is not yet seen: they stay missing until somebody has seen that they are well. */
export function decideLocated(file: IncidentFile, command: Found, policy: Clocks, who: Reporter): Decision<IncidentEvent> {
  const missing = find(file, command.missingId);
  if (missing === undefined) return refuse('not-found');
  const fits = file.incident.state === 'open' && missing.endedAs === null && missing.locatedAt === null;
  if (fits) return accept(located(missing, command.noteId, policy, heldBetween(missing.reportedAt, who.happenedAt, who.now), who));
  if (who.fromDevice === true) return lateReport('located', command.noteId, who);
  return refuse(file.incident.state === 'closed' ? 'incident-closed' : missing.endedAs !== null ? 'missing-ended' : 'located-already');
}

/** Whoever is seen has been found. Not well: they stay missing in the record until somebody has seen that they are. */
export function decideSeenMissing(file: IncidentFile, command: Found & { well: boolean }, policy: Clocks, who: Reporter): Decision<IncidentEvent> {
  const missing = find(file, command.missingId);
  if (missing === undefined) return refuse('not-found');
  const fits = file.incident.state === 'open' && isUnconfirmed(missing);
  if (!fits) {
    if (who.fromDevice === true) return lateReport('seen', command.noteId, who);
    return refuse(file.incident.state === 'closed' ? 'incident-closed' : 'missing-ended');
  }
  const at = heldBetween(missing.locatedAt ?? missing.reportedAt, who.happenedAt, who.now);
  const found = missing.locatedAt === null ? [located(missing, null, policy, at, who)] : [];
  return accept<IncidentEvent>(...found, { name: 'missing.seen', at, byId: who.staffId, missingId: missing.id, well: command.well, noteId: command.noteId });
}

/** A wrong button, or somebody else: missing again, and the interview's clock with it. */
export function decideNotFound(file: IncidentFile, command: { missingId: Id; reasonId: StatementId }, who: Who): Decision<IncidentEvent> {
  const missing = find(file, command.missingId);
  if (missing === undefined) return refuse('not-found');
  if (file.incident.state === 'closed') return refuse('incident-closed');
  if (missing.endedAs !== null || missing.interview !== null) return refuse('missing-ended');
  if (missing.locatedAt === null) return refuse('not-located-yet');
  return accept({ name: 'missing.notFound', at: who.now, byId: who.staffId, ...command });
}

export interface RecordInterview {
  stepId: Id; missingId: Id; step: InterviewStep; whoId: StatementId; noteId: StatementId | null; carersViewId: StatementId | null;
  /** Of the placement and of the police: only such a one holds it. */
  independent: boolean;
}

export function decideInterview(file: IncidentFile, { independent, ...command }: RecordInterview, who: Who): Decision<IncidentEvent> {
  const missing = find(file, command.missingId);
  if (missing === undefined) return refuse('not-found');
  if (file.incident.state === 'closed') return refuse('incident-closed');
  if (missing.endedAs !== null) return refuse('missing-ended');
  if (missing.locatedAt === null) return refuse('not-located-yet');
  if (missing.interview !== null) return refuse('already-decided');
  if (command.step === 'held' && !independent) return refuse('interviewer-not-independent');
  if (command.step === 'refused' && command.carersViewId === null) return refuse('carers-view-needed');
  return accept({ name: 'missing.interviewRecorded', at: who.now, byId: who.staffId, ...command });
}

export function decidePrevention(file: IncidentFile, command: { missingId: Id; whoId: StatementId; noteId: StatementId | null }, who: Who): Decision<IncidentEvent> {
  const missing = find(file, command.missingId);
  if (missing === undefined) return refuse('not-found');
  if (file.incident.state === 'closed') return refuse('incident-closed');
  if (missing.locatedAt === null) return refuse('not-located-yet');
  if (missing.preventionAt !== null) return refuse('already-decided');
  return accept({ name: 'missing.preventionRecorded', at: who.now, byId: who.staffId, ...command });
}

/** Handed on: a named person elsewhere has the search. Not missing: it was recorded by mistake. */
export function decideEndMissing(file: IncidentFile, command: { missingId: Id; endedAs: 'handed-on' | 'not-missing'; takerId: StatementId | null; reasonId: StatementId }, who: Who): Decision<IncidentEvent> {
  const missing = find(file, command.missingId);
  if (missing === undefined) return refuse('not-found');
  if (file.incident.state === 'closed') return refuse('incident-closed');
  if (missing.endedAs !== null || missing.interview !== null) return refuse('missing-ended');
  if (command.endedAs === 'handed-on' && !isUnconfirmed(missing)) return refuse('missing-ended');
  if (command.endedAs === 'handed-on' && command.takerId === null) return refuse('taker-needed');
  return accept({ name: 'missing.ended', at: who.now, byId: who.staffId, ...command });
}
