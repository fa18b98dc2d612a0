// The planner's own thread: it is asked once, searches for so long, and answers. Nobody waits for it on the thread that serves.
import { parentPort, workerData } from 'node:worker_threads';
import { seeded } from '../rehearsal/calls/seeded.ts';
import type { Search } from './search-apart.ts';
import { findPlan, forMilliseconds } from './engine/search.ts';

const { asked, milliseconds, seed }: Search = workerData;
parentPort?.postMessage(findPlan(asked, seeded(seed), forMilliseconds(milliseconds, () => performance.now())));
