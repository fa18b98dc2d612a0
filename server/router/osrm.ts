// OSRM's table service: every start, then every destination; durations in seconds, a row for each start.
import { z } from 'zod';
import type { Point } from '../../shared/domain/distance.ts';
import { minutesOf, readJson, tableOf, type Minutes } from './router-answer.ts';

const Table = z.object({ code: z.literal('Ok'), durations: z.array(z.array(z.number().nullable())) });
const placed = ({ lat, lon }: Point): string => `${lon.toFixed(6)},${lat.toFixed(6)}`;
const numbers = (count: number, first: number): string => Array.from({ length: count }, (_, index) => first + index).join(';');

export async function minutesByOsrm(base: string, from: readonly Point[], to: readonly Point[], signal: AbortSignal): Promise<Minutes[][]> {
  const { durations } = Table.parse(await readJson(fetch(
    `${base}/table/v1/driving/${[...from, ...to].map(placed).join(';')}?sources=${numbers(from.length, 0)}&destinations=${numbers(to.length, from.length)}&annotations=duration`, { signal, redirect: 'error', headers: { accept: 'application/json' } })));
  return tableOf(durations.map((row) => row.map(minutesOf)), from, to);
}
