// Reads a file of calls (CSV) as it really comes: each row as a call, or the reasons why it is none. Reasons name columns, never what stands in them.
import { isUtf8 } from 'node:buffer';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';
import { z } from 'zod';
import { DOORS } from '../../shared/domain/incident-words.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import { GradeSchema } from '../../shared/domain/policy.ts';
import { QUESTION_CODES } from '../../shared/domain/question.ts';
import { readWallTime } from '../../shared/domain/wall-time.ts';
import { Text } from '../../shared/protocol/fields.ts';
import { OutsideCall } from '../../shared/protocol/outside-call.ts';

/** What a past call has beside: when it ended, its grade there, what became of it. */
const Beside = z.strictObject({ door: z.enum(DOORS).nullable(), endedAt: z.string().nullable(), grade: GradeSchema.nullable(), outcome: Text.nullable() });
export interface FileCall { call: OutsideCall; beside: z.infer<typeof Beside> & { endedAt: Instant | null }; notes: readonly string[] }
/** `line`: the line of the file on which the row begins, the headings being the first. */
export interface FileRow { line: number; row: FileCall | { problems: readonly string[] }; bytesRead: number }

type Kind = 'text' | 'yes-no' | 'number' | 'list' | 'moment';
const PEOPLE = 5;
const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const ofPerson = (index: number): [string, [string, Kind]][] => {
  const [prefix, path] = [index === 0 ? 'person' : `person${index + 1}`, `people.${index}`];
  return [[`${prefix}_name`, [`${path}.name`, 'text']], [`${prefix}_is_child`, [`${path}.isChild`, 'yes-no']], [`${prefix}_relation`, [`${path}.relation`, 'text']], [`${prefix}_born_on`, [`${path}.bornOn`, 'text']], [`${prefix}_age`, [`${path}.approximateAge`, 'number']]];
};

/** Each column, where it goes and how it is written; docs/operating.md explains them. */
export const COLUMNS: ReadonlyMap<string, readonly [path: string, kind: Kind]> = new Map<string, [string, Kind]>([
  ['reference', ['reference', 'text']], ['reported_at', ['reportedAt', 'moment']], ['summary', ['summary', 'text']], ['door', ['beside.door', 'text']],
  ['caller_name', ['caller.name', 'text']], ['caller_agency', ['caller.agency', 'text']], ['caller_phone', ['caller.phone', 'text']],
  ['place', ['location.words', 'text']], ['postcode', ['location.postcode', 'text']], ['grid_reference', ['location.gridReference', 'text']], ['latitude', ['location.lat', 'number']], ['longitude', ['location.lon', 'number']],
  ['secret_address', ['location.secret', 'yes-no']], ...Array.from({ length: PEOPLE }, (_, index) => ofPerson(index)).flat(), ['flags', ['flags', 'list']], ['missing_risk', ['missingRisk', 'text']],
  ...QUESTION_CODES.map((code): [string, [string, Kind]] => [snake(code), [`answers.${code}`, 'yes-no']]),
  ['ended_at', ['beside.endedAt', 'moment']], ['grade', ['beside.grade', 'number']], ['outcome', ['beside.outcome', 'text']],
]);
const NEEDED = ['reference', 'reported_at', 'summary'];
const COLUMN_OF = new Map([...COLUMNS].map(([column, [path]]) => [path, column]));

/** A quote that is never closed would otherwise swallow the rest of the file into memory. */
const LONGEST_ROW_BYTES = 4 * 1024 * 1024;
const WINDOWS_1252 = new TextDecoder('windows-1252');
/** Field by field: files that were edited by hand mix encodings. */
const textOf = (field: Buffer | string): string => (typeof field === 'string' ? field : isUtf8(field) ? field.toString('utf8') : WINDOWS_1252.decode(field)).replace(/^\u{FEFF}/u, '').trim();

interface Parsed { record: (Buffer | string)[]; info: { lines: number; bytes: number } }

/** Hands on each row below the headings, in order. Throws a sentence where the whole is not such a file. */
export async function readCallFile(file: Readable, onRow: (row: FileRow) => Promise<void>): Promise<void> {
  const parser = parse({ bom: true, encoding: null, info: true, record_delimiter: ['\r\n', '\n', '\r'], relax_column_count: true, relax_quotes: true, skip_empty_lines: true, max_record_size: LONGEST_ROW_BYTES });
  let read: ((fields: readonly string[]) => FileRow['row']) | null = null;
  let [lines, twice] = [0, 0];
  try {
    await pipeline(file, parser, async (records: AsyncIterable<Parsed>) => {
      for await (const { record, info } of records) {
        const fields = record.map(textOf);
        // The parser counts both characters of such a line’s end within quotes.
        twice += record.reduce((sum, field) => sum + (field.toString('latin1').match(/\r\n/g)?.length ?? 0), 0);
        if (read === null) read = rowReader(fields);
        else if (fields.some((field) => field !== '')) await onRow({ line: lines + 1, row: read(fields), bytesRead: info.bytes });
        lines = info.lines - twice;
      }
    });
  } catch (error) {
    if (error instanceof CsvError) throw new Error(`The file was dealt with up to line ${lines}. After it there is a quote that is never closed, or a row of more than 4 MB: mend that and begin again, nothing comes in twice.`, { cause: error });
    throw error;
  }
  if (read === null) throw new Error('The file is empty.');
}

