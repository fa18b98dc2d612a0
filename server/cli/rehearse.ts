// nightjar rehearse: plays nights by the rules alone, without screens or a database, and says how many teams a target asks for.
import { TZDate } from '@date-fns/tz';
import { InvalidArgumentError, type Command } from 'commander';
import { instantOf, type Instant } from '../../shared/domain/instant.ts';
import { figuresOf, LATE, spreadOf, URGENT_IN_TIME, type Figure, type Spread } from '../rehearsal/by-rules/figures.ts';
import { playByRules } from '../rehearsal/by-rules/play-by-rules.ts';
import { staffFor } from '../rehearsal/by-rules/staff-for.ts';
import { wayFiguresOf } from '../rehearsal/by-rules/way-figures.ts';
import { USUAL_WAY, WAY_NAMES, WAYS_OF_SENDING, type WayOfSending } from '../rehearsal/people/way-of-sending.ts';
import { crewsOf } from '../rehearsal/crews.ts';
import { shiftsOf } from '../rehearsal/shifts.ts';
import { RESPONDERS, staffOf } from '../rehearsal/staff.ts';
import { progressLine } from './progress.ts';
import { say } from './with-database.ts';

interface Asked { staff: number; nights: number; seeds: number; from: Instant; target: number; dispatch: WayOfSending[] }

const MOST_STAFF = 200;
/** Trying other numbers of staff, a week of each seed says enough. */
const NIGHTS_TO_TRY = 7;
const HOURS = 24;

export function addRehearseCommand(program: Command): void {
  program.command('rehearse').description('play nights by the rules alone, as fast as they run, and print what was met and how many teams a target asks for')
    .option('--staff <n>', 'responders on the roster; control and the EDT desk are always staffed', whole(2, MOST_STAFF), RESPONDERS)
    .option('--nights <n>', 'days of 24 hours from 09:00, one after the other', whole(1, 90), 30)
    .option('--seeds <n>', 'how often, each time with other calls', whole(1, 50), 5)
    .option('--from <date>', 'the first day', morning, morning('2026-11-20'))
    .option('--target <percent>', 'of Grade 2 within the hour', whole(1, 100), 95)
    .option('--dispatch <ways>', `how coordinators choose whom to send: ${WAYS_OF_SENDING.join(', ')}; several, with commas between, are played on the same calls and printed side by side`, ways, [USUAL_WAY])
    .action((asked: Asked) => (asked.dispatch.length > 1 ? compare(asked) : rehearse(asked)));
}

async function rehearse({ staff, nights, seeds, from, target, dispatch }: Asked): Promise<void> {
  say(`Rehearsal by the rules alone: ${staff} responders, ${nights} × 24 hours from 09:00, ${seeds} times with other calls. Invented calls at the county's demand.`);
  const all = await playSeeds({ staff, nights, seeds, from, dispatch }, progressLine('Nights'));
  for (const line of tableOf(spreadOf(all))) say(line);

  const tried = Math.min(nights, NIGHTS_TO_TRY);
  say(`\nHow many teams for ${target}% of Grade 2 within the hour? (${tried} × 24 hours, ${seeds} times each; the middle one counts)`);
  const enough = await staffFor({ start: staff, most: MOST_STAFF, target }, async (number) => {
    const spread = spreadOf(await playSeeds({ staff: number, nights: tried, seeds, from, dispatch }));
    const inTime = spread.find(({ name }) => name === URGENT_IN_TIME);
    const late = spread.filter(({ name }) => name.startsWith(LATE)).map(({ name, median }) => `${name.slice(LATE.length)} ${shown(median)}%`);
    say(`  ${String(number).padStart(4)} staff, ${teamsOf(number, from)}: ${shown(inTime?.median)}% (${shown(inTime?.least)}–${shown(inTime?.most)}); late for ${late.join(', ')}`);
    return inTime?.median ?? null;
  });
  say(enough === null
    ? `Not with ${MOST_STAFF} staff on this rota either: what is then late is late for the reasons of the last line.`
    : `About ${enough} staff, ${teamsOf(enough, from)}, would reach ${target}%.`);
}

