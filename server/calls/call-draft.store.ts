// Calls being taken: all their SQL. What was typed is personal data: no word of it is in an event, and once it is saved or swept it is gone.
import { UNDO_MINUTES, type DraftForm } from '../../shared/domain/call-draft.ts';
import { clockTime } from '../../shared/domain/duty-night.ts';
import { incidentRef, type Id } from '../../shared/domain/incident-file.ts';
import type { Door } from '../../shared/domain/incident-words.ts';
import { plusMinutes, type Instant } from '../../shared/domain/instant.ts';
import type { Viewer } from '../../shared/domain/visibility.ts';
import type { Queryable } from '../database/connect.ts';
import { Refused, type Tx } from '../database/transaction.ts';
import { record } from '../events/append.ts';
import { visibleTo } from '../incidents/visible-to.ts';

export interface StoredDraft {
  id: Id; version: number; form: DraftForm; door: Door | null; words: string;
  /** Null once it is saved. */
  body: string | null;
  beganById: Id; begunBy: string; begunAt: Instant; heldById: Id; heldBy: string; heldSince: Instant; changedBy: string; touchedAt: Instant; thrownAt: Instant | null; incidentId: Id | null;
}

const COLUMNS = `d.id, d.version, d.form, d.door, d.words, d.body, d.begun_by_id AS "beganById", b.name AS "begunBy", d.begun_at AS "begunAt", d.held_by_id AS "heldById", h.name AS "heldBy", d.held_since AS "heldSince",
  c.name AS "changedBy", d.touched_at AS "touchedAt", d.thrown_at AS "thrownAt", d.incident_id AS "incidentId"`;
const FROM = 'call_draft d JOIN staff b ON b.id = d.begun_by_id JOIN staff h ON h.id = d.held_by_id JOIN staff c ON c.id = d.changed_by_id';

/** `maySeeDraft`, in SQL; a test holds the two together. */
function draftVisibleTo(viewer: Viewer, parameters: unknown[]): string {
  const onDuty = viewer.dutyId !== null;
  if (onDuty && viewer.roles.some((role) => role === 'coordinator' || role === 'supervisor')) return 'true';
  const me = `$${parameters.push(viewer.staffId)}`;
  return `(d.held_by_id = ${me} OR d.begun_by_id = ${me}${onDuty && viewer.roles.includes('edt') ? " OR d.door = 'edt' OR d.form = 'desk'" : ''})`;
}

/** Thrown away ones too, for as long as they can be brought back; never saved ones. */
export function listDrafts(db: Queryable, viewer: Viewer, now: Instant): Promise<StoredDraft[]> {
  const parameters: unknown[] = [plusMinutes(now, -UNDO_MINUTES)];
  return db.query<StoredDraft[]>(`SELECT ${COLUMNS} FROM ${FROM} WHERE d.body IS NOT NULL AND (d.thrown_at IS NULL OR d.thrown_at > $1) AND ${draftVisibleTo(viewer, parameters)} ORDER BY d.begun_at, d.id`, parameters);
}

export async function findDraft(db: Queryable, viewer: Viewer, id: Id): Promise<StoredDraft | null> {
  const parameters: unknown[] = [id];
  const [row] = await db.query<StoredDraft[]>(`SELECT ${COLUMNS} FROM ${FROM} WHERE d.id = $1 AND ${draftVisibleTo(viewer, parameters)}`, parameters);
  return row ?? null;
}

/** What is not there and what is not the actor's to see are one answer. */
export async function lockDraft(tx: Tx, id: Id): Promise<StoredDraft> {
  await tx.query('SELECT FROM call_draft WHERE id = $1 FOR UPDATE', [id]);
  const draft = await findDraft(tx, tx.actor, id);
  if (draft === null) throw new Refused('not-found');
  return draft;
}

export interface KeptWords { form: DraftForm; door: Door | null; words: string; body: string }

/** The next version, or null where another writer, another holder or an end came first. */
export async function writeDraft(db: Queryable, viewer: Viewer, id: Id, afterVersion: number, kept: KeptWords, now: Instant): Promise<number | null> {
  if (afterVersion === 0) {
    const begun = await db.query<unknown[]>(
      `INSERT INTO call_draft (id, version, form, door, words, body, begun_by_id, begun_at, held_by_id, held_since, touched_at, changed_by_id)
       VALUES ($1, 1, $2, $3, $4, $5, $6, $7, $6, $7, $7, $6) ON CONFLICT (id) DO NOTHING RETURNING id`, [id, kept.form, kept.door, kept.words, kept.body, viewer.staffId, now]);
    return begun.length === 0 ? null : 1;
  }
  const [rows] = await db.query<[{ version: number }[], number]>(
    `UPDATE call_draft SET version = version + 1, door = $3, words = $4, body = $5, touched_at = $6, changed_by_id = $7
     WHERE id = $1 AND version = $2::bigint AND held_by_id = $7 AND body IS NOT NULL AND thrown_at IS NULL RETURNING version`, [id, afterVersion, kept.door, kept.words, kept.body, now, viewer.staffId]);
  return rows[0]?.version ?? null;
}

