// Whoever owns the tables can change the log, but not without its showing.
import { sign } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { wallNow } from '../../server/clock/clock.ts';
import { connect } from '../../server/database/connect.ts';
import { newId, newTx } from '../../server/database/transaction.ts';
import { withClient } from '../../server/database/with-client.ts';
import { appendRecorded, record, saveStatement } from '../../server/events/append.ts';
import { checkpointText, readCheckpoints, signCheckpoint, type Checkpoint } from '../../server/events/checkpoint.ts';
import { openLogKeys, type LogKeys } from '../../server/events/keys.ts';
import { GENESIS, hashOf, loggedEvent, type EventRow } from '../../server/events/logged-event.ts';
import { verifyLog } from '../../server/events/verify.ts';
import type { Actor } from '../../server/identity/actor.ts';
import { createTestDatabase, type TestDatabase } from '../support/postgres.ts';

const ACTOR: Actor = {
  accountId: newId(), staffId: newId(), sessionId: 'session', name: 'A. Tester', organisationId: newId(), organisation: 'Testing', profession: null,
  roles: ['coordinator'], receivingTeamIds: [], dutyId: null, teamId: null, seat: null,
};

let database: TestDatabase;
let db: DataSource;
let folder: string;
let keys: LogKeys;
let checkpoints: Checkpoint[];
let statementIds: string[];

/** Ten lines by real appends, each with a text; checkpoints after the fifth and the last. */
beforeEach(async () => {
  database = await createTestDatabase();
  db = await connect(database.databaseUrl, [], { poolSize: 1 });
  folder = await mkdtemp(join(tmpdir(), 'nightjar-audit-'));
  keys = await openLogKeys(folder, undefined);
  const file = join(folder, 'checkpoints.jsonl');
  statementIds = [];
  await appendLines(5);
  const signedUpTo = await signCheckpoint(db, keys.signingKey, file, 0);
  await appendLines(5);
  await signCheckpoint(db, keys.signingKey, file, signedUpTo);
  checkpoints = await readCheckpoints(file);
});
afterEach(async () => {
  await db.destroy();
  await database.drop();
  await rm(folder, { recursive: true });
});

async function appendLines(lines: number): Promise<void> {
  for (let i = 0; i < lines; i += 1) {
    await db.transaction(async (manager) => {
      const tx = newTx(manager, { actor: ACTOR, now: wallNow(), commandId: newId(), keys });
      const noteId = await saveStatement(tx, null, `What was said, ${i}.`);
      statementIds.push(noteId);
      record(tx, { name: 'test.noted', at: tx.now, byId: ACTOR.staffId, entityType: 'test', entityId: newId(), incidentId: null, payload: { noteId, count: i } });
      await appendRecorded(tx);
    });
  }
}

/** With the rights of the owner, who can take the guard away and put it back. */
const tamper = (work: (owner: Client) => Promise<unknown>): Promise<unknown> => withClient(database.migrateDatabaseUrl, 'test', async (owner) => {
  await owner.query('ALTER TABLE event DISABLE TRIGGER event_append_only');
  await work(owner);
  await owner.query('ALTER TABLE event ENABLE TRIGGER event_append_only');
});
const findings = async () => (await verifyLog(db, keys, checkpoints)).findings;

describe('verifying the log', () => {
  test('passes one that is intact, and says what it looked at', async () => {
    expect(await verifyLog(db, keys, checkpoints)).toEqual({ events: 10, checkpoints: 2, statements: 10, findings: [] });
  });

  test('passes one with a text lawfully erased', async () => {
    await tamper((owner) => owner.query('DELETE FROM statement WHERE id = $1', [statementIds[3]]));
    expect(await verifyLog(db, keys, checkpoints)).toMatchObject({ statements: 9, findings: [] });
  });

  test.each([
    ['payload', `payload = payload || '{"count": 99}'`], ['moment', "occurred_at = occurred_at - interval '1 minute'"], ['actor', 'actor = gen_random_uuid()'], ['name', "name = 'test.unnoted'"],
  ])('finds a line whose %s was edited', async (_what, change) => {
    await tamper((owner) => owner.query(`UPDATE event SET ${change} WHERE seq = 4`));
    expect(await findings()).toEqual([{ seq: 4, problem: 'its content was changed' }]);
  });

  test('finds a line taken out of the middle', async () => {
    await tamper((owner) => owner.query('DELETE FROM event WHERE seq = 7'));
    expect(await findings()).toEqual([{ seq: 8, problem: 'lines 7 to 7 are missing' }, { seq: 8, problem: 'it does not follow from the line before' }]);
  });

  test('finds a stretch that was rewritten with its chain made whole again', async () => {
    await tamper(async (owner) => {
      await owner.query(`UPDATE event SET payload = payload || '{"count": 99}' WHERE seq = 3`);
      await chainAgain(owner);
    });
    const problem = 'it differs from the checkpoint signed at the time: this stretch was rewritten';
    expect(await findings()).toEqual([{ seq: 5, problem }, { seq: 10, problem }]);
  });

  test('finds a tail that was cut', async () => {
    await tamper((owner) => owner.query('DELETE FROM event WHERE seq > 8'));
    expect(await findings()).toEqual([{ seq: 10, problem: 'the log ends at 8, but a checkpoint was signed here: its tail was cut' }]);
  });

  test('finds a log that was emptied', async () => {
    await tamper((owner) => owner.query('TRUNCATE event'));
    expect((await findings()).map(({ seq }) => seq)).toEqual([5, 10]);
  });

  test('finds a text that was altered', async () => {
    await tamper((owner) => owner.query("UPDATE statement SET body = 'What was never said.' WHERE id = $1", [statementIds[6]]));
    expect(await findings()).toEqual([{ seq: 7, problem: `the text ${statementIds[6]} was changed` }]);
  });

  test('finds a checkpoint that somebody else signed', async () => {
    const stranger = await openLogKeys(folder, 'the secret of somebody who is not us at all');
    const content = { seq: 10, hash: GENESIS, at: wallNow() };
    checkpoints.push({ ...content, signature: sign(null, Buffer.from(checkpointText(content)), stranger.signingKey).toString('base64') });
    expect(await findings()).toEqual([{ seq: 10, problem: 'a checkpoint’s signature is not ours' }]);
  });
});

test('the application may neither edit nor delete a line, and the owner only after taking the guard away', async () => {
  await expect(db.query('UPDATE event SET name = name')).rejects.toThrow('permission denied');
  await expect(db.query('DELETE FROM event')).rejects.toThrow('permission denied');
  await expect(withClient(database.migrateDatabaseUrl, 'test', (owner) => owner.query('UPDATE event SET name = name'))).rejects.toThrow('append-only');
});

async function chainAgain(owner: Client): Promise<void> {
  const { rows } = await owner.query<EventRow>('SELECT * FROM event ORDER BY seq');
  let prevHash = GENESIS;
  for (const row of rows) {
    const { hash: _old, ...content } = { ...loggedEvent(row), prevHash };
    const hash = hashOf(content);
    await owner.query('UPDATE event SET prev_hash = $2, hash = $3 WHERE seq = $1', [row.seq, prevHash, hash]);
    prevHash = hash;
  }
}
