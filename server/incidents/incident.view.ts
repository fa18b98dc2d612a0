// An incident as those who may see it see it: an allow-list, the same over HTTP and over the socket.
import { incidentRef, type DowngradeAction, type Id, type IncidentFile } from '../../shared/domain/incident-file.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import type { IncidentView, PersonView } from '../../shared/protocol/views.ts';
import { checksView } from '../checks/check.view.ts';
import type { Viewer } from '../../shared/domain/visibility.ts';
import type { Queryable } from '../database/connect.ts';
import { NIGHTJAR } from '../identity/actor.ts';
import { ageOf, nameOf } from '../subjects/person.store.ts';
import { NOTHING_MORE } from '../../shared/protocol/person-more.ts';
import { alarmView } from '../alarms/alarm.view.ts';
import { loadFiles, type StoredFile } from './incident.store.ts';
import { missingView } from './missing.view.ts';
import { districtName, lookUp, type Lookups } from './lookups.ts';
import { countEarlierConcerns, isToldConcern } from './repeat.store.ts';
import { owedView } from './owed.view.ts';
import { reservationsView, seesHolds, sendingView } from '../dispatch/sending.view.ts';
import { visitsView } from '../planning/visit.view.ts';

/** One of each incident for whoever looks, the same object for all who see the same. */
export async function viewsFor(db: Queryable, stored: readonly StoredFile[], now: Instant): Promise<((viewer: Viewer) => IncidentView)[]> {
  const [lookups, earlier] = await Promise.all([lookUp(db, stored.map(({ file }) => file)), countEarlierConcerns(db, stored.map(({ file }) => file.incident.id))]);
  return stored.map((one) => {
    const before = earlier.get(one.file.incident.id) ?? 0;
    const view = incidentView(one, lookups, now, 1);
    const held = reservationsView(one.file, { person: (id) => person(lookups, id) });
    const seen = held.length === 0 ? view : { ...view, reservations: held };
    const told = before === 0 ? seen : { ...seen, concern: 1 + before };
    return (viewer) => (isToldConcern(viewer) ? told : seesHolds(viewer) ? seen : view);
  });
}

export const viewsOf = async (db: Queryable, viewer: Viewer, stored: readonly StoredFile[], now: Instant): Promise<IncidentView[]> => (await viewsFor(db, stored, now)).map((view) => view(viewer));
export const viewsById = async (db: Queryable, viewer: Viewer, ids: readonly Id[], now: Instant): Promise<IncidentView[]> => viewsOf(db, viewer, await loadFiles(db, ids), now);

/** A text that was erased reads as that, not as nothing said. */
const said = (lookups: Lookups, id: Id): string => lookups.statements.get(id) ?? '(this text was erased)';
const maybeSaid = (lookups: Lookups, id: Id | null): string | null => (id === null ? null : said(lookups, id));
/** A link would tell that the other one is there, and this view is the same for all who see this one. */
const unlessRestricted = (lookups: Lookups, id: Id | null): Id | null => (id === null || lookups.restricted.has(id) ? null : id);
const person = (lookups: Lookups, staffId: Id): PersonView => ({ staffId, name: staffId === NIGHTJAR.staffId ? NIGHTJAR.name : lookups.staff.get(staffId)?.name ?? 'Somebody' });

