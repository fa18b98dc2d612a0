// The simulated people's own process: told once what to play, it plays the night over the wire, says so, and goes when its parent goes.
import { z } from 'zod';
import { plusMinutes } from '../../shared/domain/instant.ts';
import { Instant } from '../../shared/protocol/fields.ts';
import { joinNight } from './by-wire/join-night.ts';
import { callsOf } from './calls/calls.ts';
import { playNight } from './people/play-night.ts';
import { WAYS_OF_SENDING } from './people/way-of-sending.ts';
import { shiftsOf } from './shifts.ts';
import { staffOf } from './staff.ts';

const Begin = z.object({
  kind: z.literal('begin'), url: z.url(), origin: z.url().optional(), password: z.string(), seed: z.int(), from: Instant, hours: z.number().positive(), responders: z.int().positive(), way: z.enum(WAYS_OF_SENDING),
  places: z.array(z.object({ name: z.string(), lat: z.number(), lon: z.number(), districtCode: z.string().nullable() })),
});
type Begin = z.infer<typeof Begin>;

/** Sentences, without personal data. */
const report = (problem: string): void => { process.stderr.write(`${problem}\n`); };
const tell = (message: { kind: 'ready' } | { kind: 'over'; summary: object }): void => { process.send?.(message, undefined, undefined, () => undefined); };

async function play({ url, origin, password, seed, from, hours, responders, way, places }: Begin): Promise<void> {
  const staff = staffOf(responders);
  const [shifts, calls] = [shiftsOf(staff, from, hours, seed), callsOf({ seed, from, hours, places })];
  const [first, ...rest] = staff.map(({ key, username = key }) => ({ key, username }));
  if (first === undefined) throw new Error('A night without staff cannot be played.');
  const { service, tally, leave } = await joinNight({ url, ...(origin === undefined ? {} : { origin }), password, from, endsAt: plusMinutes(from, hours * 60), people: [first, ...rest], report });
  tell({ kind: 'ready' });
  await playNight(service, { staff, shifts, calls, seed, way });
  await leave();
  tell({ kind: 'over', summary: { calls: calls.length, ...tally } });
}

process.on('disconnect', () => process.exit(0));
process.once('message', (message) => {
  // A parent that goes takes this process with it; what is left to do here is to say why it could not go on.
  play(Begin.parse(message)).then(() => process.disconnect?.(), (error: unknown) => {
    report(error instanceof Error ? error.message : String(error));
    process.exit(1);
  });
});
