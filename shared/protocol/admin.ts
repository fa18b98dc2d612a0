// Routes for administrators (accounts and settings, no case content), auditors and analysts.
import { z } from 'zod';
import { PROFESSIONS } from '../domain/activity.ts';
import { GENDERS } from '../domain/crew-gender.ts';
import { ROLES } from '../domain/visibility.ts';
import { At, Id, Instant, Line } from './fields.ts';
import { command, Done, route } from './route.ts';
import { AccountView } from './views.ts';

const ADMIN = ['administrator'] as const;
const Username = z.string().trim().regex(/^[a-z0-9][a-z0-9._-]{1,39}$/, 'must be 2 to 40 of a–z, 0–9, dot, dash or underscore');
export const OrganisationView = z.strictObject({ id: z.string(), name: z.string(), kind: z.enum(['police', 'council', 'provider']) });

export const listAccounts = route('GET', '/admin/accounts', { summary: 'Every account with its grants', may: ADMIN, out: z.array(AccountView) });
export const listOrganisations = route('GET', '/admin/organisations', { summary: 'The organisations', may: ADMIN, out: z.array(OrganisationView) });
export const addOrganisation = route('POST', '/admin/organisations', { summary: 'Add an organisation', may: ADMIN, body: command({ name: Line, kind: z.enum(['police', 'council', 'provider']) }), out: Done, refusals: ['name-taken'] });
export const addReceivingTeam = route('POST', '/admin/receiving-teams', {
  summary: 'Add a team that takes handovers', may: ADMIN, body: command({ organisationId: Id, name: Line, kind: z.enum(['edt-desk', 'day-team']), startsAt: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/) }), out: Done, refusals: ['name-taken', 'not-found'],
});
export const addAccount = route('POST', '/admin/accounts', {
  summary: 'Add a staff member with an account; answers a one-time link to set the password', may: ADMIN,
  body: command({ username: Username, name: Line, organisationId: Id, profession: z.enum(PROFESSIONS).nullable() }), out: z.strictObject({ accountId: z.string(), link: z.string() }), refusals: ['name-taken', 'not-found'],
});
export const resetPassword = route('POST', '/admin/accounts/:accountId/password-link', { summary: 'A one-time link to set a new password; its sessions end', may: ADMIN, params: { accountId: Id }, body: command({}), out: z.strictObject({ link: z.string() }), refusals: ['not-found'] });
export const disableAccount = route('POST', '/admin/accounts/:accountId/disable', { summary: 'Disable: off the screen and the socket within two seconds', may: ADMIN, params: { accountId: Id }, body: command({}), out: Done, refusals: ['own-account', 'not-found'] });
export const enableAccount = route('POST', '/admin/accounts/:accountId/enable', { summary: 'Enable again', may: ADMIN, params: { accountId: Id }, body: command({}), out: Done, refusals: ['not-found'] });
export const recordGender = route('POST', '/admin/accounts/:accountId/gender', {
  summary: 'Record, where they agree, whether somebody is a woman or a man, for visits that are for one alone', may: ADMIN, params: { accountId: Id }, body: command({ gender: z.enum(GENDERS).nullable() }), out: Done, refusals: ['not-found'],
});
export const grantRole = route('POST', '/admin/accounts/:accountId/grants', {
  summary: 'Grant a role from a moment, until another or for good', may: ADMIN, params: { accountId: Id },
  body: command({ role: z.enum(ROLES), receivingTeamId: Id.nullable(), from: Instant.optional(), until: Instant.nullable() }), out: Done, refusals: ['own-account', 'scope-needed', 'window-impossible', 'not-found'],
});
export const endGrant = route('POST', '/admin/grants/:grantId/end', { summary: 'End a grant now', may: ADMIN, params: { grantId: Id }, body: command({}), out: Done, refusals: ['own-account', 'not-found'] });

const Page = { before: z.coerce.number().int().positive().optional() };
export const readLog = route('GET', '/audit/events', {
  summary: 'The log: ids, codes and instants, newest first', may: ['auditor'], query: Page,
  out: z.array(z.strictObject({ seq: z.int(), at: At, receivedAt: At, by: z.string(), organisation: z.string(), name: z.string(), entity: z.string(), entityId: z.string().nullable().meta({ description: 'Null: of a restricted incident' }), incidentId: z.string().nullable() })),
});
export const readAccessLog = route('GET', '/audit/accesses', {
  summary: 'Who read which record, when and for what', may: ['auditor'], query: Page,
  out: z.array(z.strictObject({ id: z.int(), at: At, by: z.string(), organisation: z.string(), action: z.string(), entity: z.string(), entityId: z.string().nullable(), purpose: z.string().nullable() })),
});
export const readFigures = route('GET', '/reports/figures', {
  summary: 'Aggregates of the last nights: counts by grade and district, targets met; small counts are withheld', may: ['analyst', 'supervisor'], query: { nights: z.coerce.number().int().min(1).max(366).default(7) },
  out: z.strictObject({
    from: z.string(), nights: z.int(),
    byGrade: z.array(z.strictObject({ grade: z.int(), incidents: z.int(), attended: z.int(), metTarget: z.int(), medianFirstArrivalMinutes: z.number().nullable(), medianJointArrivalMinutes: z.number().nullable() })),
    byDistrict: z.array(z.strictObject({ district: z.string(), incidents: z.int().nullable().meta({ description: 'Null: fewer than 5, withheld' }) })),
    alarms: z.strictObject({ fired: z.int().nullable(), controlHours: z.number(), perHour: z.number().nullable() }).meta({ description: 'Alarms fired, hours of duty in control, and the one by the other' }),
  }),
});
