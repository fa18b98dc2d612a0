// Folds events into the state of an incident: the same function writes the row and replays the log.
import { withVisit, withVisitsSettled } from './booked-visit.ts';
import { applyCheck } from './check.ts';
import { isLive, legsOf, openFollowUps, type Assignment, type AssignmentState, type Handover, type Id, type Incident, type IncidentFile, type Task } from './incident-file.ts';
import type { IncidentEvent, IncidentEventOf } from './incident-event.ts';
import { withAdvice } from './advice.ts';
import { withNews, withNewsReopened } from './closed-news.ts';
import { withReview } from './closed-review.ts';
import { withWarningsRead } from './crew-safety.ts';
import { strictestOf } from './grade.ts';
import { withInstruction, withInstructionsOver } from './instruction.ts';
import { applyKin } from './kin.ts';
import { withLead } from './lead.ts';
import { applyMissing, isMissingEvent } from './missing.ts';
import { withPromise, withPromisesDoubted, withPromisesOver } from './promise.ts';
import { withMeeting } from './meeting-point.ts';
import { withParting } from './parting.ts';
import { withReservation, withReservationsSettled } from './reservation.ts';
import { withSolo, withSolosSettled } from './solo-first.ts';
import { withStay } from './stay.ts';
import { withReassessAsked, withReassessed } from './reassess.ts';
import { earliest, latest, type Instant } from './instant.ts';

const onIncident = (file: IncidentFile, change: Partial<Incident>): IncidentFile => ({ ...file, incident: { ...file.incident, ...change } });

const replaced = <T extends { id: Id }>(items: readonly T[], id: Id, fields: Partial<T>): readonly T[] =>
  items.map((item) => (item.id === id ? { ...item, ...fields } : item));
const onTask = (file: IncidentFile, id: Id, fields: Partial<Task>): IncidentFile => ({ ...file, tasks: replaced(file.tasks, id, fields) });
const onAssignment = (file: IncidentFile, id: Id, fields: Partial<Assignment>): IncidentFile => ({ ...file, assignments: replaced(file.assignments, id, fields) });
const onHandover = (file: IncidentFile, id: Id, fields: Partial<Handover>): IncidentFile => ({ ...file, handovers: replaced(file.handovers, id, fields) });

/** Which moment each state stamps; going back clears the later ones. */
const STAMPS = { accepted: 'acceptedAt', going: 'goingAt', there: 'thereAt', left: 'leftAt' } as const satisfies Partial<Record<AssignmentState, keyof Assignment>>;
const ORDER = ['dispatched', 'accepted', 'going', 'there', 'left'] as const satisfies readonly AssignmentState[];

export const apply = (file: IncidentFile | null, event: IncidentEvent): IncidentFile => withReservationsSettled(withSolosSettled(withVisitsSettled(applied(file, event), event.at), event.at), event.at);

