// Searches in a thread of its own, one search at a time: two would each find half as much.
import { Worker } from 'node:worker_threads';
import pLimit from 'p-limit';
import type { AskedPlan, Plan } from './engine/problem.ts';

/** So long for each visit, and within these: beyond that a plan gets no better that anybody would notice. */
const [MS_PER_VISIT, LEAST_MS, MOST_MS] = [25, 150, 1_500];
const searchMs = ({ visits }: AskedPlan): number => Math.min(MOST_MS, Math.max(LEAST_MS, visits.length * MS_PER_VISIT));

export interface Search { asked: AskedPlan; milliseconds: number; seed: number }

const SEED = 1;

const oneAtATime = pLimit(1);

export const searchApart = (asked: AskedPlan): Promise<Plan> => oneAtATime(() => inThread({ asked, milliseconds: searchMs(asked), seed: SEED }));

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
