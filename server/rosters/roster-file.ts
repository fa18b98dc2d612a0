// Reads a roster from a CSV file: each row as a shift, or the reasons why it is none. Nothing is left aside unseen.
import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';
import { districtName, DISTRICTS } from '../../shared/domain/district.ts';
import type { PlannedShift } from '../../shared/domain/shift-pattern.ts';
import { readWallTime } from '../../shared/domain/wall-time.ts';
import { Refused } from '../database/transaction.ts';

/** Person: their user name, or their name as it stands here. Moments by London's wall, or with an offset. Areas by name or code, with `;` between. */
export const COLUMNS = ['person', 'from', 'until', 'areas', 'break_from', 'break_until', 'despite'] as const;
type Column = (typeof COLUMNS)[number];
const NEEDED: readonly Column[] = ['person', 'from', 'until'];
const LONGEST_REASON = 2000;

export interface FileShift { person: string; planned: PlannedShift; districtCodes: string[]; despite: string | null }
export interface FileLine { line: number; row: FileShift | { problems: string[] } }

const Records = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.int() }) }));
const unread = (problem: string): Refused => new Refused('roster-file-unread', { problem });
const isColumn = (name: string): name is Column => COLUMNS.some((column) => column === name);

export function readRosterFile(csv: string): FileLine[] {
  const records = recordsOf(csv);
  const [headings, ...rows] = records;
  if (headings === undefined) throw unread('it is empty');
  const names = headings.cells.map((heading) => heading.trim().toLowerCase().replaceAll(/[\s-]+/g, '_'));
  // Named by their place: what stands in a file is not repeated.
  const unknown = names.flatMap((name, index) => (isColumn(name) ? [] : [index + 1]));
  if (unknown.length > 0) throw unread(`of its first line, ${unknown.length === 1 ? 'column' : 'columns'} ${unknown.slice(0, 10).join(', ')} ${unknown.length === 1 ? 'is' : 'are'} not known. It may name ${COLUMNS.join(', ')}`);
  const missing = NEEDED.filter((name) => !names.includes(name));
  if (missing.length > 0) throw unread(`its first line lacks the columns ${missing.join(', ')}`);
  if (new Set(names).size !== names.length) throw unread('its first line names a column twice');
  return rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== '')).map(({ line, cells }) => ({
    line, row: cells.length === names.length ? shiftIn(new Map(names.map((name, index) => [name, (cells[index] ?? '').trim()]))) : { problems: [`has ${cells.length} fields instead of ${names.length}`] },
  }));
}

function recordsOf(csv: string): { line: number; cells: string[] }[] {
  try {
    return Records.parse(parse(csv, { bom: true, info: true, relax_column_count: true, skip_empty_lines: true })).map(({ record, info }) => ({ line: info.lines, cells: record }));
  } catch (error) {
    if (error instanceof CsvError) throw unread('a quote in it is never closed, or it is no CSV');
    throw error;
  }
}

function shiftIn(cells: ReadonlyMap<string, string>): FileLine['row'] {
  const of = (name: Column): string => cells.get(name) ?? '';
  const problems: string[] = [];
  const moment = (name: Column): string => {
    const read = readWallTime(of(name));
    if (read === null) problems.push(`${name}: write it as 2026-11-20 20:00 or 20/11/2026 20:00`);
    return read?.at ?? '';
  };
  const [from, until] = [moment('from'), moment('until')];
  const paused = of('break_from') !== '' || of('break_until') !== '';
  const pause = paused ? { from: moment('break_from'), until: moment('break_until') } : null;
  if (pause !== null && problems.length === 0 && !(pause.from >= from && pause.from < pause.until && pause.until <= until)) problems.push('break_from, break_until: are not within the shift');
  const areas = of('areas').split(';').map((area) => area.trim()).filter((area) => area !== '');
  const codes = areas.map((area) => DISTRICTS.find(({ code }) => code === area.toUpperCase() || districtName(code).toLowerCase() === area.toLowerCase())?.code);
  if (codes.includes(undefined)) problems.push('areas: are districts by name or code, with ; between');
  if (of('person') === '') problems.push('person: is empty');
  if (of('despite').length > LONGEST_REASON) problems.push('despite: is too long');
  const districtCodes = [...new Set(codes.flatMap((code) => code ?? []))];
  return problems.length > 0 ? { problems } : { person: of('person'), planned: { from, until, breaks: pause === null ? [] : [pause] }, districtCodes, despite: of('despite') === '' ? null : of('despite') };
}
