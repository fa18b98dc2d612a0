// Routes about visits booked ahead: booking, moving and calling off by hand, and when it suits a family.
import { z } from 'zod';
import { PROFESSIONS } from '../domain/activity.ts';
import { CertificateDays } from './certificate-view.ts';
import { At, Id, Instant, Text } from './fields.ts';
import { command, Done, route } from './route.ts';

const CONTROL = ['coordinator', 'supervisor'] as const;
const taskId = { taskId: Id };
const Visits = z.array(z.strictObject({ legId: Id, staffId: Id, fromAt: Instant, minutes: z.int().min(1).max(24 * 60) })).min(1).max(6);
const NOT_SO = ['incident-closed', 'task-ended', 'not-a-visit', 'grade-1-goes-to-police', 'grade-4-no-visit', 'legs-each-once', 'visit-when', 'visit-how-long', 'legs-too-far-apart', 'does-not-suit', 'one-person-two-legs', 'cannot-stand-there', 'visit-overlaps'] as const;

export const bookVisit = route('POST', '/tasks/:taskId/visits', {
  summary: 'Book a visit ahead: one person for each leg; what the family was told becomes a promise', may: CONTROL, params: taskId,
  body: command({ visits: Visits, isFixed: z.boolean(), told: Text.nullable() }), out: Done, refusals: [...NOT_SO, 'visit-booked-already'],
});
export const moveVisit = route('POST', '/tasks/:taskId/visits/:bookingId/move', {
  summary: 'Move a booked visit: other people, or another time; a family that was told is told first', may: CONTROL, params: { taskId: Id, bookingId: Id },
  body: command({ visits: Visits, isFixed: z.boolean(), reason: Text, told: Text.nullable() }), out: Done, refusals: [...NOT_SO, 'visit-fixed', 'visit-begun', 'visit-over', 'family-not-told'],
});
export const cancelVisit = route('POST', '/tasks/:taskId/visits/:bookingId/cancel', {
  summary: 'Call off a booked visit', may: CONTROL, params: { taskId: Id, bookingId: Id }, body: command({ reason: Text }), out: Done, refusals: ['visit-begun', 'visit-over'],
});
export const sayWindow = route('POST', '/tasks/:taskId/window', {
  summary: 'When it suits a family, in their words; with neither beginning nor end, at any time again', may: [...CONTROL, 'edt'], params: taskId,
  body: command({ fromAt: Instant.nullable(), untilAt: Instant.nullable(), said: Text }), out: Done, refusals: ['incident-closed', 'task-ended', 'not-a-visit', 'window-impossible'],
});
export const listBookable = route('POST', '/bookable', {
  summary: 'Who could be booked between two moments, and when each is booked already, without a word of for what', may: CONTROL,
  body: { fromAt: Instant, untilAt: Instant },
  out: z.array(z.strictObject({ staffId: z.string(), name: z.string(), profession: z.enum(PROFESSIONS), organisation: z.string(), certificates: z.array(CertificateDays), busy: z.array(z.strictObject({ fromAt: At, untilAt: At })) })),
});
