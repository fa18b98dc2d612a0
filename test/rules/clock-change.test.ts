// On the nights when the clocks change, elapsed hours stay elapsed and wall times stay London's, in whatever zone a server or a tablet believes to be.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { minutesBetween } from '../../shared/domain/instant.ts';
import { clockFacts, type ClockFacts } from './clock-facts.ts';

const run = promisify(execFile);
const facts = clockFacts();
const at = (moment: string) => facts.byMoment.find((one) => one.at === moment);

async function factsIn(zone: string): Promise<ClockFacts> {
  const { stdout } = await run(process.execPath, [join(import.meta.dirname, 'clock-facts.ts')], { env: { PATH: process.env.PATH, TZ: zone } });
  return JSON.parse(stdout);
}

describe('on both nights', () => {
  test('a Grade 2 is due sixty elapsed minutes after the report, a Grade 3 forty-eight elapsed hours, whatever the wall says', () => {
    for (const { at, dueAt } of facts.byMoment) expect(dueAt.map((due) => (due === null ? null : minutesBetween(at, due)))).toEqual([0, 60, 48 * 60, null]);
    expect(at('2026-10-25T00:30:00.000Z')).toMatchObject({ clock: '01:30 BST', dueAt: [expect.anything(), '2026-10-25T01:30:00.000Z', '2026-10-27T00:30:00.000Z', null] });
    expect(at('2027-03-28T00:30:00.000Z')).toMatchObject({ clock: '00:30', dueAt: [expect.anything(), '2027-03-28T01:30:00.000Z', '2027-03-30T00:30:00.000Z', null] });
    expect(at('2027-03-28T01:30:00.000Z')?.clock).toBe('02:30');
  });

  test('half past one with its offset is the moment that was meant', () => {
    expect(facts.written).toEqual(['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z', '2027-03-28T00:59:59.000Z', '2027-03-28T01:00:00.000Z']);
  });

  test('one night runs from noon to noon, with one label and one row of numbers', () => {
    const nights = Map.groupBy(facts.byMoment, ({ night }) => night);
    expect([...nights].map(([night, moments]) => [night, moments.length, moments[0]?.label, moments[0]?.ref])).toEqual([
      ['2026-10-24', 50, 'night 24/25', 'EAR-1024-0007'], ['2026-10-25', 22, 'night 25/26', 'EAR-1025-0007'],
      ['2027-03-27', 46, 'night 27/28', 'EAR-0327-0007'], ['2027-03-28', 26, 'night 28/29', 'EAR-0328-0007'],
    ]);
  });

  test('a day team has until nine on the wall of its next working day, Easter Monday passed over', () => {
    expect(new Set(facts.byMoment.map(({ handoverDueAt }) => handoverDueAt))).toEqual(new Set(['2026-10-26T09:00:00.000Z', '2027-03-30T08:00:00.000Z']));
  });
});

describe.each(['UTC', 'Europe/London', 'America/Los_Angeles', 'Pacific/Kiritimati'])('in a process that believes to be in %s', (zone) => {
  test('every rule says the same', async () => expect(await factsIn(zone)).toEqual(facts), 20_000);
});
