// Ranking who could be sent, over HTTP: a county's whole night at work, most of it free, and a hundred tasks that lack both legs.
import { ROUNDS, type Bench } from './bench.ts';
import { call } from './call.ts';
import { limited, quantile } from './figure.ts';
import { callerOf, type Caller } from './http.ts';
import { seated } from './people.ts';
import { placeOf, respondersOnDuty } from './responders.ts';
import type { Ground, Seat } from './stage.ts';

const [RESPONDERS, TASKS, BUSY] = [150, 100, 30];
const BAR = { atMost: 50 };

async function tasksOf(caller: Caller, by: Seat): Promise<string[]> {
  const tasks: string[] = [];
  for (let made = 0; made < TASKS; made += 1) {
    const { ids: { incidentId = '' } } = await caller.post(by.cookie, '/incidents', { ...call(), location: { label: `${made} Ranking Street`, ...placeOf(made * 3, 5), secret: false } });
    const { ids: { taskId = '' } } = await caller.post(by.cookie, `/incidents/${incidentId}/tasks`, { activity: 'welfare-check', kind: 'visit', legs: ['police', 'social-work'], detail: null, dueFrom: null, dueAt: null });
    tasks.push(taskId);
  }
  return tasks;
}

/** Half of them police and half social workers, in teams of two for two thirds of them, each with a position of this minute. */
async function atWork(ground: Ground): Promise<void> {
  const fixes = await respondersOnDuty(ground, RESPONDERS);
  await ground.sql(`UPDATE duty SET profession = CASE WHEN n.n % 4 = 0 THEN 'constable' WHEN n.n % 2 = 0 THEN 'pcso' WHEN n.n % 5 = 0 THEN 'amhp' ELSE 'social-worker' END
    FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM duty WHERE seat = 'responder') n WHERE duty.id = n.id`);
  await ground.sql(`WITH made AS (INSERT INTO team (id, call_sign, district_codes, night, formed_at) SELECT gen_random_uuid(), 'R' || n, '{}', '2026-11-20', now() FROM generate_series(1, ${RESPONDERS / 3}) n RETURNING id, call_sign)
    UPDATE duty SET team_id = made.id FROM made, (SELECT id, row_number() OVER (ORDER BY id) AS n FROM duty WHERE seat = 'responder') n WHERE duty.id = n.id AND made.call_sign = 'R' || ((n.n + 1) / 2)::text`);
  await ground.sql(`INSERT INTO position_latest (duty_id, staff_id, lat, lon, accuracy_m, at, stored_at) SELECT f.*, 8, now(), now() FROM unnest($1::uuid[], $2::uuid[], $3::float8[], $4::float8[]) f`,
    [fixes.map(({ dutyId }) => dutyId), fixes.map(({ staffId }) => staffId), fixes.map(({ lat }) => lat), fixes.map(({ lon }) => lon)]);
}

export const ranking: Bench = {
  name: 'ranking',
  says: `ranking who could be sent over HTTP, ${RESPONDERS} responders on duty and ${TASKS} tasks: the slowest of twenty`,
  async measure(stage) {
    const ground = await stage.ground();
    const caller = callerOf((await ground.serve()).url);
    const coordinator = await seated(ground, caller, 'Asha Whitethorn', 'coordinator', 'control');
    const tasks = await tasksOf(caller, coordinator);
    await atWork(ground);
    const busy = await ground.sql<{ id: string; taskId: string; version: number }>(
      `SELECT d.id, t.id AS "taskId", i.version FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM duty WHERE seat = 'responder' LIMIT ${BUSY}) d
       JOIN (SELECT id, incident_id, row_number() OVER (ORDER BY id) AS n FROM task) t ON t.n = d.n JOIN incident i ON i.id = t.incident_id`);
    for (const { id, taskId, version } of busy) await caller.post(coordinator.cookie, `/tasks/${taskId}/dispatch`, { expectedVersion: version, dutyIds: [id], insteadOf: [], reason: null, soloBecause: 'Whoever is near goes ahead' });
    const p95s: number[] = [];
    for (let round = 0; round <= ROUNDS; round += 1) {
      const took: number[] = [];
      for (const taskId of tasks) {
        const started = performance.now();
        const { status, text } = await caller.send(coordinator.cookie, `/tasks/${taskId}/suggestions`, { insteadOf: [] });
        took.push(performance.now() - started);
        if (status !== 200 || JSON.parse(text).ranked.length === 0) throw new Error(`nobody was suggested: ${status} ${text.slice(0, 300)}`);
      }
      // The first round warms the caches, and the compiler.
      if (round > 0) p95s.push(quantile(took, 0.95));
    }
    caller.close();
    return { ranking: limited(p95s, 'ms', BAR) };
  },
};