function rowReader(headings: readonly string[]): (fields: readonly string[]) => FileRow['row'] {
  const names = headings.map((heading) => heading.toLowerCase().replaceAll(/[\s-]+/g, '_'));
  const unknown = names.filter((name) => !COLUMNS.has(name));
  if (unknown.length > 0) throw new Error(`The first line must name the columns. These are not known: ${unknown.map((name) => `“${name.slice(0, 40)}”`).join(', ')}. Rename them or take them out: nothing is left aside unseen.`);
  const missing = NEEDED.filter((name) => !names.includes(name));
  if (missing.length > 0) throw new Error(`The first line must name the columns. These are missing: ${missing.join(', ')}.`);
  if (new Set(names).size !== names.length) throw new Error('The first line names a column twice.');
  return (fields) => (fields.length === names.length ? callIn(names, fields) : { problems: [`has ${fields.length} fields instead of ${names.length}`] });
}

const REFUSED = Symbol('refused');
function callIn(names: readonly string[], fields: readonly string[]): FileRow['row'] {
  const [said, problems, notes]: [Record<string, unknown>, string[], string[]] = [{}, [], []];
  for (const [index, name] of names.entries()) {
    const [path, kind] = COLUMNS.get(name) ?? [name, 'text'];
    const field = fields[index] ?? '';
    if (field === '') continue;
    const value = valueOf(field, kind, (note) => notes.push(`${name}: ${note}`));
    if (value === REFUSED) problems.push(`${name}: ${KIND_SAYS[kind]}`);
    else put(said, path.split('.'), value);
  }
  const { beside = {}, ...call } = said;
  if (Array.isArray(call['people'])) call['people'] = call['people'].filter((person: unknown) => person !== undefined);
  const [parsed, parsedBeside] = [OutsideCall.safeParse(call), Beside.safeParse({ door: null, endedAt: null, grade: null, outcome: null, ...Object(beside) })];
  for (const issue of [...parsed.error?.issues ?? [], ...(parsedBeside.error?.issues ?? []).map((issue) => ({ ...issue, path: ['beside', ...issue.path] }))]) {
    const column = COLUMN_OF.get(issue.path.slice(0, 3).join('.')) ?? COLUMN_OF.get(issue.path.slice(0, 2).join('.')) ?? COLUMN_OF.get(String(issue.path[0])) ?? issue.path.join('.');
    if (!problems.some((problem) => problem.startsWith(`${column}: `))) problems.push(`${column}: ${issue.message}`);
  }
  return parsed.success && parsedBeside.success && problems.length === 0 ? { call: parsed.data, beside: parsedBeside.data, notes } : { problems };
}

const KIND_SAYS: Record<Kind, string> = {
  text: 'cannot be read', list: 'cannot be read', 'yes-no': 'must be yes, no or nothing', number: 'must be a number',
  moment: 'must be a moment that there was, such as 2026-11-20 21:40 (London) or 2026-11-20T21:40:00Z',
};

function valueOf(field: string, kind: Kind, note: (text: string) => void): unknown {
  switch (kind) {
    case 'text': return field;
    case 'list': return field.split(/[;|,]/).map((part) => part.trim()).filter((part) => part !== '');
    case 'yes-no': return /^(?:yes|y|true|1)$/i.test(field) ? true : /^(?:no|n|false|0)$/i.test(field) ? false : REFUSED;
    case 'number': return /^[+-]?\d{1,9}(?:\.\d{1,15})?$/.test(field) ? Number(field) : REFUSED;
    case 'moment': {
      const read = readWallTime(field);
      if (read?.twice === true) note('that hour was lived twice, and the first is taken');
      return read?.at ?? REFUSED;
    }
  }
}

/** A person's number is an index; every other step a key of ours. */
function put(into: Record<string, unknown>, [first = '', ...rest]: string[], value: unknown): void {
  if (rest.length === 0) into[first] = value;
  else {
    into[first] ??= /^\d+$/.test(rest[0] ?? '') ? [] : {};
    put(Object(into[first]), rest, value);
  }
}