function applied(file: IncidentFile | null, event: IncidentEvent): IncidentFile {
  if (event.name === 'incident.raised') return raised(event, event.at);
  if (event.name === 'incident.imported') return imported(event);
  if (file === null) throw new Error(`${event.name} before incident.raised`);
  if (isMissingEvent(event)) return applyMissing(file, event);
  switch (event.name) {
    case 'incident.assessed': return regraded(file, onIncident(file, assessed(file.incident, event)), event.at);
    case 'incident.graded': return regraded(file, onIncident(file, {
      grade: event.to, gradePolicyId: event.policyId ?? file.incident.policyId, dueAt: event.dueAt, gradedAt: event.at, firstGradedAt: file.incident.firstGradedAt ?? event.at,
      downgradeRequestId: event.requestId ?? file.incident.downgradeRequestId,
      strictest: event.requestId === null ? strictestOf(file.incident.strictest, event.to) : event.to,
    }), event.at);
    case 'incident.corrected': {
      const { name: _n, at: _a, byId: _b, reasonId: _r, ...fields } = event;
      return onIncident(file, fields);
    }
    case 'incident.noted': case 'incident.calledAgain': case 'incident.toldApart': case 'incident.reportedLate': case 'alarm.fired': case 'alarm.acknowledged': case 'alarm.putOff': case 'alarm.climbed': case 'alarm.released': case 'alarm.spoken': case 'crew.sosSent': case 'crew.sosEnded': case 'crew.sentAlone': case 'crew.sentDespite': return file;
    case 'incident.ownerChanged': return onIncident(withFollowUpsOf(file, event.ownerId), owned(file.incident, event.ownerId, event.ownerOrganisationId));
    case 'incident.passedToPolice': return onIncident(file, { policeHaveItAt: event.takenAt ?? event.at, policeTakerId: event.takerId, policeReferenceId: event.referenceId });
    case 'incident.restricted': return onIncident(file, { restricted: true, namedStaffIds: event.namedStaffIds });
    case 'incident.unrestricted': return onIncident(file, { restricted: false, namedStaffIds: [] });
    case 'incident.ended': return onIncident(withPromisesOver(endTasks(file, event.ending === 'taken-over' ? 'handed-over' : 'cancelled'), event.at, event.byId), {
      state: 'closed', ending: event.ending, endedAt: event.at, duplicateOfId: event.duplicateOfId, downgradeRequestId: event.requestId ?? file.incident.downgradeRequestId,
    });
    case 'incident.reopened': return onIncident(withNewsReopened(file, event), { state: 'open', ending: null, endedAt: null, duplicateOfId: null, notTaken: null });
    case 'downgrade.requested': return { ...file, requests: [...file.requests, {
      id: event.requestId, action: event.action, rationaleId: event.rationaleId, byId: event.byId, at: event.at, state: 'waiting', decidedById: null, decidedAt: null,
    }] };
    case 'downgrade.agreed': return decidedRequest(file, event, 'agreed');
    case 'downgrade.refused': return decidedRequest(file, event, 'refused');
    case 'downgrade.withdrawn': return decidedRequest(file, event, 'withdrawn');
    case 'person.linked': return { ...file, people: [...file.people, { id: event.linkId, personId: event.personId, isChild: event.isChild }] };
    case 'person.described': return { ...file, people: replaced(file.people, event.linkId, { isChild: event.isChild }) };
    case 'person.related': case 'person.unrelated': case 'person.matched': case 'person.unmatched': return applyKin(file, event);
    case 'check.asked': case 'check.answered': case 'check.unanswered': case 'check.struckOut': return { ...file, checks: applyCheck(file.checks, event) };
    case 'incident.notTaken': return onIncident(file, { notTaken: { takerId: event.takerId, serviceId: event.serviceId, toldAt: event.toldAt, callerToldId: event.callerToldId, reasons: event.reasons } });
    case 'warning.recorded': return { ...file, warnings: [...file.warnings, {
      id: event.warningId, kind: event.kind, sourceId: event.sourceId, approvedById: event.byId, at: event.at, reviewAt: event.reviewAt,
    }] };
    case 'warning.reviewed': return { ...file, warnings: replaced(file.warnings, event.warningId, { reviewAt: event.reviewAt }) };
    case 'task.added': return {
      ...file,
      tasks: [...file.tasks, {
        id: event.taskId, activity: event.activity, kind: event.kind, state: 'open', detailId: event.detailId, dueFrom: event.dueFrom, dueAt: event.dueAt, addedAt: event.at,
        outcome: null, outcomeId: null, outcomeAt: null, seenPersonIds: [], notSeenPersonIds: [],
      }],
      legs: [...file.legs, ...event.legs.map((leg, position) => ({ id: leg.id, taskId: event.taskId, need: leg.need, skills: leg.skills ?? [], position }))],
    };
    case 'leg.skillsSet': return { ...file, legs: replaced(file.legs, event.legId, { skills: event.skills }) };
    case 'task.cancelled': return onTask(file, event.taskId, { state: 'cancelled' });
    case 'task.outcomeRecorded': return onTask(file, event.taskId, {
      outcome: event.outcome, outcomeId: event.noteId, outcomeAt: event.at, seenPersonIds: event.seenPersonIds, notSeenPersonIds: event.notSeenPersonIds,
    });
    case 'task.finished': return onTask(file, event.taskId, { state: 'done' });
    case 'assignment.dispatched': return { ...file, assignments: [...file.assignments, {
      id: event.assignmentId, taskId: event.taskId, legId: event.legId, kind: event.kind, staffId: event.staffId, dutyId: event.dutyId, teamId: event.teamId,
      state: 'dispatched', dispatchedAt: event.at, dispatchedById: event.byId, acceptedAt: null, goingAt: null, thereAt: null, seenAt: null, leftAt: null, endedAt: null, declineReason: null,
    }] };
    case 'assignment.advanced': return measured(onAssignment(file, event.assignmentId, {
      state: event.to, [STAMPS[event.to]]: event.at, ...(event.to === 'left' ? { endedAt: event.at } : {}),
    }));
    case 'assignment.declined': return onAssignment(file, event.assignmentId, { state: 'declined', endedAt: event.at, declineReason: event.reason });
    case 'assignment.stoodDown': return onAssignment(file, event.assignmentId, { state: 'stood-down', endedAt: event.at });
    case 'assignment.sawPeople': return onTask(
      onAssignment(file, event.assignmentId, { seenAt: event.seenPersonIds.length > 0 ? event.at : null }), event.taskId, { seenPersonIds: event.seenPersonIds, notSeenPersonIds: event.notSeenPersonIds },
    );
    case 'assignment.corrected': return measured(onAssignment(file, event.assignmentId, steppedBack(event.to)), event.dueAtIfUnattended);
    case 'followUp.opened': return { ...file, followUps: [...file.followUps, {
      id: event.followUpId, taskId: event.taskId, cause: event.cause, openedAt: event.at, dueAt: event.dueAt, ownerId: event.ownerId, decision: null, decidedAt: null, decidedById: null,
    }] };
    case 'followUp.decided': return { ...file, followUps: replaced(file.followUps, event.followUpId, { decision: event.decision, decidedAt: event.at, decidedById: event.byId }) };
    case 'handover.sent': return { ...file, handovers: [...file.handovers, {
      id: event.handoverId, receivingTeamId: event.receivingTeamId, state: 'sent', sentById: event.sentById, sentAt: event.at, dueAt: event.dueAt, packId: event.packId, spokenWithId: event.spokenWithId,
      takenById: null, takenAt: null, takenBy: null, reasonId: null, rightTeamId: null, endedAt: null,
    }] };
    case 'handover.takenOver': return onIncident(
      onHandover(withFollowUpsOf(file, event.takenById), event.handoverId, { state: 'taken-over', takenById: event.takenById, takenAt: event.at, takenBy: event.by, endedAt: event.at }),
      owned(file.incident, event.takenById, event.ownerOrganisationId),
    );
    case 'handover.rejected': return onHandover(file, event.handoverId, { state: 'rejected', reasonId: event.reasonId, rightTeamId: event.rightTeamId, endedAt: event.at });
    case 'handover.withdrawn': return onHandover(file, event.handoverId, { state: 'withdrawn', reasonId: event.reasonId, endedAt: event.at });
    case 'promise.made': case 'promise.kept': return withPromise(file, event);
    case 'advice.given': return withAdvice(file, event);
    case 'lead.named': case 'lead.taken': case 'lead.disputed': case 'lead.answered': return withLead(file, event);
    case 'instruction.given': case 'instruction.read': return withInstruction(file, event);
    case 'reassess.asked': return withReassessAsked(file, event);
    case 'news.arrived': case 'news.handedOn': case 'news.decided': return withNews(file, event);
    case 'crew.warningsRead': return withWarningsRead(file, event);
    case 'crew.parted': case 'crew.together': return withParting(file, event);
    case 'solo.begun': return withSolo(file, event);
    case 'meeting.agreed': case 'meeting.calledOff': return withMeeting(file, event);
    case 'reservation.made': case 'reservation.ended': return withReservation(file, event);
    case 'stay.set': case 'stay.leaving': case 'stay.checkedIn': return withStay(file, event);
    case 'review.made': return withReview(file, event);
    case 'visit.booked': case 'visit.moved': case 'visit.cancelled': case 'window.said': return withVisit(file, event);
  }
}

