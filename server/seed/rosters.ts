// The demo's roster and certificates: who was to be there last night, is tonight and will be; one not there yet, one sick, one certificate that ends soon and one that has run out.
import { dateOf } from '../../shared/domain/duty-night.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import { nextDay } from '../../shared/domain/shift-pattern.ts';
import type { Skill } from '../../shared/domain/skill.ts';
import { addCertificate } from '../rosters/commands/add-certificate.ts';
import { addShifts } from '../rosters/commands/add-shifts.ts';
import { reportSick } from '../rosters/commands/report-sick.ts';
import type { Hands, Step } from './hands.ts';
import { STAFF, TEAMS } from './staff.ts';

/** P2 works the afternoon; the others the evening and the first half of the night. */
export const AFTERNOON = 'P2';
const HOURS = { afternoon: { begins: '12:30', ends: '22:30' }, evening: { begins: '16:30', ends: '02:00' }, late: { begins: '18:30', ends: '04:30' } } as const;

const CERTIFICATES: readonly [who: string, skill: Skill, fromDays: number, untilDays: number | null][] = [
  ['siskin', 'amhp', -1820, 12], ['pipit', 'return-interview', -1100, -6], ['lark', 'speaks:ur', -900, null], ['avocet', 'british-sign-language', -400, 700], ['wren', 'driver', -600, 500], ['martin', 'disabilities', -300, 430],
];

const putOn = (hands: Hands, who: string, hours: keyof typeof HOURS, firstDay: string, days: number, districtCodes: readonly string[]) => hands.as('supervisor', addShifts, {
  staffId: hands.actor(who).staffId, firstDay, ...HOURS[hours], pause: null, repeat: { kind: 'on-off', on: 4, off: 4, until: nextDay(firstDay, days) }, districtCodes: [...districtCodes], despite: null,
});

/** Control and the EDT desk of tonight, as they come. */
export const deskRosters = (start: Instant, minutesAgo: number): Step => ({ minutesAgo, async run(hands) {
  for (const who of ['coordinator', 'supervisor', 'edt']) await putOn(hands, who, 'evening', dateOf(start), 12, []);
} });

/** Before anybody books on. */
export function rosters(start: Instant, minutesAgo: number): Step {
  return { minutesAgo, async run(hands) {
    const today = dateOf(start);
    for (const { key, team } of STAFF) {
      const crew = TEAMS.find(({ callSign }) => callSign === team);
      if (crew !== undefined) await putOn(hands, key, crew.callSign === AFTERNOON ? 'afternoon' : 'evening', today, 12, crew.districtCodes);
    }
    for (const who of ['jay', 'teal']) await putOn(hands, who, 'late', today, 2, ['E07000117', 'E07000120']);
    for (const [who, skill, from, until] of CERTIFICATES) {
      await hands.as('administrator', addCertificate, { staffId: hands.actor(who).staffId, skill, from: nextDay(today, from), until: until === null ? null : nextDay(today, until) });
    }
  } };
}

/** Rang in the afternoon. */
export const sick = (start: Instant): Step => ({ minutesAgo: 260, async run(hands) {
  const [shift] = await hands.query<{ id: string }[]>('SELECT id FROM shift WHERE staff_id = $1 AND from_at < $2::timestamptz + interval \'5 hours\' ORDER BY from_at LIMIT 1', [hands.actor('teal').staffId, start]);
  if (shift !== undefined) await hands.as('supervisor', reportSick, { shiftId: shift.id });
} });
