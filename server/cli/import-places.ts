// nightjar import places: the streets of a data.police.uk street file.
import type { Command } from 'commander';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { importPlaces, type PlacesReport } from '../exchange/import-places.ts';
import { progressLine } from './progress.ts';
import { count, say, withDatabase } from './with-database.ts';

export function addImportPlacesCommand(imports: Command): void {
  imports.command('places').description('street names with their points, from a street file of data.police.uk (CSV); all of it or nothing')
    .argument('<file>', 'as published: with rows that have no location, lie outside the county, or name nothing')
    .action((file: string, _options, command: Command) => withDatabase(command, async ({ db }) => {
      const { size } = await stat(file);
      const progress = progressLine('Places');
      const report = await db.transaction((manager) => importPlaces(manager, createReadStream(file), ({ bytesRead }) => progress(bytesRead, size)));
      progress(size, size);
      for (const line of linesOf(report)) say(line);
    }));
}

function linesOf({ rows, noName, repeated, places, byBoundaries }: PlacesReport): string[] {
  const refused: [number, string][] = [
    [rows.noLocation, 'without a location'], [rows.outside, 'outside every area'], [noName, 'without a name (“On or near” nothing)'], [rows.unreadable, 'that cannot be read'],
  ];
  return [
    `${count(rows.read)} rows read: ${count(rows.served)} in areas that are served, ${count(rows.notServed)} in areas that are not, ${count(rows.noLocation + rows.outside + rows.unreadable)} in none.`,
    'Refused:', ...refused.map(([n, why]) => `  ${count(n).padStart(7)} ${why}`),
    `${count(places.served + places.notServed)} places (${count(repeated)} rows repeat one of them): ${count(places.served)} served, ${count(places.notServed)} not served, found and marked as such.`,
    `${count(places.added)} added, ${count(places.changed)} changed, ${count(places.unchanged)} unchanged.`,
    ...(byBoundaries ? [] : ['No boundaries are imported, so each place has the district of the nearest named place. Import areas, then this file again.']),
  ];
}
