// nightjar import areas: boundaries from a GeoJSON file.
import type { Command } from 'commander';
import { readFile } from 'node:fs/promises';
import { importAreas, type AreasReport } from '../exchange/import-areas.ts';
import { progressLine } from './progress.ts';
import { count, say, withDatabase } from './with-database.ts';

export function addImportAreasCommand(imports: Command): void {
  imports.command('areas').description('boundaries of districts: GeoJSON, WGS84, properties code and name; all of it or nothing')
    .argument('<file>', 'a FeatureCollection of Polygons and MultiPolygons')
    .option('--served <codes>', 'the codes that are served, with commas (default: the twelve districts)', (codes) => codes.split(',').map((code) => code.trim()).filter((code) => code !== ''))
    .action((file: string, options: { served?: string[] }, command: Command) => withDatabase(command, async ({ db }) => {
      const geojson = parseJson(await readFile(file, 'utf8'), file);
      const progress = progressLine('Areas');
      const report = await db.transaction((manager) => importAreas(manager, geojson, { ...options, progress }));
      for (const line of linesOf(report)) say(line);
    }));
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text.replace(/^\u{FEFF}/u, ''));
  } catch (cause) {
    throw new Error(`${file} is not JSON.`, { cause });
  }
}

function linesOf({ read, added, changed, unchanged, served, refused }: AreasReport): string[] {
  const byReason = Map.groupBy(refused, ({ reason }) => reason);
  return [
    `${count(read)} areas read, ${count(served)} of them served.`,
    `${count(added)} added, ${count(changed)} changed, ${count(unchanged)} unchanged, ${count(refused.length)} refused.`,
    ...[...byReason].map(([reason, features]) => `  ${count(features.length)} refused, it ${reason}: ${features.map(({ feature }) => feature).join(', ')}`),
    ...(added + changed > 0 ? ['Places that were imported before keep their districts: import them again to follow these boundaries.'] : []),
  ];
}
