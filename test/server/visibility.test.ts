// The rule of who may see what, said twice, is one rule: over random worlds the SQL and the pure functions answer alike, and so do snapshot and socket.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import { wallNow } from '../../server/clock/clock.ts';
import { connect, type Queryable } from '../../server/database/connect.ts';
import { newId } from '../../server/database/transaction.ts';
import { findHandovers } from '../../server/handovers/handover.store.ts';
import type { Actor } from '../../server/identity/actor.ts';
import { ensurePolicy } from '../../server/incidents/policy.store.ts';
import { visibleTo } from '../../server/incidents/visible-to.ts';
import { positionsFor, positionsSince } from '../../server/positions/position.store.ts';
import type { LiveSource } from '../../server/realtime/live-source.ts';
import { ROWS, SOURCES } from '../../server/rooms.ts';
import { ASSIGNMENT_STATES, isLive } from '../../shared/domain/incident-file.ts';
import { plusMinutes } from '../../shared/domain/instant.ts';
import { NO_ANSWERS } from '../../shared/domain/policy.ts';
import { maySeeDuty, maySeeHandover, maySeeIncident, maySeeOvernightNote, maySeePosition, maySeeTeams, ROLES, type IncidentSight } from '../../shared/domain/visibility.ts';
import type { Entity } from '../../shared/protocol/live.ts';
import { known } from '../support/night.ts';
import { createTestDatabase, type TestDatabase } from '../support/postgres.ts';

const NOW = wallNow();
const [STAFF, TEAMS, RUNS] = [4, 2, 50];

/** People, duties, crews and receiving teams are numbers here; each world gives them ids of its own. Duty n is staff n's open one, n + STAFF their ended one. */
const staff = fc.nat({ max: STAFF - 1 });
const anyDuty = fc.nat({ max: STAFF * 2 - 1 });
const crew = fc.option(fc.nat({ max: TEAMS - 1 }));
const team = fc.nat({ max: TEAMS - 1 });
const incident = fc.record({
  restricted: fc.boolean(), named: fc.uniqueArray(staff), graded: fc.boolean(), open: fc.boolean(), raisedBy: staff, raisedDuty: fc.option(anyDuty),
  assignments: fc.array(fc.record({ staff, duty: anyDuty, state: fc.constantFrom(...ASSIGNMENT_STATES), visit: fc.boolean() }), { maxLength: 3 }),
  handovers: fc.array(fc.record({ team, state: fc.constantFrom('sent', 'taken-over', 'rejected', 'withdrawn'), old: fc.boolean() }), { maxLength: 2 }),
});
const viewer = fc.record({ staff, roles: fc.uniqueArray(fc.constantFrom(...ROLES), { maxLength: 3 }), receiving: fc.uniqueArray(team), duty: fc.option(anyDuty), crew });
const world = fc.record({
  crews: fc.array(fc.record({ crew, sharing: fc.boolean() }), { minLength: STAFF, maxLength: STAFF }), incidents: fc.array(incident, { minLength: 1, maxLength: 5 }),
  notes: fc.array(fc.record({ team, ended: fc.boolean(), expired: fc.boolean() }), { maxLength: 3 }), viewers: fc.array(viewer, { minLength: 1, maxLength: 4 }),
});
type World = typeof world extends fc.Arbitrary<infer W> ? W : never;

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

describe('in any world, for anybody', () => {
  test('SQL and the pure rule see the same incidents', () => always(async (sql, { incidents }, actor) => {
    const parameters: unknown[] = [];
    const rows = await sql.query<{ id: string }[]>(`SELECT i.id FROM incident i WHERE ${visibleTo(actor, parameters)}`, parameters);
    expect(sorted(rows)).toEqual(sorted(incidents.filter(({ sight }) => maySeeIncident(actor, sight))));
  }));

  test('and the same handovers', () => always(async (sql, { handovers }, actor) => {
    const found = (await findHandovers(sql, actor, 'true', [])).map(({ view }) => view);
    expect(sorted(found)).toEqual(sorted(handovers.filter((handover) => maySeeHandover(actor, handover))));
  }));

  test('and the same duties, each naming what holds them to those alone who may see it', () => always(async (sql, { duties }, actor) => {
    const seen = duties.filter((duty) => duty.open && maySeeDuty(actor, duty)).map(({ id, heldBy }) => ({ id, incidentId: heldBy !== undefined && maySeeIncident(actor, heldBy.sight) ? heldBy.id : null }));
    expect(sorted((await SOURCES.duty.snapshot(sql, actor, NOW)).map(({ id, incidentId }) => ({ id, incidentId })))).toEqual(sorted(seen));
  }));

  test('and the same positions', () => always(async (sql, { duties }, actor) => {
    const seen = duties.filter((duty) => duty.open && duty.sharing && maySeePosition(actor, duty)).map(({ id }) => id).toSorted();
    expect((await positionsFor(sql, actor)).map(({ dutyId }) => dutyId).toSorted()).toEqual(seen);
    expect((await positionsSince(sql, '2020-01-01T00:00:00.000Z')).filter((position) => maySeePosition(actor, position)).map(({ view }) => view.dutyId).toSorted()).toEqual(seen);
  }));

  test('and the same overnight notes and crews', () => always(async (sql, { notes, crews }, actor) => {
    expect(sorted(await SOURCES.overnightNote.snapshot(sql, actor, NOW))).toMatchObject(sorted(notes.filter((note) => note.standing && maySeeOvernightNote(actor, note))).map(({ id }) => ({ id })));
    expect((await SOURCES.team.snapshot(sql, actor, NOW)).map(({ id }) => id).toSorted()).toEqual(maySeeTeams(actor) ? crews.toSorted() : []);
  }));

  test('the snapshot shows, view by view, what the socket would', () => always(async (sql, { ids }, actor) => {
    const agree = async <E extends Entity>(source: LiveSource<E>): Promise<void> => {
      const told = (await source.load(sql, ids[source.entity], NOW)).filter((standing) => standing.seenBy(actor)).flatMap((standing) => standing.view(actor) ?? []);
      const onScreen = told.flatMap((change) => ('view' in change && !(change.entity === 'incident' && change.view.state === 'closed') && !isOld(change.view) ? [change.view] : []));
      expect(sorted(await source.snapshot(sql, actor, NOW))).toEqual(sorted(onScreen));
    };
    for (const source of Object.values(SOURCES)) await agree<Entity>(source);
  }));
});

/** Taken-over handovers leave the desk after a day and a half. */
const isOld = (view: object): boolean => 'sentBy' in view && 'endedAt' in view && typeof view.endedAt === 'string' && view.endedAt < plusMinutes(NOW, -36 * 60);
const sorted = <T extends { id: string }>(things: readonly T[]): T[] => things.toSorted((a, b) => a.id.localeCompare(b.id)).map((thing) => (Object.keys(thing).includes('sight') || 'receivingTeamId' in thing && 'restricted' in thing ? { id: thing.id } as T : thing));
