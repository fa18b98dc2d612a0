// Searches in a thread of its own, one search at a time: two would each find half as much.
import { Worker } from 'node:worker_threads';
import pLimit from 'p-limit';
import type { AskedPlan, Plan } from './engine/problem.ts';

/** Beyond this a county's plan gets no better that anybody would notice. */
export const SEARCH_MS = 1_500;

export interface Search { asked: AskedPlan; milliseconds: number; seed: number }

const oneAtATime = pLimit(1);

export const searchApart = (search: Search): Promise<Plan> => oneAtATime(() => inThread(search));

/** As this file is written, so is its neighbour: compiled, or as it stands in the sources. */
const WORKER = new URL(`./plan.worker${import.meta.url.slice(-3)}`, import.meta.url);

function inThread(search: Search): Promise<Plan> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(WORKER, { workerData: search });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the planner ended without an answer')));
  });
}
