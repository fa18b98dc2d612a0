// A recorded command carried out again by a bare client: the same statements with the same parameters, new ids, and its own place in the chain.
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { hashOf, type LoggedEvent } from '../../server/events/logged-event.ts';
import type { Statement } from './recorder.ts';

export interface Recording { statements: readonly Statement[]; /** Ids that each command makes anew. */ made: ReadonlySet<string> }

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const uuidsIn = ({ parameters }: Statement): string[] => (parameters ?? []).flatMap((value) => value?.match(UUID) ?? []);
/** The relay and the alarms keep their own time: no part of a command. */
const BESIDE = /^(?:SELECT \* FROM event WHERE seq >|NOTIFY|SELECT now|LISTEN|SELECT max\(seq\))|FROM alarm WHERE (?:fired_at IS NULL AND due_at|climb_at)|FROM duty_night WHERE/;

/** Of two recordings of one command on one incident: what one has and the other has not was made by it. Null where they asked different things. */
export function recordingOf(one: readonly Statement[], other: readonly Statement[]): Recording | null {
  const [first, second] = [upToCommit(one), upToCommit(other)];
  if (first.length === 0 || first.map(({ sql }) => sql).join('\n') !== second.map(({ sql }) => sql).join('\n')) return null;
  const known = new Set(second.flatMap(uuidsIn));
  return { statements: first, made: new Set(first.flatMap(uuidsIn).filter((id) => !known.has(id))) };
}

function upToCommit(statements: readonly Statement[]): Statement[] {
  const own = statements.filter(({ sql }) => !BESIDE.test(sql));
  return own.slice(0, own.findLastIndex(({ sql }) => sql === 'COMMIT') + 1);
}

export type Substitutes = ReadonlyMap<string, string>;

/** Waits for each answer before it asks the next, as a program does that was written line by line; nothing is prepared, as the product prepares nothing. */
export async function replay(client: pg.Client, recording: Recording, fixed: Substitutes): Promise<void> {
  const made = new Map([...recording.made].map((id) => [id, randomUUID() as string]));
  const put = (value: string | null): string | null => (value === null ? null : value.replaceAll(UUID, (id) => made.get(id) ?? fixed.get(id) ?? id));
  let head = { seq: 0, hash: '' };
  for (const { sql, parameters } of recording.statements) {
    if (parameters === null) {
      const { rows } = await client.query(sql);
      if (sql.startsWith('SELECT seq, hash FROM event')) head = { seq: Number(rows[0]?.seq ?? 0), hash: String(rows[0]?.hash) };
    } else {
      const values = parameters.map(put);
      await client.query(sql, sql.startsWith('INSERT INTO event ') ? chained(sql, values, head) : values);
    }
  }
}

const COLUMN = {
  seq: 'seq', occurred_at: 'occurredAt', received_at: 'receivedAt', actor: 'actor', organisation: 'organisation', command_id: 'commandId', name: 'name', event_version: 'eventVersion',
  entity_type: 'entityType', entity_id: 'entityId', incident_id: 'incidentId', payload: 'payload', prev_hash: 'prevHash', hash: 'hash',
} as const satisfies Record<string, keyof LoggedEvent>;
const columnsIn = (sql: string): (keyof LoggedEvent)[] => {
  const names = /\(([^)]*)\)/.exec(sql)?.[1]?.split(', ') ?? [];
  return names.map((name) => {
    const property = Object.entries(COLUMN).find(([column]) => column === name)?.[1];
    if (property === undefined) throw new Error(`the log has a column ${name} that the replay does not know`);
    return property;
  });
};

/** The chain is worked out here as the product works it out: outside the database. */
function chained(sql: string, values: readonly (string | null)[], head: { seq: number; hash: string }): unknown[] {
  const columns = columnsIn(sql);
  let last = head;
  return Array.from({ length: values.length / columns.length }, (_, line) => {
    const own = (column: keyof LoggedEvent): string | null => values[line * columns.length + columns.indexOf(column)] ?? null;
    const event: Omit<LoggedEvent, 'hash'> = {
      seq: last.seq + 1, prevHash: last.hash, eventVersion: Number(own('eventVersion')), payload: JSON.parse(own('payload') ?? '{}'), occurredAt: own('occurredAt') ?? '', receivedAt: own('receivedAt') ?? '',
      actor: own('actor'), organisation: own('organisation'), commandId: own('commandId'), name: own('name') ?? '', entityType: own('entityType') ?? '', entityId: own('entityId') ?? '', incidentId: own('incidentId'),
    };
    last = { seq: event.seq, hash: hashOf(event) };
    const written = { ...event, payload: own('payload'), hash: last.hash };
    return columns.map((column) => written[column]);
  }).flat();
}
