// From a commit to the last of 200 consoles, against insert, select and a bare broadcast of the same bytes. Both clocks start at the commit, by Postgres' own note of it.
import type { Question as ToBaseline, Sent, Started } from './baseline-broadcast.ts';
import { ROUNDS, type Bench } from './bench.ts';
import { call } from './call.ts';
import type { Heard, Question as ToConsoles } from './consoles.ts';
import { compared, quantile, type Round } from './figure.ts';
import { callerOf } from './http.ts';
import { seated, seats } from './people.ts';
import { asking, type Ground } from './stage.ts';

const CONSOLES = 200;
const EVENTS = 200;
const WARM_UP = 20;
const PACE_MS = 10;
const BAR = { atMost: 2 };

const pause = (): Promise<void> => new Promise((resolve) => { setTimeout(resolve, PACE_MS); });

async function committedAt(ground: Ground, table: 'event' | 'bench_feed', key: 'seq' | 'id', value: number | string): Promise<number> {
  const [row] = await ground.sql<{ at: string }>(`SELECT extract(epoch FROM pg_xact_commit_timestamp(xmin)) * 1000 AS at FROM ${table} WHERE ${key} = $1`, [value]);
  if (row === undefined) throw new Error('what was committed is not there');
  return Number(row.at);
}

export const live: Bench = {
  name: 'live',
  says: `the 99th of a hundred, from the commit to the last of ${CONSOLES} consoles, against insert, select and a bare broadcast of the same bytes`,
  async measure(stage) {
    const ground = await stage.ground();
    // The time of a commit is noted before the disk has it: without this wait both clocks time the relay alone.
    await ground.sql('DO $$ BEGIN EXECUTE format(\'ALTER DATABASE %I SET synchronous_commit = off\', current_database()); END $$');
    await ground.sql('CREATE TABLE bench_feed (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, body text NOT NULL)');
    await ground.sql('GRANT SELECT, INSERT ON bench_feed TO nightjar_app');
    const server = await ground.serve();
    const caller = callerOf(server.url);
    const coordinator = await seated(ground, caller, 'Asha Whitethorn', 'coordinator', 'control');
    const incidentId = (await caller.post(coordinator.cookie, '/incidents', call())).ids.incidentId ?? '';
    const cookies = (await seats(ground, CONSOLES, 'coordinator')).map(({ cookie }) => cookie);

    const [ourConsoles, theirConsoles] = [asking<ToConsoles>(stage.program('consoles.ts')), asking<ToConsoles>(stage.program('consoles.ts'))];
    const baseline = asking<ToBaseline>(stage.program('baseline-broadcast.ts'));
    const { url } = await baseline<Started>({ kind: 'start', databaseUrl: ground.databaseUrl });
    await ourConsoles({ kind: 'open', url: server.url, cookies });
    await theirConsoles({ kind: 'open', url, cookies: cookies.map(() => '') });
    let bytes = '';

    const ours = async (): Promise<number> => {
      const heard = ourConsoles<Heard>({ kind: 'hear', event: 'live', times: 1 });
      const { seq } = await caller.post(coordinator.cookie, `/incidents/${incidentId}/notes`, { body: 'Mother rang again', internal: false });
      const { at, text } = await heard;
      bytes = text;
      return at - await committedAt(ground, 'event', 'seq', seq);
    };
    const bare = async (): Promise<number> => {
      const heard = theirConsoles<Heard>({ kind: 'hear', event: 'live', times: 1 });
      const { id } = await baseline<Sent>({ kind: 'send', text: bytes });
      return (await heard).at - await committedAt(ground, 'bench_feed', 'id', id);
    };
    /** One of ours, one of theirs, in turn: what else befalls the machine befalls both. */
    const roundOf = async (events: number): Promise<Round> => {
      const took: { ours: number[]; baseline: number[] } = { ours: [], baseline: [] };
      for (let event = 0; event < events; event += 1) {
        await pause();
        took.ours.push(await ours());
        await pause();
        took.baseline.push(await bare());
      }
      return { ours: quantile(took.ours, 0.99), baseline: quantile(took.baseline, 0.99) };
    };
    await roundOf(WARM_UP);
    const rounds: Round[] = [];
    for (let round = 0; round < ROUNDS; round += 1) rounds.push(await roundOf(EVENTS));
    caller.close();
    return { live: compared(rounds, 'ms', BAR) };
  },
};
