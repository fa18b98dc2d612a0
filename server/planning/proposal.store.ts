// The plans that were proposed: kept as they were found, and shown to each reader by what that reader may see, line by line as it stands now.
import { ACTIVITIES } from '../../shared/domain/activity.ts';
import { visitsOfTask } from '../../shared/domain/booked-visit.ts';
import { DISTRICTS } from '../../shared/domain/district.ts';
import { incidentRef, legsOf, type Id, type IncidentFile } from '../../shared/domain/incident-file.ts';
import { plusMinutes, type Instant } from '../../shared/domain/instant.ts';
import { PlanProposal, type PlanLine } from '../../shared/domain/plan-proposal.ts';
import type { Role, Viewer } from '../../shared/domain/visibility.ts';
import type { PlanLineView, ProposalView } from '../../shared/protocol/planning.ts';
import type { Queryable } from '../database/connect.ts';
import { newId, Refused, type Tx } from '../database/transaction.ts';
import { record } from '../events/append.ts';
import { NIGHTJAR } from '../identity/actor.ts';
import { districtName, findStaff } from '../incidents/lookups.ts';
import { loadFiles } from '../incidents/incident.store.ts';
import { visibleTo } from '../incidents/visible-to.ts';

/** Older than this it is of another day. */
const SHOWN_MINUTES = 12 * 60;
/** Nobody looks back at what was never agreed. */
const KEPT_DAYS = 7;

export interface StoredProposal { id: Id; at: Instant; byId: Id; untilAt: Instant; body: PlanProposal }
interface Row { id: Id; at: Instant; by_id: Id; until_at: Instant; body: unknown }

/** `forId`: who asked for it, also where it is made again by itself. */
export async function saveProposal(tx: Tx, untilAt: Instant, body: PlanProposal, forId: Id = tx.actor.staffId): Promise<Id> {
  const id = newId();
  await tx.query('DELETE FROM plan_proposal WHERE at < $1', [plusMinutes(tx.now, -KEPT_DAYS * 24 * 60)]);
  await tx.query('INSERT INTO plan_proposal (id, at, by_id, until_at, body) VALUES ($1, $2, $3, $4, $5)', [id, tx.now, forId, untilAt, JSON.stringify(body)]);
  record(tx, { name: 'plan.proposed', at: tx.now, byId: tx.actor.staffId, entityType: 'plan', entityId: id, incidentId: null, payload: { lines: body.lines.length, leftOut: body.leftOut.length, kept: body.kept.length } });
  return id;
}

export async function latestProposal(db: Queryable, now: Instant): Promise<StoredProposal | null> {
  const [row] = await db.query<Row[]>('SELECT id, at, by_id, until_at, body FROM plan_proposal WHERE at > $1 ORDER BY at DESC, id DESC LIMIT 1', [plusMinutes(now, -SHOWN_MINUTES)]);
  return row === undefined ? null : { id: row.id, at: row.at, byId: row.by_id, untilAt: row.until_at, body: PlanProposal.parse(row.body) };
}

/** The latest alone is agreed to: two plans at once would each believe that the other is not. */
export async function lockProposal(tx: Tx, id: Id): Promise<StoredProposal> {
  await tx.query('SELECT FROM plan_proposal WHERE id = $1 FOR UPDATE', [id]);
  const latest = await latestProposal(tx, tx.now);
  if (latest?.id !== id) throw new Refused('plan-old');
  return latest;
}

