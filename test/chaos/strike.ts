// Carries out one fault of the plan, and says what it did.
import { withClient } from '../../server/database/with-client.ts';
import type { ChaosCluster, Database } from './cluster.ts';
import type { GuardedServer } from './guarded-server.ts';
import type { Fault } from './history.ts';
import type { Planned, ServerName } from './schedule.ts';

export type Servers = Record<ServerName, GuardedServer>;
export interface Battlefield { servers: Servers; cluster: ChaosCluster; database: Database; faults: Fault[] }
export type Blow = Exclude<Planned, { kind: 'leave' }>;

export async function strike(field: Battlefield, blow: Blow): Promise<void> {
  const { servers, cluster, database, faults } = field;
  const note = (where: string, ms = 0): void => { faults.push({ at: Date.now(), kind: blow.kind, where, ms }); };
  switch (blow.kind) {
    case 'kill-server':
      note(blow.server);
      return servers[blow.server].kill();
    case 'kill-database':
      note('postgres');
      await cluster.kill();
      return cluster.start();
    case 'kill-backend':
      if (await cluster.killBackend(database.name).catch(() => false)) note('postgres');
      return;
    case 'kill-relay': {
      note(blow.server);
      return withClient(database.adminUrl, 'chaos', async (admin) => {
        await admin.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND application_name = 'nightjar relay'", [database.name]);
      }).catch(() => undefined);
    }
    // The relay's line is the one that was opened last but for the pool's: all the lines of that server go, and come back.
    case 'cut-relay':
      note(blow.server, servers[blow.server].data.reset());
      return;
    case 'delay': {
      note(`${blow.place} of ${blow.server}`, blow.ms);
      const proxy = servers[blow.server][blow.place];
      proxy.delay(blow.ms);
      setTimeout(() => proxy.delay(0), blow.forMs).unref();
      return;
    }
    case 'stall':
      note(`${blow.place} of ${blow.server}`, blow.forMs);
      return servers[blow.server][blow.place].stall(blow.forMs);
    case 'reset':
      note(`${blow.place} of ${blow.server}`, servers[blow.server][blow.place].reset(shareOf(blow.share)));
      return;
    case 'half-open':
      note(`${blow.place} of ${blow.server}, the ${blow.told} told`, servers[blow.server][blow.place].halfOpen(blow.told, shareOf(blow.share)));
      return;
    case 'cut-after-commit':
      note(`${blow.place} of ${blow.server}`);
      return servers[blow.server][blow.place].cutAfterCommit();
  }
}

/** Which of the connections, by their order: the same each time. */
const shareOf = (share: number) => (index: number): boolean => (index * 0.618_034) % 1 < share;
