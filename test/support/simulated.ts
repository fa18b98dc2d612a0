// A rehearsal on a test server: accounts with a password, simulated people who sign in to them over the wire, and a hand on the clock.
import { rehearsalClock, wallNow } from '../../server/clock/clock.ts';
import { createAccount, createGrant, ensureOrganisation } from '../../server/identity/account.store.ts';
import { hashPassword } from '../../server/identity/password.ts';
import { COOKIE, digestToken, openSession } from '../../server/identity/session.store.ts';
import { joinNight, type Joined } from '../../server/rehearsal/by-wire/join-night.ts';
import { markSessionSimulated } from '../../server/rehearsal/seats.store.ts';
import type { Presence, Time } from '../../server/rehearsal/service.ts';
import type { Profession } from '../../shared/domain/activity.ts';
import { plusMinutes, type Instant } from '../../shared/domain/instant.ts';
import type { Role } from '../../shared/domain/visibility.ts';
import { setSpeed } from '../../shared/protocol/rehearsal.ts';
import { startTestServer, type Person, type TestServer } from './server.ts';
import { waitFor } from './wait-for.ts';
import { readSnapshot } from './watching.ts';
import { usualSkills } from '../../server/rehearsal/usual-skills.ts';

export const BEGAN: Instant = '2026-11-20T19:00:00.000Z';
export const PASSWORD = 'plover-over-the-moss';
const TURNED_WITHIN_MS = 3_000;

export interface Played { username: string; role: Role; profession?: Profession | null; receivingTeam?: string | undefined }
export interface Rehearsal {
  server: TestServer;
  problems: string[];
  /** Somebody real, at control. */
  supervisor: Person;
  accounts: ReadonlyMap<string, { accountId: string; staffId: string }>;
  /** Signs everybody in; at another address where somebody stands between. */
  join(options?: { url?: string; minutes?: number }): Promise<Joined>;
  /** Resolves once those who joined go by it. */
  speed(to: number, time: Time): Promise<void>;
  stop(): Promise<void>;
}

export async function startRehearsal(cast: readonly [Played, ...Played[]]): Promise<Rehearsal> {
  const [first, ...rest] = cast;
  const server = await startTestServer({ clock: rehearsalClock({ domainAt: BEGAN, wallAt: wallNow(), speed: 1, until: null }) });
  const organisationId = await ensureOrganisation(server.db, 'County Council', 'council');
  const passwordHash = await hashPassword(PASSWORD);
  const accounts = new Map<string, { accountId: string; staffId: string }>();
  const receiving = new Map<string, string>();
  for (const name of new Set(cast.flatMap(({ receivingTeam }) => receivingTeam ?? []))) receiving.set(name, await server.receivingTeam(name));
  for (const { username, role, profession = null, receivingTeam = '' } of cast) {
    const account = await createAccount(server.db, { username, name: username, organisationId, profession, passwordHash, now: BEGAN, skills: usualSkills(profession) });
    await createGrant(server.db, { accountId: account.accountId, role, receivingTeamId: receiving.get(receivingTeam) ?? null, from: '2020-01-01T00:00:00.000Z', until: null });
    accounts.set(username, account);
  }
  const supervisor = await server.person('supervisor');
  const [problems, joined]: [string[], Joined[]] = [[], []];
  return {
    server, problems, supervisor, accounts,
    async join({ url = server.url, minutes = 12 * 60 } = {}) {
      const one = await joinNight({
        url, password: PASSWORD, from: BEGAN, endsAt: plusMinutes(BEGAN, minutes), people: [simulated(first), ...rest.map(simulated)], report: (problem) => { problems.push(problem); },
      });
      joined.push(one);
      return one;
    },
    async speed(to, time) {
      await supervisor.call(setSpeed, { speed: to });
      // Heard by all at one moment, a little later: the clock is watched until it runs as it was told to.
      await waitFor(`time runs at ${to}`, () => runsAt(time, to), TURNED_WITHIN_MS);
    },
    async stop() {
      for (const one of joined) await one.leave();
      await server.stop();
    },
  };
}

const simulated = ({ username }: Played) => ({ key: username, username });

const PROBE_MS = 40;

async function runsAt(time: Time, speed: number): Promise<boolean> {
  const [domain, wall] = [Date.parse(time.now()), performance.now()];
  await new Promise((resolve) => { setTimeout(resolve, PROBE_MS); });
  const measured = (Date.parse(time.now()) - domain) / (performance.now() - wall);
  return Math.abs(measured - speed) < Math.max(0.2, speed * 0.2);
}

/** What a presence sees, put as a fresh snapshot for the same account puts it. */
export function shownTo(presence: Presence) {
  const { incidents, duties, teams, handovers, positions } = presence.sight();
  return inOrder({ incident: incidents.filter(({ state }) => state === 'open'), duty: duties, team: teams, handover: handovers, positions: [...positions.values()] });
}

/** For a session of its own that is marked as simulated, too: a real person's would take the seat. */
export async function freshFor({ server, accounts }: Rehearsal, username: string) {
  const token = await openSession(server.db, accounts.get(username)?.accountId ?? '', { idleMinutes: 60, hours: 12 });
  await markSessionSimulated(server.db, digestToken(token));
  const { incident, duty, team, handover, positions } = await readSnapshot(server.url, `${COOKIE}=${token}`);
  return inOrder({ incident, duty, team, handover, positions });
}

/** Each kind by what it is told apart by: the order of a list is the screen's affair. */
const inOrder = (shown: Record<string, readonly object[]>): Record<string, object[]> =>
  Object.fromEntries(Object.entries(shown).map(([kind, things]) => [kind, things.toSorted((a, b) => keyOf(a).localeCompare(keyOf(b)))]));
const keyOf = (thing: object): string => String(Reflect.get(thing, 'id') ?? Reflect.get(thing, 'dutyId'));
