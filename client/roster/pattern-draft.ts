// A pattern while it is being typed, and what can be read of it.
import { z } from 'zod';
import type { Repeat, ShiftPattern } from '../../shared/domain/shift-pattern.ts';
import type { CallOf } from '../../shared/protocol/route.ts';
import type { addShifts } from '../../shared/protocol/roster.ts';
import { readDay } from '../ui/local-day.ts';

export const PatternDraft = z.object({
  staffId: z.string(), begins: z.string(), ends: z.string(), pause: z.string(), pauseMinutes: z.string(), firstDay: z.string(), kind: z.enum(['once', 'on-off', 'weekly']), on: z.string(), off: z.string(),
  weekdays: z.array(z.string()), until: z.string(), districtCodes: z.array(z.string()), despite: z.string(),
});
export type PatternDraft = z.infer<typeof PatternDraft>;
export const EMPTY: PatternDraft = { staffId: '', begins: '', ends: '', pause: '', pauseMinutes: '30', firstDay: '', kind: 'once', on: '4', off: '4', weekdays: [], until: '', districtCodes: [], despite: '' };

export const WEEKDAYS = [['1', 'Mon'], ['2', 'Tue'], ['3', 'Wed'], ['4', 'Thu'], ['5', 'Fri'], ['6', 'Sat'], ['0', 'Sun']] as const;

const WRITTEN = /^(\d{1,2})[:.]?(\d{2})$/;
function timeOf(text: string): string | null {
  const [, hours = '', minutes = ''] = WRITTEN.exec(text.trim()) ?? [];
  return hours === '' || Number(hours) > 23 || Number(minutes) > 59 ? null : `${hours.padStart(2, '0')}:${minutes}`;
}
const countOf = (text: string, most: number): number | null => (/^\d+$/.test(text.trim()) && Number(text) >= 1 && Number(text) <= most ? Number(text) : null);

type Sent = CallOf<typeof addShifts>['repeat'];
export type ReadPattern = { pattern: ShiftPattern; repeat: Sent; problem: null } | { pattern: null; repeat: null; problem: string };
const no = (problem: string): ReadPattern => ({ pattern: null, repeat: null, problem });

export function readPattern(draft: PatternDraft, night: string): ReadPattern {
  const [begins, ends, firstDay] = [timeOf(draft.begins), timeOf(draft.ends), draft.firstDay.trim() === '' ? night : readDay(draft.firstDay)];
  if (begins === null || ends === null) return no('Write from when until when, as 20:00.');
  if (firstDay === null) return no('Write the first day as 20 Nov 2026.');
  const [pauseBegins, minutes] = [timeOf(draft.pause), countOf(draft.pauseMinutes, 180)];
  if (draft.pause.trim() !== '' && (pauseBegins === null || minutes === null || minutes < 5)) return no('Write the break as 00:30, for 5 to 180 minutes.');
  const pause = pauseBegins === null || minutes === null ? null : { begins: pauseBegins, minutes };
  const repeat = repeatOf(draft);
  return typeof repeat === 'string' ? no(repeat) : { pattern: { firstDay, begins, ends, pause, repeat }, repeat, problem: null };
}

function repeatOf({ kind, on: typedOn, off: typedOff, weekdays, until: typedUntil }: PatternDraft): (Repeat & Sent) | string {
  if (kind === 'once') return { kind };
  const until = readDay(typedUntil);
  if (until === null) return 'Write the last day as 18 Dec 2026.';
  if (kind === 'weekly') return weekdays.length === 0 ? 'Choose on which days.' : { kind, weekdays: weekdays.map(Number), until };
  const [on, off] = [countOf(typedOn, 31), countOf(typedOff, 31)];
  return on === null || off === null ? 'Write how many days on, and how many off.' : { kind, on, off, until };
}
