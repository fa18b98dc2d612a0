// nightjar restore: an archive into an empty database, with its log checked before anything stands.
import type { Command } from 'commander';
import type { ClientBase } from 'pg';
import { refuseOtherKind } from '../clock/deployment.ts';
import type { Queryable } from '../database/connect.ts';
import { existingLogKeys } from '../events/keys.ts';
import { restore } from '../database/restore.ts';
import { readCheckpoints } from '../events/checkpoint.ts';
import { verifyLog, type Verdict } from '../events/verify.ts';
import { checkpointFiles, findingLine } from './audit-verify.ts';
import { count, kindOf, say, withOwner } from './with-database.ts';

export function addRestoreCommand(program: Command): void {
  program.command('restore').description('load a backup into an empty database; all of it and verified, or nothing')
    .argument('<file>', 'what “nightjar backup” wrote')
    .addHelpText('after', `
Into a new embedded database: set NIGHTJAR_HOME to a new folder, put the log-key and checkpoints.jsonl that were kept apart
into its folder “live”, then restore, then “nightjar migrate”.`)
    .action((file: string, _options, command: Command) => withOwner(command, async ({ config, migrateDatabaseUrl, home }) => {
      const keys = await existingLogKeys(config, home);
      const checkpoints = (await Promise.all(checkpointFiles(config, home).map(readCheckpoints))).flat();
      let events = 0;
      const deployment = kindOf(config);
      const verify = async (client: ClientBase): Promise<void> => {
        // What the rows say counts: an older archive says it nowhere else.
        await refuseOtherKind(within(client), deployment);
        const verdict = await verifyLog(within(client), keys, checkpoints);
        refuseUnlessIntact(verdict);
        events = verdict.events;
      };
      const { tables, createdAt, productVersion } = await restore(migrateDatabaseUrl, file, { verify, deployment });
      say(`Restored ${count(tables.reduce((sum, { rows }) => sum + rows, 0))} rows of ${tables.length} tables, as they stood at ${createdAt} (Nightjar ${productVersion}).`);
      say(`The log is whole: ${count(events)} lines, ${count(checkpoints.length)} checkpoints.`);
    }));
}

function refuseUnlessIntact({ findings }: Verdict): void {
  if (findings.length === 0) return;
  const shown = findings.slice(0, 5).map(findingLine).join('\n');
  throw new Error(`Its log does not pass the check, ${findings.length} findings:\n${shown}
Where the log ends before a checkpoint, the archive is older than the checkpoints: what came after it is lost. If that is
known, move the checkpoint file aside (and keep it: it proves what there was), and restore again.`);
}

/** The connection of the restore, asked as the log's readers ask: the rows' type is the asker's word, here as in the pool. */
const within = (client: ClientBase): Queryable => ({ query: async <T>(sql: string, parameters?: unknown[]) => (await client.query(sql, parameters)).rows as T });
