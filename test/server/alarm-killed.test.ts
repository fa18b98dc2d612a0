// Servers that are killed without warning, as processes of their own: an alarm that comes due meanwhile fires, once, and soon.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { minutesBetween, plusMinutes } from '../../shared/domain/instant.ts';
import { NO_ANSWERS } from '../../shared/domain/policy.ts';
import { raiseIncident } from '../../shared/protocol/incidents.ts';
import { expectAlarmsToTellTheState } from '../support/alarm-verdict.ts';
import { ask, castOf, deploy, type Clerk, type Deployment, type Running } from '../support/compiled.ts';
import { waitFor } from '../support/wait-for.ts';

const SECOND = 1 / 60;
const UNGRADED_MINUTES = 5;

let deployment: Deployment;
let server: Running;
let coordinator: Clerk;
beforeAll(async () => {
  deployment = await deploy();
  server = await deployment.start();
  const [first] = (await castOf(deployment, server.url)).coordinators;
  if (first === undefined) throw new Error('there is a coordinator');
  coordinator = first;
}, 60_000);
afterAll(() => deployment.drop(), 30_000);

/** A call whose grade is to be confirmed within this many seconds from now. Answers the incident and when that is. */
async function dueIn(seconds: number): Promise<{ incidentId: string; dueAt: string }> {
  const dueAt = plusMinutes(new Date().toISOString(), seconds * SECOND);
  const { body } = await ask(server.url, coordinator, raiseIncident, {
    door: 'cmu', reportedAt: plusMinutes(dueAt, -UNGRADED_MINUTES), summary: 'Shouting', location: null, people: [], flags: [], missingRisk: null, answers: NO_ANSWERS,
    caller: { name: null, agency: null, phone: null, reference: null },
  });
  return { incidentId: String(Reflect.get(Object(Reflect.get(Object(body), 'ids')), 'incidentId')), dueAt };
}
const firedAt = async (incidentId: string): Promise<string | undefined> =>
  (await deployment.db.query<{ at: string }[]>("SELECT occurred_at AS at FROM event WHERE incident_id = $1 AND name = 'alarm.fired'", [incidentId]))[0]?.at;

test('one that comes due while nobody serves fires within five seconds of the start', async () => {
  const { incidentId, dueAt } = await dueIn(3);
  await server.kill();
  await waitFor('its time to come', () => new Date().toISOString() > dueAt);
  expect(await firedAt(incidentId)).toBeUndefined();
  server = await deployment.start();
  await waitFor('the alarm', () => firedAt(incidentId), 5_000);
}, 30_000);

test('of two servers, whichever is left fires it within two seconds of its time', async () => {
  const killed = server;
  server = await deployment.start();
  const { incidentId, dueAt } = await dueIn(3);
  await killed.kill();
  const at = await waitFor('the alarm', () => firedAt(incidentId), 10_000);
  expect(minutesBetween(dueAt, at)).toBeGreaterThanOrEqual(0);
  expect(minutesBetween(dueAt, at)).toBeLessThan(2 * SECOND);
  expect(await expectAlarmsToTellTheState(deployment.db)).toBe(2);
}, 30_000);
