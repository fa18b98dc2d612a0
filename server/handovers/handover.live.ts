// Handovers and overnight notes on the socket.
import type { LiveSource } from '../realtime/live-source.ts';
import { findHandovers, findNotes } from './handover.store.ts';

/** Taken-over and rejected ones stay on the desk for this long. */
const SHOWN_HOURS = 36;
const RECENT = `(h.state = 'sent' OR h.ended_at > $1::timestamptz - interval '${SHOWN_HOURS} hours')`;

export const handoverSource: LiveSource<'handover'> = {
  entity: 'handover',
  touched: (events) => events.filter((event) => event.entityType === 'handover').map((event) => event.entityId),
  load: async (db, ids) => (await findHandovers(db, null, 'h.id = ANY($1)', [ids])).map(({ view, seenBy }) => ({ id: view.id, view: { entity: 'handover', id: view.id, view }, seenBy })),
  snapshot: async (db, actor, now) => (await findHandovers(db, actor, RECENT, [now])).map(({ view }) => view),
};

export const overnightNoteSource: LiveSource<'overnightNote'> = {
  entity: 'overnightNote',
  touched: (events) => events.filter((event) => event.entityType === 'overnightNote').map((event) => event.entityId),
  load: async (db, ids, now) => (await findNotes(db, 'n.id = ANY($1)', [ids], now)).map(({ view, standing, seenBy }) => ({
    id: view.id, view: standing ? { entity: 'overnightNote', id: view.id, view } : null, seenBy,
  })),
  snapshot: async (db, actor, now) => (await findNotes(db, 'n.ended_at IS NULL AND n.expires_at > $1', [now], now)).filter(({ seenBy }) => seenBy(actor)).map(({ view }) => view),
};