export const applyAll = (file: IncidentFile | null, events: readonly IncidentEvent[]): IncidentFile => {
  const result = events.reduce<IncidentFile | null>(apply, file);
  if (result === null) throw new Error('no events to apply');
  return result;
};

function raised(event: IncidentEventOf<'incident.raised'>, raisedAt: Instant): IncidentFile {
  const { name: _n, at: _a, byId: _b, callId: _c, incidentId, ...fields } = event;
  return {
    incident: {
      ...fields, id: incidentId, gradePolicyId: event.policyId, state: 'open', raisedAt, grade: event.proposedGrade, strictest: event.proposedGrade, gradedAt: null, firstGradedAt: null, attendedAt: null, jointAt: null,
      restricted: false, namedStaffIds: [], policeHaveItAt: null, policeTakerId: null, policeReferenceId: null, ending: null, endedAt: null, duplicateOfId: null, downgradeRequestId: null, notTaken: null,
    },
    people: [], tasks: [], legs: [], assignments: [], followUps: [], requests: [], handovers: [], warnings: [], checks: [], missing: [], riskFacts: [], interviewSteps: [], kin: [], matches: [],
    promises: [], advice: [], leads: [], instructions: [], reassessments: [], news: [], reviews: [], visits: [], windows: [], stays: [], partings: [], solos: [], meetings: [], reservations: [], warningReads: [],
  };
}

