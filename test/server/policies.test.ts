// A policy from draft to force: kept, tried on what its writer may see, published once and for good, and what it changes from then on.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { FIRST_POLICY } from '../../shared/domain/first-policy.ts';
import { NO_ANSWERS, type Policy } from '../../shared/domain/policy.ts';
import { assessIncident, gradeIncident, readIncident } from '../../shared/protocol/incidents.ts';
import { discardPolicyDraft, listPolicies, listPolicyDrafts, publishPolicy, readPolicy, readPolicyDraft, readPolicyNow, savePolicyDraft, startPolicyDraft, tryPolicy } from '../../shared/protocol/policies.ts';
import { movableClock, startNight, type Night, type Worker } from '../support/walk.ts';

const START = '2026-11-20T22:00:00.000Z';
const clock = movableClock(START);
let night: Night;
let other: Worker;
beforeAll(async () => {
  night = await startNight({ clock });
  other = await night.onDuty('supervisor');
}, 60_000);
afterAll(() => night.server.stop());

/** Whoever it happens to again is attended within half an hour of the report, and a vulnerable person alone is no reason to come. */
const STRICTER: Policy = {
  ...FIRST_POLICY, name: 'Winter', targetMinutes: { ...FIRST_POLICY.targetMinutes, 2: 50 },
  rules: [{ code: 'again', grade: 2, when: [{ fact: 'answer', question: 'happenedBefore', is: true }], because: 'It has happened before' }, ...FIRST_POLICY.rules.filter(({ code }) => code !== 'happened-before')],
};
const draft = async (body: object = STRICTER): Promise<string> => (await night.supervisor.call(startPolicyDraft, { body: body as Policy })).ids['draftId'] ?? '';
const again = { flags: [], missingRisk: null, answers: { ...NO_ANSWERS, happenedBefore: true } };

describe('a draft', () => {
  test('is kept as it is typed, unfinished too, and what somebody else changed is not written over', async () => {
    const draftId = await draft({ ...FIRST_POLICY, name: '', rules: [{ code: '', grade: 3, when: [], because: '' }] });
    await night.supervisor.call(savePolicyDraft, { draftId, expectedVersion: 1, body: STRICTER });
    expect(await other.refused(savePolicyDraft, { draftId, expectedVersion: 1, body: FIRST_POLICY })).toBe('stale');
    expect(await other.refused(discardPolicyDraft, { draftId, expectedVersion: 1 })).toBe('stale');
    expect(await other.call(readPolicyDraft, { draftId })).toMatchObject({ version: 2, name: 'Winter', body: STRICTER });
    await other.call(discardPolicyDraft, { draftId, expectedVersion: 2 });
    expect(await night.supervisor.refused(readPolicyDraft, { draftId })).toBe('not-found');
    expect(await night.supervisor.call(listPolicyDrafts, {})).toEqual([]);
  });

  test('that makes no sense is not published, and says why', async () => {
    const draftId = await draft({ ...STRICTER, targetMinutes: { ...STRICTER.targetMinutes, 2: 4000 } });
    const { status, body } = await night.supervisor.raw('POST', `/api/policy-drafts/${draftId}/publish`, { commandId: crypto.randomUUID(), expectedVersion: 1, fromAt: null });
    expect([status, body]).toEqual([422, expect.objectContaining({ code: 'policy-not-sound', detail: expect.stringContaining('Grade 2 must be attended sooner than Grade 3.') })]);
    await night.supervisor.call(discardPolicyDraft, { draftId, expectedVersion: 1 });
  });

  test.each([{ rules: 'none' }, { extra: 1 }, { targetMinutes: { 1: 0, 2: -1, 3: 60, 4: null } }, { otherwise: { grade: 9, because: 'x' } }, { name: 'A\0B' }, { name: '\ud800' }])('is refused where it is no policy at all: %j', async (part) => {
    const { status } = await night.supervisor.raw('POST', '/api/policy-drafts', { commandId: crypto.randomUUID(), body: { ...FIRST_POLICY, ...part } });
    expect(status).toBe(400);
  });
});

