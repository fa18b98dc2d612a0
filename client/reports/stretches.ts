// Over which stretch a debrief is read: what is running now, a night, a week. Nights run from noon to noon in London.
import { addDays, format } from 'date-fns';
import { dutyNightOf, nightStart } from '../../shared/domain/duty-night.ts';
import type { Instant } from '../../shared/domain/instant.ts';

export const STRETCHES = ['now', 'last-night', 'week', 'night'] as const;
export type StretchName = (typeof STRETCHES)[number];
export const isStretchName = (name: string | null): name is StretchName => STRETCHES.some((one) => one === name);

export interface StretchAsked { from?: Instant; until?: Instant }

/** `2026-11-20`, and so many nights on. */
const nightsOn = (night: string, nights: number): string => format(addDays(new Date(`${night}T12:00:00`), nights), 'yyyy-MM-dd');
const isNight = (night: string): boolean => /^\d{4}-\d\d-\d\d$/.test(night) && !Number.isNaN(Date.parse(`${night}T12:00:00Z`));

/** What is asked of the server, which knows by itself what "now" is of: a rehearsal, or tonight. */
export function stretchOf(name: StretchName, night: string, now: Instant): StretchAsked {
  const tonight = dutyNightOf(now);
  if (name === 'last-night') return { from: nightStart(nightsOn(tonight, -1)), until: nightStart(tonight) };
  if (name === 'week') return { from: nightStart(nightsOn(tonight, -6)) };
  if (name === 'night' && isNight(night)) return { from: nightStart(night), until: nightStart(nightsOn(night, 1)) };
  return {};
}

export const lastNight = (now: Instant): string => nightsOn(dutyNightOf(now), -1);
