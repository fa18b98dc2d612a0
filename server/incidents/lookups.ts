// The names and texts that an incident's ids stand for, fetched together for however many incidents.
import type { Profession } from '../../shared/domain/activity.ts';
import { DISTRICTS } from '../../shared/domain/district.ts';
import type { Id, IncidentFile } from '../../shared/domain/incident-file.ts';
import type { UnderstoodAs } from '../../shared/domain/where-text.ts';
import { standingAlarms, type FiredAlarm } from '../alarms/alarm.store.ts';
import { readCheckSources, type StoredSource } from '../checks/source.store.ts';
import type { Queryable } from '../database/connect.ts';
import { policyVersions } from './policy.store.ts';
import { missingStaffIds, missingStatementIds } from './missing.lookups.ts';
import { findPeople, type KnownPerson } from '../subjects/person.store.ts';
import { owedStaffIds, owedStatementIds } from './owed.view.ts';
import { visitStaffIds, visitStatementIds } from '../planning/visit.view.ts';
import { sendingStaffIds, sendingStatementIds } from '../dispatch/sending.view.ts';

export interface StaffName { id: Id; name: string; profession: Profession | null; organisation: string; onDuty: boolean; isSystem: boolean }
export interface KnownLocation { id: Id; label: string; lat: number | null; lon: number | null; districtCode: string | null; secret: boolean; approximate: boolean; understoodAs: UnderstoodAs | null }
export interface Lookups {
  staff: Map<Id, StaffName>; teams: Map<Id, string>; receivingTeams: Map<Id, string>; organisations: Map<Id, string>; statements: Map<Id, string>; locations: Map<Id, KnownLocation>; people: Map<Id, KnownPerson>;
  /** Of the incidents that these are duplicates of, those whose existence is concealed. */
  restricted: Set<Id>;
  /** By incident, fired and not over. */
  alarms: Map<Id, FiredAlarm[]>;
  checkSources: StoredSource[];
  policyVersions: ReadonlyMap<Id, number>;
}

const present = (ids: readonly (Id | null)[]): Id[] => [...new Set(ids.filter((id) => id !== null))];

export const staffIdsOf = (file: IncidentFile): (Id | null)[] => [
  file.incident.raisedById, file.incident.ownerId, ...file.incident.namedStaffIds, ...file.assignments.flatMap((a) => [a.staffId, a.dispatchedById]), ...file.followUps.flatMap((f) => [f.ownerId, f.decidedById]),
  ...file.checks.flatMap((check) => [check.askedById, check.endedById]),
  ...file.requests.flatMap((r) => [r.byId, r.decidedById]), ...file.handovers.flatMap((h) => [h.sentById, h.takenById]), ...file.warnings.map((w) => w.approvedById), ...owedStaffIds(file), ...file.stays.map(({ checkedInById }) => checkedInById), ...missingStaffIds(file), ...visitStaffIds(file), ...sendingStaffIds(file),
];
const statementIdsOf = (file: IncidentFile): (Id | null)[] => [
  ...file.checks.flatMap((check) => [check.answererId, check.wordsId]),
  file.incident.notTaken?.takerId ?? null, file.incident.notTaken?.serviceId ?? null, file.incident.notTaken?.callerToldId ?? null,
  file.incident.summaryId, file.incident.policeReferenceId, ...file.tasks.flatMap((task) => [task.detailId, task.outcomeId]), ...file.requests.map((request) => request.rationaleId),
  ...file.warnings.map((warning) => warning.sourceId), ...file.handovers.flatMap((handover) => [handover.spokenWithId, handover.reasonId]), ...owedStatementIds(file), ...missingStatementIds(file), ...visitStatementIds(file), ...sendingStatementIds(file),
];

