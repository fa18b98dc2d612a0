// nightjar import shifts: a roster from a CSV file, with a report line by line.
import type { Command } from 'commander';
import { readFile, writeFile } from 'node:fs/promises';
import { runCommand } from '../database/run-command.ts';
import { newId } from '../database/transaction.ts';
import { tellServers } from '../events/relay.ts';
import { NIGHTJAR } from '../identity/actor.ts';
import { csvOf } from '../reports/csv.ts';
import { bringIn } from '../rosters/bring-in.ts';
import { judgeRoster } from '../rosters/judge-roster.ts';
import { commandContextOf } from './by-command-line.ts';
import { count, say, withDatabase, type Deployment } from './with-database.ts';

interface Options { dryRun?: boolean; report?: string }

export function addImportShiftsCommand(imports: Command): void {
  imports.command('shifts').description('a roster (CSV): person, from, until, areas, break_from, break_until, despite; what stands already is left as it is')
    .argument('<file>', 'with the columns person, from and until and others; docs/operating.md lists them')
    .option('--dry-run', 'judge every line and write nothing but the report')
    .option('--report <file>', 'line, result and why (default: beside the file, as .report.csv)')
    .action(async (file: string, options: Options, command: Command) => {
      const { ROWS } = await import('../rooms.ts');
      await withDatabase(command, (deployment) => run(deployment, file, options), ROWS);
    });
}

async function run(deployment: Deployment, file: string, { dryRun = false, report = `${file}.report.csv` }: Options): Promise<void> {
  const [csv, context] = [await readFile(file, 'utf8'), await commandContextOf(deployment)];
  const judged = await judgeRoster(deployment.db, csv, context.clock.now());
  await writeFile(report, csvOf([['line', 'result', 'why'], ...judged.map(({ line, result, why }) => [line, result, why])]), { mode: 0o600 });
  const without = judged.filter(({ result }) => result === 'refused').map(({ line }) => line);
  if (!dryRun) {
    await runCommand(context, NIGHTJAR, { commandId: newId(), route: 'import shifts', input: null }, (tx) => bringIn(tx, csv, without));
    await tellServers(deployment.db);
  }
  const of = (wanted: string): string => count(judged.filter(({ result }) => result === wanted).length);
  say(`${count(judged.length)} lines${dryRun ? ', judged and not brought in' : ''}: ${of('taken')} taken, ${of('already there')} already there, ${of('refused')} refused. Each is in ${report}.`);
}
