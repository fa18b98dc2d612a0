// A process of its own that holds an embedded Postgres, prints its address and waits to be killed.
import { startEmbeddedPostgres } from '../../server/database/embedded-postgres.ts';

const postgres = await startEmbeddedPostgres({ home: process.argv[2] ?? '' });
process.stdout.write(`${postgres.adminUrl}\n`);
process.stdin.resume();
