// nightjar import calls: the calls of another system, past or open, from a CSV file, with a report line by line.
import { Option, type Command } from 'commander';
import { createReadStream, createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { once } from 'node:events';
import { findSystemNamed } from '../identity/systems.store.ts';
import { importCalls, RESULTS, type LineResult } from '../outside/import-calls.ts';
import { csvOf } from '../reports/csv.ts';
import { commandContextOf } from './by-command-line.ts';
import { progressLine } from './progress.ts';
import { count, say, withDatabase, type Deployment } from './with-database.ts';

interface Options { from: string; as: 'past' | 'open'; dryRun?: boolean; report?: string }

export function addImportCallsCommand(imports: Command): void {
  imports.command('calls').description('calls of another system (CSV), each once by its reference; begun again, it goes on where it was')
    .argument('<file>', 'with the columns reference, reported_at, summary and others; docs/operating.md lists them')
    .requiredOption('--from <system>', 'the system they come from, as an administrator has named it')
    .addOption(new Option('--as <kind>', 'past: closed, for look-ups alone; open: raised as work for tonight').choices(['past', 'open']).makeOptionMandatory())
    .option('--dry-run', 'judge every line and write nothing but the report')
    .option('--report <file>', 'line, result and why, without what the lines say (default: beside the file, as .report.csv)')
    .action(async (file: string, options: Options, command: Command) => {
      const { ROWS } = await import('../rooms.ts');
      await withDatabase(command, (deployment) => run(deployment, file, options), ROWS);
    });
}

async function run(deployment: Deployment, file: string, { from, as, dryRun = false, report: reportFile = `${file}.report.csv` }: Options): Promise<void> {
  const system = await findSystemNamed(deployment.db, from);
  if (system === null) throw new Error(`There is no system ${from}: an administrator adds it first, under Accounts, Systems.`);
  const { size } = await stat(file);
  const [context, progress, report, counts] = [await commandContextOf(deployment), progressLine('Calls'), createWriteStream(reportFile, { mode: 0o600 }), new Map<string, number>()];
  const write = async (lines: string): Promise<void> => { if (!report.write(lines)) await once(report, 'drain'); };
  try {
    await write(csvOf([['line', 'result', 'why']]));
    await importCalls({ context, system, as, dryRun, async onResults(results, bytesRead) {
      for (const { result } of results) counts.set(result, (counts.get(result) ?? 0) + 1);
      await write(csvOf(results.map(cells)));
      progress(bytesRead, size);
    } }, createReadStream(file));
    progress(size, size);
  } finally {
    report.end();
    await once(report, 'close');
    const all = [...counts.values()].reduce((sum, n) => sum + n, 0);
    say(`${count(all)} lines${dryRun ? ', judged and not brought in' : ''}: ${RESULTS.map((result) => `${count(counts.get(result) ?? 0)} ${result}`).join(', ')}. Each is in ${reportFile}.`);
  }
}

const cells = ({ line, result, why }: LineResult): [number, string, string] => [line, result, why];
