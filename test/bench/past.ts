// Fills a ground in one go: with a county's past, or with a night that has come to a head.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Ground } from './stage.ts';

const fill = async (ground: Ground, file: string, incidents: number): Promise<void> => {
  await ground.sql((await readFile(join(import.meta.dirname, file), 'utf8')).replaceAll('$INCIDENTS', String(incidents)));
  await ground.sql('VACUUM ANALYZE');
};

export const fillPast = (ground: Ground, incidents: number): Promise<void> => fill(ground, 'past.sql', incidents);
export const fillOpenNight = (ground: Ground, incidents: number): Promise<void> => fill(ground, 'open-night.sql', incidents);
