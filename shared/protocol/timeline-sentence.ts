// What each line of an incident's log says on screen: one catalogue, keyed by the event's name.
import { ACTIVITIES } from '../domain/activity.ts';
import { ALARM_CAUSES } from '../domain/alarm.ts';
import { isCheckEvent } from '../domain/check.ts';
import { clockTime, dateOf } from '../domain/duty-night.ts';
import { DECLINE_NAMES, DOOR_NAMES, ENDING_NAMES, FOLLOW_UP_NAMES, MISSING_RISK_NAMES, OUTCOME_NAMES, WARNING_NAMES } from '../domain/incident-words.ts';
import { elapsedText } from '../domain/elapsed-text.ts';
import type { Grade } from '../domain/grade.ts';
import { enteredLateMinutes } from '../domain/late-entry.ts';
import type { AssignmentState, Id } from '../domain/incident-file.ts';
import { legWords, skillWords } from '../domain/leg-needs.ts';
import { KIN_NAMES } from '../domain/kin.ts';
import { INTERVIEW_STEP_NAMES } from '../domain/missing.ts';
import type { IncidentEvent, IncidentEventOf } from '../domain/incident-event.ts';
import { ON_CALL_NAMES } from '../domain/on-call.ts';
import { CLIMBED_BECAUSE_WORDS } from '../domain/standing-alarm.ts';

import { checkSentence } from './check-sentence.ts';
import { crewSentence } from './crew-sentence.ts';
import { sentenceOfWhatIsOwed } from './owed-sentence.ts';
import { sendingSentence } from './sending-sentence.ts';
import { isVisitEvent, visitSentence } from './visit-sentence.ts';

export interface Names { staff: (id: Id) => string; team: (id: Id) => string; receivingTeam: (id: Id) => string; person: (id: Id) => string; source: (code: string) => string; policy: (id: Id) => PolicyName }
/** `because`: those of its rules, by code, that proposed the grade. */
export interface PolicyName { version: number; because: (codes: readonly string[], grade: Grade) => readonly string[] }

const STEP: Record<AssignmentState, string> = {
  dispatched: 'sent', accepted: 'accepted', going: 'is going', there: 'is there', left: 'left scene', declined: 'declined', 'stood-down': 'was stood down',
};
const people = (ids: readonly Id[], names: Names): string => (ids.length === 0 ? 'nobody' : ids.map(names.person).join(', '));

const late = (minutes: number | null): string => (minutes === null ? '' : `. Entered late, ${elapsedText(minutes)} after the report`);

const elapsed = (minutes: number): string => (minutes % 60 === 0 ? `${minutes / 60} ${minutes === 60 ? 'hour' : 'hours'}` : `${minutes} minutes`);

function proposed({ policyId, proposedGrade, proposalReasons }: Pick<IncidentEventOf<'incident.assessed'>, 'policyId' | 'proposedGrade' | 'proposalReasons'>, names: Names): string {
  const policy = names.policy(policyId);
  const because = policy.because(proposalReasons, proposedGrade);
  return `Grade ${proposedGrade} proposed by policy version ${policy.version}${because.length === 0 ? '' : ` (${because.join('; ')})`}`;
}

