// Routes about visits booked ahead: booking, moving and calling off by hand, and when it suits a family.
import { z } from 'zod';
import { NEEDS, PROFESSIONS } from '../domain/activity.ts';
import { PLAN_TRAVEL } from '../domain/plan-proposal.ts';
import { PLAN_CAUSES } from '../domain/plan-cause.ts';
import { LEFT_OUT } from '../domain/left-out.ts';
import { CertificateDays } from './certificate-view.ts';
import { At, Id, Instant, Text } from './fields.ts';
import { command, Done, route } from './route.ts';

const CONTROL = ['coordinator', 'supervisor'] as const;
const taskId = { taskId: Id };
const Visits = z.array(z.strictObject({ legId: Id, staffId: Id, fromAt: Instant, minutes: z.int().min(1).max(24 * 60) })).min(1).max(6);
const NOT_SO = ['incident-closed', 'task-ended', 'not-a-visit', 'grade-1-goes-to-police', 'grade-4-no-visit', 'legs-each-once', 'visit-when', 'visit-how-long', 'legs-too-far-apart', 'does-not-suit', 'legs-out-of-order', 'one-person-two-legs', 'cannot-stand-there', 'visit-overlaps'] as const;

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
  summary: 'When it suits a family, in their words, and how its legs are to come; with nothing said, at any time and together again', may: [...CONTROL, 'edt'], params: taskId,
  body: command({
    fromAt: Instant.nullable(), untilAt: Instant.nullable(), isDaily: z.boolean().meta({ description: 'Every day between those two times of day' }),
    order: z.strictObject({ firstLegId: Id, leastMinutes: z.int().min(0).max(720), mostMinutes: z.int().min(0).max(720) }).nullable().meta({ description: 'Which leg comes first, and how long after it has begun the other begins; null: together' }), said: Text,
  }), out: Done, refusals: ['incident-closed', 'task-ended', 'not-a-visit', 'window-impossible'],
});
export const listBookable = route('GET', '/bookable', {
  summary: 'Who could be booked between two moments: when each is at work, on a break and booked already, without a word of for what', may: CONTROL,
  query: { fromAt: Instant, untilAt: Instant },
  out: z.array(z.strictObject({ staffId: z.string(), name: z.string(), profession: z.enum(PROFESSIONS), organisation: z.string(), certificates: z.array(CertificateDays), busy: z.array(z.strictObject({ fromAt: At, untilAt: At })),
    atWork: z.array(z.strictObject({ fromAt: At, untilAt: At })).meta({ description: 'Shifts, and the duty that they are on' }), breaks: z.array(z.strictObject({ fromAt: At, untilAt: At })) })),
});

const Stretch = { fromAt: At, untilAt: At };
const About = { incidentId: z.string(), taskId: z.string(), ref: z.string(), heading: z.string(), district: z.string().nullable() };
export const PlanLineView = z.strictObject({
  id: z.string(), ...About, fromBookingId: z.string().nullable().meta({ description: 'Null: to book; else what it moves' }), mustTell: z.boolean().meta({ description: 'The family was told another time: say what they were told now' }),
  visits: z.array(z.strictObject({ legId: z.string(), staffId: z.string(), name: z.string(), need: z.enum(NEEDS), ...Stretch })), before: z.array(z.strictObject({ name: z.string(), ...Stretch })),
  state: z.enum(['open', 'agreed', 'stale']),
});
export type PlanLineView = z.infer<typeof PlanLineView>;
export const ProposalView = z.strictObject({
  id: z.string(), at: At, by: z.string(), untilAt: At, lines: z.array(PlanLineView), leftOut: z.array(z.strictObject({ ...About, why: z.enum(LEFT_OUT), need: z.enum(NEEDS).nullable(), booked: z.boolean() })),
  because: z.array(z.enum(PLAN_CAUSES)).meta({ description: 'Made again by itself, and why; empty where somebody asked for it' }), travel: z.enum(PLAN_TRAVEL).meta({ description: 'What its drives rest on' }), kept: z.int(), reserveLost: z.array(z.strictObject({ district: z.string(), ...Stretch })),
});
export type ProposalView = z.infer<typeof ProposalView>;
export const PlanPersonView = z.strictObject({
  staffId: z.string(), name: z.string(), profession: z.enum(PROFESSIONS), callSign: z.string().nullable(), shifts: z.array(z.strictObject(Stretch)),
  /** Held by what is not shown here, and not said by what. */
  taken: z.array(z.strictObject(Stretch)),
});
export type PlanPersonView = z.infer<typeof PlanPersonView>;
export const PlanningView = z.strictObject({
  fromAt: At, untilAt: At, people: z.array(PlanPersonView), reserve: z.array(z.strictObject({ district: z.string(), crews: z.int(), ...Stretch })),
  proposal: ProposalView.nullable(),
});
export type PlanningView = z.infer<typeof PlanningView>;

export const readPlanning = route('GET', '/planning', { summary: 'The next 48 hours: who is at work, what is kept free, and the latest plan proposed', may: CONTROL, out: PlanningView });
export const proposePlan = route('POST', '/plans', { summary: 'Search for a plan of the next 48 hours; nothing changes until somebody agrees', may: CONTROL, body: command({}), out: Done });
export const agreePlan = route('POST', '/plans/:planId/agree', {
  summary: 'Book and move as proposed, line by line or all; all of those named, or none', may: CONTROL, params: { planId: Id },
  body: command({ lines: z.array(z.strictObject({ lineId: Id, told: Text.nullable() })).min(1).max(300) }), out: Done, refusals: ['plan-line-stale', 'plan-old'],
});
