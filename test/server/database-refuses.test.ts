// What the database itself refuses, asked directly as the application's own role: the last door of the downgrade rule and of the log.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { withClient } from '../../server/database/with-client.ts';
import { addNote, agreeSecond, askSecond, readIncident } from '../../shared/protocol/incidents.ts';
import { startNight, type Crew, type Night } from '../support/walk.ts';

let night: Night;
let crew: Crew;
let incidentId = '';
let agreedId = '';

beforeAll(async () => {
  night = await startNight();
  crew = await night.crew();
  incidentId = await night.raise();
  await night.coordinator.call(addNote, { incidentId, body: 'A note', internal: false });
  await night.coordinator.call(readIncident, { incidentId });
  const other = await night.raise();
  const { ids } = await night.coordinator.call(askSecond, { incidentId: other, action: { kind: 'grade', to: 3 }, rationale: 'Calmer' });
  agreedId = ids.requestId ?? '';
  await night.supervisor.call(agreeSecond, { incidentId: other, requestId: agreedId });
});
afterAll(() => night.server.stop());

/** What it answered: the constraint's name, or else the sentence. */
const asApplication = (sql: string, parameters: unknown[] = [], url = night.server.databaseUrl): Promise<string> => withClient(url, 'test', (client) =>
  client.query(sql, parameters).then(({ rowCount }) => `done to ${rowCount}`, (error: Error) => String(Reflect.get(error, 'constraint') ?? error.message)));
const setIncident = (change: string): Promise<string> => asApplication(`UPDATE incident SET ${change} WHERE id = $1`, [incidentId]);

describe('of an unattended Grade 2', () => {
  test.each([
    ['a later grade', 'grade = 3'], ['a later grade that claims to be the strictest', 'grade = 3, strictest = 3, due_at = NULL'], ['an end', "state = 'closed', ending = 'settled', ended_at = now()"],
    ['an end as a duplicate', "state = 'closed', ending = 'duplicate', ended_at = now(), duplicate_of_id = id"], ['an end by a handover that nobody agreed to', "state = 'closed', ending = 'taken-over', ended_at = now()"],
  ])('%s is refused', async (_what, change) => expect(await setIncident(change)).toBe('incident_second_person'));

  test('another incident’s agreed request loosens nothing here', async () => {
    expect(await setIncident(`grade = 3, strictest = 3, downgrade_request_id = '${agreedId}'`)).toBe('incident_second_person');
    expect(await setIncident(`state = 'closed', ending = 'settled', downgrade_request_id = '${agreedId}'`)).toBe('incident_second_person');
  });

  test('what two people once agreed about it does not end it later', async () => {
    const again = await night.raise();
    const { ids } = await night.coordinator.call(askSecond, { incidentId: again, action: { kind: 'grade', to: 3 }, rationale: 'Calmer' });
    await night.supervisor.call(agreeSecond, { incidentId: again, requestId: ids.requestId ?? '' });
    await night.grade(again, 2);
    for (const change of ["state = 'closed', ending = 'settled'", 'grade = 3, strictest = 3']) expect(await asApplication(`UPDATE incident SET ${change} WHERE id = $1`, [again])).toBe('incident_second_person');
  });

  test('the report time never moves, and the owner is never nobody', async () => {
    for (const column of ['reported_at', 'raised_at']) expect(await setIncident(`${column} = ${column} - interval '1 minute'`)).toBe('incident_report_time');
    expect(await setIncident('owner_id = NULL')).toMatch(/null value in column "owner_id"/);
  });
});

describe('of the work', () => {
  test('a second live visit of one person is refused', async () => {
    const [assignmentId] = await night.send(await night.task(incidentId), [crew.constable]);
    expect(await asApplication(
      `INSERT INTO assignment (id, incident_id, task_id, leg_id, kind, staff_id, duty_id, state, dispatched_at, dispatched_by_id)
       SELECT gen_random_uuid(), incident_id, task_id, leg_id, kind, staff_id, duty_id, 'accepted', now(), dispatched_by_id FROM assignment WHERE id = $1`, [assignmentId])).toBe('assignment_one_live_visit');
  });

  test('nobody is the second person of their own request', async () => {
    const { ids } = await night.coordinator.call(askSecond, { incidentId, action: { kind: 'grade', to: 4 }, rationale: 'Calmer' });
    expect(await asApplication("UPDATE downgrade_request SET state = 'agreed', decided_by_id = by_id, decided_at = now() WHERE id = $1", [ids.requestId])).toMatch(/^downgrade_request_\w*check/);
    expect(await asApplication("UPDATE downgrade_request SET state = 'agreed' WHERE id = $1", [ids.requestId])).toMatch(/^downgrade_request_\w*check/);
  });

  test('a handover is not taken over without a name, nor is a second one sent meanwhile', async () => {
    const handoverId = await night.handOver(incidentId, night.deskId);
    for (const change of ["state = 'taken-over'", "state = 'taken-over', taken_at = now()", "state = 'rejected'"]) expect(await asApplication(`UPDATE handover SET ${change} WHERE id = $1`, [handoverId])).toMatch(/^handover_\w*check/);
    expect(await asApplication(
      `INSERT INTO handover (id, incident_id, receiving_team_id, state, sent_by_id, sent_at, due_at, pack_id)
       SELECT gen_random_uuid(), incident_id, receiving_team_id, state, sent_by_id, sent_at, due_at, pack_id FROM handover WHERE id = $1`, [handoverId])).toBe('handover_one_waiting');
  });
});

describe('of the log', () => {
  const LOG = ['event', 'access_log', 'statement', 'handover_pack'];

  test.each(LOG)('no line of %s is changed, deleted or emptied', async (table) => {
    const [row] = await night.server.db.query<{ lines: number }[]>(`SELECT count(*) AS lines FROM ${table}`);
    expect(row?.lines).toBeGreaterThan(0);
    const column = { event: 'name', access_log: 'action', statement: 'body', handover_pack: 'body' }[table];
    for (const sql of [`UPDATE ${table} SET ${column} = ${column}`, `DELETE FROM ${table}`, `TRUNCATE ${table}`]) expect(await asApplication(sql)).toMatch(/permission denied/);
  });

  test.each(['event', 'access_log'])('not even the owner of the schema changes %s', async (table) => {
    for (const sql of [`UPDATE ${table} SET ${table === 'event' ? 'name' : 'action'} = 'x'`, `DELETE FROM ${table}`, `TRUNCATE ${table}`]) {
      expect(await asApplication(sql, [], night.server.migrateDatabaseUrl)).toBe(`${table} is append-only`);
    }
  });

  test('nor is a table dropped or altered, a trigger disabled, or a table made', async () => {
    for (const sql of ['DROP TABLE event', 'ALTER TABLE event DISABLE TRIGGER ALL', 'DROP TRIGGER event_append_only ON event', 'ALTER TABLE incident DISABLE TRIGGER incident_guard', 'DROP FUNCTION forbid_change() CASCADE']) {
      expect(await asApplication(sql)).toMatch(/must be owner/);
    }
    expect(await asApplication('CREATE TABLE mine (id integer)')).toMatch(/permission denied for schema public/);
  });
});
