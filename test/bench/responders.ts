// Responders on duty and sharing, and their fixes, put into the database by what a night would have written.
import type { Fix } from '../../server/positions/position.store.ts';
import type { Ground } from './stage.ts';

export async function respondersOnDuty(ground: Ground, count: number): Promise<Fix[]> {
  await ground.sql(`
    WITH made AS (INSERT INTO staff (id, organisation_id, name, profession) SELECT gen_random_uuid(), (SELECT id FROM organisation LIMIT 1), 'Responder ' || n, 'constable' FROM generate_series(1, $1::int) n RETURNING id)
    INSERT INTO duty (id, staff_id, organisation_id, seat, profession, started_at, sharing)
    SELECT gen_random_uuid(), made.id, (SELECT id FROM organisation LIMIT 1), 'responder', 'constable', now() - interval '1 hour', true FROM made`, [count]);
  const duties = await ground.sql<{ dutyId: string; staffId: string }>(`SELECT id AS "dutyId", staff_id AS "staffId" FROM duty WHERE seat = 'responder' ORDER BY id`);
  return duties.map((duty, index) => ({ ...duty, teamId: null, ...placeOf(index, 0), accuracyM: 8, at: new Date().toISOString() }));
}

/** Somewhere in the county, a street further at each step. */
export const placeOf = (index: number, step: number): { lat: number; lon: number } => ({
  lat: 53.65 + (index % 40) * 0.01 + Math.sin(step / 9 + index) * 0.004, lon: -2.95 + Math.floor(index / 40) * 0.03 + Math.cos(step / 7 + index) * 0.006,
});

export const moved = (fixes: readonly Fix[], step: number): Fix[] => fixes.map((fix, index) => ({ ...fix, ...placeOf(index, step), at: new Date().toISOString() }));
