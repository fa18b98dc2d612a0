// Handovers as those see them who send and who take: who may act for a team, and the views.
import { maySeeHandover, maySeeOvernightNote, type Viewer } from '../../shared/domain/visibility.ts';
import { incidentRef, type Id } from '../../shared/domain/incident-file.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import type { HandoverView, OvernightNoteView } from '../../shared/protocol/views.ts';
import type { Queryable } from '../database/connect.ts';
import { Refused, type Tx } from '../database/transaction.ts';
import { districtName } from '../incidents/lookups.ts';
import { findReceivingTeam, type ReceivingTeam } from './receiving-team.store.ts';

export async function teamOfHandover(db: Queryable, handoverId: Id): Promise<ReceivingTeam> {
  const [row] = await db.query<{ receiving_team_id: Id }[]>('SELECT receiving_team_id FROM handover WHERE id = $1', [handoverId]);
  const team = row === undefined ? null : await findReceivingTeam(db, row.receiving_team_id);
  if (team === null) throw new Refused('not-found');
  return team;
}

/** Members of the team; for the EDT desk, whoever holds that role. To anybody else the handover is not there. */
export async function handoverForTaker(tx: Tx, handoverId: Id): Promise<{ incidentId: Id; packId: Id; team: ReceivingTeam }> {
  const [found] = await findHandovers(tx, tx.actor, 'h.id = $1', [handoverId]);
  if (found === undefined) throw new Refused('not-found');
  const team = await teamOfHandover(tx, handoverId);
  const mine = tx.actor.receivingTeamIds.includes(team.id) || (team.kind === 'edt-desk' && tx.actor.roles.includes('edt'));
  if (!mine) throw new Refused('not-your-team');
  return { incidentId: found.view.incidentId, packId: found.packId, team };
}

/** EDT may lodge for any team (a note rung in); a receiving team for itself. */
export async function mayActForTeam(tx: Tx, receivingTeamId: Id): Promise<void> {
  if ((await findReceivingTeam(tx, receivingTeamId)) === null) throw new Refused('not-found');
  if (!tx.actor.roles.includes('edt') && !tx.actor.receivingTeamIds.includes(receivingTeamId)) throw new Refused('not-your-team');
}

interface HandoverRowView extends Omit<HandoverView, 'ref' | 'heading' | 'district' | 'sentBy'> {
  packId: Id; night: string; number: number; districtCode: string | null; restricted: boolean; namedStaffIds: Id[]; sentById: Id; sentByName: string; summary: string | null;
}
/** What is only read of a row is asked for it by itself: nine tables joined take Postgres ten times as long to plan as to read. */
const SELECT = `
  SELECT h.id, h.incident_id AS "incidentId", h.pack_id AS "packId", h.receiving_team_id AS "receivingTeamId", i.grade, i.night, i.number, i.district_code AS "districtCode",
    i.restricted, i.named_staff_ids AS "namedStaffIds", h.state, h.sent_by_id AS "sentById", h.sent_at AS "sentAt", h.due_at AS "dueAt", h.taken_at AS "takenAt", h.taken_by AS "takenHow", h.ended_at AS "endedAt",
    (SELECT name FROM receiving_team WHERE id = h.receiving_team_id) AS "receivingTeam", (SELECT name FROM receiving_team WHERE id = h.right_team_id) AS "rightTeam",
    (SELECT name FROM staff WHERE id = h.sent_by_id) AS "sentByName", (SELECT name FROM staff WHERE id = h.taken_by_id) AS "takenBy",
    (SELECT body FROM statement WHERE id = h.spoken_with_id) AS "spokenWith", (SELECT body FROM statement WHERE id = h.reason_id) AS reason, (SELECT body->>'summary' FROM handover_pack WHERE id = h.pack_id) AS summary
  FROM handover h JOIN incident i ON i.id = h.incident_id`;
const HEADING_LENGTH = 120;

export interface FoundHandover { view: HandoverView; packId: Id; seenBy(viewer: Viewer): boolean }

const found = (row: HandoverRowView): FoundHandover => {
  const { packId, night, number, districtCode, restricted, namedStaffIds, sentById, sentByName, summary, ...rest } = row;
  return {
    packId, seenBy: (viewer) => maySeeHandover(viewer, { receivingTeamId: row.receivingTeamId, restricted, namedStaffIds }),
    view: { ...rest, ref: incidentRef({ night, number }), heading: (summary ?? '').slice(0, HEADING_LENGTH), district: districtName(districtCode), sentBy: { staffId: sentById, name: sentByName } },
  };
};

/** Those of the matching ones that the viewer may see; null sees as the server does, for the relay. */
export async function findHandovers(db: Queryable, viewer: Viewer | null, where: string, parameters: unknown[]): Promise<FoundHandover[]> {
  const values = [...parameters];
  const sight = viewer === null ? 'true' : handoverVisibleTo(viewer, values);
  return (await db.query<HandoverRowView[]>(`${SELECT} WHERE ${where} AND ${sight} ORDER BY h.sent_at, h.id`, values)).map(found);
}

/** `maySeeHandover` in SQL. */
function handoverVisibleTo(viewer: Viewer, parameters: unknown[]): string {
  const teams = `h.receiving_team_id = ANY($${parameters.push(viewer.receivingTeamIds)}::uuid[])`;
  if (!viewer.roles.some((role) => role === 'edt' || role === 'coordinator' || role === 'supervisor')) return teams;
  return `(${teams} OR NOT i.restricted OR $${parameters.push(viewer.staffId)}::uuid = ANY(i.named_staff_ids))`;
}

interface NoteRow extends Omit<OvernightNoteView, 'lodgedBy'> { lodgedById: Id; lodgedByName: string; endedAt: Instant | null }
export interface FoundNote { view: OvernightNoteView; standing: boolean; seenBy(viewer: Viewer): boolean }

export async function findNotes(db: Queryable, where: string, parameters: unknown[], now: Instant): Promise<FoundNote[]> {
  const rows = await db.query<NoteRow[]>(
    `SELECT n.id, n.receiving_team_id AS "receivingTeamId", r.name AS "receivingTeam", n.about, n.place, n.phone, n.body, n.plan, n.lodged_by_id AS "lodgedById", s.name AS "lodgedByName",
      n.lodged_at AS "lodgedAt", n.expires_at AS "expiresAt", n.ended_at AS "endedAt"
     FROM overnight_note n JOIN receiving_team r ON r.id = n.receiving_team_id JOIN staff s ON s.id = n.lodged_by_id WHERE ${where} ORDER BY n.expires_at`, parameters);
  return rows.map(({ lodgedById, lodgedByName, endedAt, ...note }) => ({
    view: { ...note, lodgedBy: { staffId: lodgedById, name: lodgedByName } }, standing: endedAt === null && note.expiresAt > now,
    seenBy: (viewer) => maySeeOvernightNote(viewer, note),
  }));
}