export async function lookUp(db: Queryable, files: readonly IncidentFile[]): Promise<Lookups> {
  const [staff, teams, receivingTeams, organisations, statements, locations, people, restricted, alarms, versions, checkSources] = await Promise.all([
    findStaff(db, present(files.flatMap(staffIdsOf))),
    names(db, 'SELECT id, call_sign AS name FROM team WHERE id = ANY($1)', present(files.flatMap((file) => file.assignments.map((assignment) => assignment.teamId)))),
    names(db, 'SELECT id, name FROM receiving_team WHERE id = ANY($1)', present(files.flatMap((file) => [
      ...file.handovers.flatMap((h) => [h.receivingTeamId, h.rightTeamId]), ...file.requests.map((r) => (r.action.kind === 'hand-over' ? r.action.receivingTeamId : null))]))),
    names(db, 'SELECT id, name FROM organisation WHERE id = ANY($1)', present(files.map((file) => file.incident.ownerOrganisationId))),
    findStatements(db, present(files.flatMap(statementIdsOf))),
    findLocations(db, present(files.map((file) => file.incident.locationId))),
    findPeople(db, present(files.flatMap((file) => file.people.map((link) => link.personId)))),
    findRestricted(db, present(files.map((file) => file.incident.duplicateOfId))),
    standingAlarms(db, files.map((file) => file.incident.id)),
    policyVersions(db, present(files.flatMap(({ incident }) => [incident.policyId, incident.gradePolicyId]))),
    readCheckSources(db),
  ]);
  return { staff, teams, receivingTeams, organisations, statements, locations, people, restricted, alarms, policyVersions: versions, checkSources };
}

export async function findStaff(db: Queryable, ids: readonly Id[]): Promise<Map<Id, StaffName>> {
  const rows = ids.length === 0 ? [] : await db.query<StaffName[]>(
    `SELECT s.id, s.name, s.profession, o.name AS organisation, EXISTS (SELECT FROM duty d WHERE d.staff_id = s.id AND d.ended_at IS NULL) AS "onDuty", EXISTS (SELECT FROM outside_system x WHERE x.id = s.id) AS "isSystem"
     FROM staff s JOIN organisation o ON o.id = s.organisation_id WHERE s.id = ANY($1)`, [ids]);
  return new Map(rows.map((one) => [one.id, one]));
}

/** Names for a refusal's sentence. */
export async function staffNames(db: Queryable, file: IncidentFile): Promise<(staffId: Id) => string> {
  const staff = await findStaff(db, present(staffIdsOf(file)));
  return (staffId) => staff.get(staffId)?.name ?? 'Somebody';
}

async function names(db: Queryable, sql: string, ids: readonly Id[]): Promise<Map<Id, string>> {
  const rows = ids.length === 0 ? [] : await db.query<{ id: Id; name: string }[]>(sql, [ids]);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

export const findStatements = (db: Queryable, ids: readonly Id[]): Promise<Map<Id, string>> => names(db, 'SELECT id, body AS name FROM statement WHERE id = ANY($1)', ids);

async function findLocations(db: Queryable, ids: readonly Id[]): Promise<Map<Id, KnownLocation>> {
  const rows = ids.length === 0 ? [] : await db.query<KnownLocation[]>('SELECT id, label, lat, lon, district_code AS "districtCode", secret, approximate, understood_as AS "understoodAs" FROM location WHERE id = ANY($1)', [ids]);
  return new Map(rows.map((location) => [location.id, location]));
}

async function findRestricted(db: Queryable, ids: readonly Id[]): Promise<Set<Id>> {
  const rows = ids.length === 0 ? [] : await db.query<{ id: Id }[]>('SELECT id FROM incident WHERE id = ANY($1) AND restricted', [ids]);
  return new Set(rows.map(({ id }) => id));
}

const DISTRICT_NAMES = new Map<string, string>(DISTRICTS.map(({ code, name }) => [code, name]));
export const districtName = (code: string | null): string | null => (code === null ? null : DISTRICT_NAMES.get(code) ?? null);
