// Whether what a played night stored is what its log says: every file and alarm replayed, the chain whole, no alarm without cause, nobody lost.
import { isDeepStrictEqual } from 'node:util';
import type { DataSource } from 'typeorm';
import { readConfig } from '../../server/config.ts';
import { connect } from '../../server/database/connect.ts';
import { openDatabase } from '../../server/database/open-database.ts';
import { existingLogKeys, type LogKeys } from '../../server/events/keys.ts';
import { loggedEvent, type EventRow } from '../../server/events/logged-event.ts';
import { verifyLog } from '../../server/events/verify.ts';
import { incidentEventOf, loadFiles, replay } from '../../server/incidents/incident.store.ts';
import { policyOf } from '../../server/incidents/policy.store.ts';
import { alarmKey, alarmsOf } from '../../shared/domain/alarm.ts';
import type { IncidentFile } from '../../shared/domain/incident-file.ts';
import { byId } from '../support/watching.ts';

export interface Stored { verify(): Promise<{ findings: string[]; said: string }>; close(): Promise<void> }

/** The database of the night that is played in this NIGHTJAR_HOME: throws at once where there is none, not when the night is over. */
export async function openStored(): Promise<Stored> {
  const config = readConfig(process.env, true, true);
  const database = await openDatabase(config);
  const db = await connect(database.databaseUrl, [], { poolSize: 2 });
  const close = async (): Promise<void> => {
    await db.destroy();
    await database.stop();
  };
  try {
    await db.query('SELECT FROM event LIMIT 1');
  } catch (error) {
    await close();
    throw new Error('No played night in this NIGHTJAR_HOME: give the one that its server was started with.', { cause: error });
  }
  return { close, verify: async () => verifyStored(db, await existingLogKeys(config, database.home)) };
}

async function verifyStored(db: DataSource, keys: LogKeys): Promise<{ findings: string[]; said: string }> {
  const lines = (await db.query<EventRow[]>('SELECT * FROM event ORDER BY seq')).map(loggedEvent);
  const incidents = Map.groupBy(lines.filter(({ incidentId }) => incidentId !== null), ({ incidentId }) => incidentId ?? '');
  const findings = (await verifyLog(db, keys, [])).findings.map((finding) => `log: ${JSON.stringify(finding)}`);
  let fired = 0;
  for (const { file } of await loadFiles(db, [...incidents.keys()])) {
    const ofIncident = incidents.get(file.incident.id) ?? [];
    if (!isDeepStrictEqual(inOrder(file), inOrder(replay(ofIncident)))) findings.push(`${file.incident.id}: what is stored is not what its log says`);
    const policy = (await policyOf(db, file.incident.gradePolicyId)).body;
    const firings = ofIncident.map((line, index) => ({ index, event: incidentEventOf(line) })).flatMap(({ index, event }) => (event.name === 'alarm.fired' ? [{ index, event }] : []));
    fired += firings.length;
    for (const { index, event } of firings) {
      const asked = alarmsOf(replay(ofIncident.slice(0, index)), policy).some((alarm) => alarmKey(alarm) === alarmKey(event));
      if (!asked || event.at < event.dueAt) findings.push(`${file.incident.id}: ${event.cause} fired without cause`);
    }
    if (new Set(firings.map(({ event }) => alarmKey(event))).size < firings.length) findings.push(`${file.incident.id}: an alarm fired twice`);
  }
  findings.push(...await lost(db));
  const [forgot] = await db.query<{ count: number }[]>(FORGOT);
  return { findings, said: `${lines.length} lines of the log, ${incidents.size} incidents and ${fired} alarms replayed. On duty for sixteen hours, having forgotten to book off: ${forgot?.count ?? 0}.` };
}

/** Parts in the order of their ids: rows come in an order of their own. */
const inOrder = (file: IncidentFile): object => Object.fromEntries(Object.entries(file).map(([part, value]) => [part, Array.isArray(value) ? byId(value) : value]));

const LOST: Record<string, string> = {
  'on a live task though their duty has ended': `SELECT a.staff_id AS who FROM assignment a JOIN duty d ON d.id = a.duty_id WHERE a.state IN ('dispatched', 'accepted', 'going', 'there') AND d.ended_at IS NOT NULL`,
  'on a live task for six hours': `SELECT a.staff_id AS who FROM assignment a, deployment p WHERE a.state IN ('dispatched', 'accepted', 'going', 'there') AND a.dispatched_at < p.beat_domain_at - interval '6 hours'`,
  'owning an open incident off duty': `SELECT i.owner_id AS who FROM incident i WHERE i.state = 'open' AND NOT EXISTS (SELECT FROM duty d WHERE d.staff_id = i.owner_id AND d.ended_at IS NULL)`,
  'sharing without a position for an hour': `SELECT d.staff_id AS who FROM duty d CROSS JOIN deployment p LEFT JOIN position_latest l ON l.duty_id = d.id WHERE d.ended_at IS NULL AND d.sharing AND d.seat = 'responder' AND d.started_at < p.beat_domain_at - interval '1 hour' AND (l.at IS NULL OR l.at < p.beat_domain_at - interval '1 hour')`,
};

/** One in twenty does, until their next shift: a habit of theirs, and nobody is lost by it. */
const FORGOT = "SELECT count(*) FROM duty d, deployment p WHERE d.ended_at IS NULL AND d.started_at < p.beat_domain_at - interval '16 hours'";

async function lost(db: DataSource): Promise<string[]> {
  const findings: string[] = [];
  for (const [what, sql] of Object.entries(LOST)) for (const { who } of await db.query<{ who: string }[]>(sql)) findings.push(`${who} is ${what}`);
  return findings;
}
