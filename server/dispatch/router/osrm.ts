// OSRM's table service: the destination first, then every start; durations in seconds, a row for each start.
import { z } from 'zod';
import type { Point } from '../../../shared/domain/distance.ts';
import { minutesOf, readJson } from './router-answer.ts';

const Table = z.object({ code: z.literal('Ok'), durations: z.array(z.array(z.number().nullable())) });
const placed = ({ lat, lon }: Point): string => `${lon.toFixed(6)},${lat.toFixed(6)}`;

export async function minutesByOsrm(base: string, from: readonly Point[], to: Point, signal: AbortSignal): Promise<(number | null)[]> {
  const sources = from.map((_, index) => index + 1).join(';');
  const { durations } = Table.parse(await readJson(fetch(
    `${base}/table/v1/driving/${[to, ...from].map(placed).join(';')}?sources=${sources}&destinations=0&annotations=duration`, { signal, redirect: 'error', headers: { accept: 'application/json' } })));
  if (durations.length !== from.length) throw new Error('the router answered for other drives');
  return durations.map(([seconds]) => minutesOf(seconds));
}
