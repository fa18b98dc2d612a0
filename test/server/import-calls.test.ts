// A file of calls: every line accounted for, nothing there twice, a run killed in the middle goes on, and no screen hears of the past.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { wallNow } from '../../server/clock/clock.ts';
import { findSystemNamed } from '../../server/identity/systems.store.ts';
import type { CallingSystem } from '../../server/identity/system-key.ts';
import { importCalls, type LineResult } from '../../server/outside/import-calls.ts';
import { plusMinutes } from '../../shared/domain/instant.ts';
import { readFigures } from '../../shared/protocol/admin.ts';
import { bookOn } from '../../shared/protocol/duties.ts';
import { readIncident } from '../../shared/protocol/incidents.ts';
import { outsideSystem } from '../support/outside.ts';
import { startTestServer, type Person, type TestServer } from '../support/server.ts';
import { expectLogToTellTheState } from '../support/verdict.ts';
import { waitFor } from '../support/wait-for.ts';

let server: TestServer;
let system: CallingSystem;
let coordinator: Person;
beforeAll(async () => {
  server = await startTestServer();
  const { name } = await outsideSystem(server, await server.person('administrator'), 'Old county system', 'cart');
  const found = await findSystemNamed(server.db, name);
  if (found === null) throw new Error('it was not added');
  [system, coordinator] = [found, await server.person('coordinator', { name: 'Hazel Wren' })];
  await coordinator.call(bookOn, { seat: 'control', teamId: null });
});
afterAll(() => server.stop());

const HEADINGS = ['reference', 'reported_at', 'summary', 'caller_phone', 'place', 'postcode', 'person_name', 'person_is_child', 'flags', 'ended_at', 'grade', 'outcome'];
const row = (reference: string, change: Partial<Record<string, string>> = {}): string[] => {
  const said: Partial<Record<string, string>> = {
    reference, reported_at: '2024-03-02 21:40', summary: 'Heard shouting again', caller_phone: '01632 960 733', place: '4 Alder House, Plover Lane', postcode: 'PR1 8XJ', person_name: 'Linden Sparrow', person_is_child: 'yes',
    flags: 'vulnerable-child;mental-health', ended_at: '2024-03-03 01:10', grade: '3', outcome: 'Advice given', ...change,
  };
  return HEADINGS.map((heading) => said[heading] ?? '');
};
const quoted = (field: string): string => `"${field.replaceAll('"', '""')}"`;
const fileOf = (rows: readonly string[][], end = '\r\n', headings = HEADINGS): string => [headings, ...rows].map((fields) => fields.map(quoted).join(',')).join(end);

async function brought(file: string | Buffer, as: 'past' | 'open' = 'past', dryRun = false): Promise<LineResult[]> {
  const results: LineResult[] = [];
  await importCalls({ context: { db: server.db, clock: { now: wallNow, kind: 'live', speed: 1 }, keys: server.keys, committed: () => undefined }, system, as, dryRun, async onResults(some) { results.push(...some); } }, Readable.from([file]));
  return results;
}
const incidentIdOf = async (reference: string): Promise<string> => (await server.db.query<{ id: string }[]>('SELECT incident_id AS id FROM outside_call WHERE reference = $1', [reference]))[0]?.id ?? '';
const count = async (table: string): Promise<number> => (await server.db.query<{ n: number }[]>(`SELECT count(*) AS n FROM ${table}`))[0]?.n ?? 0;

