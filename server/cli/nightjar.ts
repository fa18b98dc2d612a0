// The `nightjar` command: what is done to a deployment from outside its screens.
import { program } from 'commander';
import { PRODUCT_VERSION } from '../version.ts';
import { addAuditCommands } from './audit-verify.ts';
import { addBackupCommand } from './backup.ts';
import { addImportAreasCommand } from './import-areas.ts';
import { addImportCallsCommand } from './import-calls.ts';
import { addImportPlacesCommand } from './import-places.ts';
import { addImportShiftsCommand } from './import-shifts.ts';
import { addMigrateCommand } from './migrate.ts';
import { addPlanBenchmarkCommand } from './plan-benchmark.ts';
import { addRehearseCommand } from './rehearse.ts';
import { addRestoreCommand } from './restore.ts';
import { sentenceOf } from './sentence-of.ts';
import { addUserAddCommand } from './user-add.ts';
import { addUserChangeCommands } from './user-change.ts';
import { addUserGrantCommand } from './user-grant.ts';
import { addUserListCommand } from './user-list.ts';

program
  .name('nightjar')
  .description('Out-of-hours early response dispatch: what is done to a deployment from outside its screens.')
  .version(PRODUCT_VERSION)
  .option('--demo', 'the demo’s database instead of the live one')
  .option('--rehearsal', 'the database of the night that was played last, instead of the live one')
  .showHelpAfterError('(“nightjar --help” lists the commands, “nightjar COMMAND --help” the options of one)')
  .addHelpText('after', `
Which database: DATABASE_URL, with MIGRATE_DATABASE_URL for migrate, backup and restore. Without them, the embedded one
under NIGHTJAR_HOME (default .nightjar), which is started where no server of ours runs it already.`);

addMigrateCommand(program);
const user = program.command('user').description('accounts and what they may do; each change is on the log');
addUserAddCommand(user);
addUserGrantCommand(user);
addUserChangeCommands(user);
addUserListCommand(user);
addAuditCommands(program.command('audit').description('the log'));
addBackupCommand(program);
addRestoreCommand(program);
const imports = program.command('import').description('boundaries and places');
addImportAreasCommand(imports);
addImportPlacesCommand(imports);
addImportCallsCommand(imports);
addImportShiftsCommand(imports);
addRehearseCommand(program);
addPlanBenchmarkCommand(program.command('plan').description('planning booked visits'));

try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`${sentenceOf(error)}\n`);
  process.exitCode = 1;
}