/** `concern`: which one within seven days, for whoever is told. */
export function incidentView({ file, version }: StoredFile, lookups: Lookups, now: Instant, concern: number): IncidentView {
  const { incident } = file;
  const [owner, raiser] = [lookups.staff.get(incident.ownerId), lookups.staff.get(incident.raisedById)];
  return {
    id: incident.id, ref: incidentRef(incident), night: incident.night, version, state: incident.state, ending: incident.ending, endedAt: incident.endedAt, duplicateOfId: unlessRestricted(lookups, incident.duplicateOfId),
    door: incident.door, reportedAt: incident.reportedAt, raisedAt: incident.raisedAt, raisedBy: person(lookups, incident.raisedById), cameBy: raiser?.isSystem === true ? raiser.name : null, summary: said(lookups, incident.summaryId),
    location: locationView(file, lookups), concern, grade: incident.grade, proposedGrade: incident.proposedGrade, proposalReasons: [...incident.proposalReasons],
    policyId: incident.policyId, policyVersion: lookups.policyVersions.get(incident.policyId) ?? 0, gradePolicyId: incident.gradePolicyId, gradePolicyVersion: lookups.policyVersions.get(incident.gradePolicyId) ?? 0, strictest: incident.strictest,
    gradedAt: incident.gradedAt, dueAt: incident.dueAt, attendedAt: incident.attendedAt, jointAt: incident.jointAt, flags: [...incident.flags], missingRisk: incident.missingRisk, answers: incident.answers,
    owner: { ...person(lookups, incident.ownerId), organisation: lookups.organisations.get(incident.ownerOrganisationId) ?? '', onDuty: owner?.onDuty ?? false },
    restricted: incident.restricted, policeHaveItAt: incident.policeHaveItAt, policeReference: maybeSaid(lookups, incident.policeReferenceId),
    people: file.people.map((link) => {
      const known = lookups.people.get(link.personId);
      return { personId: link.personId, name: nameOf(known), isChild: link.isChild, relation: known?.relation ?? '', age: ageOf(known, now), factsId: known?.factsId ?? null,
        said: { name: known?.name ?? null, bornOn: known?.bornOn ?? null, approximateAge: known?.approximateAge ?? null }, more: known?.more ?? NOTHING_MORE };
    }),
    kin: file.kin.filter(({ endedAt }) => endedAt === null).map(({ id, personId, toId, kind }) => ({ id, personId, toId, kind })),
    missing: file.missing.map((missing) => missingView(missing, file, lookups)),
    tasks: file.tasks.map((task) => ({
      id: task.id, activity: task.activity, kind: task.kind, state: task.state, detail: maybeSaid(lookups, task.detailId), dueFrom: task.dueFrom, dueAt: task.dueAt, outcome: task.outcome,
      outcomeNote: maybeSaid(lookups, task.outcomeId), outcomeAt: task.outcomeAt, seenPersonIds: [...task.seenPersonIds], notSeenPersonIds: [...task.notSeenPersonIds],
    })),
    legs: file.legs.map((leg) => ({ ...leg, skills: [...leg.skills] })),
    assignments: file.assignments.map(({ dispatchedById: _by, kind: _kind, ...assignment }) => {
      const staff = lookups.staff.get(assignment.staffId);
      return { ...assignment, name: staff?.name ?? 'Somebody', profession: staff?.profession ?? null, callSign: assignment.teamId === null ? null : lookups.teams.get(assignment.teamId) ?? null };
    }),
    followUps: file.followUps.map(({ ownerId, decidedById, ...followUp }) => ({ ...followUp, owner: person(lookups, ownerId), decidedBy: decidedById === null ? null : person(lookups, decidedById) })),
    requests: file.requests.map((request) => ({
      id: request.id, ...actionView(request.action, lookups), rationale: said(lookups, request.rationaleId), by: person(lookups, request.byId), at: request.at, state: request.state,
      decidedBy: request.decidedById === null ? null : person(lookups, request.decidedById), decidedAt: request.decidedAt,
    })),
    handovers: file.handovers.map((handover) => ({
      id: handover.id, receivingTeamId: handover.receivingTeamId, receivingTeam: lookups.receivingTeams.get(handover.receivingTeamId) ?? '', state: handover.state, sentAt: handover.sentAt, dueAt: handover.dueAt,
      takenBy: handover.takenById === null ? null : person(lookups, handover.takenById).name,
    })),
    warnings: file.warnings.map(({ sourceId, approvedById, ...warning }) => ({ ...warning, source: said(lookups, sourceId), approvedBy: person(lookups, approvedById) })),
    alarms: (lookups.alarms.get(incident.id) ?? []).map(alarmView),
    checks: checksView(file, lookups),
    notTaken: incident.notTaken === null ? null : {
      keptBy: said(lookups, incident.notTaken.takerId), organisation: said(lookups, incident.notTaken.serviceId), toldAt: incident.notTaken.toldAt, callerTold: said(lookups, incident.notTaken.callerToldId),
    },
    ...visitsView(file, lookups),
    ...sendingView(file, { person: (id) => person(lookups, id), said: (id) => said(lookups, id) }),
    stays: file.stays.map(({ checkedInById, ...stay }) => ({ ...stay, checkedInBy: checkedInById === null ? null : person(lookups, checkedInById) })),
    ...owedView(file, { person: (id) => person(lookups, id), said: (id) => said(lookups, id), maybeSaid: (id) => maybeSaid(lookups, id) }),
  };
}

function locationView({ incident }: IncidentFile, lookups: Lookups): IncidentView['location'] {
  const location = incident.locationId === null ? undefined : lookups.locations.get(incident.locationId);
  if (location === undefined) return null;
  return { label: location.label, lat: location.lat, lon: location.lon, districtCode: location.districtCode, district: districtName(location.districtCode), secret: location.secret, approximate: location.approximate, understoodAs: location.understoodAs };
}

const actionView = (action: DowngradeAction, lookups: Lookups) => ({
  kind: action.kind, toGrade: action.kind === 'grade' ? action.to : null, ending: action.kind === 'end' ? action.ending : null,
  receivingTeam: action.kind === 'hand-over' ? lookups.receivingTeams.get(action.receivingTeamId) ?? '' : null,
});
