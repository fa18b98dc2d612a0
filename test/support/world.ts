// Random worlds for questions of sight: what fast-check draws, put into a real database, and what the rules need to know of it.
import fc from 'fast-check';
import type { Queryable } from '../../server/database/connect.ts';
import { newId } from '../../server/database/transaction.ts';
import type { Actor } from '../../server/identity/actor.ts';
import { ASSIGNMENT_STATES, isLive } from '../../shared/domain/incident-file.ts';
import { plusMinutes, type Instant } from '../../shared/domain/instant.ts';
import { NO_ANSWERS } from '../../shared/domain/policy.ts';
import { ROLES, type IncidentSight } from '../../shared/domain/visibility.ts';
import type { Entity } from '../../shared/protocol/live.ts';
import { known } from './night.ts';

const [STAFF, TEAMS] = [4, 2];

// People, duties and teams are numbers here. Duty n is the open one of staff n; n + STAFF is one of theirs that has ended.
const staff = fc.nat({ max: STAFF - 1 });
const duty = fc.nat({ max: STAFF * 2 - 1 });
const team = fc.nat({ max: TEAMS - 1 });
const incident = fc.record({
  restricted: fc.boolean(), named: fc.uniqueArray(staff), graded: fc.boolean(), open: fc.boolean(), raisedBy: staff, raisedDuty: fc.option(duty),
  assignments: fc.array(fc.record({ staff, duty, state: fc.constantFrom(...ASSIGNMENT_STATES), visit: fc.boolean() }), { maxLength: 3 }),
  handovers: fc.array(fc.record({ team, state: fc.constantFrom('sent', 'taken-over', 'rejected', 'withdrawn'), longAgo: fc.boolean() }), { maxLength: 2 }),
});
export const world = fc.record({
  crews: fc.array(fc.record({ crew: fc.option(team), sharing: fc.boolean() }), { minLength: STAFF, maxLength: STAFF }), incidents: fc.array(incident, { minLength: 1, maxLength: 5 }),
  notes: fc.array(fc.record({ team, ended: fc.boolean(), expired: fc.boolean() }), { maxLength: 3 }),
  viewers: fc.array(fc.record({ staff, roles: fc.uniqueArray(fc.constantFrom('coordinator', 'responder', 'edt', 'receiving-team', ...ROLES), { maxLength: 3 }), receiving: fc.uniqueArray(team), duty: fc.option(duty), crew: fc.option(team) }), { minLength: 1, maxLength: 4 }),
});
type World = typeof world extends fc.Arbitrary<infer W> ? W : never;

export interface KnownIncident { id: string; sight: IncidentSight }
export interface Known {
  viewers: Actor[]; incidents: KnownIncident[]; crews: string[];
  duties: { id: string; staffId: string; teamId: string | null; open: boolean; sharing: boolean; heldBy: KnownIncident | undefined }[];
  handovers: { id: string; receivingTeamId: string; restricted: boolean; namedStaffIds: readonly string[] }[];
  notes: { id: string; receivingTeamId: string; standing: boolean }[];
  ids: Record<Entity, string[]>;
}

