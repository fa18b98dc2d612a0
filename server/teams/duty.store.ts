// Duties and teams: who is at work tonight, in which seat and crew; availability is derived from their live visits.
import { availabilityOf } from '../../shared/domain/availability.ts';
import type { Profession } from '../../shared/domain/activity.ts';
import type { Id } from '../../shared/domain/incident-file.ts';
import { dateOf } from '../../shared/domain/duty-night.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import { skillsOn } from '../../shared/domain/skill.ts';
import { isControl, maySeeIncident, maySeeTeams, type Viewer } from '../../shared/domain/visibility.ts';
import type { DutyView, TeamView } from '../../shared/protocol/views.ts';
import type { Queryable } from '../database/connect.ts';
import { Refused, type Tx } from '../database/transaction.ts';
import { record } from '../events/append.ts';
import { findSights } from '../incidents/incident.store.ts';
import { certificatesOf } from '../identity/certificate.store.ts';

export type Seat = 'responder' | 'control' | 'edt';
export interface Duty { id: Id; staffId: Id; name: string; seat: Seat; teamId: Id | null; profession: Profession | null }

export async function lockDuty(tx: Tx, dutyId: Id): Promise<Duty> {
  const [duty] = await tx.query<Duty[]>(
    `SELECT d.id, d.staff_id AS "staffId", s.name, d.seat, d.team_id AS "teamId", d.profession FROM duty d JOIN staff s ON s.id = d.staff_id
     WHERE d.id = $1 AND d.ended_at IS NULL FOR UPDATE OF d`, [dutyId]);
  if (duty === undefined) throw new Refused('not-on-duty');
  return duty;
}
export async function lockOwnDuty(tx: Tx, dutyId: Id): Promise<Duty> {
  if (tx.actor.dutyId !== dutyId) throw new Refused('not-on-duty');
  return lockDuty(tx, dutyId);
}

/** While this transaction runs, it is not ended. */
export async function holdDuty(tx: Tx, dutyId: Id): Promise<void> {
  const rows = await tx.query<unknown[]>('SELECT FROM duty WHERE id = $1 AND ended_at IS NULL FOR SHARE', [dutyId]);
  if (rows.length === 0) throw new Refused('not-on-duty');
}

/** Shared by those who join, alone for who ends it: nobody joins a team that is being ended. */
export async function lockTeam(tx: Tx, teamId: Id, how: 'share' | 'update' = 'share'): Promise<void> {
  const rows = await tx.query<unknown[]>(`SELECT 1 FROM team WHERE id = $1 AND disbanded_at IS NULL FOR ${how === 'share' ? 'SHARE' : 'UPDATE'}`, [teamId]);
  if (rows.length === 0) throw new Refused('team-off-duty');
}

/** One's own, or anybody's for control. Nobody hears of another's that they do not see. */
export async function lockDutyToChange(tx: Tx, dutyId: Id): Promise<Duty> {
  if (tx.actor.dutyId !== dutyId && !isControl(tx.actor)) throw new Refused('not-found');
  return lockDuty(tx, dutyId);
}

export const liveVisitsOf = async (tx: Tx, staffId: Id): Promise<number> =>
  (await tx.query<unknown[]>("SELECT FROM assignment WHERE staff_id = $1 AND kind = 'visit' AND state IN ('dispatched', 'accepted', 'going', 'there')", [staffId])).length;

export async function liveTasksOf(tx: Tx, staffId: Id): Promise<number> {
  const [row] = await tx.query<{ count: number }[]>("SELECT count(*) FROM assignment WHERE staff_id = $1 AND state IN ('dispatched', 'accepted', 'going', 'there')", [staffId]);
  return row?.count ?? 0;
}

export function recordDuty(tx: Tx, name: string, duty: { dutyId: Id; staffId: Id; seat: Seat; teamId: Id | null; fromTeamId?: Id | null; shiftId?: Id | null; leftAt?: Instant; reasonId?: Id }): void {
  record(tx, { name, at: tx.now, byId: tx.actor.staffId, entityType: 'duty', entityId: duty.dutyId, incidentId: null, payload: duty });
}

