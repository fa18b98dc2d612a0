// An incident's file as the deciding rules want it, made from what the screen was shown, so that a button can ask the
// very rule that the server will ask. Fields that no view carries are blank here: the rules asked here read none of them.
import type { DowngradeAction, IncidentFile } from '../../../shared/domain/incident-file.ts';
import type { IncidentView } from '../../../shared/protocol/views.ts';

const NOT_SHOWN = '';

function actionOf(request: IncidentView['requests'][number]): DowngradeAction {
  if (request.kind === 'end') return { kind: 'end', ending: request.ending === null || request.ending === 'taken-over' || request.ending === 'elsewhere' ? 'settled' : request.ending, duplicateOfId: null };
  if (request.kind === 'grade') return { kind: 'grade', to: request.toGrade ?? 4 };
  return { kind: 'hand-over', receivingTeamId: NOT_SHOWN, dueAt: request.at };
}

const missingOf = ({ missing }: IncidentView): Pick<IncidentFile, 'missing' | 'riskFacts' | 'interviewSteps'> => ({
  missing: missing.map(({ facts: _f, interviewSteps: _s, ...one }) => ({ ...one, assessedById: one.assessedBy.staffId, locatedNoteId: null, seenNoteId: null, interviewWarnAt: null, preventionById: null, takerId: null })),
  riskFacts: [], interviewSteps: [],
});

export function fileOf(view: IncidentView): IncidentFile {
  const kindOf = (taskId: string) => view.tasks.find(({ id }) => id === taskId)?.kind ?? 'visit';
  return {
    incident: {
      ...view, number: Number(view.ref.slice(-4)), raisedById: view.raisedBy.staffId, raisedDutyId: null, firstGradedAt: view.gradedAt,
      summaryId: NOT_SHOWN, locationId: view.checks.locationId, districtCode: view.location?.districtCode ?? null, ownerId: view.owner.staffId, ownerOrganisationId: NOT_SHOWN,
      namedStaffIds: [], policeTakerId: null, policeReferenceId: null, downgradeRequestId: null, notTaken: null,
    },
    people: view.people.map((person) => ({ ...person, id: person.personId })),
    tasks: view.tasks.map((task) => ({ ...task, detailId: null, outcomeId: null, addedAt: view.raisedAt })),
    legs: view.legs,
    assignments: view.assignments.map((assignment) => ({ ...assignment, kind: kindOf(assignment.taskId), dispatchedById: NOT_SHOWN })),
    followUps: view.followUps.map((followUp) => ({ ...followUp, ownerId: followUp.owner.staffId, decidedById: followUp.decidedBy?.staffId ?? null })),
    requests: view.requests.map((request) => ({ ...request, action: actionOf(request), rationaleId: NOT_SHOWN, byId: request.by.staffId, decidedById: request.decidedBy?.staffId ?? null })),
    handovers: view.handovers.map((handover) => ({
      ...handover, sentById: NOT_SHOWN, packId: NOT_SHOWN, spokenWithId: null, takenById: null, takenAt: null, takenBy: null, reasonId: null, rightTeamId: null, endedAt: null,
    })),
    promises: view.promises.map((promise) => ({ ...promise, saidId: NOT_SHOWN, madeById: promise.madeBy.staffId, endedById: null })),
    advice: view.advice.map((advice) => ({ ...advice, serviceId: null, saidId: NOT_SHOWN, byId: advice.by.staffId })),
    leads: view.leads.map((lead) => ({
      ...lead, byId: lead.by.staffId, takerId: lead.taker === null ? null : NOT_SHOWN, referenceId: null, disputeWithId: lead.disputeWith === null ? null : NOT_SHOWN, answererId: lead.answerer === null ? null : NOT_SHOWN,
    })),
    instructions: view.instructions.map((instruction) => ({ ...instruction, byId: instruction.by.staffId })),
    reassessments: view.reassessments.map((one) => ({ ...one, noteId: null, askedById: one.askedBy.staffId })),
    news: view.news.map((news) => ({ ...news, ownerId: news.owner.staffId, reasonId: null, linkedToId: null, decidedById: news.decidedBy?.staffId ?? null })),
    reviews: [],
    partings: [],
    warningReads: view.warningReads,
    reservations: view.reservations.map((one) => ({ ...one, heldById: one.heldBy.staffId })),
    solos: view.solos.map((solo) => ({ ...solo, byId: solo.by.staffId, reasonId: NOT_SHOWN })),
    meetings: view.meetings.map((meeting) => ({ ...meeting, whereId: NOT_SHOWN, setById: meeting.setBy.staffId })),
    stays: view.stays.map((stay) => ({ ...stay, checkedInById: stay.checkedInBy?.staffId ?? null })),
    visits: view.visits.map(({ name: _name, profession: _profession, bookedBy, ...visit }) => ({ ...visit, bookedById: bookedBy.staffId })),
    windows: view.windows.map(({ said: _said, saidBy, ...window }) => ({ ...window, saidId: NOT_SHOWN, saidById: saidBy.staffId })),
    kin: view.kin.map((kin) => ({ ...kin, endedAt: null })),
    matches: [],
    ...missingOf(view),
    warnings: view.warnings.map((warning) => ({ ...warning, sourceId: NOT_SHOWN, approvedById: warning.approvedBy.staffId })),
    checks: view.checks.items.map((check) => ({ ...check, askedById: check.askedBy.staffId, endedById: check.endedBy?.staffId ?? null, answererId: null, wordsId: null })),
  };
}
