// A compiled server as a service keeps it: behind its two proxies, killed on command, and started again whenever it ended.
import { setTimeout as sleep } from 'node:timers/promises';
import { startProcess, type Running } from '../support/compiled.ts';
import { HTTP_COMMITS, POSTGRES_COMMITS, startFaultProxy, type FaultProxy } from './fault-proxy.ts';
import type { Ms } from './history.ts';
import { settingsFor } from './lane.ts';

export interface GuardedServer {
  /** What people come to. */
  url: string;
  front: FaultProxy;
  /** Between it and Postgres. */
  data: FaultProxy;
  /** Of the process that serves now; 0 while none does. */
  pid(): number;
  /** Resolves once it serves. */
  up(): Promise<void>;
  kill(): Promise<void>;
  stop(): Promise<void>;
}
export interface Serves { databaseUrl: string; port: number; home: string; starts: Ms[]; falls: string[]; closing: AbortSignal }

const AGAIN_MS = 50;

export async function guard({ databaseUrl, port, home, starts, falls, closing }: Serves): Promise<GuardedServer> {
  const [front, data] = [await startFaultProxy(HTTP_COMMITS), await startFaultProxy(POSTGRES_COMMITS)];
  data.leadTo(port);
  const through = new URL(databaseUrl);
  through.port = String(data.port);
  const env = settingsFor(through.href, home);
  let [stopping, killed] = [false, false];
  let running: Running | null = null;
  let serving = keep();

  /** One life of the process; a boot that finds no database ends with a sentence, and is tried again. */
  async function keep(): Promise<void> {
    for (;;) {
      killed = false;
      const started = await startProcess(env).catch(() => null);
      if (stopping) { await started?.kill(); return; }
      if (started === null) { await sleep(AGAIN_MS); continue; }
      running = started;
      starts.push(Date.now());
      front.leadTo(Number(new URL(started.url).port));
      void started.exited.then(() => {
        front.leadTo(0);
        running = null;
        if (!killed && !stopping) falls.push(started.said().slice(-2_000));
        if (!stopping) serving = keep();
      });
      return;
    }
  }
  const isUp = (): boolean => running !== null || stopping;
  const stopWithLane = (): void => void stop();
  async function stop(): Promise<void> {
    closing.removeEventListener('abort', stopWithLane);
    stopping = true;
    await Promise.all([running?.kill(), serving]);
    await Promise.all([front.close(), data.close()]);
  }
  closing.addEventListener('abort', stopWithLane);
  return {
    url: `http://127.0.0.1:${front.port}`, front, data, pid: () => running?.pid ?? 0,
    async up() {
      for (await serving; !isUp(); await serving);
    },
    async kill() {
      killed = true;
      await running?.kill();
    },
    stop,
  };
}
