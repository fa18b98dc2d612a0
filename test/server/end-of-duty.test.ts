// The end of a duty: everything that is held in one list, handed on by name, and nobody leaves owning an unfinished thing.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId } from '../../server/database/transaction.ts';
import { acknowledgeAlarm } from '../../shared/protocol/alarms.ts';
import { beginCallDraft, listCallDrafts } from '../../shared/protocol/call-drafts.ts';
import { bookOff, handOn, readHolding } from '../../shared/protocol/duties.ts';
import { readIncident } from '../../shared/protocol/incidents.ts';
import { tellCaller } from '../../shared/protocol/owed.ts';
import { NO_ANSWERS } from '../../shared/domain/policy.ts';
import { untilAllFired } from '../support/alarm-verdict.ts';
import { movableClock, startNight, type Night, type Worker } from '../support/walk.ts';

const clock = movableClock('2026-11-20T20:00:00.000Z');
let night: Night;
let leaving: Worker;
beforeAll(async () => {
  night = await startNight({ clock });
  leaving = await night.onDuty('coordinator');
});
afterAll(() => night.server.stop());

const kinds = async (by: Worker): Promise<string[]> => (await by.call(readHolding, {})).map(({ kind }) => kind).toSorted();

test('an incident, a promise, a call that is not saved and an alarm: listed, handed on by name, and released', async () => {
  const others = await kinds(night.coordinator);
  const incidentId = await night.raise(leaving, { reportedAt: clock.now(), answers: NO_ANSWERS });
  await leaving.call(tellCaller, { incidentId, kind: 'call-back', said: 'We ring back', dueAt: undefined });
  const draftId = newId();
  await leaving.call(beginCallDraft, { draftId, form: 'console', door: null, words: 'Somebody on the bridge', body: '{}' });
  clock.move(5);
  await untilAllFired(night.server.db, clock.now());
  const [alarm] = (await leaving.call(readIncident, { incidentId })).incident.alarms;
  await leaving.call(acknowledgeAlarm, { incidentId, alarmId: alarm?.id ?? '' });

  expect(await kinds(leaving)).toEqual(['alarm', 'draft', 'incident', 'promise']);
  expect((await leaving.call(readHolding, {})).find(({ kind }) => kind === 'draft')).toEqual({ kind: 'draft', incidentId: null, ref: null, words: 'Somebody on the bridge' });
  expect(await kinds(night.coordinator)).toEqual(others);
  expect(await leaving.refused(bookOff, { dutyId: leaving.dutyId })).toBe('owns-open-work');

  await leaving.call(handOn, { dutyId: leaving.dutyId, toStaffId: night.coordinator.staffId });
  expect(await kinds(leaving)).toEqual(['alarm']);
  expect(await kinds(night.coordinator)).toEqual([...others, 'draft', 'incident', 'promise'].toSorted());
  expect((await night.coordinator.call(listCallDrafts, {})).find(({ id }) => id === draftId)?.heldBy.staffId).toBe(night.coordinator.staffId);

  await leaving.call(bookOff, { dutyId: leaving.dutyId });
  expect((await night.coordinator.call(readIncident, { incidentId })).incident.alarms[0]).toMatchObject({ acknowledgedBy: null });
});

test('a call that the EDT desk would not see does not go there, and the duty goes on', async () => {
  const last = await night.onDuty('coordinator');
  await last.call(beginCallDraft, { draftId: newId(), form: 'console', door: null, words: 'Not the desk’s', body: '{}' });
  await last.call(handOn, { dutyId: last.dutyId, toStaffId: night.edt.staffId });
  expect(await kinds(last)).toEqual(['draft']);
  expect(await last.refused(bookOff, { dutyId: last.dutyId })).toBe('owns-open-work');
});
