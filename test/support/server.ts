// A real server over a database of its own, and people signed in to it: what the server tests stand on.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { io, type Socket } from 'socket.io-client';
import { wallNow, type Clock } from '../../server/clock/clock.ts';
import { openDeployment, type Plan } from '../../server/clock/deployment.ts';
import { readConfig, type Config } from '../../server/config.ts';
import { connect } from '../../server/database/connect.ts';
import { newId } from '../../server/database/transaction.ts';
import { openLogKeys, type LogKeys } from '../../server/events/keys.ts';
import { ensureBuiltInPlaces } from '../../server/exchange/place.store.ts';
import { makeLogger } from '../../server/http/request-log.ts';
import { createAccount, createGrant, ensureOrganisation } from '../../server/identity/account.store.ts';
import { COOKIE, openSession } from '../../server/identity/session.store.ts';
import { ensurePolicy } from '../../server/incidents/policy.store.ts';
import { ROWS } from '../../server/rooms.ts';
import { serve, type Serving } from '../../server/serve.ts';
import type { Profession } from '../../shared/domain/activity.ts';
import { plusMinutes, type Instant } from '../../shared/domain/instant.ts';
import type { RefusalCode } from '../../shared/domain/refusal.ts';
import type { Role } from '../../shared/domain/visibility.ts';
import type { ClientToServer, ServerToClient } from '../../shared/protocol/live.ts';
import type { CallOf, OutOf, Route } from '../../shared/protocol/route.ts';
import { addressOf } from './address.ts';
import { createTestDatabase } from './postgres.ts';
import { usualSkills } from '../../server/rehearsal/usual-skills.ts';

export type Db = Awaited<ReturnType<typeof connect>>;
export interface Answer { status: number; body: unknown }
export class Refusal extends Error {
  constructor(readonly status: number, readonly code: RefusalCode | undefined, readonly detail: string) { super(`${status} ${code ?? ''}: ${detail}`); }
}

export interface TestServer {
  url: string; db: Db; config: Config; keys: LogKeys; home: string; databaseUrl: string; migrateDatabaseUrl: string;
  person(role: Role | readonly Role[], options?: PersonOptions): Promise<Person>;
  receivingTeam(name: string, kind?: 'edt-desk' | 'day-team'): Promise<string>;
  /** The lines that the server logged, as text. */
  logged(): string;
  /** `meanwhile` happens while nobody serves. */
  restart(meanwhile?: () => Promise<void>): Promise<void>;
  stop(): Promise<void>;
}
export interface PersonOptions { name?: string; profession?: Profession; organisation?: string; receivingTeamId?: string }

/** `rehearsal`: on a clock of its own that starts there, as a boot opens it. */
export async function startTestServer(options: { clock?: Clock; rehearsal?: Plan & { from: Instant }; settings?: Record<string, string> } = {}): Promise<TestServer> {
  const database = await createTestDatabase();
  const home = await mkdtemp(join(tmpdir(), 'nightjar-test-'));
  const config = readConfig({ PORT: '0', ...options.settings }, false);
  const keys = await openLogKeys(home, undefined);
  const db = await connect(database.databaseUrl, ROWS, { poolSize: 5 });
  const { rehearsal } = options;
  const opened = rehearsal === undefined ? await openDeployment(db, options.clock?.kind ?? 'live', options.clock?.now() ?? wallNow()) : await openDeployment(db, 'rehearsal', rehearsal.from, rehearsal);
  const clock = options.clock ?? opened;
  await ensurePolicy(db);
  await ensureBuiltInPlaces(db);
  const lines: string[] = [];
  const log = makeLogger('trace', { write: (line: string) => { lines.push(line); } });
  const start = (): Promise<Serving> => serve({ config, databaseUrl: database.databaseUrl, home, clock, keys, log });
  let serving = await start();
  const sockets = new Set<Socket>();
  const server: TestServer = {
    get url() { return serving.url.replace('[::1]', '127.0.0.1'); }, db, config, keys, home, databaseUrl: database.databaseUrl, migrateDatabaseUrl: database.migrateDatabaseUrl,
    person: (role, personOptions = {}) => signedIn(server, sockets, typeof role === 'string' ? [role] : role, personOptions),
    async receivingTeam(name, kind = 'day-team') {
      const id = newId();
      await db.query('INSERT INTO receiving_team (id, organisation_id, name, kind, starts_at) VALUES ($1, $2, $3, $4, $5)', [id, await ensureOrganisation(db, 'County Council', 'council'), name, kind, '09:00']);
      return id;
    },
    logged: () => lines.join(''),
    async restart(meanwhile) { await serving.stop(); await meanwhile?.(); serving = await start(); },
    async stop() {
      for (const socket of sockets) socket.disconnect();
      await serving.stop();
      await db.destroy();
      await database.drop();
      await rm(home, { recursive: true, force: true });
    },
  };
  return server;
}

