// Routes about being on duty: booking on and off, teams, positions, the live snapshot.
import { z } from 'zod';
import { HOLDINGS } from '../domain/holding.ts';
import { ROLES } from '../domain/visibility.ts';
import { Id, Instant, Lat, Line, Lon, Text } from './fields.ts';
import { Snapshot } from './live.ts';
import { command, Device, Done, route } from './route.ts';
import { PersonView, SEATS } from './views.ts';

const WORKING = ['coordinator', 'supervisor', 'responder', 'edt'] as const;

export const bookOn = route('POST', '/duties', {
  summary: 'Book on; a responder joins a team, or goes alone', may: WORKING, body: command({ seat: z.enum(SEATS), teamId: Id.nullable() }), out: Done, refusals: ['already-on-duty', 'not-your-role', 'team-off-duty', 'rest-not-over', 'longest-duty-reached'],
});
export const bookOff = route('POST', '/duties/:dutyId/end', {
  summary: 'End of duty; refused while one still holds something', may: WORKING, params: { dutyId: Id }, body: command({}), out: Done, refusals: ['not-on-duty', 'owns-open-work', 'sos-stands'],
});
export const endForgotten = route('POST', '/duties/:dutyId/end-forgotten', {
  summary: 'End a duty that somebody forgot to end; what they hold goes to whoever ends it', may: ['coordinator', 'supervisor'], params: { dutyId: Id }, body: command({ leftAt: Instant.meta({ description: 'When they left, as it was learnt' }), reason: Text }),
  out: Done, refusals: ['duty-over', 'duty-not-forgotten', 'left-when', 'owner-off-duty', 'owns-open-work', 'sos-stands'],
});
export const readHolding = route('GET', '/holding', {
  summary: 'Everything that one still holds, of every kind', may: WORKING, out: z.array(z.strictObject({ kind: z.enum(HOLDINGS), incidentId: z.string().nullable(), ref: z.string().nullable(), words: z.string() })),
});
export const handOn = route('POST', '/duties/:dutyId/hand-on', {
  summary: 'Give every open incident, and every call not saved yet, that one holds to somebody on duty, by name', may: ['coordinator', 'supervisor', 'edt'], params: { dutyId: Id }, body: command({ toStaffId: Id }), out: Done, refusals: ['owner-off-duty', 'not-on-duty'],
});
export const joinTeam = route('POST', '/duties/:dutyId/team', {
  summary: 'Change team, or go alone', may: ['coordinator', 'supervisor', 'responder'], params: { dutyId: Id }, body: command({ teamId: Id.nullable() }), out: Done, refusals: ['not-on-duty', 'team-off-duty', 'crew-still-out'],
});
export const beginBreak = route('POST', '/duties/:dutyId/break', {
  summary: 'Begin a break: one’s own, or somebody’s in control’s name; without minutes it is as long as the policy says', may: WORKING, params: { dutyId: Id }, body: command({ minutes: z.int().min(5).max(600).nullable() }), out: Done,
  refusals: ['not-on-duty', 'on-break', 'break-while-out', 'break-too-long', 'not-found'],
});
export const endBreak = route('POST', '/duties/:dutyId/break/end', {
  summary: 'End a break; whoever interrupts somebody else’s says why', may: WORKING, params: { dutyId: Id }, body: command({ reason: Text.nullable() }), out: Done, refusals: ['not-on-duty', 'not-on-break', 'rationale-needed', 'not-found'],
});
export const allowWork = route('POST', '/staff/:staffId/allow-work', {
  summary: 'Let somebody work who is not rested, or who has worked the longest duty, with the reason', may: ['supervisor'], params: { staffId: Id }, body: command({ until: Instant, reason: Text }), out: Done, refusals: ['leave-until', 'second-person-is-first', 'not-found'],
});
export const setSharing = route('POST', '/duties/:dutyId/sharing', {
  summary: 'Share one’s position, or stop', may: ['responder'], params: { dutyId: Id }, body: command({ sharing: z.boolean() }), out: Done, refusals: ['not-on-duty', 'sos-stands'],
});
export const formTeam = route('POST', '/teams', {
  summary: 'Form a team for tonight', may: ['coordinator', 'supervisor'], body: command({ callSign: Line, vehicle: Line.nullable(), districtCodes: z.array(z.string().regex(/^E0\d{7}$/)).max(12) }), out: Done, refusals: ['call-sign-taken'],
});
export const changeTeam = route('POST', '/teams/:teamId', {
  summary: 'Another call sign, vehicle or area for a team on duty', may: ['coordinator', 'supervisor'], params: { teamId: Id }, body: command({ callSign: Line, vehicle: Line.nullable(), districtCodes: z.array(z.string().regex(/^E0\d{7}$/)).max(12) }),
  out: Done, refusals: ['call-sign-taken', 'team-off-duty'],
});
export const disbandTeam = route('POST', '/teams/:teamId/disband', { summary: 'End a team that nobody is in', may: ['coordinator', 'supervisor'], params: { teamId: Id }, body: command({}), out: Done, refusals: ['team-not-empty', 'team-off-duty'] });
export const listOnDuty = route('GET', '/on-duty', { summary: 'Who is on duty in control and at the EDT desk, to hand work to', may: WORKING, out: z.array(PersonView.extend({ seat: z.enum(SEATS) })) });

export const reportPositions = route('POST', '/positions', {
  summary: 'The device’s newest positions; refused off duty or while not sharing', may: ['responder'],
  body: { fixes: z.array(Device.extend({ lat: Lat, lon: Lon, accuracyM: z.number().min(0).max(100_000).nullable() })).min(1).max(200) },
  out: z.strictObject({ taken: z.int() }), refusals: ['not-on-duty'],
});
export const positionLookups = route('GET', '/positions/lookups', {
  summary: 'Who looked at one’s own position in this duty', may: ['responder'], out: z.array(z.strictObject({ by: z.string(), from: z.string(), until: z.string() })),
});
export const readLive = route('GET', '/live', { summary: 'Everything one may see, as of one place in the log', may: ROLES, out: Snapshot });
