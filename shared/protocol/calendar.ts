// One's own calendar: a secret link to the times of one's shifts and visits, for a calendar of one's own. It says nothing of where, for whom or with whom.
import { z } from 'zod';
import { At } from './fields.ts';
import { command, Done, route } from './route.ts';

const WORKING = ['coordinator', 'supervisor', 'responder', 'edt'] as const;

export const readCalendarLink = route('GET', '/own-calendar', { summary: 'Whether one’s calendar has a link, and since when', may: WORKING, out: z.strictObject({ madeAt: At.nullable() }) });
export const makeCalendarLink = route('POST', '/own-calendar', {
  summary: 'Make the link of one’s calendar, shown once; an earlier one stops working', may: WORKING, body: command({}), out: z.strictObject({ path: z.string() }), refusals: ['link-made-already'],
});
export const revokeCalendarLink = route('POST', '/own-calendar/revoke', { summary: 'Nobody reads one’s calendar by its link any more', may: WORKING, body: command({}), out: Done });
