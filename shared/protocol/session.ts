// Routes about who one is: signing in and out, passwords, the first administrator.
import { z } from 'zod';
import { PROFESSIONS } from '../domain/activity.ts';
import { SKILLS } from '../domain/skill.ts';
import { ROLES } from '../domain/visibility.ts';
import { At, Line } from './fields.ts';
import { route } from './route.ts';
import { SEATS } from './views.ts';

const Password = z.string().min(1).max(200);

export const Me = z.strictObject({
  accountId: z.string(), staffId: z.string(), name: z.string(), organisationId: z.string(), organisation: z.string(), profession: z.enum(PROFESSIONS).nullable(), skills: z.array(z.enum(SKILLS)), roles: z.array(z.enum(ROLES)),
  receivingTeams: z.array(z.strictObject({ id: z.string(), name: z.string() })), duty: z.strictObject({ id: z.string(), seat: z.enum(SEATS), teamId: z.string().nullable(), startedAt: At }).nullable(),
  deployment: z.strictObject({ kind: z.enum(['live', 'rehearsal']), tileUrl: z.string().nullable(), tileAttribution: z.string() }),
});
export type Me = z.infer<typeof Me>;

const Ok = z.strictObject({ ok: z.literal(true) });
export const signIn = route('POST', '/session', { summary: 'Sign in', may: 'anyone', body: { username: Line, password: Password }, out: Me, refusals: ['wrong-sign-in', 'too-many-tries'] });
export const signOut = route('DELETE', '/session', { summary: 'Sign out here', may: 'signed-in', out: Ok });
export const signOutEverywhere = route('DELETE', '/sessions', { summary: 'Sign out everywhere', may: 'signed-in', out: Ok });
export const readMe = route('GET', '/me', { summary: 'Who one is, in which roles, on which duty', may: 'signed-in', out: Me });
export const changePassword = route('POST', '/password', { summary: 'Change one’s password; every other session ends', may: 'signed-in', body: { current: Password, next: Password }, out: Ok, refusals: ['wrong-sign-in', 'password-too-weak', 'too-many-tries'] });
export const readLink = route('POST', '/links/read', { summary: 'What a one-time link is for', may: 'anyone', body: { token: Line }, out: z.strictObject({ purpose: z.enum(['first-administrator', 'password']), username: z.string().nullable() }), refusals: ['link-not-valid'] });
export const useLink = route('POST', '/links/use', {
  summary: 'Use a one-time link: make the first administrator, or set a password', may: 'anyone', body: { token: Line, username: Line.optional(), name: Line.optional(), password: Password }, out: Ok, refusals: ['link-not-valid', 'password-too-weak', 'name-taken'],
});
