// A county before its night is played: people with accounts, teams that take handovers, and nobody on duty yet.
import { TZDate } from '@date-fns/tz';
import { format } from 'date-fns';
import { staffOf } from '../rehearsal/staff.ts';
import { connect } from '../database/connect.ts';
import type { Played } from '../start-options.ts';
import { seedPeople, seedReceivingTeams } from './people.ts';
import { PASSWORD, STAFF, type SeedStaff } from './staff.ts';

/** Nobody plays these: they look on. */
const LOOKING_ON = new Set(['administrator', 'auditor', 'analyst']);

const peopleOf = ({ responders }: Played): SeedStaff[] => [...staffOf(responders), ...STAFF.filter(({ key }) => LOOKING_ON.has(key))];

export async function seedPlayed(databaseUrl: string, played: Played): Promise<void> {
  const db = await connect(databaseUrl, [], { poolSize: 1 });
  try {
    await seedPeople(db, peopleOf(played), played.from, await seedReceivingTeams(db));
  } finally {
    await db.destroy();
  }
}

const SHOWN: readonly [username: string, what: string, path: string][] = [
  ['coordinator', 'the console: plays, pauses, takes part', '/console'], ['supervisor', 'the console, second person', '/console'], ['responder1', 'a tablet', '/tablet'],
  ['edt', 'Emergency Duty Team: the desk', '/desk'], ['dayteam', 'Children’s Services East: the desk', '/desk'], ['analyst', 'figures and the debrief', '/figures'],
];

const londonMoment = (at: string): string => format(new TZDate(at, 'Europe/London'), "yyyy-MM-dd'T'HH:mm");

export function describePlayed(address: string, played: Played): string {
  const { seed, speed, hours, responders, from } = played;
  return [
    '', `Nightjar, rehearsal: ${hours} ${hours === 1 ? 'hour' : 'hours'} of a county from ${londonMoment(from).replace('T', ' ')}, ${speed === 1 ? 'as fast as the wall’s clock' : `${speed} times as fast as the wall’s clock`}.`,
    `Open ${address}`, '', `Every password is ${PASSWORD}. Whoever signs in takes that seat; the others stay simulated.`,
    ...SHOWN.map(([username, what, path]) => `  ${username.padEnd(15)}${what.padEnd(42)}${address}${path}`), '',
    `The same calls again: --seed ${seed} --start ${londonMoment(from)} --hours ${hours} --staff ${responders}`,
    'Nothing here is real. Ctrl-C stops it; the next start begins a night anew.', '',
  ].join('\n');
}

export const describeOver = (address: string): string => [
  '', 'The rehearsal’s hours are over, and its clock stands still. The server goes on: look at whatever you like, or let the clock run on.',
  `  the debrief      ${address}/debrief`, `  and as CSV       ${address}/api/debrief.csv`, '',
].join('\n');
