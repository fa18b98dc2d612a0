// Routes about handovers and overnight notes.
import { z } from 'zod';
import { Id, Instant, Line, Text, Version } from './fields.ts';
import { HandoverPack } from './handover-pack.ts';
import { command, Done, route } from './route.ts';
import { HandoverView, TimelineEntry } from './views.ts';

const CONTROL = ['coordinator', 'supervisor', 'edt'] as const;
const handoverId = { handoverId: Id };

export const ReceivingTeamView = z.strictObject({ id: z.string(), name: z.string(), kind: z.enum(['edt-desk', 'day-team']), organisation: z.string(), startsAt: z.string(), hasAccounts: z.boolean() });
export type ReceivingTeamView = z.infer<typeof ReceivingTeamView>;

export const listReceivingTeams = route('GET', '/receiving-teams', { summary: 'Who takes handovers', may: [...CONTROL, 'receiving-team', 'administrator'], out: z.array(ReceivingTeamView) });
export const sendHandover = route('POST', '/incidents/:incidentId/handovers', {
  summary: 'Send the case with its pack; it stays with its owner until a named person takes it over', may: CONTROL, params: { incidentId: Id },
  body: command({
    expectedVersion: Version, receivingTeamId: Id, riskNow: Text, outstanding: Text.nullable(), sharingBasis: Text, legalPowers: Text.nullable(), spokenWith: Line.nullable(),
    dueAt: Instant.optional(),
  }), out: Done, refusals: ['incident-closed', 'handover-waiting', 'follow-up-open', 'crew-still-out', 'downgrade-needs-second-person', 'stale'],
});
export const readHandover = route('GET', '/handovers/:handoverId', {
  summary: 'The pack, frozen as sent; the reading is logged', may: [...CONTROL, 'receiving-team'], params: handoverId, 
  out: z.strictObject({ deployment: z.enum(['live', 'rehearsal']), handover: HandoverView, pack: HandoverPack, history: z.array(TimelineEntry) }),
});
export const takeOverHandover = route('POST', '/handovers/:handoverId/take-over', {
  summary: 'Take it over, by name', may: ['receiving-team', 'edt'], params: handoverId, body: command({}), out: Done, refusals: ['handover-ended', 'not-your-team', 'crew-still-out', 'follow-up-open', 'downgrade-needs-second-person', 'not-on-duty'],
});
export const takeOverByPhone = route('POST', '/handovers/:handoverId/take-over-by-phone', {
  summary: 'Record that a named person took it over on the phone, and read it back', may: CONTROL, params: handoverId, body: command({ name: Line, role: Line, readBack: Text }), out: Done,
  refusals: ['handover-ended', 'not-your-team', 'crew-still-out', 'follow-up-open', 'downgrade-needs-second-person'],
});
export const rejectHandover = route('POST', '/handovers/:handoverId/reject', {
  summary: 'Reject it, naming the right team where known: it goes there, clocks unchanged', may: ['receiving-team', 'edt'], params: handoverId, body: command({ reason: Text, rightTeamId: Id.nullable() }), out: Done,
  refusals: ['handover-ended', 'not-your-team', 'same-team'],
});
export const withdrawHandover = route('POST', '/handovers/:handoverId/withdraw', { summary: 'Take it back before anybody has it', may: CONTROL, params: handoverId, body: command({ reason: Text }), out: Done, refusals: ['handover-ended'] });

export const lodgeOvernightNote = route('POST', '/overnight-notes', {
  summary: 'Lodge a note with its contingency plan for the night; it expires', may: ['receiving-team', 'edt'],
  body: command({ receivingTeamId: Id, about: Line, place: Line.nullable(), phone: Line.nullable(), body: Text, plan: Text, expiresAt: Instant }), out: Done, refusals: ['note-expired', 'not-your-team'],
});
export const endOvernightNote = route('POST', '/overnight-notes/:noteId/end', { summary: 'End a note before it expires', may: ['receiving-team', 'edt'], params: { noteId: Id }, body: command({}), out: Done, refusals: ['not-found'] });
