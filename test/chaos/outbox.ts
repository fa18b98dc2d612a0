// One person's outbox in the storm: what was not answered is sent again, with its number, to either server, until it is.
import { setTimeout as sleep } from 'node:timers/promises';
import { ask } from '../support/compiled.ts';
import type { Deed } from '../support/storm.ts';
import type { Command, Try } from './history.ts';
import type { Worker } from './people.ts';

export interface Sent extends Command { deed: Deed<Worker>; tries: Try[] }

const PATIENCE_MS = 1_500;
const AGAIN_MS = 40;

export const newSent = (deed: Deed<Worker>): Sent => ({ deed, commandId: crypto.randomUUID(), staffId: deed.by.staffId, route: `${deed.route.method} ${deed.route.path}`, tries: [] });

/** Once, to one server. Whether it was done is not known where nobody answers. */
export async function send(sent: Sent, url: string): Promise<boolean> {
  const at = Date.now();
  const answer = await ask(url, sent.deed.by, sent.deed.route, { ...sent.deed.input, commandId: sent.commandId }, AbortSignal.timeout(PATIENCE_MS)).catch(() => null);
  const settled = answer !== null && answer.status < 500;
  sent.tries.push({ at, answeredAt: Date.now(), answer: settled ? answer : null });
  return settled;
}

export interface Outbox { urls: readonly string[]; random: () => number; /** Given up: a finding, for the storm is long over. */ tooLate: () => boolean }

/** Now and then it is pressed twice, and both servers have it at once. */
export async function untilAnswered(sent: Sent, { urls, random, tooLate }: Outbox): Promise<void> {
  const any = (): string => urls[Math.floor(random() * urls.length)] ?? '';
  for (;;) {
    const twice = random() < 0.12;
    const answers = await Promise.all(twice ? urls.map((url) => send(sent, url)) : [send(sent, any())]);
    if (answers.includes(true) || tooLate()) return;
    await sleep(AGAIN_MS);
  }
}