export function timelineSentence(event: IncidentEvent, names: Names): string {
  if (isCheckEvent(event)) return checkSentence(event, names);
  if (isVisitEvent(event)) return visitSentence(event, names);
  switch (event.name) {
    case 'incident.raised': return `Raised: ${DOOR_NAMES[event.door]}. ${proposed(event, names)}. In force until somebody grades it${late(enteredLateMinutes({ reportedAt: event.reportedAt, raisedAt: event.at }))}`;
    case 'incident.imported': return `Brought in from another system, where it had ended: ${DOOR_NAMES[event.door]}. ${event.grade === null ? `Grade ${event.proposedGrade} by the policy of today` : `Grade ${event.grade} there`}`;
    case 'incident.assessed': return `Assessed afresh: ${proposed(event, names)}`;
    case 'incident.graded': return `${event.from === event.to ? `Grade ${event.to} confirmed` : `Grade ${event.from} changed to Grade ${event.to}`}${event.requestId === null ? '' : ', agreed by a second person'}${event.policyId === null ? '' : `, by policy version ${names.policy(event.policyId).version}`}`;
    case 'incident.corrected': return `Corrected: ${[event.summaryId && 'what is happening', event.locationId && 'where', event.flags && 'flags', event.missingRisk !== undefined && 'missing'].filter(Boolean).join(', ')}`;
    case 'incident.noted': return event.internal ? 'Internal note' : 'Note';
    case 'incident.calledAgain': return `Called again: ${DOOR_NAMES[event.door]}`;
    // Only how many: which they are is not everybody's to see who sees this one.
    case 'incident.toldApart': return `Compared with ${event.otherIds.length === 1 ? 'an open incident' : `${event.otherIds.length} open incidents`} while it was taken, and said to be another`;
    case 'incident.reportedLate': return `Late report: ${event.fact === 'located' || event.fact === 'seen' || event.fact === 'no-access' || event.fact === 'outcome' ? event.fact.replace('-', ' ') : STEP[event.fact]}; it no longer fitted, and changed nothing`;
    case 'incident.ownerChanged': return `Now with ${names.staff(event.ownerId)}, from ${names.staff(event.fromId)}`;
    case 'incident.passedToPolice': return `The police control room has it${event.takenAt === undefined ? '' : `, since ${clockTime(event.takenAt)}`}`;
    case 'incident.restricted': return 'Restricted to named people';
    case 'incident.unrestricted': return 'No longer restricted';
    case 'incident.notTaken': return 'Not taken: a named person at the door keeps it, and the caller was told';
    case 'incident.ended': return ENDING_NAMES[event.ending];
    case 'incident.reopened': return 'Opened again';
    case 'downgrade.requested': return `A second person was asked to agree: ${event.action.kind === 'grade' ? `Grade ${event.action.to}` : event.action.kind === 'end' ? ENDING_NAMES[event.action.ending] : `hand over to ${names.receivingTeam(event.action.receivingTeamId)}`}`;
    case 'downgrade.agreed': return 'Agreed, as the second person';
    case 'downgrade.refused': return 'Not agreed: the stricter grade stands';
    case 'downgrade.withdrawn': return 'The request for a second person was withdrawn';
    case 'person.linked': return `${names.person(event.personId)} added`;
    case 'person.described': return `What is known of ${names.person(event.personId)} changed; what was said before is kept`;
    case 'person.related': return `${names.person(event.personId)} is ${KIN_NAMES[event.kind]} ${names.person(event.toId)}`;
    case 'person.unrelated': return `Taken back: what ${names.person(event.personId)} is to ${names.person(event.toId)}`;
    case 'person.matched': return `${names.person(event.personId)} is said to be the same person as in another record`;
    case 'person.unmatched': return `${names.person(event.personId)} is not the same person as in the other record, after all`;
    case 'missing.reported': return `${names.person(event.personId)} is missing, ${MISSING_RISK_NAMES[event.risk]}`;
    case 'missing.factAdded': return 'A fact about the risk';
    case 'missing.assessed': return `The risk to the missing person assessed: ${MISSING_RISK_NAMES[event.risk]}`;
    case 'missing.located': return 'Found; not yet seen to be well';
    case 'missing.seen': return event.well ? 'Found and seen well: not missing any more' : 'Found and seen, and not well';
    case 'missing.notFound': return 'Not found after all: still missing';
    case 'missing.interviewRecorded': return `Return interview ${INTERVIEW_STEP_NAMES[event.step]}`;
    case 'missing.preventionRecorded': return 'Police prevention interview recorded';
    case 'missing.ended': return event.endedAs === 'handed-on' ? 'Somebody else has the search now' : 'Not missing: it was recorded by mistake';
    case 'warning.recorded': return `Staff-safety warning: ${WARNING_NAMES[event.kind]}`;
    case 'warning.reviewed': return `Staff-safety warning reviewed: it stands, to be looked at again by ${dateOf(event.reviewAt)}`;
    case 'task.added': return `${ACTIVITIES[event.activity].name}${event.kind === 'phone' ? ' by phone' : ''}: ${event.legs.map(legWords).join(' and ')}`;
    case 'leg.skillsSet': return event.skills.length === 0 ? 'A leg needs no certificate beyond its profession' : `A leg needs besides: ${skillWords(event.skills)}`;
    case 'task.cancelled': return 'Task cancelled';
    case 'task.outcomeRecorded': return `${OUTCOME_NAMES[event.outcome]}. Seen: ${people(event.seenPersonIds, names)}. Not seen: ${people(event.notSeenPersonIds, names)}`;
    case 'task.finished': return 'Task finished';
    case 'assignment.dispatched': return `${names.staff(event.staffId)}${event.teamId === null ? '' : ` (${names.team(event.teamId)})`} sent`;
    case 'assignment.advanced': return `${names.staff(event.staffId)} ${STEP[event.to]}${event.forPartner ? ' (answered by the partner, who assented)' : ''}`;
    case 'assignment.declined': return `${names.staff(event.staffId)} declined: ${DECLINE_NAMES[event.reason].toLowerCase()}`;
    case 'assignment.stoodDown': return `${names.staff(event.staffId)} stood down`;
    case 'assignment.sawPeople': return `${names.staff(event.staffId)} saw ${people(event.seenPersonIds, names)}; not seen: ${people(event.notSeenPersonIds, names)}`;
    case 'assignment.corrected': return `Corrected: ${names.staff(event.staffId)} ${STEP[event.to]}; the later steps were pressed by mistake`;
    case 'followUp.opened': return event.cause === 'no-access' ? 'No access: a follow-up is open' : 'A child was not seen: a supervisor decides what follows';
    case 'followUp.decided': return `Follow-up decided: ${FOLLOW_UP_NAMES[event.decision].toLowerCase()}`;
    case 'handover.sent': return `${event.afterId === null ? 'Sent' : 'Sent on'} to ${names.receivingTeam(event.receivingTeamId)}; waits for a named person`;
    case 'handover.takenOver': return `Taken over by ${names.staff(event.takenById)}, ${names.receivingTeam(event.receivingTeamId)}${event.by === 'phone' ? ', on the phone' : ''}`;
    case 'handover.rejected': return `Rejected by ${names.receivingTeam(event.receivingTeamId)}`;
    case 'alarm.fired': return `Alarm: ${ALARM_CAUSES[event.cause].words}${event.afterMinutes === null ? '' : ` ${elapsed(event.afterMinutes)} after the report`}`;
    case 'promise.made': case 'promise.kept': case 'advice.given': case 'lead.named': case 'lead.taken': case 'lead.disputed': case 'lead.answered':
    case 'instruction.given': case 'instruction.read': case 'reassess.asked': case 'news.arrived': case 'news.handedOn': case 'news.decided': case 'review.made': return sentenceOfWhatIsOwed(event, names);
    case 'alarm.acknowledged': return `Alarm acknowledged: ${ALARM_CAUSES[event.cause].words}`;
    case 'alarm.putOff': return `Alarm put off until ${clockTime(event.until)}: ${ALARM_CAUSES[event.cause].words}`;
    case 'alarm.climbed': return `Alarm gone on to ${event.to === 'supervisor' ? 'the supervisor' : 'the people on call'}: ${ALARM_CAUSES[event.cause].words}. ${CLIMBED_BECAUSE_WORDS[event.because]}`;
    case 'alarm.released': return `Alarm nobody’s again: ${ALARM_CAUSES[event.cause].words}. ${names.staff(event.byId)} had it, and ended their duty`;
    case 'alarm.spoken': return `${event.post === null ? 'Somebody' : ON_CALL_NAMES[event.post]} spoken to about the alarm: ${ALARM_CAUSES[event.cause].words}`;
    case 'crew.sosSent': case 'crew.sosEnded': case 'crew.parted': case 'crew.together': case 'crew.sentAlone': case 'crew.sentDespite': case 'crew.warningsRead': case 'stay.set': case 'stay.leaving': case 'stay.checkedIn': return crewSentence(event, names);
    case 'solo.begun': case 'meeting.agreed': case 'meeting.calledOff': case 'reservation.made': case 'reservation.ended': return sendingSentence(event, names);
    case 'handover.withdrawn': return `Taken back from ${names.receivingTeam(event.receivingTeamId)}`;
  }
}
