// Takes away the night that was played last, so that the next begins on nothing; and nothing else, whatever its name.
import type { Client } from 'pg';
import { urlFor } from './roles.ts';
import { codeOf } from './what-went-wrong.ts';
import { withClient } from './with-client.ts';

export const PLAYED_NIGHT = 'rehearsal';
const IN_USE = '55006';

/** Refuses a database that is live, and one that is still being played. */
export const dropPlayedNight = (adminUrl: string): Promise<void> => withClient(adminUrl, 'played night', async (admin) => {
  const { rowCount } = await admin.query('SELECT FROM pg_database WHERE datname = $1', [PLAYED_NIGHT]);
  if (!rowCount) return;
  await withClient(urlFor(adminUrl, { database: PLAYED_NIGHT }), 'played night', refuseLive);
  try {
    await admin.query(`DROP DATABASE ${PLAYED_NIGHT}`);
  } catch (error) {
    if (codeOf(error) !== IN_USE) throw error;
    throw new Error('A night is being played here already: stop it first, or give this one a NIGHTJAR_HOME of its own.', { cause: error });
  }
});

async function refuseLive(client: Client): Promise<void> {
  const { rows: [table] } = await client.query<{ there: boolean }>("SELECT to_regclass('public.deployment') IS NOT NULL AS there");
  if (table?.there !== true) return;
  const { rows: [row] } = await client.query<{ kind: string }>('SELECT kind FROM deployment');
  if (row?.kind === 'live') throw new Error('The database of the played night holds live data, so it is not dropped: give this night a NIGHTJAR_HOME of its own.');
}
