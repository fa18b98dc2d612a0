// nightjar audit verify: walks the log and its checkpoints, prints each finding, and fails where there is one.
import type { Command } from 'commander';
import { existingLogKeys } from '../events/keys.ts';
import { join } from 'node:path';
import type { Config } from '../config.ts';
import { readCheckpoints } from '../events/checkpoint.ts';
import { verifyLog, type Finding } from '../events/verify.ts';
import { count, say, withDatabase } from './with-database.ts';

export const checkpointFiles = (config: Config, home: string, given?: readonly string[]): readonly string[] =>
  given ?? [config.CHECKPOINT_FILE ?? join(home, 'checkpoints.jsonl')];

export const findingLine = ({ seq, problem }: Finding): string => `  line ${seq}: ${problem}`;

export function addAuditCommands(audit: Command): void {
  audit.command('verify').description('check the whole log: no line edited, none missing, no stretch rewritten, no text altered')
    .option('--checkpoints <files...>', 'the files of signed checkpoints (default: CHECKPOINT_FILE, or that of this deployment)')
    .action((options: { checkpoints?: string[] }, command: Command) => withDatabase(command, async ({ config, home, db }) => {
      const keys = await existingLogKeys(config, home);
      const checkpoints = (await Promise.all(checkpointFiles(config, home, options.checkpoints).map(readCheckpoints))).flat();
      const verdict = await verifyLog(db, keys, checkpoints);
      say(`${count(verdict.events)} lines, ${count(verdict.statements)} texts and ${count(verdict.checkpoints)} checkpoints checked.`);
      if (checkpoints.length === 0) say('No checkpoint was found: a log that was rewritten as a whole would not show.');
      if (verdict.findings.length === 0) return say('The log is whole.');
      for (const finding of verdict.findings) say(findingLine(finding));
      throw new Error(`The log is not whole: ${count(verdict.findings.length)} ${verdict.findings.length === 1 ? 'finding' : 'findings'}.`);
    }));
}
