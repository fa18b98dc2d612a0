// Brings the named points of a street file into the gazetteer, each with the district it lies in. A second run changes nothing.
import type { Readable } from 'node:stream';
import type { Queryable } from '../database/connect.ts';
import { readAreas } from './area.store.ts';
import { districtFinder, type DistrictFinder, type FoundDistrict } from './district-finder.ts';
import { savePlaces, type GazetteerPlace } from './place.store.ts';
import { readStreetFile, type StreetPoint, type StreetRow } from './street-file.ts';

/** Every row is counted once under `rows`: `served` and `notServed` lie inside an area, the others are refused. */
export interface PlacesReport {
  rows: { read: number; unreadable: number; noLocation: number; outside: number; notServed: number; served: number };
  /** Of the rows inside an area: refused because they name nothing, and those whose place an earlier row had named. */
  noName: number;
  repeated: number;
  /** Places that are not served can be found and are marked so; they are never offered first. */
  places: { served: number; notServed: number; added: number; changed: number; unchanged: number };
  /** False: no boundaries are imported, so districts are those of the nearest named place. */
  byBoundaries: boolean;
}

export interface PlacesProgress { rows: number; bytesRead: number }

const SOURCE = 'street-file';
const BATCH = 500;

const emptyReport = (byBoundaries: boolean): PlacesReport => ({
  rows: { read: 0, unreadable: 0, noLocation: 0, outside: 0, notServed: 0, served: 0 }, noName: 0, repeated: 0,
  places: { served: 0, notServed: 0, added: 0, changed: 0, unchanged: 0 }, byBoundaries,
});

/** For one transaction, which the caller opens: all of the file or nothing. Places that the file lacks stay. */
export async function importPlaces(db: Queryable, file: Readable, progress: (done: PlacesProgress) => void = () => undefined): Promise<PlacesReport> {
  const areas = await readAreas(db);
  const report = emptyReport(areas.length > 0);
  const take = placeTaker(districtFinder(areas), report);
  let batch: GazetteerPlace[] = [];
  const saveBatch = async (): Promise<void> => {
    const saved = await savePlaces(db, batch);
    for (const how of ['added', 'changed', 'unchanged'] as const) report.places[how] += saved[how];
    batch = [];
  };
  await readStreetFile(file, async ({ row, bytesRead }) => {
    const place = take(row);
    if (place !== null) batch.push(place);
    if (batch.length === BATCH) await saveBatch();
    if (report.rows.read % BATCH === 0) progress({ rows: report.rows.read, bytesRead });
  });
  await saveBatch();
  return report;
}

/** Counts each row, and answers the place that it is the first to name. */
function placeTaker(findDistrict: DistrictFinder, report: PlacesReport): (row: StreetRow) => GazetteerPlace | null {
  const seen = new Set<string>();
  return (row) => {
    const district = typeof row === 'string' ? null : findDistrict(row);
    report.rows.read += 1;
    if (typeof row === 'string' || district === null) {
      report.rows[typeof row === 'string' ? row : 'outside'] += 1;
      return null;
    }
    report.rows[standing(district)] += 1;
    const sourceKey = keyOf(row);
    if (row.name === '' || seen.has(sourceKey)) {
      report[row.name === '' ? 'noName' : 'repeated'] += 1;
      return null;
    }
    seen.add(sourceKey);
    report.places[standing(district)] += 1;
    return { ...row, district: district.name, districtCode: district.code, served: district.served, source: SOURCE, sourceKey };
  };
}

const standing = ({ served }: FoundDistrict): 'served' | 'notServed' => (served ? 'served' : 'notServed');

/** The file gives no key of its own: a place is its name at its point, to about 10 cm. */
const keyOf = ({ name, lat, lon }: StreetPoint): string => `${name}@${lat.toFixed(6)},${lon.toFixed(6)}`;
