// A day team lodges a note with its contingency plan for the night; it expires.
import type * as routes from '../../../shared/protocol/handovers.ts';
import { plusMinutes } from '../../../shared/domain/instant.ts';
import { newId, Refused } from '../../database/transaction.ts';
import { record } from '../../events/append.ts';
import type { Command } from '../../http/handle.ts';
import { mayActForTeam } from '../handover.store.ts';

const LONGEST_MINUTES = 30 * 24 * 60;

export const lodgeOvernightNote: Command<typeof routes.lodgeOvernightNote> = async (tx, input) => {
  await mayActForTeam(tx, input.receivingTeamId);
  if (input.expiresAt <= tx.now || input.expiresAt > plusMinutes(tx.now, LONGEST_MINUTES)) throw new Refused('note-expired');
  const noteId = newId();
  await tx.query('INSERT INTO overnight_note (id, receiving_team_id, about, place, phone, body, plan, lodged_by_id, lodged_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)',
    [noteId, input.receivingTeamId, input.about, input.place, input.phone, input.body, input.plan, tx.actor.staffId, tx.now, input.expiresAt]);
  record(tx, { name: 'overnightNote.lodged', at: tx.now, byId: tx.actor.staffId, entityType: 'overnightNote', entityId: noteId, incidentId: null, payload: { receivingTeamId: input.receivingTeamId, expiresAt: input.expiresAt } });
  return { noteId };
};