/** Writes the world as of `now`, and answers what is known of it without asking the database. */
export async function settle(sql: Queryable, { crews, incidents, notes, viewers }: World, now: Instant): Promise<Known> {
  const insert = (table: string, row: object): Promise<unknown> => {
    const columns = Object.keys(row);
    return sql.query(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((_, index) => `$${index + 1}`).join(', ')})`, Object.values(row));
  };
  const [earlier, organisationId, staffIds, dutyIds, crewIds, receivingIds] = [plusMinutes(now, -60), newId(), idsFor(STAFF), idsFor(STAFF * 2), idsFor(TEAMS), idsFor(TEAMS)];
  const [policy] = await sql.query<{ id: string }[]>('SELECT id FROM policy');
  const made: Known = { viewers: [], incidents: [], crews: crewIds, duties: [], handovers: [], notes: [], ids: { incident: [], duty: [], team: crewIds, handover: [], overnightNote: [], night: [], silentSource: [], sos: [] } };
  const visiting = new Map<string, KnownIncident>();

  await insert('organisation', { id: organisationId, name: organisationId, kind: 'council' });
  for (const id of staffIds) await insert('staff', { id, organisation_id: organisationId, name: 'Somebody' });
  for (const id of crewIds) await insert('team', { id, call_sign: id, district_codes: [], night: '2026-11-20', formed_at: earlier });
  for (const id of receivingIds) await insert('receiving_team', { id, organisation_id: organisationId, name: id, kind: 'day-team', starts_at: '09:00' });
  for (const [n, id] of dutyIds.entries()) {
    const [open, { crew, sharing }] = [n < STAFF, known(crews[n % STAFF])];
    const [staffId, teamId] = [known(staffIds[n % STAFF]), crew === null ? null : known(crewIds[crew])];
    await insert('duty', { id, staff_id: staffId, organisation_id: organisationId, seat: 'responder', team_id: teamId, started_at: earlier, ended_at: open ? null : now, sharing });
    await insert('position_latest', { duty_id: id, staff_id: staffId, team_id: teamId, lat: 53.7, lon: -2.7, at: now, stored_at: now });
    made.duties.push({ id, staffId, teamId, open, sharing, heldBy: undefined });
  }

  for (const [n, drawn] of incidents.entries()) {
    const [id, taskId, legId] = idsFor(3);
    const [raisedById, raisedDutyId, namedStaffIds] = [known(staffIds[drawn.raisedBy]), drawn.raisedDuty === null ? null : known(dutyIds[drawn.raisedDuty]), drawn.named.map((index) => known(staffIds[index]))];
    // Given to the next of the staff: that may be an EDT worker who neither raised nor may yet see it otherwise.
    const ownerId = known(staffIds[(drawn.raisedBy + n) % staffIds.length]);
    const assignments = drawn.assignments.map((assignment) => ({ ...assignment, staffId: known(staffIds[assignment.staff]), dutyId: known(dutyIds[assignment.duty]), live: isLive(assignment) }));
    const seen: KnownIncident = { id: known(id), sight: { restricted: drawn.restricted, namedStaffIds, graded: drawn.graded, raisedById, ownerId, raisedDutyId, assignments } };
    made.incidents.push(seen);
    await insert('incident', {
      id, version: 1, night: '2026-11-20', number: n + 1, state: drawn.open ? 'open' : 'closed', ending: drawn.open ? null : 'settled', ended_at: drawn.open ? null : now, door: 'cmu', reported_at: earlier, raised_at: earlier,
      raised_by_id: raisedById, raised_duty_id: raisedDutyId, policy_id: policy?.id, answers: NO_ANSWERS, proposed_grade: 3, proposal_reasons: [], grade: 3, first_graded_at: drawn.graded ? now : null, strictest: 3, flags: [],
      summary_id: newId(), owner_id: ownerId, owner_organisation_id: organisationId, restricted: drawn.restricted, named_staff_ids: namedStaffIds,
    });
    await insert('task', { id: taskId, incident_id: id, activity: 'bridging', kind: 'visit', state: 'open', added_at: earlier, seen_person_ids: [], not_seen_person_ids: [] });
    await insert('leg', { id: legId, incident_id: id, task_id: taskId, need: 'social-work', position: 0 });
    for (const { staffId, dutyId, state, visit, live } of assignments) {
      // Nobody is on two live visits: the second is a call.
      const kind = visit && !(live && visiting.has(staffId)) ? 'visit' : 'phone';
      if (live && kind === 'visit') visiting.set(staffId, seen);
      await insert('assignment', { id: newId(), incident_id: id, task_id: taskId, leg_id: legId, kind, staff_id: staffId, duty_id: dutyId, state, dispatched_at: earlier, dispatched_by_id: raisedById });
    }
    for (const [place, { team: to, state, longAgo }] of drawn.handovers.entries()) {
      const [handoverId, packId, receivingTeamId] = [newId(), newId(), known(receivingIds[to])];
      // One at a time waits to be taken over.
      const is = place > 0 && state === 'sent' ? 'withdrawn' : state;
      const endedAt = is === 'sent' ? null : plusMinutes(now, longAgo ? -40 * 60 : -5);
      await insert('handover_pack', { id: packId, incident_id: id, body: { summary: 'Somebody' } });
      await insert('handover', {
        id: handoverId, incident_id: id, receiving_team_id: receivingTeamId, state: is, sent_by_id: raisedById, sent_at: earlier, due_at: now, pack_id: packId, ended_at: endedAt,
        ...(is === 'taken-over' ? { taken_by_id: raisedById, taken_at: endedAt, taken_by: 'account' } : {}), reason_id: is === 'rejected' ? newId() : null,
      });
      made.handovers.push({ id: handoverId, receivingTeamId, restricted: drawn.restricted, namedStaffIds });
    }
  }
  for (const one of made.duties) one.heldBy = one.open ? visiting.get(one.staffId) : undefined;
  for (const { team: of, ended, expired } of notes) {
    const [id, receivingTeamId] = [newId(), known(receivingIds[of])];
    await insert('overnight_note', {
      id, receiving_team_id: receivingTeamId, about: 'Somebody', body: 'May ring', plan: 'Listen', lodged_by_id: staffIds[0], lodged_at: earlier, expires_at: plusMinutes(now, expired ? -5 : 600), ended_at: ended ? now : null,
    });
    made.notes.push({ id, receivingTeamId, standing: !ended && !expired });
  }

  made.viewers = viewers.map((viewer) => ({
    staffId: known(staffIds[viewer.staff]), organisationId, roles: viewer.roles, receivingTeamIds: viewer.receiving.map((index) => known(receivingIds[index])),
    dutyId: viewer.duty === null ? null : known(dutyIds[viewer.duty]), teamId: viewer.crew === null ? null : known(crewIds[viewer.crew]),
    accountId: newId(), sessionId: newId(), name: 'Somebody', organisation: 'County Council', profession: null, seat: null,
  }));
  const idsOf = (things: readonly { id: string }[]): string[] => things.map(({ id }) => id);
  made.ids = { incident: idsOf(made.incidents), duty: dutyIds, team: crewIds, handover: idsOf(made.handovers), overnightNote: idsOf(made.notes), night: [], silentSource: [], sos: [] };
  return made;
}

const idsFor = (count: number): string[] => Array.from({ length: count }, newId);