/** It ran its course elsewhere: its times are those, and it was graded there for whoever may see what is graded. */
function imported({ people, grade, endedAt, noteId: _note, ...event }: IncidentEventOf<'incident.imported'>): IncidentFile {
  const file = raised({ ...event, name: 'incident.raised' }, event.reportedAt);
  const given = grade === null ? {} : { grade, strictest: grade, gradedAt: event.reportedAt };
  return {
    ...file, people: people.map(({ linkId, personId, isChild }) => ({ id: linkId, personId, isChild })),
    incident: { ...file.incident, ...given, firstGradedAt: event.reportedAt, state: 'closed', ending: 'elsewhere', endedAt },
  };
}

/** Somebody has looked afresh; where the grade in force is another, what the caller and the crew were told may no longer be so. */
function regraded(before: IncidentFile, after: IncidentFile, at: Instant): IncidentFile {
  const looked = withReassessed(after, at);
  if (after.incident.grade === before.incident.grade) return looked;
  const told = withPromisesDoubted(looked, at);
  return before.incident.grade === 1 ? withInstructionsOver(told, at) : told;
}

/** New information may raise the grade in force at once, provisionally; it never lowers it. */
function assessed(incident: Incident, event: IncidentEventOf<'incident.assessed'>): Partial<Incident> {
  const common = { answers: event.answers, policyId: event.policyId, proposedGrade: event.proposedGrade, proposalReasons: event.proposalReasons };
  if (event.proposedGrade >= incident.grade) return { ...common, strictest: strictestOf(incident.strictest, event.proposedGrade) };
  return { ...common, gradePolicyId: event.policyId, grade: event.proposedGrade, strictest: strictestOf(incident.strictest, event.proposedGrade), gradedAt: null, dueAt: event.dueAt };
}

/** Whoever owns a restricted incident is among those named: nobody holds what they cannot see. */
const owned = (incident: Incident, ownerId: Id, ownerOrganisationId: Id): Partial<Incident> => ({
  ownerId, ownerOrganisationId, ...(incident.restricted && !incident.namedStaffIds.includes(ownerId) ? { namedStaffIds: [...incident.namedStaffIds, ownerId] } : {}),
});

/** What nobody has decided yet goes with the incident: its owner is on duty, whoever opened it may be at home. */
const withFollowUpsOf = (file: IncidentFile, ownerId: Id): IncidentFile =>
  (openFollowUps(file).length === 0 ? file : { ...file, followUps: file.followUps.map((followUp) => (followUp.decision === null ? { ...followUp, ownerId } : followUp)) });

const endTasks = (file: IncidentFile, state: 'handed-over' | 'cancelled'): IncidentFile => ({
  ...file, tasks: file.tasks.map((task) => (task.state === 'open' ? { ...task, state } : task)),
});

const decidedRequest = (file: IncidentFile, event: { requestId: Id; byId: Id; at: Instant }, state: 'agreed' | 'refused' | 'withdrawn'): IncidentFile =>
  ({ ...file, requests: replaced(file.requests, event.requestId, { state, decidedById: event.byId, decidedAt: event.at }) });

function steppedBack(to: AssignmentState): Partial<Assignment> {
  const kept = ORDER.findIndex((state) => state === to);
  const cleared = ORDER.slice(kept + 1).map((state) => (state === 'dispatched' ? null : [STAMPS[state], null] as const)).filter((pair) => pair !== null);
  return { state: to, endedAt: null, ...Object.fromEntries(cleared), ...(kept < ORDER.indexOf('there') ? { seenAt: null } : {}) };
}

/** First arrival is the earliest on any task; joint arrival when every leg of one task has somebody there. */
function measured(file: IncidentFile, dueAtIfUnattended: Instant | null = null): IncidentFile {
  const there = file.assignments.filter((assignment) => assignment.thereAt !== null);
  const attendedAt = earliest(there.map((assignment) => assignment.thereAt));
  const jointAt = earliest(file.tasks.map((task) => {
    const legs = legsOf(file, task.id);
    const arrivals = legs.map((leg) => earliest(there.filter((assignment) => assignment.legId === leg.id).map((assignment) => assignment.thereAt)));
    return legs.length < 2 || arrivals.includes(null) ? null : latest(arrivals);
  }));
  // An arrival taken back leaves the incident unattended again: a grade that was loosened meanwhile falls back to the strictest.
  const fallsBack = attendedAt === null && file.incident.attendedAt !== null && file.incident.grade > file.incident.strictest;
  return onIncident(file, { attendedAt, jointAt, ...(fallsBack ? { grade: file.incident.strictest, gradedAt: null, dueAt: dueAtIfUnattended } : {}) });
}

export const liveAssignmentsOf = (file: IncidentFile, taskId?: Id): Assignment[] =>
  file.assignments.filter((assignment) => isLive(assignment) && (taskId === undefined || assignment.taskId === taskId));
