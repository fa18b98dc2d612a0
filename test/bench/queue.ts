// What is asked again and again for the queue and the alarms, by the stores that ask it: every half second, or whenever a console opens. With a long past against a short one.
import { findDue, standingAlarms } from '../../server/alarms/alarm.store.ts';
import { findClimbing } from '../../server/alarms/standing.store.ts';
import { listDrafts } from '../../server/calls/call-draft.store.ts';
import { wallNow } from '../../server/clock/clock.ts';
import { connect, type Queryable } from '../../server/database/connect.ts';
import { NIGHTJAR, type Actor } from '../../server/identity/actor.ts';
import { openIncidentIds } from '../../server/incidents/incident.store.ts';
import { viewsById } from '../../server/incidents/incident.view.ts';
import { ROUNDS, type Bench } from './bench.ts';
import { OPEN_TONIGHT, openCounty, type County } from './county.ts';
import { compared, median, type Comparison, type Round } from './figure.ts';

const [FEW, MANY] = [10_000, 1_000_000];
const TIMES = 20;
const PAGE = 100;
const BAR = { atMost: 1.3 };
const NEWS = 5;
const UNSAVED = 3;

type Question = (db: Queryable, actor: Actor) => Promise<unknown>;
const QUESTIONS: Record<string, Question> = {
  'alarms due': (db) => findDue(db, wallNow(), null, PAGE),
  'alarms to climb': (db) => findClimbing(db, wallNow(), null, PAGE),
  'alarms standing': async (db, actor) => standingAlarms(db, await openIncidentIds(db, actor)),
  'open, and closed with news': openIncidentIds,
  'the queue': async (db, actor) => viewsById(db, actor, await openIncidentIds(db, actor), wallNow()),
  'unsaved calls': (db, actor) => listDrafts(db, actor, wallNow()),
};

/** News that waits on closed incidents of long ago, and calls that are being typed. */
async function unsettled({ ground, coordinator }: County): Promise<void> {
  await ground.sql(`INSERT INTO closed_news (id, incident_id, kind, arrived_at, due_at, owner_id) SELECT gen_random_uuid(), id, 'note', now(), now() + interval '1 hour', $1 FROM (SELECT id FROM incident WHERE state = 'closed' ORDER BY id LIMIT ${NEWS}) i`, [coordinator.staffId]);
  await ground.sql(`INSERT INTO call_draft (id, version, form, words, body, begun_by_id, begun_at, held_by_id, held_since, touched_at, changed_by_id)
    SELECT gen_random_uuid(), 1, 'console', 'Somebody rang', '{}', $1, now(), $1, now(), now(), $1 FROM generate_series(1, ${UNSAVED})`, [coordinator.staffId]);
  await ground.sql('VACUUM ANALYZE');
}

async function sideOf(county: County) {
  await unsettled(county);
  const db = await connect(county.ground.databaseUrl, [], { poolSize: 1 });
  const actor: Actor = { ...NIGHTJAR, staffId: county.coordinator.staffId, roles: ['coordinator'] };
  const open = await openIncidentIds(db, actor);
  if (open.length !== OPEN_TONIGHT + NEWS) throw new Error(`${open.length} to work on, and not ${OPEN_TONIGHT + NEWS}`);
  return {
    took: async (question: Question): Promise<number> => {
      const started = performance.now();
      await question(db, actor);
      return performance.now() - started;
    },
    close: () => db.destroy(),
  };
}

export const queue: Bench = {
  name: 'queue',
  says: `what the queue and the alarms ask of Postgres again and again, with ${MANY.toLocaleString('en-GB')} past incidents against ${FEW.toLocaleString('en-GB')}; the first line is the worst of them`,
  async measure(stage) {
    const [ours, baseline] = [await sideOf(await openCounty(stage, MANY)), await sideOf(await openCounty(stage, FEW))];
    const figures: Record<string, Comparison> = {};
    for (const [name, question] of Object.entries(QUESTIONS)) {
      const rounds: Round[] = [];
      for (let round = 0; round <= ROUNDS; round += 1) {
        const took: Record<'ours' | 'baseline', number[]> = { ours: [], baseline: [] };
        for (let time = 0; time < TIMES; time += 1) {
          took.ours.push(await ours.took(question));
          took.baseline.push(await baseline.took(question));
        }
        // The first round warms both caches.
        if (round > 0) rounds.push({ ours: median(took.ours), baseline: median(took.baseline) });
      }
      figures[`queue ${name}`] = compared(rounds, 'ms', BAR);
    }
    await ours.close();
    await baseline.close();
    const worst = Object.values(figures).toSorted((a, b) => b.ratio.median - a.ratio.median)[0];
    if (worst === undefined) throw new Error('nothing was asked');
    return { queue: worst, ...figures };
  },
};
