// What an incident asks of the coordinator, in words; `pressing` is what may be coloured.
import { aloneByDecline } from '../../../shared/domain/alone-by-decline.ts';
import type { Status } from '../../../shared/domain/status.ts';
import { clockTime } from '../../../shared/domain/duty-night.ts';
import { minutesBetween, plusMinutes } from '../../../shared/domain/instant.ts';
import { isDisputed } from '../../../shared/domain/lead.ts';
import { isStanding } from '../../../shared/domain/promise.ts';
import type { IncidentView } from '../../../shared/protocol/views.ts';

export interface Claim {
  words: string;
  pressing: boolean;
  /** The status says it already: a row need not say it twice. */
  byStatus: boolean;
}
export interface Looker {
  staffId: string;
  isSupervisor: boolean;
}
export interface Standing {
  status: Status;
  /** What breaches next does so within twenty minutes. */
  soon: boolean;
}

/** A notification on a tablet that nobody has answered for so long is worth a call on the radio. */
const UNANSWERED_MINUTES = 3;

function ofStatus(incident: IncidentView, { status, soon }: Standing): Claim[] {
  switch (status) {
    case 'grade-1': return [{ words: 'pass to the police now', pressing: true, byStatus: true }];
    case 'ungraded': return [{ words: 'confirm the grade', pressing: incident.grade <= 2 || soon, byStatus: true }];
    case 'follow-up': return [{ words: 'decide the follow-up', pressing: true, byStatus: true }];
    case 'no-task': return incident.grade === 4 ? [] : [{ words: 'add a task', pressing: incident.grade <= 2 || soon, byStatus: true }];
    case 'uncovered': case 'part-sent': return [{ words: 'send somebody', pressing: incident.grade <= 2 || soon, byStatus: true }];
    case 'left': return [{ words: 'record the outcome', pressing: false, byStatus: true }];
    case 'attended': return [{ words: 'end it or hand it over', pressing: false, byStatus: true }];
    case 'handing-over': return soon ? [{ words: 'nobody has taken it over', pressing: true, byStatus: true }] : [];
    default: return [];
  }
}

function ofRequest(incident: IncidentView, me: Looker): Claim[] {
  const request = incident.requests.find(({ state }) => state === 'waiting');
  if (request === undefined) return [];
  return me.isSupervisor && request.by.staffId !== me.staffId
    ? [{ words: 'asks for a second person', pressing: true, byStatus: false }]
    : [{ words: 'waiting for a second person', pressing: false, byStatus: false }];
}

function ofAnswers(incident: IncidentView, now: string): Claim[] {
  const oldest = incident.assignments.filter(({ state }) => state === 'dispatched').map(({ dispatchedAt }) => dispatchedAt).toSorted()[0];
  const minutes = oldest === undefined ? 0 : Math.floor(minutesBetween(oldest, now));
  return minutes < UNANSWERED_MINUTES ? [] : [{ words: `not answered for ${minutes} min`, pressing: true, byStatus: false }];
}

/** A rejection that named nobody else has put the incident back on its owner's desk. */
function ofHandover(incident: IncidentView): Claim[] {
  const last = incident.handovers.toSorted((a, b) => b.sentAt.localeCompare(a.sentAt))[0];
  return last?.state === 'rejected' ? [{ words: `${last.receivingTeam} rejected it`, pressing: true, byStatus: false }] : [];
}

/** What the caller was told, once it is nearly due or no longer holds; and what is new and not assessed. */
function ofPromises(incident: IncidentView, now: string): Claim[] {
  const soon = plusMinutes(now, 10);
  return [
    ...incident.reassessments.filter(({ endedAt }) => endedAt === null).map((): Claim => ({ words: 'assess afresh', pressing: true, byStatus: false })),
    ...incident.promises.filter((promise) => isStanding(promise, incident.attendedAt)).flatMap(({ kind, dueAt, doubtedAt }): Claim[] => doubtedAt !== null
      ? [{ words: 'tell the caller afresh', pressing: true, byStatus: false }]
      : kind === 'call-back' && dueAt !== null ? [{ words: `call back by ${clockTime(dueAt)}`, pressing: dueAt <= soon, byStatus: false }] : []),
    ...incident.leads.filter(isDisputed).map((): Claim => ({ words: 'dispute about who leads', pressing: false, byStatus: false })),
  ];
}

/** Open incidents only; what the status itself says comes first. */
export function claimsOf(incident: IncidentView, standing: Standing, me: Looker, now: string): Claim[] {
  if (incident.state === 'closed') return [];
  return [
    ...ofStatus(incident, standing),
    ...ofRequest(incident, me),
    ...ofAnswers(incident, now),
    ...incident.tasks.flatMap(({ id }): Claim[] => { const one = aloneByDecline(incident, id); return one === null ? [] : [{ words: `left alone: ${one.declined.name} declined`, pressing: true, byStatus: false }]; }),
    ...ofHandover(incident),
    ...ofPromises(incident, now),
    ...(incident.owner.onDuty ? [] : [{ words: `${incident.owner.name} is off duty`, pressing: true, byStatus: false }]),
  ];
}
