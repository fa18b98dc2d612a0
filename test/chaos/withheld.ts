// How long processes have stood ready to run while the machine was busy with others: what no promise of seconds can be held to.
import { readFile } from 'node:fs/promises';

const NS_IN_MS = 1_000_000;

/** In all, since they began; none where the system does not count it. */
export async function withheldFrom(pids: readonly number[]): Promise<number> {
  const waits = await Promise.all(pids.map(async (pid) => {
    const text = await readFile(`/proc/${pid}/schedstat`, 'utf8').catch(() => '');
    return Number(text.split(' ')[1] ?? 0) / NS_IN_MS;
  }));
  return Math.round(waits.reduce((sum, wait) => sum + wait, 0));
}
