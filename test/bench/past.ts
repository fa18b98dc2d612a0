// Fills a ground with a county's past, in one go.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Ground } from './stage.ts';

export async function fillPast(ground: Ground, incidents: number): Promise<void> {
  const sql = (await readFile(join(import.meta.dirname, 'past.sql'), 'utf8')).replaceAll('$INCIDENTS', String(incidents));
  await ground.sql(sql);
  await ground.sql('VACUUM ANALYZE');
}
