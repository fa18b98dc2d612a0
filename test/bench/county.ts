// A county for a bench: a past of so many incidents, a night of today on it, a server, and a coordinator at work.
import { call } from './call.ts';
import { callerOf, type Caller } from './http.ts';
import { fillPast } from './past.ts';
import type { Ground, Seat, Stage } from './stage.ts';

export const OPEN_TONIGHT = 40;

export interface County { ground: Ground; caller: Caller; coordinator: Seat }

export async function openCounty(stage: Stage, incidents: number): Promise<County> {
  const ground = await stage.ground();
  const coordinator = await ground.person('Asha Whitethorn', 'coordinator');
  // What every start brings, the policy and the places, is there before the past is.
  await (await ground.serve()).stop();
  await fillPast(ground, incidents);
  const { url } = await ground.serve();
  const caller = callerOf(url);
  await caller.post(coordinator.cookie, '/duties', { seat: 'control', teamId: null });
  for (let raised = 0; raised < OPEN_TONIGHT; raised += 1) await caller.post(coordinator.cookie, '/incidents', call());
  return { ground, caller, coordinator };
}

/** As the product's own stores ask. */
export const queryableOf = ({ sql }: Ground) => ({ query: async <T>(text: string, parameters?: unknown[]) => await sql(text, parameters) as T });
