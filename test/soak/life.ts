// The life of one case, from the call to its end, as its people do it; a pair does one after another.
import type { Caller } from '../bench/http.ts';
import { call } from '../bench/call.ts';
import type { Ground, Seat } from '../bench/stage.ts';
import type { Profession } from '../../shared/domain/activity.ts';

export interface Pair { police: Seat; socialWork: Seat; dutyIds: readonly string[] }

export async function pairOf(ground: Ground, caller: Caller, control: Seat, number: number): Promise<Pair> {
  const teamId = (await caller.post(control.cookie, '/teams', { callSign: `Team ${number}`, vehicle: null, districtCodes: [] })).ids['teamId'] ?? '';
  const on = async (profession: Profession): Promise<{ seat: Seat; dutyId: string }> => {
    const seat = await ground.person(`${profession} ${number}`, 'responder');
    await ground.sql('UPDATE staff SET profession = $2 WHERE id = $1', [seat.staffId, profession]);
    return { seat, dutyId: (await caller.post(seat.cookie, '/duties', { seat: 'responder', teamId })).ids['dutyId'] ?? '' };
  };
  const [police, socialWork] = [await on('constable'), await on('social-worker')];
  return { police: police.seat, socialWork: socialWork.seat, dutyIds: [police.dutyId, socialWork.dutyId] };
}

interface Shown { version: number; tasks: { id: string }[]; people: { personId: string }[]; assignments: { id: string; staffId: string }[] }

/** `step` is awaited before each command: it keeps the pace. Answers how many commands it took. */
export async function liveThrough(caller: Caller, control: Seat, pair: Pair, step: () => Promise<void>): Promise<number> {
  let commands = 0;
  const post = async (by: Seat, path: string, body: object) => {
    await step();
    commands += 1;
    return caller.post(by.cookie, path, body);
  };
  const incidentId = (await post(control, '/incidents', call())).ids['incidentId'] ?? '';
  const shown = async (): Promise<Shown> => JSON.parse((await caller.get(control.cookie, `/incidents/${incidentId}`)).text).incident;
  await post(control, `/incidents/${incidentId}/grade`, { expectedVersion: (await shown()).version, to: 3, rationale: null });
  await post(control, `/incidents/${incidentId}/tasks`, { activity: 'welfare-check', kind: 'visit', legs: ['police', 'social-work'], detail: null, dueFrom: null, dueAt: null });
  const tasked = await shown();
  const taskId = tasked.tasks[0]?.id ?? '';
  await post(control, `/tasks/${taskId}/dispatch`, { expectedVersion: tasked.version, dutyIds: pair.dutyIds, insteadOf: [], reason: null });
  const { assignments, people } = await shown();
  const [own, partners] = [pair.police, pair.socialWork].map(({ staffId }) => assignments.find((assignment) => assignment.staffId === staffId)?.id ?? '');
  const advance = (to: string) => post(pair.police, `/assignments/${own}/advance`, { to, alsoFor: [partners] });
  const everybody = people.map(({ personId }) => personId);
  for (const to of ['accepted', 'going', 'there']) await advance(to);
  await post(pair.police, `/tasks/${taskId}/outcome`, { outcome: 'advice', note: 'Spoke with everybody at home and left numbers', seenPersonIds: everybody, notSeenPersonIds: [] });
  await advance('left');
  await post(control, `/incidents/${incidentId}/end`, { expectedVersion: (await shown()).version, ending: 'settled', reason: 'Seen and settled', callerTold: 'Rung back', duplicateOfId: null });
  return commands;
}

