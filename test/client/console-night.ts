// A Friday night for the console's tests: an incident with whatever one test is about, and crews to send to it.
import { SKILLS } from '../../shared/domain/skill.ts';
import { ACTIVITIES, type Activity, type Profession } from '../../shared/domain/activity.ts';
import { NO_ANSWERS } from '../../shared/domain/policy.ts';
import { plusMinutes } from '../../shared/domain/instant.ts';
import { NOTHING_MORE } from '../../shared/protocol/person-more.ts';
import type { AssignmentView, DutyView, IncidentView, TeamView } from '../../shared/protocol/views.ts';
import { queueItem, type QueueItem } from '../../client/console/board/queue-item.ts';

export const NOW = '2026-11-20T23:41:00.000Z';
export const KAUR = { staffId: 'kaur', name: 'Jasmin Kaur' };
const NOTHING_CHECKED: IncidentView['checks'] = { sources: [{ code: 'police', name: 'police', way: 'phone', phone: null }], locationId: null, unnamedIds: [], items: [] };
export const ago = (minutes: number): string => plusMinutes(NOW, -minutes);

/** Of whom nothing more is known. */
export const named = (person: Pick<IncidentView['people'][number], 'personId' | 'name' | 'isChild' | 'relation' | 'age'>): IncidentView['people'][number] =>
  ({ ...person, factsId: null, said: { name: person.name, bornOn: null, approximateAge: null }, more: NOTHING_MORE });

export function incident(change: Partial<IncidentView> = {}): IncidentView {
  const grade = change.grade ?? 2;
  return {
    id: 'i1', ref: 'EAR-1120-0047', night: '2026-11-20', version: 3, state: 'open', ending: null, endedAt: null, duplicateOfId: null, door: 'cmu', reportedAt: ago(40), raisedAt: ago(38), raisedBy: KAUR, cameBy: null,
    summary: 'Concern for child', location: { label: '14 Stoneyholme Row, Burnley', lat: 53.79, lon: -2.25, districtCode: 'E07000117', district: 'Burnley', secret: false, approximate: false, understoodAs: 'place' },
    grade, proposedGrade: grade, proposalReasons: ['vulnerable'], concern: 1, policyId: 'p1', policyVersion: 1, gradePolicyId: 'p1', gradePolicyVersion: 1, strictest: grade, gradedAt: ago(35), dueAt: plusMinutes(ago(40), 60), attendedAt: null, jointAt: null, flags: [], missingRisk: null, answers: NO_ANSWERS,
    owner: { ...KAUR, organisation: 'Council', onDuty: true }, restricted: false, policeHaveItAt: null, policeReference: null, people: [], kin: [], missing: [], tasks: [], legs: [], assignments: [], followUps: [], requests: [],
    handovers: [], warnings: [], alarms: [], checks: NOTHING_CHECKED, notTaken: null, promises: [], advice: [], leads: [], instructions: [], reassessments: [], news: [], visits: [], windows: [], solos: [], meetings: [], reservations: [], warningReads: [], stays: [], ...change,
  };
}

export function withTask(activity: Activity, sent: readonly Pick<AssignmentView, 'state' | 'name'>[] = [], change: Partial<IncidentView> = {}): IncidentView {
  const legs = ACTIVITIES[activity].legs.map((need, position) => ({ id: `leg${position}`, taskId: 't1', need, skills: [], position }));
  return incident({
    tasks: [{ id: 't1', activity, kind: 'visit', state: 'open', detail: null, dueFrom: null, dueAt: null, outcome: null, outcomeNote: null, outcomeAt: null, seenPersonIds: [], notSeenPersonIds: [] }],
    legs,
    assignments: sent.map(({ state, name }, index) => ({
      id: `a${index}`, taskId: 't1', legId: `leg${index}`, dutyId: `d-${name}`, staffId: `s-${name}`, name, profession: null, teamId: 'b2', callSign: 'B2', state, dispatchedAt: ago(9), acceptedAt: null,
      goingAt: null, thereAt: state === 'there' ? ago(2) : null, seenAt: null, leftAt: null, endedAt: null, declineReason: null,
    })),
    ...change,
  });
}

export const item = (view: IncidentView, isSupervisor = false): QueueItem => queueItem(view, { staffId: KAUR.staffId, isSupervisor }, new Date(NOW));

export const duty = (name: string, profession: Profession | null, change: Partial<DutyView> = {}): DutyView => ({
  id: `d-${name}`, staffId: `s-${name}`, name, seat: 'responder', profession, organisation: 'Council', teamId: null, startedAt: ago(200), availability: 'free', since: ago(30), incidentId: null, sharing: true, skills: [...SKILLS], breakUntil: null, shift: null, forgottenAt: null, ...change,
});

export const team = (callSign: string): TeamView => ({ id: callSign.toLowerCase(), callSign, vehicle: null, districtCodes: [], night: '2026-11-20', formedAt: ago(200) });
