// Ends a note before it expires.
import type * as routes from '../../../shared/protocol/handovers.ts';
import { maySeeOvernightNote } from '../../../shared/domain/visibility.ts';
import { Refused } from '../../database/transaction.ts';
import { record } from '../../events/append.ts';
import type { Command } from '../../http/handle.ts';

export const endOvernightNote: Command<typeof routes.endOvernightNote> = async (tx, input) => {
  const [note] = await tx.query<{ receiving_team_id: string }[]>('SELECT receiving_team_id FROM overnight_note WHERE id = $1 AND ended_at IS NULL FOR UPDATE', [input.noteId]);
  if (note === undefined || !maySeeOvernightNote(tx.actor, { receivingTeamId: note.receiving_team_id })) throw new Refused('not-found');
  await tx.query('UPDATE overnight_note SET ended_at = $2 WHERE id = $1', [input.noteId, tx.now]);
  record(tx, { name: 'overnightNote.ended', at: tx.now, byId: tx.actor.staffId, entityType: 'overnightNote', entityId: input.noteId, incidentId: null, payload: { receivingTeamId: note.receiving_team_id } });
};
