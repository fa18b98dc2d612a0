// The simulated people in a process of their own, so that they can take nothing that is not given over the wire; started again where they are lost.
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Instant } from '../../shared/domain/instant.ts';
import type { WayOfSending } from './people/way-of-sending.ts';

export interface Begin {
  url: string;
  /** What a browser would say that it comes from, where that is not `url`. */
  origin?: string;
  password: string; seed: number; from: Instant; hours: number; responders: number; way: WayOfSending;
  places: readonly { name: string; lat: number; lon: number; districtCode: string }[];
}
export interface People { stop(): Promise<void> }
export interface Hearing {
  /** Once, when all have signed in for the first time. */
  ready(): void;
  say(sentence: string): void;
}

const MAIN = fileURLToPath(new URL('./main.js', import.meta.url));
const Said = z.looseObject({ kind: z.enum(['ready', 'over']) });
const AGAIN_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;
const STOPPING_PATIENCE_MS = 5_000;

/** `certificate`: the file of one that no public authority may have signed. */
export function startPeople(begin: Begin, { ready, say }: Hearing, certificate?: string): People {
  let leaving = false;
  let over = false;
  let wasReady = false;
  let waitMs = AGAIN_MS;
  let again: NodeJS.Timeout | undefined;

  const start = (): ChildProcess => {
    // Of this process's environment it needs nothing, and its secrets least of all.
    const child = fork(MAIN, [], { env: { PATH: process.env.PATH, TZ: process.env.TZ, NODE_EXTRA_CA_CERTS: certificate }, execArgv: ['--enable-source-maps'], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    child.on('message', (message) => {
      const { data: said } = Said.safeParse(message);
      over ||= said?.kind === 'over';
      if (said?.kind !== 'ready') return;
      waitMs = AGAIN_MS;
      if (!wasReady) ready();
      wasReady = true;
    });
    child.on('error', () => undefined);
    child.on('exit', () => {
      if (leaving || over) return;
      again = setTimeout(() => {
        // Ctrl-C ends both at once, and the child may be heard of first.
        say('The simulated people were lost, and are being called again.');
        people = start();
      }, waitMs);
      waitMs = Math.min(2 * waitMs, LONGEST_WAIT_MS);
    });
    child.send({ kind: 'begin', ...begin }, () => undefined);
    return child;
  };
  let people = start();

  return {
    async stop() {
      leaving = true;
      clearTimeout(again);
      if (people.exitCode !== null || people.signalCode !== null) return;
      const gone = once(people, 'exit');
      // It leaves by itself when its parent lets go.
      if (people.connected) people.disconnect();
      const killed = setTimeout(() => people.kill('SIGKILL'), STOPPING_PATIENCE_MS);
      await gone;
      clearTimeout(killed);
    },
  };
}