describe('tried on the last incidents', () => {
  test('it says which would have been graded otherwise, by which rules, and nothing of what the supervisor may not see', async () => {
    const seen = await night.raise(night.coordinator, again);
    const same = await night.raise();
    const hidden = await night.raise(night.coordinator, again);
    await night.server.db.query('UPDATE incident SET restricted = true, named_staff_ids = ARRAY[owner_id] WHERE id = $1', [hidden]);
    const trial = await other.call(tryPolicy, { body: STRICTER, last: 1000 });
    expect(trial).toMatchObject({ tried: 2, stricter: 1, later: 0 });
    expect(trial.differing).toMatchObject([{ incidentId: seen, given: 3, inForce: { grade: 3, reasons: [{ code: 'happened-before' }] }, tried: { grade: 2, reasons: [{ code: 'again', because: 'It has happened before' }] } }]);
    expect(JSON.stringify(trial)).not.toContain(hidden);
    expect(JSON.stringify(trial)).not.toContain(same);
    expect((await other.call(tryPolicy, { body: FIRST_POLICY, last: 10 })).differing).toEqual([]);
    await night.server.db.query('UPDATE incident SET restricted = false WHERE id = $1', [hidden]);
  });
});

describe('published', () => {
  test('it is in force from its time on, decides what is graded then, and moves no deadline before', async () => {
    const before = await night.raise(night.coordinator, again);
    const draftId = await draft();
    expect(await night.supervisor.refused(publishPolicy, { draftId, expectedVersion: 1, fromAt: START })).toBe('policy-from-too-soon');
    const { ids } = await night.supervisor.call(publishPolicy, { draftId, expectedVersion: 1, fromAt: null });
    const policyId = ids['policyId'] ?? '';
    expect(await night.coordinator.call(readPolicyNow, {})).toMatchObject({ version: 1, untilAt: '2026-11-20T22:01:00.000Z' });
    expect(await night.edt.call(listPolicies, {})).toMatchObject([{ version: 2, standing: 'to-come', publishedBy: night.supervisor.name }, { version: 1, standing: 'in-force', publishedBy: null }]);
    expect(await night.supervisor.refused(readPolicyDraft, { draftId })).toBe('not-found');

    clock.move(2);
    expect(await night.coordinator.call(readPolicyNow, {})).toMatchObject({ id: policyId, version: 2, untilAt: null, body: STRICTER });
    expect((await night.file(before)).incident).toMatchObject({ grade: 3, gradePolicyId: expect.not.stringContaining(policyId) });
    const after = await night.raise(night.coordinator, again);
    const { incident } = await night.coordinator.call(readIncident, { incidentId: after });
    expect(incident).toMatchObject({ grade: 2, policyVersion: 2, gradePolicyVersion: 2 });
    expect(Date.parse(incident.dueAt ?? '') - Date.parse(incident.reportedAt)).toBe(50 * 60_000);

    // Graded anew: what the policy of now proposes is a floor like any proposal.
    const version = await night.version(before);
    expect(await night.coordinator.refused(gradeIncident, { incidentId: before, expectedVersion: version, to: 3, rationale: 'As before' })).toBe('downgrade-needs-second-person');
    await night.coordinator.call(gradeIncident, { incidentId: before, expectedVersion: version, to: 2, rationale: null });
    const { incident: anew, timeline } = await night.coordinator.call(readIncident, { incidentId: before });
    expect(anew).toMatchObject({ grade: 2, strictest: 2, gradePolicyVersion: 2 });
    expect(timeline.map(({ sentence }) => sentence)).toEqual(expect.arrayContaining([
      expect.stringContaining('Grade 3 proposed by policy version 1 (It has happened before)'), 'Assessed afresh: Grade 2 proposed by policy version 2 (It has happened before)', expect.stringMatching(/^Grade 2 confirmed, by policy version 2$/),
    ]));
  });

  test('a fresh assessment that raises nothing leaves the deadline and its policy as they were', async () => {
    const incidentId = await night.raise(night.coordinator, { ...again, answers: { ...NO_ANSWERS, hurt: true } });
    const before = (await night.file(incidentId)).incident;
    const draftId = await draft({ ...STRICTER, name: 'Spring', targetMinutes: { ...STRICTER.targetMinutes, 2: 45 } });
    await night.supervisor.call(publishPolicy, { draftId, expectedVersion: 1, fromAt: null });
    clock.move(2);
    await night.coordinator.call(assessIncident, { incidentId, ...again });
    const after = (await night.file(incidentId)).incident;
    expect([after.grade, after.dueAt, after.gradePolicyId]).toEqual([before.grade, before.dueAt, before.gradePolicyId]);
    expect(after.policyId).not.toBe(before.policyId);
  });

  test('it never changes, and each publishing is on the log, without its words', async () => {
    const [{ id } = { id: '' }] = await night.coordinator.call(listPolicies, {});
    await expect(night.server.db.query('UPDATE policy SET body = body WHERE id = $1', [id])).rejects.toThrow(/permission denied|append-only/);
    await expect(night.server.db.query('DELETE FROM policy WHERE id = $1', [id])).rejects.toThrow(/permission denied|append-only/);
    const events = await night.server.db.query<{ entity_id: string; incident_id: string | null; payload: object }[]>("SELECT entity_id, incident_id, payload FROM event WHERE name = 'policy.published' ORDER BY seq");
    expect(events).toMatchObject([{ incident_id: null, payload: { version: 2 } }, { entity_id: id, payload: { version: 3, fromAt: expect.any(String), bodyDigest: expect.stringMatching(/^[0-9a-f]{64}$/) } }]);
    expect(JSON.stringify(events)).not.toMatch(/happened before|Spring/);
    expect((await night.edt.call(readPolicy, { policyId: id })).body.name).toBe('Spring');
  });

  test('two at once have a number each; of two to come, the one published later is the last word', async () => {
    const [one, two] = [await draft({ ...STRICTER, name: 'One' }), await draft({ ...STRICTER, name: 'Two' })];
    const inAnHour = '2026-11-20T23:30:00.000Z';
    await Promise.all([night.supervisor.call(publishPolicy, { draftId: one, expectedVersion: 1, fromAt: inAnHour }), other.call(publishPolicy, { draftId: two, expectedVersion: 1, fromAt: inAnHour })]);
    expect((await night.coordinator.call(listPolicies, {})).slice(0, 2)).toMatchObject([{ version: 5, standing: 'to-come' }, { version: 4, standing: 'never' }]);
    expect(await other.refused(publishPolicy, { draftId: two, expectedVersion: 1, fromAt: null })).toBe('not-found');
  });
});

test('a thousand incidents among many are tried at once: a supervisor does not wait', async () => {
  const like = await night.raise(night.coordinator, again);
  await night.server.db.query(
    `INSERT INTO incident SELECT c.* FROM incident i CROSS JOIN generate_series(1, 3000) n CROSS JOIN LATERAL
       jsonb_populate_record(i, jsonb_build_object('id', gen_random_uuid(), 'number', 1000 + n, 'answers', jsonb_build_object('happenedBefore', n % 3 = 0, 'hurt', n % 5 = 0))) c WHERE i.id = $1`, [like]);
  const other: Policy = { ...STRICTER, otherwise: { grade: 2, because: 'Nobody waits' } };
  const took = [];
  for (let time = 0; time < 3; time += 1) {
    const from = performance.now();
    const trial = await night.supervisor.call(tryPolicy, { body: other, last: 1000 });
    took.push(performance.now() - from);
    expect(trial.tried).toBe(1000);
    expect(trial.differing.length).toBeGreaterThan(100);
  }
  expect(Math.min(...took)).toBeLessThan(1_000);
});
