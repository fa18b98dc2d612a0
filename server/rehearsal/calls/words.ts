// Turns a pattern into what was typed: `[this|that]` is a choice, `{He}` and the like are filled from the call.
import { TZDate } from '@date-fns/tz';
import { format, subDays } from 'date-fns';
import { clockTime } from '../../../shared/domain/duty-night.ts';
import { plusMinutes, type Instant } from '../../../shared/domain/instant.ts';
import type { CastMember } from './cast.ts';
import type { Sex } from './names.ts';
import type { Seeded } from './seeded.ts';

const PRONOUNS = {
  she: { he: 'she', him: 'her', his: 'her', himself: 'herself', He: 'She', His: 'Her' },
  he: { he: 'he', him: 'him', his: 'his', himself: 'himself', He: 'He', His: 'His' },
} as const satisfies Record<Sex, Record<string, string>>;

/** The slots: the pronouns of whom it is about · A, B their first names · age · n, Nth small numbers · ago, clock earlier the same night · day of the last few. */
export function wordsOf(pattern: string, cast: readonly CastMember[], reportedAt: Instant, chance: Seeded): string {
  const [first, second] = cast;
  const [minutesBefore, daysBefore] = [10 * chance.whole(2, 18), chance.whole(1, 5)];
  const clock = (): string => clockTime(plusMinutes(roundedToTen(reportedAt), -minutesBefore));
  const slots: Record<string, string | number | null | undefined | (() => string)> = {
    ...PRONOUNS[first?.sex ?? 'he'], A: first?.first, B: second?.first, age: first?.age, clock,
    n: chance.pick(['two', 'three', 'four', 'five']), Nth: chance.pick(['Second', 'Third', 'Fourth']),
    ago: chance.pick<string | (() => string)>(['ten minutes ago', 'a quarter of an hour ago', 'half an hour ago', 'about an hour ago', () => `at ${clock()}`]),
    day: () => format(subDays(new TZDate(Date.parse(reportedAt), 'Europe/London'), daysBefore), 'EEEE'),
  };
  const words = pattern
    .replaceAll(/\[([^\]]*)\]/g, (_all, choices: string) => chance.pick(choices.split('|')))
    .replaceAll(/\{(\w+)\}/g, (_all, name: string) => {
      const filled = slots[name];
      if (filled === undefined || filled === null) throw new Error(`nothing fills {${name}} of “${pattern}”`);
      return typeof filled === 'function' ? filled() : String(filled);
    });
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const roundedToTen = (at: Instant): Instant => plusMinutes(at, -(new Date(at).getUTCMinutes() % 10));
