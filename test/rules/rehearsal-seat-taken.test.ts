// A night in which a real person supervises and does nothing: the teams are formed all the same, and whoever came before theirs joins it.
import { expect, test } from '@jest/globals';
import { plusMinutes } from '../../shared/domain/instant.ts';
import { byRules } from '../../server/rehearsal/by-rules/by-rules.ts';
import { callsOf } from '../../server/rehearsal/calls/calls.ts';
import { playNight } from '../../server/rehearsal/people/play-night.ts';
import { USUAL_WAY } from '../../server/rehearsal/people/way-of-sending.ts';
import { shiftsOf } from '../../server/rehearsal/shifts.ts';
import { staffOf } from '../../server/rehearsal/staff.ts';
import { RECEIVING_TEAMS } from '../../server/seed/staff.ts';

const FROM = '2026-11-20T19:00:00.000Z';
const HOURS = 3;

async function teamless(taken: (roles: readonly string[], now: string) => boolean): Promise<{ on: number; alone: number }> {
  const staff = staffOf(27);
  const { service, county, run } = byRules({ staff, receivingTeams: RECEIVING_TEAMS, from: FROM, until: plusMinutes(FROM, HOURS * 60) });
  const seated: typeof service = {
    ...service, over: () => service.over(),
    presence: (key) => {
      const presence = service.presence(key);
      return new Proxy(presence, { get: (target, name) => {
        if (name === 'free') return () => !taken(target.roles, service.time.now());
        const value: unknown = Reflect.get(target, name);
        return typeof value === 'function' ? value.bind(target) : value;
      } });
    },
  };
  const people = playNight(seated, { staff, shifts: shiftsOf(staff, FROM, HOURS, 7), calls: callsOf({ seed: 7, from: FROM, hours: HOURS, places: [] }), seed: 7, way: USUAL_WAY });
  await Promise.all([people, run(() => false, () => undefined)]);
  const on = [...county.duties.values()].filter(({ seat }) => seat === 'responder');
  return { on: on.length, alone: on.filter(({ teamId }) => teamId === null).length };
}

test('with the supervisor’s seat taken nobody is left without a team', async () => {
  expect(await teamless((roles) => roles.includes('supervisor'))).toEqual({ on: expect.any(Number), alone: 0 });
});

test('with all of control taken for the first hour the crews go alone, and are in their teams once there are any', async () => {
  const { on, alone } = await teamless((roles, now) => now < plusMinutes(FROM, 60) && (roles.includes('supervisor') || roles.includes('coordinator')));
  expect(on).toBeGreaterThan(4);
  expect(alone).toBe(0);
});
