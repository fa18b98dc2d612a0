// Fills a ground in one go: with a county's past, or with a night that has come to a head.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { saveNameWords } from '../../server/subjects/name-word.store.ts';
import type { Ground } from './stage.ts';

const fill = async (ground: Ground, file: string, incidents: number): Promise<void> => {
  await ground.sql((await readFile(join(import.meta.dirname, file), 'utf8')).replaceAll('$INCIDENTS', String(incidents)));
  await ground.sql('VACUUM ANALYZE');
};

export async function fillPast(ground: Ground, incidents: number): Promise<void> {
  await fill(ground, 'past.sql', incidents);
  const words = await ground.sql<{ word: string }>("SELECT DISTINCT unnest(string_to_array(key, ' ')) AS word FROM person_name");
  // The ways of spelling a word are written in one place, the product's own.
  await saveNameWords({ query: async <T>(text: string, parameters?: unknown[]) => await ground.sql(text, parameters) as T }, words.map(({ word }) => word));
  await ground.sql('VACUUM ANALYZE name_word');
}
export const fillOpenNight = (ground: Ground, incidents: number): Promise<void> => fill(ground, 'open-night.sql', incidents);
