// Routes about the roster: who is to be at work when and where, sickness, and shifts that pass from one to another.
import { z } from 'zod';
import { PROFESSIONS } from '../domain/activity.ts';
import { MOST_SHIFTS } from '../domain/shift-pattern.ts';
import { CertificateView } from './certificates.ts';
import { At, Day, Id, Text } from './fields.ts';
import { command, Done, route } from './route.ts';
import { SEATS } from './views.ts';

const CONTROL = ['coordinator', 'supervisor'] as const;
const PLANS = ['supervisor'] as const;
const WORKING = ['coordinator', 'supervisor', 'responder', 'edt'] as const;
const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'is not a time such as 20:00');
const Districts = z.array(z.string().regex(/^E0\d{7}$/)).max(12);
const Stretch = z.strictObject({ from: At, until: At });
const shiftId = { shiftId: Id };

export const ShiftView = z.strictObject({
  id: z.string(), staffId: z.string(), name: z.string(), profession: z.enum(PROFESSIONS).nullable(), organisation: z.string(), from: At, until: At, districtCodes: z.array(z.string()), breaks: z.array(Stretch),
  sickAt: At.nullable(), sickBy: z.string().nullable(),
  /** What came of it: who is on and was. */
  duty: z.strictObject({ id: z.string(), startedAt: At, endedAt: At.nullable(), callSign: z.string().nullable() }).nullable(),
});
export type ShiftView = z.infer<typeof ShiftView>;

/** On duty without a shift. */
export const ExtraView = z.strictObject({ dutyId: z.string(), staffId: z.string(), name: z.string(), profession: z.enum(PROFESSIONS).nullable(), seat: z.enum(SEATS), startedAt: At, callSign: z.string().nullable() });

export const readRoster = route('GET', '/rosters/:night', {
  summary: 'Everybody who is to be at work in one night, from noon to noon, and what came of it', may: CONTROL, params: { night: Day },
  out: z.strictObject({
    night: z.string(), asOf: At, shifts: z.array(ShiftView), extra: z.array(ExtraView),
    ending: z.array(CertificateView).meta({ description: 'Certificates that end within the policy’s days, and those that ran out as long ago' }),
  }),
});
export const listRosterStaff = route('GET', '/roster-staff', {
  summary: 'Who can be put on the roster', may: CONTROL, out: z.array(z.strictObject({ staffId: z.string(), name: z.string(), profession: z.enum(PROFESSIONS).nullable(), organisation: z.string() })),
});
export const addShifts = route('POST', '/shifts', {
  summary: 'Put somebody on the roster: once, so many days on and off, or on the same days each week; all of it or nothing', may: PLANS,
  body: command({
    staffId: Id, firstDay: Day, begins: TimeOfDay, ends: TimeOfDay, pause: z.strictObject({ begins: TimeOfDay, minutes: z.int().min(5).max(180) }).nullable(),
    repeat: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('once') }),
      z.strictObject({ kind: z.literal('on-off'), on: z.int().min(1).max(31), off: z.int().min(1).max(31), until: Day }),
      z.strictObject({ kind: z.literal('weekly'), weekdays: z.array(z.int().min(0).max(6)).min(1).max(7), until: Day }),
    ]),
    districtCodes: Districts, despite: Text.nullable().meta({ description: 'Why it is entered although it breaks the rest rule' }),
  }),
  out: Done, refusals: ['shift-times', 'shift-overlaps', 'shift-breaks-rest', 'not-found'],
});
export const reportSick = route('POST', '/shifts/:shiftId/sick', { summary: 'They are sick: the shift stays, and the gap shows', may: CONTROL, params: shiftId, body: command({}), out: Done, refusals: ['shift-taken', 'shift-sick', 'shift-over', 'not-found'] });
export const takeBackSick = route('POST', '/shifts/:shiftId/well', { summary: 'They come after all', may: CONTROL, params: shiftId, body: command({}), out: Done, refusals: ['shift-not-sick', 'shift-over', 'not-found'] });
export const giveShift = route('POST', '/shifts/:shiftId/give', {
  summary: 'Give a shift to somebody else, in exchange for one of theirs or for none', may: PLANS, params: shiftId, body: command({ toStaffId: Id, forShiftId: Id.nullable(), despite: Text.nullable() }), out: Done,
  refusals: ['shift-taken', 'shift-over', 'shift-overlaps', 'shift-breaks-rest', 'not-found'],
});
export const removeShift = route('POST', '/shifts/:shiftId/remove', { summary: 'Take a shift off the roster', may: PLANS, params: shiftId, body: command({}), out: Done, refusals: ['shift-taken', 'shift-over', 'not-found'] });
/** `refused` lines say why; none is left aside unseen. */
export const JudgedLine = z.strictObject({ line: z.int(), result: z.enum(['taken', 'already there', 'refused']), why: z.string() });
export type JudgedLine = z.infer<typeof JudgedLine>;
const Csv = z.string().min(1).max(200_000).refine((text) => text.isWellFormed() && !text.includes('\0'), 'contains characters that cannot be stored');
export const judgeRosterFile = route('POST', '/rosters/judge', { summary: 'What would come of each line of a roster’s file (CSV); writes nothing', may: PLANS, body: { csv: Csv }, out: z.array(JudgedLine), refusals: ['roster-file-unread'] });
export const importRoster = route('POST', '/rosters/import', {
  summary: 'Bring a roster’s file in, but for the lines left out: all of the others or nothing', may: PLANS, body: command({ csv: Csv, without: z.array(z.int().min(1)).max(5000) }), out: Done, refusals: ['roster-file-unread', 'roster-line-refused'],
});
export const listOwnShifts = route('GET', '/own-shifts', { summary: 'One’s own shifts, from the one that is on now', may: WORKING, out: z.array(ShiftView.omit({ sickBy: true, duty: true })).max(MOST_SHIFTS) });
