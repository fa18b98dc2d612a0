// The tables of one incident's file, column by column the domain's own fields; `incidentId` ties each to its incident.
import type { Assignment, DowngradeRequest, FollowUp, Handover, Id, Incident, Leg, PersonLink, Task, Warning } from '../../shared/domain/incident-file.ts';
import type { Kin, PersonMatch } from '../../shared/domain/kin.ts';
import type { MissingPerson, ReturnInterviewStep, RiskFact } from '../../shared/domain/missing.ts';
import { row } from '../database/row.ts';

type OfIncident<T> = T & { incidentId: Id };

export const IncidentRow = row<Incident & { version: number }>('incident', {
  id: 'key', version: 'int', night: 'text', number: 'int', state: 'text', door: 'text', reportedAt: 'instant', raisedAt: 'instant', raisedById: 'uuid', raisedDutyId: 'uuid', policyId: 'uuid', gradePolicyId: 'uuid',
  answers: 'json', proposedGrade: 'int', proposalReasons: 'texts', grade: 'int', gradedAt: 'instant', firstGradedAt: 'instant', strictest: 'int', dueAt: 'instant', attendedAt: 'instant', jointAt: 'instant',
  flags: 'texts', missingRisk: 'text', summaryId: 'uuid', locationId: 'uuid', districtCode: 'text', ownerId: 'uuid', ownerOrganisationId: 'uuid', restricted: 'bool', namedStaffIds: 'uuids',
  policeHaveItAt: 'instant', policeTakerId: 'uuid', policeReferenceId: 'uuid', ending: 'text', endedAt: 'instant', duplicateOfId: 'uuid', downgradeRequestId: 'uuid', notTaken: 'json',
});
export const PersonLinkRow = row<OfIncident<PersonLink>>('incident_person', { id: 'key', incidentId: 'uuid', personId: 'uuid', isChild: 'bool' });
export const TaskRow = row<OfIncident<Task>>('task', {
  id: 'key', incidentId: 'uuid', activity: 'text', kind: 'text', state: 'text', detailId: 'uuid', dueFrom: 'instant', dueAt: 'instant', addedAt: 'instant', outcome: 'text', outcomeId: 'uuid',
  outcomeAt: 'instant', seenPersonIds: 'uuids', notSeenPersonIds: 'uuids',
});
export const LegRow = row<OfIncident<Leg>>('leg', { id: 'key', incidentId: 'uuid', taskId: 'uuid', need: 'text', skills: 'texts', position: 'int' });
export const AssignmentRow = row<OfIncident<Assignment>>('assignment', {
  id: 'key', incidentId: 'uuid', taskId: 'uuid', legId: 'uuid', kind: 'text', staffId: 'uuid', dutyId: 'uuid', teamId: 'uuid', state: 'text', dispatchedAt: 'instant', dispatchedById: 'uuid',
  acceptedAt: 'instant', goingAt: 'instant', thereAt: 'instant', seenAt: 'instant', leftAt: 'instant', endedAt: 'instant', declineReason: 'text',
});
export const FollowUpRow = row<OfIncident<FollowUp>>('follow_up', {
  id: 'key', incidentId: 'uuid', taskId: 'uuid', cause: 'text', openedAt: 'instant', dueAt: 'instant', ownerId: 'uuid', decision: 'text', decidedAt: 'instant', decidedById: 'uuid',
});
export const DowngradeRequestRow = row<OfIncident<DowngradeRequest>>('downgrade_request', {
  id: 'key', incidentId: 'uuid', action: 'json', rationaleId: 'uuid', byId: 'uuid', at: 'instant', state: 'text', decidedById: 'uuid', decidedAt: 'instant',
});
export const HandoverRow = row<OfIncident<Handover>>('handover', {
  id: 'key', incidentId: 'uuid', receivingTeamId: 'uuid', state: 'text', sentById: 'uuid', sentAt: 'instant', dueAt: 'instant', packId: 'uuid', spokenWithId: 'uuid', takenById: 'uuid', takenAt: 'instant',
  takenBy: 'text', reasonId: 'uuid', rightTeamId: 'uuid', endedAt: 'instant',
});
export const WarningRow = row<OfIncident<Warning>>('warning', { id: 'key', incidentId: 'uuid', kind: 'text', sourceId: 'uuid', approvedById: 'uuid', at: 'instant', reviewAt: 'instant' });
export const KinRow = row<OfIncident<Kin>>('kin', { id: 'key', incidentId: 'uuid', personId: 'uuid', toId: 'uuid', kind: 'text', endedAt: 'instant' });
export const PersonMatchRow = row<OfIncident<PersonMatch>>('person_match', {
  id: 'key', incidentId: 'uuid', personId: 'uuid', otherId: 'uuid', reasonId: 'uuid', at: 'instant', byId: 'uuid', endedAt: 'instant', endedById: 'uuid',
});
export const MissingPersonRow = row<OfIncident<MissingPerson>>('missing_person', {
  id: 'key', incidentId: 'uuid', personId: 'uuid', reportedAt: 'instant', risk: 'text', assessedAt: 'instant', assessedById: 'uuid', locatedAt: 'instant', locatedNoteId: 'uuid', seenAt: 'instant', seenWell: 'bool',
  seenNoteId: 'uuid', interviewDueAt: 'instant', interviewWarnAt: 'instant', interview: 'text', preventionAt: 'instant', preventionById: 'uuid', endedAs: 'text', endedAt: 'instant', takerId: 'uuid',
});
export const RiskFactRow = row<OfIncident<RiskFact>>('risk_fact', { id: 'key', incidentId: 'uuid', missingId: 'uuid', factId: 'uuid', sourceId: 'uuid', givenAt: 'instant', at: 'instant', byId: 'uuid' });
export const ReturnInterviewStepRow = row<OfIncident<ReturnInterviewStep>>('return_interview_step', {
  id: 'key', incidentId: 'uuid', missingId: 'uuid', step: 'text', whoId: 'uuid', noteId: 'uuid', carersViewId: 'uuid', at: 'instant', byId: 'uuid',
});