describe('past calls', () => {
  test('are closed incidents with all that was said, found by look-ups, in no figure and on no screen', async () => {
    const socket = await coordinator.socket();
    let heard = '';
    socket.onAny((...message) => { heard += JSON.stringify(message); });
    const recent = plusMinutes(wallNow(), -60 * 24);
    expect(await brought(fileOf([row('P-1'), row('P-2', { reported_at: recent, ended_at: '', grade: '', summary: '=HYPERLINK("https://x.example")', place: '+44, Elm Row' })]))).toEqual([{ line: 2, result: 'taken', why: '' }, { line: 3, result: 'taken', why: '' }]);
    const { incident, timeline, caller } = await coordinator.call(readIncident, { incidentId: await incidentIdOf('P-1') });
    expect(incident).toMatchObject({
      state: 'closed', ending: 'elsewhere', door: 'cart', grade: 3, gradedAt: '2024-03-02T21:40:00.000Z', reportedAt: '2024-03-02T21:40:00.000Z', raisedAt: '2024-03-02T21:40:00.000Z', endedAt: '2024-03-03T01:10:00.000Z',
      summary: 'Heard shouting again', flags: ['mental-health', 'vulnerable-child'], people: [{ name: 'Linden Sparrow', isChild: true }], location: { label: '4 Alder House, Plover Lane, PR1 8XJ' },
    });
    expect(caller).toMatchObject({ phone: '01632 960 733', reference: 'P-1' });
    expect(timeline).toMatchObject([{ name: 'incident.imported', by: 'Old county system', note: 'Advice given' }]);
    const second = await coordinator.call(readIncident, { incidentId: await incidentIdOf('P-2') });
    expect(second.incident).toMatchObject({ summary: '=HYPERLINK("https://x.example")', gradedAt: null });
    const figures = await (await server.person('analyst')).call(readFigures, { nights: 7 });
    expect(figures.byGrade).toEqual([]);
    await new Promise((resolve) => { setTimeout(resolve, 2_500); });
    expect(heard).not.toMatch(/shouting|HYPERLINK|"entity":"incident"/);
    expect(heard).toContain('heartbeat');
  });

  test('are each there once, however often the file is brought in, and other contents are refused', async () => {
    const file = fileOf([row('O-1'), row('O-1'), row('O-1', { summary: 'Another matter' }), row('O-2')]);
    const told = (results: readonly LineResult[]): string[] => results.map(({ line, result }) => `${line} ${result}`);
    expect(told(await brought(file))).toEqual(['2 taken', '3 already there', '4 refused', '5 taken']);
    const before = [await count('incident'), await count('event')];
    expect(told(await brought(file))).toEqual(['2 already there', '3 already there', '4 refused', '5 already there']);
    expect([await count('incident'), await count('event')]).toEqual(before);
  });

  test('that cannot be read are refused by the names of their columns, and hold up no other', async () => {
    const results = await brought(fileOf([
      row('R-1', { reported_at: '2024-02-30 21:40' }), row('R-2', { reported_at: '2026-03-29 01:30', ended_at: '' }), row('R-3', { summary: 'x'.repeat(1024 * 1024) }), row('R-4', { grade: '7' }), row('R-5', { person_is_child: 'Quillfeather' }),
      row('R-6', { ended_at: '2024-03-02 20:00' }), row('R 7\n=1', {}), row('R-8', { flags: 'Quillfeather' }), row('R-9', { summary: '' }), row('R-10', { reported_at: '2999-01-01 00:00', ended_at: '' }), row('R-11', { summary: 'NUL\0' }), row('R-12', { postcode: 'Quillfeather' }),
      [...row('R-13'), 'one more'], row('R-14', { reported_at: '2025-10-26 01:30', ended_at: '', summary: 'Lines\r\nin "a" field, kept' }), row('R-15'),
    ]));
    expect(results.map(({ line, result, why }) => `${line} ${result} ${why.split(':')[0]}`)).toEqual([
      '2 refused reported_at', '3 refused reported_at', '4 refused summary', '5 refused grade', '6 refused person_is_child', '7 refused ended_at', '8 refused reference', '10 refused flags', '11 refused summary', '12 refused reported_at', '13 refused summary',
      '14 refused postcode', '15 refused has 13 fields instead of 12', '16 taken reported_at', '18 taken ',
    ]);
    expect(JSON.stringify(results)).not.toMatch(/Quillfeather|Sparrow|Plover/);
    const { incident } = await coordinator.call(readIncident, { incidentId: await incidentIdOf('R-14') });
    expect(incident).toMatchObject({ reportedAt: '2025-10-26T00:30:00.000Z', summary: 'Lines\r\nin "a" field, kept' });
  });

  test('are read with a byte order mark, in old encodings, with any line ends', async () => {
    const latin = Buffer.from(fileOf([row('E-1', { place: 'Caf\u{e9} Row' })], '\n'), 'latin1');
    expect(await brought(latin)).toMatchObject([{ result: 'taken' }]);
    expect(await brought(`\u{FEFF}${fileOf([row('E-2', { place: 'Café Row' })], '\n')}`)).toMatchObject([{ result: 'taken' }]);
    expect(await brought(Buffer.from(`\u{FEFF}${fileOf([row('E-3', { place: 'Café Row' })])}`, 'utf16le'))).toMatchObject([{ result: 'taken' }]);
    for (const reference of ['E-1', 'E-2', 'E-3']) expect((await coordinator.call(readIncident, { incidentId: await incidentIdOf(reference) })).incident.location?.label).toBe('Café Row, PR1 8XJ');
    await expect(brought('')).rejects.toThrow('The file is empty.');
    await expect(brought(fileOf([], '\n', ['reference', 'reported_at', 'summary', 'mood']))).rejects.toThrow('These are not known: “mood”');
    await expect(brought(fileOf([], '\n', ['reference', 'summary']))).rejects.toThrow('These are missing: reported_at');
    await expect(brought(`${fileOf([row('E-4')])}\r\nE-5,2024-03-02 21:40,"never closed ${'x'.repeat(5 * 1024 * 1024)}`)).rejects.toThrow('a quote that is never closed');
  });

  test('in a dry run are judged the same, and nothing is written', async () => {
    const before = [await count('incident'), await count('event'), await count('command')];
    expect((await brought(fileOf([row('D-1'), row('D-1'), row('O-1'), row('D-2', { grade: 'x' })]), 'past', true)).map(({ result }) => result)).toEqual(['taken', 'already there', 'already there', 'refused']);
    expect([await count('incident'), await count('event'), await count('command')]).toEqual(before);
  });
});