interface DutyRow {
  id: Id; staffId: Id; name: string; seat: Seat; profession: Profession | null; organisation: string; teamId: Id | null; startedAt: Instant; endedAt: Instant | null; sharing: boolean;
  state: 'dispatched' | 'accepted' | 'going' | 'there' | null; since: Instant | null; incidentId: Id | null; breakFrom: Instant | null; breakUntil: Instant | null; shiftFrom: Instant | null; shiftUntil: Instant | null; forgottenAt: Instant | null;
}

/** `view` names the incident that holds them to those alone who may see it: its existence is concealed here too. */
export interface FoundDuty { id: Id; staffId: Id; teamId: Id | null; ended: boolean; view(viewer: Viewer): DutyView }

export async function findDuties(db: Queryable, now: Instant, where: string, parameters: unknown[]): Promise<FoundDuty[]> {
  const rows = await db.query<DutyRow[]>(
    `SELECT d.id, d.staff_id AS "staffId", s.name, d.seat, d.profession, o.name AS organisation, d.team_id AS "teamId", d.started_at AS "startedAt", d.ended_at AS "endedAt", d.sharing,
      a.state, COALESCE(a.there_at, a.going_at, a.accepted_at, a.dispatched_at) AS since, a.incident_id AS "incidentId",
      k.from_at AS "breakFrom", k.until_at AS "breakUntil", h.from_at AS "shiftFrom", h.until_at AS "shiftUntil", d.forgotten_at AS "forgottenAt"
     FROM duty d JOIN staff s ON s.id = d.staff_id JOIN organisation o ON o.id = d.organisation_id
     LEFT JOIN assignment a ON a.staff_id = d.staff_id AND a.kind = 'visit' AND a.state IN ('dispatched', 'accepted', 'going', 'there') AND d.ended_at IS NULL
     LEFT JOIN duty_break k ON k.duty_id = d.id AND k.ended_at IS NULL AND d.ended_at IS NULL LEFT JOIN shift h ON h.id = d.shift_id
     WHERE ${where} ORDER BY d.started_at, d.id`, parameters);
  const certificates = await certificatesOf(db, rows.map(({ staffId }) => staffId));
  const sights = await findSights(db, rows.map(({ incidentId }) => incidentId).filter((id) => id !== null));
  return rows.map(({ endedAt, state, since, incidentId, breakFrom, breakUntil, shiftFrom, shiftUntil, ...duty }) => {
    const availability = availabilityOf(state, breakUntil, now);
    const onBreak = availability === 'on-break';
    const sight = incidentId === null ? undefined : sights.get(incidentId);
    const concealed = {
      ...duty, availability, since: (onBreak ? breakFrom : since) ?? duty.startedAt, incidentId: null, breakUntil: onBreak ? breakUntil : null, shift: shiftFrom === null || shiftUntil === null ? null : { from: shiftFrom, until: shiftUntil }, skills: skillsOn(certificates.get(duty.staffId) ?? [], dateOf(now)),
    };
    const shown = { ...concealed, incidentId };
    return {
      id: duty.id, staffId: duty.staffId, teamId: duty.teamId, ended: endedAt !== null,
      view: (viewer) => (sight !== undefined && maySeeIncident(viewer, sight) ? shown : concealed),
    };
  });
}

/** `maySeeDuty` in SQL. */
export function dutyVisibleTo(viewer: Viewer, parameters: unknown[]): string {
  if (isControl(viewer)) return 'true';
  if (viewer.roles.length === 0) return 'false';
  const own = `d.staff_id = $${parameters.push(viewer.staffId)}::uuid`;
  return viewer.roles.includes('responder') && viewer.teamId !== null ? `(${own} OR d.team_id = $${parameters.push(viewer.teamId)}::uuid)` : own;
}

export interface FoundTeam { view: TeamView; ended: boolean }
export async function findTeams(db: Queryable, where: string, parameters: unknown[]): Promise<FoundTeam[]> {
  const rows = await db.query<(TeamView & { disbandedAt: Instant | null })[]>(
    `SELECT t.id, t.call_sign AS "callSign", t.vehicle, t.district_codes AS "districtCodes", t.night, t.formed_at AS "formedAt", t.disbanded_at AS "disbandedAt" FROM team t WHERE ${where} ORDER BY t.call_sign`, parameters);
  return rows.map(({ disbandedAt, ...view }) => ({ view, ended: disbandedAt !== null }));
}

export const teamsVisibleTo = (viewer: Viewer): string => (maySeeTeams(viewer) ? 'true' : 'false');
