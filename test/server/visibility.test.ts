// The rule of who may see what is said twice and is one: over random worlds the SQL and the pure functions answer alike, and so do snapshot and socket.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import { wallNow } from '../../server/clock/clock.ts';
import { connect, type Queryable } from '../../server/database/connect.ts';
import { findHandovers } from '../../server/handovers/handover.store.ts';
import type { Actor } from '../../server/identity/actor.ts';
import { ensurePolicy } from '../../server/incidents/policy.store.ts';
import { visibleTo } from '../../server/incidents/visible-to.ts';
import { positionsFor, positionsSince } from '../../server/positions/position.store.ts';
import type { LiveSource } from '../../server/realtime/live-source.ts';
import { ROWS, SOURCES } from '../../server/rooms.ts';
import { plusMinutes } from '../../shared/domain/instant.ts';
import { maySeeDuty, maySeeHandover, maySeeIncident, maySeeOvernightNote, maySeePosition, maySeeTeams } from '../../shared/domain/visibility.ts';
import type { Entity } from '../../shared/protocol/live.ts';
import { createTestDatabase, type TestDatabase } from '../support/postgres.ts';
import { settle, world, type Known } from '../support/world.ts';

const NOW = wallNow();
const RUNS = 100;

let database: TestDatabase;
let db: DataSource;
beforeAll(async () => {
  database = await createTestDatabase();
  db = await connect(database.databaseUrl, ROWS, { poolSize: 2 });
  await ensurePolicy(db);
});
afterAll(async () => {
  await db.destroy();
  await database.drop();
});

/** Each world lives in a transaction that is never committed: none meets another. */
const always = (holds: (sql: Queryable, known: Known, viewer: Actor) => Promise<void>, numRuns = RUNS): Promise<void> => fc.assert(fc.asyncProperty(world, async (drawn) => {
  const runner = db.createQueryRunner();
  await runner.startTransaction();
  try {
    const sql: Queryable = { query: <T>(text: string, parameters?: unknown[]) => runner.query(text, parameters) as Promise<T> };
    const known = await settle(sql, drawn, NOW);
    for (const viewer of known.viewers) await holds(sql, known, viewer);
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
}), { numRuns });

const inOrder = <T extends { id: string }>(things: readonly T[]): T[] => things.toSorted((a, b) => a.id.localeCompare(b.id));
const idsOf = (things: readonly { id: string }[]): string[] => inOrder(things).map(({ id }) => id);

describe('in any world, for anybody', () => {
  test('SQL and the pure rule see the same incidents', () => always(async (sql, { incidents }, viewer) => {
    const parameters: unknown[] = [];
    const rows = await sql.query<{ id: string }[]>(`SELECT i.id FROM incident i WHERE ${visibleTo(viewer, parameters)}`, parameters);
    expect(idsOf(rows)).toEqual(idsOf(incidents.filter(({ sight }) => maySeeIncident(viewer, sight))));
  }, RUNS * 3));

  test('and the same handovers', () => always(async (sql, { handovers }, viewer) => {
    const found = await findHandovers(sql, viewer, 'true', []);
    expect(idsOf(found.map(({ view }) => view))).toEqual(idsOf(handovers.filter((handover) => maySeeHandover(viewer, handover))));
  }));

  test('and the same duties, each naming the incident that holds them to those alone who may see it', () => always(async (sql, { duties }, viewer) => {
    const found = (await SOURCES.duty.snapshot(sql, viewer, NOW)).map(({ id, incidentId }) => ({ id, incidentId }));
    expect(inOrder(found)).toEqual(inOrder(duties.filter((duty) => duty.open && maySeeDuty(viewer, duty))
      .map(({ id, heldBy }) => ({ id, incidentId: heldBy !== undefined && maySeeIncident(viewer, heldBy.sight) ? heldBy.id : null }))));
  }));

  test('and the same positions', () => always(async (sql, { duties }, viewer) => {
    const seen = idsOf(duties.filter((duty) => duty.open && duty.sharing && maySeePosition(viewer, duty)));
    const told = (await positionsSince(sql, plusMinutes(NOW, -1))).filter((position) => maySeePosition(viewer, position)).map(({ view }) => view);
    for (const found of [told, await positionsFor(sql, viewer)]) expect(found.map(({ dutyId }) => dutyId).toSorted()).toEqual(seen);
  }));

  test('and the same overnight notes and teams', () => always(async (sql, { notes, crews }, viewer) => {
    expect(idsOf(await SOURCES.overnightNote.snapshot(sql, viewer, NOW))).toEqual(idsOf(notes.filter((note) => note.standing && maySeeOvernightNote(viewer, note))));
    expect(idsOf(await SOURCES.team.snapshot(sql, viewer, NOW))).toEqual(maySeeTeams(viewer) ? crews.toSorted((a, b) => a.localeCompare(b)) : []);
  }));

  test('the snapshot shows, view by view, what the socket would', () => always(async (sql, { ids }, viewer) => {
    const agree = async <E extends Entity>(source: LiveSource<E>): Promise<void> => {
      const told = (await source.load(sql, ids[source.entity], NOW)).filter((standing) => standing.seenBy(viewer)).map((standing) => standing.view(viewer));
      const onScreen = told.flatMap((change) => (change !== null && 'view' in change && !hasLeft(change.view) ? [change.view] : []));
      expect({ entity: source.entity, shown: inOrder(await source.snapshot(sql, viewer, NOW)) }).toEqual({ entity: source.entity, shown: inOrder(onScreen) });
    };
    for (const source of Object.values(SOURCES)) await agree<Entity>(source);
  }, RUNS / 2));
});

/** A closed incident, and a handover that ended a day and a half ago, are on no board. */
const hasLeft = (view: object): boolean => Reflect.get(view, 'state') === 'closed' || ('sentBy' in view && 'endedAt' in view && view.endedAt !== null && String(view.endedAt) < plusMinutes(NOW, -36 * 60));