export async function proposalView(db: Queryable, viewer: Viewer, { id, at, byId, untilAt, body }: StoredProposal): Promise<ProposalView> {
  const files = await visibleFiles(db, viewer, [...body.lines, ...body.leftOut, ...body.kept].map(({ incidentId }) => incidentId));
  const names = await findStaff(db, [...new Set([byId, ...body.lines.flatMap(({ visits }) => visits.map(({ staffId }) => staffId)), ...[...files.values()].flatMap((file) => file.visits.map(({ staffId }) => staffId))])]);
  const nameOf = (staffId: Id): string => names.get(staffId)?.name ?? 'Somebody';
  return {
    id, at, by: body.because.length > 0 ? NIGHTJAR.name : nameOf(byId), because: body.because, travel: body.travel, untilAt,
    lines: body.lines.flatMap((line) => { const file = files.get(line.incidentId); return file === undefined ? [] : [lineView(file, line, id, nameOf)]; }),
    leftOut: body.leftOut.flatMap(({ incidentId, taskId, why, need }) => {
      const file = files.get(incidentId);
      return file === undefined || !isOpen(file, taskId) ? [] : [{ ...about(file, taskId), why, need, booked: visitsOfTask(file, taskId).length > 0 }];
    }),
    kept: body.kept.filter(({ incidentId }) => files.has(incidentId)).length,
    reserveLost: body.reserveLost.map(({ districtCode, fromAt, untilAt: until }) => ({ district: DISTRICTS.find(({ code }) => code === districtCode)?.name ?? districtCode, fromAt, untilAt: until })),
  };
}

/** Whose eyes a plan is made with that nobody asked for this time; null: they see nothing any more. */
export async function viewerOf(db: Queryable, staffId: Id, now: Instant): Promise<Viewer | null> {
  const [row] = await db.query<{ organisationId: Id; roles: Role[] }[]>(
    `SELECT s.organisation_id AS "organisationId", array_agg(DISTINCT g.role) AS roles FROM staff s JOIN account a ON a.staff_id = s.id JOIN role_grant g ON g.account_id = a.id
     WHERE s.id = $1 AND a.disabled_at IS NULL AND g.role IN ('coordinator', 'supervisor') AND g.from_at <= $2 AND (g.until_at IS NULL OR g.until_at > $2) GROUP BY s.id`, [staffId, now]);
  return row === undefined ? null : { staffId, organisationId: row.organisationId, roles: row.roles, receivingTeamIds: [], dutyId: null, teamId: null };
}

async function visibleFiles(db: Queryable, viewer: Viewer, ids: readonly Id[]): Promise<Map<Id, IncidentFile>> {
  const parameters: unknown[] = [[...new Set(ids)]];
  const rows = await db.query<{ id: Id }[]>(`SELECT i.id FROM incident i WHERE i.id = ANY($1) AND ${visibleTo(viewer, parameters)}`, parameters);
  return new Map((await loadFiles(db, rows.map((row) => row.id))).map(({ file }) => [file.incident.id, file]));
}

const isOpen = (file: IncidentFile, taskId: Id): boolean => file.incident.state === 'open' && file.tasks.some(({ id, state }) => id === taskId && state === 'open');

const about = (file: IncidentFile, taskId: Id) => {
  const activity = file.tasks.find(({ id }) => id === taskId)?.activity;
  return { incidentId: file.incident.id, taskId, ref: incidentRef(file.incident), heading: activity === undefined ? '' : ACTIVITIES[activity].name, district: districtName(file.incident.districtCode) };
};

function lineView(file: IncidentFile, line: PlanLine, proposalId: Id, nameOf: (id: Id) => string): PlanLineView {
  const needs = new Map(legsOf(file, line.taskId).map(({ id, need }) => [id, need]));
  return {
    id: line.id, ...about(file, line.taskId), fromBookingId: line.fromBookingId, mustTell: line.mustTell, state: stateOf(file, line, proposalId),
    visits: line.visits.flatMap((visit) => { const need = needs.get(visit.legId); return need === undefined ? [] : [{ ...visit, need, name: nameOf(visit.staffId) }]; }),
    before: file.visits.filter(({ bookingId }) => bookingId === line.fromBookingId).map(({ staffId, fromAt, untilAt }) => ({ name: nameOf(staffId), fromAt, untilAt })),
  };
}

/** As it was when the plan was found, or agreed since, or something else has happened to it. */
function stateOf(file: IncidentFile, { taskId, fromBookingId }: PlanLine, proposalId: Id): PlanLineView['state'] {
  const standing = visitsOfTask(file, taskId);
  if (standing.some((visit) => visit.proposalId === proposalId)) return 'agreed';
  const now = standing[0]?.bookingId ?? null;
  return isOpen(file, taskId) && now === fromBookingId && standing.every(({ state }) => state === 'booked') ? 'open' : 'stale';
}
