// Which night is this: Europe/London, over clock changes.
import { TZDate } from '@date-fns/tz';
import { addDays, format } from 'date-fns';
import { type Instant, instantOf } from './instant.ts';
import { whichOfTwo } from './local-moment.ts';

const ZONE = 'Europe/London';
const london = (at: Instant): TZDate => new TZDate(Date.parse(at), ZONE);

/** The date on which the night began: before noon still belongs to the night before. */
export const dutyNightOf = (at: Instant): string => {
  const local = london(at);
  return format(local.getHours() < 12 ? addDays(local, -1) : local, 'yyyy-MM-dd');
};

/** Local noon, when this night began to be the one. */
export const nightStart = (night: string): Instant => {
  const [year = 0, month = 1, day = 1] = night.split('-').map(Number);
  return instantOf(new TZDate(year, month - 1, day, 12, 0, 0, 0, ZONE).getTime());
};

/** "2026-11-22", local. */
export const dateOf = (at: Instant): string => format(london(at), 'yyyy-MM-dd');

/** "23:41", local; "01:30 BST" and then "01:30 GMT" on the night the clocks go back. */
export const clockTime = (at: Instant): string => format(london(at), 'HH:mm') + whichOfTwo(Date.parse(at));

/** "night 22/23". */
export const nightLabel = (night: string): string => {
  // Noon in UTC is on that date in London too; without the Z it would be noon wherever the device believes to be.
  const start = new TZDate(`${night}T12:00:00Z`, ZONE);
  return `night ${format(start, 'd')}/${format(addDays(start, 1), 'd')}`;
};
