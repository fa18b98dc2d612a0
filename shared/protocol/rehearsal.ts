// Routes about a rehearsal: its clock, and the seats that a real person has taken. A live deployment has none of it, and says so.
import { z } from 'zod';
import { At } from './fields.ts';
import { command, Done, route } from './route.ts';

/** What Slower and Faster step through. */
export const SPEEDS = [1, 5, 15, 60, 120, 300] as const;
export const FASTEST = 600;

/** `seed` and `endsAt` are null where nobody plays the night; `speed` 0 is a clock that stands still. */
export const RehearsalView = z.strictObject({
  kind: z.literal('rehearsal'), seed: z.int().nullable(), speed: z.number(), startedAt: At, endsAt: At.nullable(), now: At,
  over: z.boolean().meta({ description: 'The hours that were asked for have passed' }),
});
export type RehearsalView = z.infer<typeof RehearsalView>;

export const readRehearsal = route('GET', '/rehearsal', { summary: 'The rehearsal’s clock and its hours', may: 'signed-in', out: RehearsalView, refusals: ['not-a-rehearsal'] });
export const setSpeed = route('POST', '/rehearsal/speed', {
  summary: 'Pause the rehearsal’s clock (0), or let it run this many times as fast as the wall’s', may: ['coordinator', 'supervisor'],
  body: command({ speed: z.int().min(0).max(FASTEST) }), out: Done, refusals: ['not-a-rehearsal'],
});
export const markSimulated = route('POST', '/rehearsal/simulated', {
  summary: 'Say that nobody real sits at this session: its seat stays free for a person', may: 'signed-in', out: z.strictObject({ ok: z.literal(true) }), refusals: ['not-a-rehearsal'],
});
export const readSeats = route('GET', '/rehearsal/seats', { summary: 'User names of the seats that a real person has taken', may: 'signed-in', out: z.array(z.string()), refusals: ['not-a-rehearsal'] });