export interface Person {
  staffId: string; accountId: string; name: string; username: string; cookie: string;
  /** Sends with a command id of its own where the route wants one and none is given. */
  call<R extends Route>(route: R, input: Omit<CallOf<R>, 'commandId'> & { commandId?: string }): Promise<OutOf<R>>;
  refused<R extends Route>(route: R, input: Omit<CallOf<R>, 'commandId'> & { commandId?: string }): Promise<RefusalCode | undefined>;
  raw(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  socket(headers?: Record<string, string>): Promise<Socket<ServerToClient, ClientToServer>>;
}

let made = 0;

async function signedIn(server: TestServer, sockets: Set<Socket>, roles: readonly Role[], options: PersonOptions): Promise<Person> {
  made += 1;
  const name = options.name ?? `${roles.join(' and ')} ${made}`;
  const username = `person${made}`;
  const organisationId = await ensureOrganisation(server.db, options.organisation ?? 'County Council', options.organisation === 'County Police' ? 'police' : 'council');
  const { accountId, staffId } = await createAccount(server.db, { username, name, organisationId, profession: options.profession ?? null, passwordHash: null, now: wallNow(), skills: usualSkills(options.profession ?? null) });
  for (const role of roles) {
    await createGrant(server.db, { accountId, role, receivingTeamId: role === 'receiving-team' ? options.receivingTeamId ?? null : null, from: plusMinutes('2020-01-01T00:00:00.000Z', 0), until: null });
  }
  const token = await openSession(server.db, accountId, { idleMinutes: 60, hours: 12 });
  const cookie = `${COOKIE}=${token}`;
  const raw: Person['raw'] = async (method, path, body, headers = {}) => {
    const response = await fetch(`${server.url}${path}`, {
      method, headers: { cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = /[/+]json/.test(response.headers.get('content-type') ?? '');
    return { status: response.status, body: text === '' ? null : isJson ? JSON.parse(text) : text };
  };
  return {
    staffId, accountId, name, username, cookie, raw,
    async call(route, input) {
      const answer = await raw(route.method, ...addressOf(route, input));
      if (answer.status !== 200) throw refusalOf(answer);
      return answer.body as never;
    },
    async refused(route, input) {
      const answer = await raw(route.method, ...addressOf(route, input));
      if (answer.status === 200) throw new Error(`${route.method} ${route.path} was not refused`);
      return refusalOf(answer).code;
    },
    async socket(headers = {}) {
      const socket: Socket<ServerToClient, ClientToServer> = io(server.url, { transports: ['websocket'], extraHeaders: { cookie, origin: server.url, ...headers }, reconnection: false, forceNew: true });
      sockets.add(socket as never);
      await new Promise<void>((resolve, reject) => { socket.once('connect', resolve); socket.once('connect_error', reject); });
      return socket;
    },
  };
}

function refusalOf({ status, body }: Answer): Refusal {
  const problem = typeof body === 'object' && body !== null ? body : {};
  return new Refusal(status, Reflect.get(problem, 'code') as RefusalCode | undefined, String(Reflect.get(problem, 'detail')));
}
