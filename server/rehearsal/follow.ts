// Keeps this process's clock at what the deployment's row says, tells its screens of a new speed at once, and ends the night when its hours are over.
import type { DataSource } from 'typeorm';
import type { Logger } from 'pino';
import { endOnWallMs, wallNow, type Anchor, type Clock } from '../clock/clock.ts';
import { anchorOf, isRehearsal, readDeployment } from '../clock/deployment.ts';
import { newTx } from '../database/transaction.ts';
import { appendRecorded } from '../events/append.ts';
import type { LogKeys } from '../events/keys.ts';
import type { LoggedEvent } from '../events/logged-event.ts';
import { NIGHTJAR } from '../identity/actor.ts';
import { endHours } from './rehearsal.store.ts';
import { noteOpenScreens, SCREENS_TOLD_MS } from './seats.store.ts';

export interface FollowWith {
  db: DataSource; clock: Clock; keys: LogKeys; log: Logger;
  /** A heartbeat to every screen of this process. */
  beat(): void;
  openSessions(): string[];
  committed(): void;
  /** Once, when the hours end while this process runs. */
  over?: (() => void) | undefined;
}
export interface Following { hear(events: readonly LoggedEvent[]): Promise<void>; stop(): Promise<void> }

const LOOK_MS = 1_000;
const LIVE: Following = { hear: () => Promise.resolve(), stop: () => Promise.resolve() };

export function followRehearsal(follow: FollowWith): Following {
  const { db, clock, log } = follow;
  if (clock.kind === 'live') return LIVE;
  let wasOver: boolean | undefined;
  let looking: Promise<void> = Promise.resolve();
  /** One after the other: what was read first must not be believed last. */
  const look = (): Promise<void> => (looking = looking.catch(() => undefined).then(readAndTurn));

  async function readAndTurn(): Promise<void> {
    const row = await readDeployment(db);
    if (!isRehearsal(row)) return;
    const anchor = anchorOf(row);
    clock.turn?.(anchor);
    tellAt(anchor);
    const isOver = row.over_at !== null;
    if (isOver && wasOver === false) follow.over?.();
    wasOver = isOver;
    if (!isOver && row.ends_at !== null && clock.now() >= row.ends_at) await end(follow);
  }
  const every = (ms: number, what: string, work: () => Promise<unknown>): NodeJS.Timeout =>
    setInterval(() => void work().catch((error: unknown) => log.error({ err: error }, what)), ms);

  let told = clock.speed;
  let turning: NodeJS.Timeout[] = [];
  const tell = (): void => {
    if (clock.speed === told) return;
    told = clock.speed;
    follow.beat();
  };
  /** To the millisecond: at 300, a screen that hears of a pause 50 ms late has run on for 15 s. */
  function tellAt(anchor: Anchor): void {
    turning.forEach(clearTimeout);
    const ahead = [Date.parse(anchor.wallAt), endOnWallMs(anchor)].map((wallMs) => wallMs - Date.now()).filter((ms) => ms > 0 && ms < 2 * LOOK_MS);
    turning = ahead.map((ms) => setTimeout(tell, Math.ceil(ms) + 1));
    tell();
  }
  const timers = [
    every(LOOK_MS, 'the rehearsal’s clock could not be read; it is tried again', look),
    every(SCREENS_TOLD_MS, 'the open screens could not be noted; it is tried again', () => noteOpenScreens(db, follow.openSessions(), wallNow())),
  ];
  return {
    async hear(events) { if (events.some(({ entityType }) => entityType === 'rehearsal')) await look(); },
    async stop() {
      timers.forEach(clearInterval);
      turning.forEach(clearTimeout);
      await looking.catch(() => undefined);
    },
  };
}

async function end({ db, clock, keys, committed }: FollowWith): Promise<void> {
  await db.transaction(async (manager) => {
    const tx = newTx(manager, { actor: NIGHTJAR, now: clock.now(), commandId: null, keys });
    if (await endHours(tx)) await appendRecorded(tx);
  });
  committed();
}
