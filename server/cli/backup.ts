// nightjar backup: the whole database, as it stands at one instant, into one file.
import type { Command } from 'commander';
import { join } from 'node:path';
import { backup } from '../database/backup.ts';
import { PRODUCT_VERSION } from '../version.ts';
import { count, say, withOwner } from './with-database.ts';

export function addBackupCommand(program: Command): void {
  program.command('backup').description('write the whole database into one file, while the service runs on; only its owner can read the file')
    .argument('<file>', 'replaced if it is there already, once the new one is complete')
    .action((file: string, _options, command: Command) => withOwner(command, async ({ config, migrateDatabaseUrl, home }) => {
      const { tables, deployment } = await backup(migrateDatabaseUrl, file, { createdAt: new Date(), productVersion: PRODUCT_VERSION });
      say(`${file} holds ${count(tables.reduce((sum, { rows }) => sum + rows, 0))} rows of ${tables.length} tables${deployment === 'rehearsal' ? ', all of a rehearsal: it can be restored as one alone' : ''}.`);
      const apart = [...(config.LOG_KEY === undefined ? [join(home, 'log-key')] : ['the setting LOG_KEY']), config.CHECKPOINT_FILE ?? join(home, 'checkpoints.jsonl')];
      say(`Keep apart from it, for a restore needs both: ${apart.join(' and ')}.`);
    }));
}
