// At the start: every open incident has the alarms that its file asks for, those of a database from before alarms too.
import type { Id } from '../../shared/domain/incident-file.ts';
import { loadFiles, lockFileIfFree } from '../incidents/incident.store.ts';
import { alarmKeys } from './alarm.store.ts';
import { byItself, type AlarmContext } from './fire-alarms.ts';
import { areSame, keepWanted, keysOf, wantedAlarms } from './keep-alarms.ts';

const PAGE = 100;
/** A closed one has an alarm too while news waits on it. */
const LIVING = `SELECT id FROM (SELECT id FROM incident WHERE state = 'open' UNION ALL SELECT incident_id FROM closed_news WHERE decision IS NULL) living
  WHERE id > $1 GROUP BY id ORDER BY id LIMIT $2`;

/** Reads page by page, and locks and writes only what differs. Answers how many incidents were put right, and how many others had: they are looked at again. */
export async function catchUp(context: AlarmContext): Promise<{ righted: number; missed: number }> {
  let [righted, missed, last] = [0, 0, '00000000-0000-0000-0000-000000000000'];
  for (;;) {
    const rows = await context.db.query<{ id: Id }[]>(LIVING, [last, PAGE]);
    for (const id of await differing(context, rows.map((row) => row.id))) {
      if (await rightOne(context, id)) righted += 1;
      else missed += 1;
    }
    last = rows.at(-1)?.id ?? last;
    if (rows.length < PAGE) return { righted, missed };
  }
}

async function differing({ db }: AlarmContext, ids: readonly Id[]): Promise<Id[]> {
  const [files, keys] = [await loadFiles(db, ids), await alarmKeys(db, ids)];
  const found: Id[] = [];
  for (const { file } of files) {
    if (!areSame(keysOf(await wantedAlarms(db, file)), keys.get(file.incident.id) ?? [])) found.push(file.incident.id);
  }
  return found;
}

const rightOne = (context: AlarmContext, incidentId: Id): Promise<boolean> => byItself(context, async (tx) => {
  const file = await lockFileIfFree(tx, incidentId);
  if (file === null) return false;
  await keepWanted(tx, file, await wantedAlarms(tx, file));
  return true;
});
