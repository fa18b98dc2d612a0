// nightjar user grant: one more role for an account, from now until a moment or for good.
import { Option, type Command } from 'commander';
import { accountNamed, byCommandLine } from './by-command-line.ts';
import { grantByOptions, withGrantOptions } from './grant-options.ts';
import { say, withDatabase } from './with-database.ts';

export function addUserGrantCommand(user: Command): void {
  withGrantOptions(user.command('grant').description('grant a role, from now until a moment or for good').argument('<username>'), new Option('--role <role>', 'what they may do').makeOptionMandatory())
    .action((username: string, options: { role: string; until?: string }, command: Command) => withDatabase(command, async (deployment) => {
      const accountId = await accountNamed(deployment.db, username);
      await byCommandLine(deployment, 'user grant', (tx, commandId) => grantByOptions(tx, commandId, accountId, options));
      say(`${username} is ${options.role} ${options.until === undefined ? 'for good' : `until ${options.until}`}.`);
    }));
}
