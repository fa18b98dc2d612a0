// Organisations, receiving teams, accounts and roles of a made-up county: everybody with the one password that is printed.
import type { DataSource } from 'typeorm';
import { plusMinutes, type Instant } from '../../shared/domain/instant.ts';
import { newId } from '../database/transaction.ts';
import { createAccount, createGrant, ensureOrganisation } from '../identity/account.store.ts';
import type { Actor } from '../identity/actor.ts';
import { hashPassword } from '../identity/password.ts';
import { PASSWORD, RECEIVING_TEAMS, type SeedStaff } from './staff.ts';
import { usualSkills } from '../rehearsal/usual-skills.ts';

export type Db = DataSource;

const ORGANISATIONS = { police: ['County Police', 'police'], council: ['County Council', 'council'], provider: ['Harbour Youth Trust', 'provider'] } as const;
const LONG_BEFORE_MINUTES = 60 * 24 * 60;

/** Answers their ids by name. */
export async function seedReceivingTeams(db: Db): Promise<Map<string, string>> {
  const organisationId = await ensureOrganisation(db, ...ORGANISATIONS.council);
  const teams = RECEIVING_TEAMS.map((team) => ({ ...team, id: newId() }));
  for (const team of teams) await db.query('INSERT INTO receiving_team (id, organisation_id, name, kind, starts_at) VALUES ($1, $2, $3, $4, $5)', [team.id, organisationId, team.name, team.kind, team.startsAt]);
  return new Map(teams.map(({ name, id }) => [name, id]));
}

/** In their roles since long before `start`. Answers each by their key, on no duty. */
export async function seedPeople(db: Db, people: readonly SeedStaff[], start: Instant, receivingTeams: Map<string, string>): Promise<Map<string, Actor>> {
  const from = plusMinutes(start, -LONG_BEFORE_MINUTES);
  const passwordHash = await hashPassword(PASSWORD);
  const actors = new Map<string, Actor>();
  for (const person of people) {
    const [organisation, kind] = ORGANISATIONS[person.organisation];
    const organisationId = await ensureOrganisation(db, organisation, kind);
    const { accountId, staffId } = await createAccount(db, { username: person.username ?? person.key, name: person.name, organisationId, profession: person.profession, passwordHash, now: from, skills: usualSkills(person.profession) });
    const receivingTeamId = person.receivingTeam === undefined ? null : receivingTeams.get(person.receivingTeam) ?? null;
    for (const role of person.roles) await createGrant(db, { accountId, role, receivingTeamId: role === 'receiving-team' ? receivingTeamId : null, from, until: null });
    actors.set(person.key, {
      accountId, staffId, sessionId: '', name: person.name, organisationId, organisation, profession: person.profession, roles: person.roles,
      receivingTeamIds: receivingTeamId === null ? [] : [receivingTeamId], dutyId: null, teamId: null, seat: null,
    });
  }
  return actors;
}
