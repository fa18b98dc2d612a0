// npm run look-on -- --url …: looks on while a played night runs, and says at its end whether every screen shows what the database holds.
// Three ways: consoles without a screen against a fresh snapshot; pages that stood open all night against the same pages loaded afresh; the stored state against its log.
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { seatAt, SEATS, type Seat } from './seat.ts';
import { openPages } from './pages.ts';
import { openScreens } from './screens.ts';
import { openStored } from './stored.ts';

const LOOK_MS = 5_000;
/** After the last command: what is on its way arrives. */
const SETTLE_MS = 10_000;
const say = (text: string): void => { process.stdout.write(`${text}\n`); };

async function lookOn(url: string, pictures: string | null): Promise<string[]> {
  const stored = await openStored();
  const seats: Seat[] = [];
  for (const one of SEATS) seats.push(await seatAt(url, one));
  const pages = await openPages(url, seats);
  const screens = openScreens(url, seats);
  say(`Looking on from ${seats.length} seats.`);
  try {
    for (let rehearsal = await first(seats).rehearsal(); !rehearsal.over; rehearsal = await first(seats).rehearsal()) {
      await Promise.all(seats.map((seat) => seat.keepSignedIn()));
      await sleep(LOOK_MS);
    }
    await sleep(SETTLE_MS);
    const findings = [...await screens.differences(), ...await pages.differences(pictures), ...pages.faults()];
    say(`${screens.said()}\n${pages.said()}`);
    const verified = await stored.verify();
    say(verified.said);
    return [...findings, ...verified.findings];
  } finally {
    screens.close();
    await pages.close();
    await stored.close();
  }
}

const first = (seats: readonly Seat[]): Seat => {
  const [seat] = seats;
  if (seat === undefined) throw new Error('nobody looks on');
  return seat;
};

const { values } = parseArgs({ options: { url: { type: 'string', default: 'http://localhost:3000' }, pictures: { type: 'string' } } });
try {
  const findings = await lookOn(values.url, values.pictures ?? null);
  say(findings.length === 0 ? 'Every screen shows what the database holds.' : `${findings.length} differences:\n${findings.join('\n')}`);
  process.exitCode = findings.length === 0 ? 0 : 1;
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.stack ?? error.message : String(error)}\n`);
  process.exitCode = 1;
}
