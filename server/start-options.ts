// What a start is asked for on its command line. A wrong option stops it with a sentence.
import { parseArgs } from 'node:util';
import { TZDate } from '@date-fns/tz';
import { format } from 'date-fns';
import { instantOf, type Instant } from '../shared/domain/instant.ts';
import { FASTEST } from '../shared/protocol/rehearsal.ts';
import { messageOf } from './database/what-went-wrong.ts';
import { USUAL_WAY, WAYS_OF_SENDING, type WayOfSending } from './rehearsal/people/way-of-sending.ts';

/** A night that simulated people play. */
export interface Played { speed: number; seed: number; hours: number; responders: number; way: WayOfSending; from: Instant }
/** `played` is null for the live service, and for the demo that stands as its visitors left it. */
export interface StartOptions { demo: boolean; played: Played | null }

const LARGEST_SEED = 2_147_483_647;
const LONGEST_HOURS = 24 * 31;
const MOST_STAFF = 200;
/** The same night at every start, so that a seed alone says which calls come. */
const FIRST_NIGHT = '2026-11-20T19:00';

const OPTIONS = { demo: { type: 'boolean' }, speed: { type: 'string' }, seed: { type: 'string' }, hours: { type: 'string' }, staff: { type: 'string' }, dispatch: { type: 'string' }, start: { type: 'string' } } as const;
const LONDON = 'Europe/London';
const HOUR_MS = 3_600_000;
const USAGE = 'It knows --demo, and with it --speed, --seed, --hours, --staff, --dispatch and --start.';

export function readStartOptions(args: readonly string[]): StartOptions {
  const { demo = false, ...given } = parsed(args);
  const isPlayed = Object.keys(given).length > 0;
  if (isPlayed && !demo) throw new Error('A night is played in the demo alone: give --demo too.');
  if (!isPlayed) return { demo, played: null };
  return { demo, played: {
    speed: whole('speed', given.speed ?? '60', 1, FASTEST), seed: whole('seed', given.seed ?? '1', 0, LARGEST_SEED), hours: whole('hours', given.hours ?? '12', 1, LONGEST_HOURS),
    responders: whole('staff', given.staff ?? '27', 2, MOST_STAFF), way: wayOf(given.dispatch ?? USUAL_WAY), from: londonMoment(given.start ?? FIRST_NIGHT),
  } };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, strict: true, allowPositionals: false }).values;
  } catch (error) {
    // The parser's own sentence goes on to advise what is of no use here.
    const [what] = messageOf(error).split(/\.+(?:\s|$)/);
    throw new Error(`${what}. ${USAGE}`, { cause: error });
  }
}

function whole(name: string, given: string, least: number, most: number): number {
  const value = /^\d{1,10}$/.test(given) ? Number(given) : NaN;
  if (value >= least && value <= most) return value;
  throw new Error(`--${name} is a whole number from ${least} to ${most}, and “${given}” is not.`);
}

function wayOf(given: string): WayOfSending {
  const way = WAYS_OF_SENDING.find((one) => one === given);
  if (way === undefined) throw new Error(`--dispatch is one of ${WAYS_OF_SENDING.join(', ')}, and “${given}” is not.`);
  return way;
}

/** Wall time in London. On the night when an hour comes twice, the first of the two. */
function londonMoment(given: string): Instant {
  const [year, month, day, hour, minute] = (/^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)$/.exec(given)?.slice(1) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined || hour === undefined || minute === undefined) throw notAMoment(given);
  const near = new TZDate(year, month - 1, day, hour, minute, 0, 0, LONDON).getTime();
  const found = [near - HOUR_MS, near].find((at) => format(new TZDate(at, LONDON), "yyyy-MM-dd'T'HH:mm") === given);
  if (found === undefined || year < 2000 || year > 2999) throw notAMoment(given);
  return instantOf(found);
}

const notAMoment = (given: string): Error => new Error(`--start is a moment in London’s time, such as ${FIRST_NIGHT}, and “${given}” is not.`);