/** Why this person cannot go on writing it; null where they can. */
export async function whyNotTheirs(db: Queryable, viewer: Viewer, draft: StoredDraft): Promise<Refused | null> {
  if (draft.incidentId !== null) return new Refused('draft-saved', await refOf(db, viewer, draft.incidentId));
  if (draft.thrownAt !== null) return new Refused('draft-thrown-away', { who: draft.changedBy, at: clockTime(draft.thrownAt) });
  return draft.heldById === viewer.staffId ? null : new Refused('draft-with-another', { who: draft.heldBy, at: clockTime(draft.heldSince) });
}

async function refOf(db: Queryable, viewer: Viewer, incidentId: Id): Promise<Record<string, string> | undefined> {
  const parameters: unknown[] = [incidentId];
  const [row] = await db.query<{ night: string; number: number }[]>(`SELECT i.night, i.number FROM incident i WHERE i.id = $1 AND ${visibleTo(viewer, parameters)}`, parameters);
  return row === undefined ? undefined : { ref: incidentRef(row) };
}

export const giveDraft = (tx: Tx, id: Id): Promise<unknown> =>
  tx.query('UPDATE call_draft SET version = version + 1, held_by_id = $2, held_since = $3, changed_by_id = $2, touched_at = $3 WHERE id = $1', [id, tx.actor.staffId, tx.now]);

/** Begun, not saved, and not thrown away. */
export const draftsHeldBy = (db: Queryable, staffId: Id): Promise<{ id: Id; words: string }[]> =>
  db.query('SELECT id, words FROM call_draft WHERE held_by_id = $1 AND body IS NOT NULL AND thrown_at IS NULL AND incident_id IS NULL ORDER BY begun_at, id', [staffId]);

/** At the end of a duty: to somebody who sees it. Whoever was typing stops, and reads who has it. */
export async function handOnDrafts(tx: Tx, toStaffId: Id, seat: 'control' | 'edt'): Promise<void> {
  const [rows] = await tx.query<[{ id: Id }[], number]>(
    `UPDATE call_draft SET version = version + 1, held_by_id = $2, held_since = $3, changed_by_id = $1, touched_at = $3
     WHERE held_by_id = $1 AND body IS NOT NULL AND thrown_at IS NULL AND incident_id IS NULL AND ($4 OR door = 'edt' OR form = 'desk') RETURNING id`, [tx.actor.staffId, toStaffId, tx.now, seat === 'control']);
  for (const { id } of rows) recordDraft(tx, 'callDraft.handedOn', id, { toId: toStaffId });
}

export const throwDraft = (tx: Tx, id: Id, at: Instant | null): Promise<unknown> =>
  tx.query('UPDATE call_draft SET version = version + 1, thrown_at = $2, changed_by_id = $3, touched_at = $4 WHERE id = $1', [id, at, tx.actor.staffId, tx.now]);

/** Holds the draft until the incident is there. Answers the incident that it has become already, where it has. */
export async function claimDraft(tx: Tx, id: Id): Promise<Id | null> {
  // Saved before it was ever kept: the line must be there all the same, for whoever saves it a second time.
  await tx.query(
    `INSERT INTO call_draft (id, version, form, door, words, body, begun_by_id, begun_at, held_by_id, held_since, touched_at, changed_by_id)
     VALUES ($1, 1, 'console', NULL, '', NULL, $2, $3, $2, $3, $3, $2) ON CONFLICT (id) DO NOTHING`, [id, tx.actor.staffId, tx.now]);
  const draft = await lockDraft(tx, id);
  if (draft.incidentId !== null) return draft.incidentId;
  const refusal = await whyNotTheirs(tx, tx.actor, draft);
  if (refusal !== null) throw refusal;
  return null;
}

export const spendDraft = (tx: Tx, id: Id, incidentId: Id): Promise<unknown> =>
  tx.query("UPDATE call_draft SET version = version + 1, body = NULL, words = '', door = NULL, incident_id = $2, touched_at = $3, changed_by_id = $4 WHERE id = $1", [id, incidentId, tx.now, tx.actor.staffId]);

export const recordDraft = (tx: Tx, name: 'callDraft.takenOver' | 'callDraft.handedOn' | 'callDraft.thrownAway' | 'callDraft.broughtBack', draftId: Id, more: Record<string, Id> = {}): void =>
  record(tx, { name, at: tx.now, byId: tx.actor.staffId, entityType: 'callDraft', entityId: draftId, incidentId: null, payload: { draftId, ...more } });
