// Brings boundaries into the table of areas, and says of each whether it is served. A second run changes nothing.
import { DISTRICTS } from '../../shared/domain/district.ts';
import type { Queryable } from '../database/connect.ts';
import { readAreaFile, type RefusedFeature } from './area-file.ts';
import type { Area } from './area.store.ts';

export interface AreasReport {
  read: number;
  added: number;
  changed: number;
  unchanged: number;
  /** Of the areas in the file. */
  served: number;
  refused: RefusedFeature[];
}

/** `served` replaces the twelve districts as the codes of the areas that are served. */
export interface ImportAreasOptions { served?: readonly string[]; progress?: (done: number, total: number) => void }

const BY_DEFAULT: readonly string[] = DISTRICTS.map(({ code }) => code);

/**
 * For one transaction, which the caller opens: all of it or nothing. Areas that the file lacks stay as they are.
 * Throws a sentence for a file without a usable area, and for a served code that is not in the file.
 */
export async function importAreas(db: Queryable, geojson: unknown, options: ImportAreasOptions = {}): Promise<AreasReport> {
  const { areas, refused } = readAreaFile(geojson);
  if (areas.length === 0) throw new Error('The file holds no boundary that can be used, so nothing was imported.');
  const missing = (options.served ?? []).filter((code) => !areas.some((area) => area.code === code));
  if (missing.length > 0) throw new Error(`Not among the usable areas of the file: ${missing.join(', ')}. Nothing was imported.`);
  const served = new Set(options.served ?? BY_DEFAULT);
  const report: AreasReport = { read: areas.length + refused.length, added: 0, changed: 0, unchanged: 0, served: areas.filter(({ code }) => served.has(code)).length, refused };
  for (const [index, area] of areas.entries()) {
    report[await saveArea(db, { ...area, served: served.has(area.code) })] += 1;
    options.progress?.(index + 1, areas.length);
  }
  return report;
}

async function saveArea(db: Queryable, area: Area): Promise<'added' | 'changed' | 'unchanged'> {
  const [saved] = await db.query<{ added: boolean }[]>(
    `INSERT INTO area (code, name, served, geometry) VALUES ($1, $2, $3, $4)
     ON CONFLICT (code) DO UPDATE SET name = excluded.name, served = excluded.served, geometry = excluded.geometry
       WHERE (area.name, area.served, area.geometry) IS DISTINCT FROM (excluded.name, excluded.served, excluded.geometry)
     RETURNING xmax = 0 AS added`, // A row that was there before carries our transaction in xmax.
    [area.code, area.name, area.served, JSON.stringify(area.geometry)],
  );
  if (saved === undefined) return 'unchanged';
  return saved.added ? 'added' : 'changed';
}
