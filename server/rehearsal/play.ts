// A night is played on the server that serves it: its people are called in, and its clock starts once they are all there.
import type { Logger } from 'pino';
import type { Clock } from '../clock/clock.ts';
import type { Config } from '../config.ts';
import { connect } from '../database/connect.ts';
import { runCommand } from '../database/run-command.ts';
import { newId } from '../database/transaction.ts';
import type { LogKeys } from '../events/keys.ts';
import { playedPlaces } from '../exchange/place.store.ts';
import { NIGHTJAR } from '../identity/actor.ts';
import { PASSWORD } from '../seed/staff.ts';
import type { Played } from '../start-options.ts';
import { startPeople, type People } from './people-process.ts';
import { changeSpeed } from './rehearsal.store.ts';

export interface PlayWith {
  played: Played; config: Pick<Config, 'PUBLIC_ORIGIN' | 'TLS_CERT'>; databaseUrl: string; clock: Clock; keys: LogKeys; log: Logger;
  /** Where the server listens on this machine. */
  url: string;
  say(sentence: string): void;
}

export async function play({ played, config, databaseUrl, clock, keys, log, url, say }: PlayWith): Promise<People> {
  const db = await connect(databaseUrl, [], { poolSize: 1 });
  const start = (): Promise<unknown> => {
    const commandId = newId();
    return runCommand({ db, clock, keys, committed: () => undefined }, NIGHTJAR, { commandId, route: 'rehearsal', input: {} }, (tx) => changeSpeed(tx, played.speed));
  };
  const { PUBLIC_ORIGIN: origin, TLS_CERT: certificate } = config;
  const people = startPeople({
    // A certificate names the host that people know.
    url: certificate === undefined ? url : origin ?? url, ...(origin === undefined ? {} : { origin: new URL(origin).origin }),
    password: PASSWORD, seed: played.seed, from: played.from, hours: played.hours, responders: played.responders, way: played.way, places: await playedPlaces(db),
  }, {
    ready: () => { start().catch((error: unknown) => log.error({ err: error }, 'the rehearsal’s clock could not be started')); },
    say,
  }, certificate);
  return {
    async stop() {
      await people.stop();
      await db.destroy();
    },
  };
}
