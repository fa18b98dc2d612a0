// nightjar migrate: brings the database to the schema of this build.
import type { Command } from 'commander';
import { migrate } from '../database/migrate.ts';
import { say, withOwner } from './with-database.ts';

export function addMigrateCommand(program: Command): void {
  program.command('migrate').description('bring the database to the schema of this build; safe to run at any time, and twice').action((_options, command: Command) =>
    withOwner(command, async ({ migrateDatabaseUrl }) => {
      const run = await migrate(migrateDatabaseUrl);
      say(run.length === 0 ? 'The schema is up to date: nothing to do.' : `Done: ${run.join(', ')}.`);
    }));
}