describe('open calls', () => {
  const open = (reference: string, minutesAgo: number): string[] => row(reference, { reported_at: plusMinutes(wallNow(), -minutesAgo), ended_at: '', grade: '', outcome: '' });

  test('are raised as work; those older than a late entry may be, or with an end, are refused with the reason', async () => {
    const results = await brought(fileOf([open('N-1', 40), open('N-2', 31 * 24 * 60), row('N-3', { reported_at: plusMinutes(wallNow(), -40), ended_at: '' })]), 'open');
    expect(results).toMatchObject([{ result: 'taken' }, { result: 'refused', why: 'reported_at: That report is more than 30 days old. Check the date.' }, { result: 'refused', why: expect.stringContaining('are of past calls') }]);
    expect((await coordinator.call(readIncident, { incidentId: await incidentIdOf('N-1') })).incident).toMatchObject({ state: 'open', gradedAt: null, owner: { name: 'Hazel Wren' } });
  });
});

describe('the command', () => {
  const ROWS = 2_500;

  test('killed in the middle and begun again goes on: every line once, and the log whole', async () => {
    const file = join(server.home, 'calls.csv');
    await writeFile(file, fileOf(Array.from({ length: ROWS }, (_, index) => row(`K-${index}`, { reported_at: `2023-0${1 + (index % 9)}-1${index % 10} 2${index % 4}:1${index % 6}`, ended_at: '' }))));
    const taken = async (): Promise<number> => (await server.db.query<{ n: number }[]>("SELECT count(*) AS n FROM outside_call WHERE reference LIKE 'K-%'"))[0]?.n ?? 0;
    const first = await start(file);
    await waitFor('three hundred lines', async () => await taken() >= 300, 40_000);
    first.child.kill('SIGKILL');
    await first.ended;
    expect(await taken()).toBeLessThan(ROWS);
    const second = await start(file);
    expect({ code: await second.ended, said: second.said() }).toMatchObject({ code: 0 });
    expect(await taken()).toBe(ROWS);
    expect((await server.db.query<{ n: number }[]>("SELECT count(*) AS n FROM call WHERE reference LIKE 'K-%'"))[0]?.n).toBe(ROWS);
    const report = (await readFile(`${file}.report.csv`, 'utf8')).trim().split('\r\n');
    expect(report[0]).toBe('line,result,why');
    expect(new Set(report.slice(1).map((line) => line.split(',')[0])).size).toBe(ROWS);
    expect(report.filter((line) => line.includes('already there')).length).toBeGreaterThanOrEqual(300);
    expect(second.said()).toMatch(/2,500 lines: [\d,]+ taken, [\d,]+ already there, 0 refused/);
  }, 60_000);

  async function start(file: string) {
    const logKey = await readFile(join(server.home, 'log-key'), 'utf8');
    const child = spawn(process.execPath, ['--enable-source-maps', join(import.meta.dirname, '../../dist/server/cli/nightjar.js'), 'import', 'calls', file, '--from', 'Old county system', '--as', 'past'], {
      env: { PATH: process.env.PATH, DATABASE_URL: server.databaseUrl, NIGHTJAR_HOME: server.home, LOG_KEY: logKey }, stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => { said += text.toString(); });
    return { child, said: () => said, ended: once(child, 'exit').then(([code]: unknown[]) => code) };
  }
});

test('the log, replayed, gives every row as it is stored', () => expectLogToTellTheState(server.db, server.keys));
