// What runs by itself: the rehearsal's beat, signed checkpoints, and the forgetting that the settings promise.
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import { instantOf, plusMinutes } from '../shared/domain/instant.ts';
import { wallNow, type Clock } from './clock/clock.ts';
import { beat, BEAT_MS } from './clock/deployment.ts';
import type { Config } from './config.ts';
import { sweepDrafts } from './calls/sweep-drafts.ts';
import type { Queryable } from './database/connect.ts';
import { readCheckpoints, signCheckpoint } from './events/checkpoint.ts';
import type { LogKeys } from './events/keys.ts';
import { forgetPositionsBefore } from './positions/position.store.ts';

const CHECKPOINT_MS = 60_000;
const SWEEP_MS = 60_000;
const FORGET_MS = 60 * 60_000;
const COMMANDS_KEPT_MINUTES = 90 * 24 * 60;

export interface Housekeeping { stop(): Promise<void> }

export async function startHousekeeping(db: DataSource, clock: Clock, config: Config, keys: LogKeys, checkpointFile: string, log: Logger): Promise<Housekeeping> {
  let signedUpTo = (await readCheckpoints(checkpointFile)).at(-1)?.seq ?? 0;
  const checkpoint = async (): Promise<void> => { signedUpTo = await signCheckpoint(db, keys.signingKey, checkpointFile, signedUpTo); };
  const every = (ms: number, what: string, work: () => Promise<unknown>): NodeJS.Timeout =>
    setInterval(() => void work().catch((error: unknown) => log.error({ err: error }, what)), ms);
  const timers = [
    ...(clock.kind === 'rehearsal' ? [every(BEAT_MS, 'the rehearsal’s clock could not be kept', () => beat(db, clock))] : []),
    ...(config.NIGHTJAR_ROLE === 'web' ? [] : [every(CHECKPOINT_MS, 'a checkpoint could not be signed', checkpoint), every(SWEEP_MS, 'calls that were thrown away could not be swept', () => sweepDrafts({ db, clock, keys }, config.CALL_DRAFT_KEEP_HOURS)), every(FORGET_MS, 'what is to be forgotten could not be', () => forget(db, clock, config))]),
  ];
  return {
    async stop() {
      for (const timer of timers) clearInterval(timer);
      if (clock.kind === 'rehearsal') await beat(db, clock);
      if (config.NIGHTJAR_ROLE !== 'web') await checkpoint();
    },
  };
}

async function forget(db: Queryable, clock: Clock, config: Config): Promise<void> {
  const wall = wallNow();
  await forgetPositionsBefore(db, plusMinutes(clock.now(), -config.POSITION_KEEP_HOURS * 60));
  await db.query('DELETE FROM command WHERE at < $1', [plusMinutes(clock.now(), -COMMANDS_KEPT_MINUTES)]);
  await db.query('DELETE FROM session WHERE ends_at < $1 OR seen_at < $2', [wall, instantOf(Date.parse(wall) - config.SESSION_IDLE_MINUTES * 60_000)]);
  await db.query('DELETE FROM sign_in_failure WHERE at < $1', [plusMinutes(wall, -24 * 60)]);
  await db.query('DELETE FROM one_time_link WHERE ends_at < $1', [wall]);
}