/** The same calls, each time with the people sent another way: what differs is who goes. */
async function compare({ staff, nights, seeds, from, dispatch }: Asked): Promise<void> {
  say(`Ways of sending, by the rules alone: ${staff} responders, ${nights} × 24 hours from 09:00, ${seeds} times with other calls, the same for each way. Invented calls at the county's demand.`);
  const hours = nights * HOURS;
  const progress = progressLine('Nights');
  const columns: Spread[][] = [];
  for (const [index, way] of dispatch.entries()) {
    const all: Figure[][] = [];
    for (let seed = 1; seed <= seeds; seed += 1) {
      const { facts, county } = await playByRules({ seed, from, hours, responders: staff, way, passed: (passed) => progress((index * seeds + seed - 1) * hours + passed, dispatch.length * seeds * hours) });
      all.push(wayFiguresOf(facts, county.kilometres, { from, hours }));
    }
    columns.push(spreadOf(all));
  }
  for (const line of besideOneAnother(dispatch, columns)) say(line);
}

async function playSeeds({ staff, nights, seeds, from, dispatch: [way = USUAL_WAY] }: Omit<Asked, 'target'>, progress: (done: number, total: number) => void = () => undefined): Promise<Figure[][]> {
  const all: Figure[][] = [];
  for (let seed = 1; seed <= seeds; seed += 1) {
    const hours = nights * HOURS;
    const { facts, calls } = await playByRules({ seed, from, hours, responders: staff, way, passed: (passed) => progress((seed - 1) * hours + passed, seeds * hours) });
    all.push(figuresOf(facts, calls, { from, hours }));
  }
  return all;
}

/** On the roster, and the most that the rota ever has at work at once. */
function teamsOf(staff: number, from: Instant): string {
  const shifts = shiftsOf(staffOf(staff), from, NIGHTS_TO_TRY * HOURS, 1).filter(({ team }) => team !== null);
  const atOnce = shifts.map(({ from: at }) => new Set(shifts.filter((other) => other.from <= at && other.until > at).map(({ team }) => team)).size);
  return `${crewsOf(Math.ceil(staff / 2)).length} teams, up to ${Math.max(0, ...atOnce)} at work at once`;
}

const shown = (value: number | null | undefined): string => (value == null ? '–' : value.toFixed(value < 20 ? 1 : 0));

function tableOf(spread: readonly Spread[]): string[] {
  const rows = spread.map(({ name, unit, median, least, most }) => [name, shown(median), least === null ? '' : `${shown(least)}–${shown(most)}`, unit]);
  const [names, medians, ranges] = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0), 6));
  return [['', 'median', 'min–max', ''], ...rows].map(([name = '', median = '', range = '', unit = '']) =>
    `${name.padEnd(names ?? 0)}  ${median.padStart(medians ?? 0)}  ${range.padStart(ranges ?? 0)}  ${unit}`.trimEnd());
}

function besideOneAnother(dispatch: readonly WayOfSending[], columns: readonly (readonly Spread[])[]): string[] {
  const cell = (spread: Spread | undefined): string => (spread?.least == null ? '–' : `${shown(spread.median)} (${shown(spread.least)}–${shown(spread.most)})`);
  const rows = (columns[0] ?? []).map(({ name, unit }, row) => [name, ...columns.map((column) => cell(column[row])), unit]);
  const table = [['median (min–max)', ...dispatch.map((way) => WAY_NAMES[way]), ''], ...rows];
  const widths = table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? [];
  return table.map((row) => row.map((text, column) => (column === 0 || column === row.length - 1 ? text.padEnd(widths[column] ?? 0) : text.padStart(widths[column] ?? 0))).join('  ').trimEnd());
}

const whole = (least: number, most: number) => (given: string): number => {
  const value = /^\d{1,6}$/.test(given) ? Number(given) : NaN;
  if (value >= least && value <= most) return value;
  throw new InvalidArgumentError(`It is a whole number from ${least} to ${most}.`);
};

function ways(given: string): WayOfSending[] {
  const asked = given.split(',').map((one) => WAYS_OF_SENDING.find((way) => way === one.trim()));
  const known = asked.filter((way) => way !== undefined);
  if (known.length === asked.length && new Set(known).size === known.length) return known;
  throw new InvalidArgumentError(`It is one or several of ${WAYS_OF_SENDING.join(', ')}, each once, with commas between.`);
}

function morning(given: string): Instant {
  const [year, month, day] = (/^(\d{4})-(\d\d)-(\d\d)$/.exec(given)?.slice(1) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined || new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10) !== given) throw new InvalidArgumentError('It is a date such as 2026-11-20.');
  return instantOf(new TZDate(year, month - 1, day, 9, 0, 0, 0, 'Europe/London').getTime());
}
