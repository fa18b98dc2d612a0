// Reads a street file of data.police.uk as it really comes: each row as a named point, or the reason why it is none.
import { isUtf8 } from 'node:buffer';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';
import { z } from 'zod';
import { Lat, Line, Lon } from '../../shared/protocol/fields.ts';

/** `name` is empty where the file names nothing. */
export interface StreetPoint { name: string; lat: number; lon: number }
export type StreetRow = StreetPoint | 'unreadable' | 'noLocation';
export interface StreetRowRead { row: StreetRow; bytesRead: number }

/** A quote that is never closed would otherwise swallow the rest of the file into memory. */
const LONGEST_ROW_BYTES = 64 * 1024;

const WINDOWS_1252 = new TextDecoder('windows-1252');
/** Field by field: files that were edited by hand mix encodings. Trimming takes the byte order mark away too. */
const textOf = (field: Buffer): string => (isUtf8(field) ? field.toString('utf8') : WINDOWS_1252.decode(field)).trim();

/** Hands on each row below the headings, in order. Throws a sentence where the whole is not such a file. */
export async function readStreetFile(file: Readable, onRow: (read: StreetRowRead) => Promise<void>): Promise<void> {
  const parser = parse({ encoding: null, record_delimiter: ['\r\n', '\n'], relax_column_count: true, relax_quotes: true, skip_empty_lines: true, max_record_size: LONGEST_ROW_BYTES });
  let toRow: ((fields: readonly Buffer[]) => StreetRow) | null = null;
  try {
    await pipeline(file, parser, async (records: AsyncIterable<Buffer[]>) => {
      for await (const fields of records) {
        if (toRow === null) toRow = rowReader(fields);
        else await onRow({ row: toRow(fields), bytesRead: parser.info.bytes });
      }
    });
  } catch (error) {
    if (error instanceof CsvError) throw new Error(`The file is not CSV throughout (${error.message}), so nothing was imported.`, { cause: error });
    throw error;
  }
  if (toRow === null) throw new Error('The file is empty.');
}

function rowReader(headings: readonly Buffer[]): (fields: readonly Buffer[]) => StreetRow {
  const names = headings.map((heading) => textOf(heading).toLowerCase());
  const [lon, lat, location] = ['longitude', 'latitude', 'location'].map((name) => names.indexOf(name));
  if (lon === undefined || lat === undefined || location === undefined || [lon, lat, location].includes(-1)) {
    throw new Error('This is not a street file of data.police.uk: its first line must name the columns Longitude, Latitude and Location.');
  }
  return (fields) => {
    // A row cut short may be cut in the middle of a name.
    if (fields.length !== names.length) return 'unreadable';
    const [lonText = '', latText = '', locationText = ''] = [lon, lat, location].map((column) => textOf(fields[column] ?? Buffer.alloc(0)));
    if (lonText === '' && latText === '') return 'noLocation';
    return StreetPointText.safeParse({ name: nameIn(locationText), lat: latText, lon: lonText }).data ?? 'unreadable';
  };
}

const decimal = z.string().regex(/^[+-]?\d+(\.\d+)?$/).transform(Number);
const StreetPointText = z.object({ name: z.literal('').or(Line), lat: decimal.pipe(Lat), lon: decimal.pipe(Lon) });

/** “On or near High Street” is High Street; “On or near” alone, and “No Location”, name nothing. The files write “George'S”. */
const nameIn = (location: string): string =>
  location.replace(/^(?:on or near\b|no location$)/i, '').normalize('NFC').replaceAll(/\s+/g, ' ').replaceAll(/(['’])S\b/g, '$1s').trim();
