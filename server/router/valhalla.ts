// Valhalla's matrix: a row for each start, a drive to each target in it; times in seconds.
import { z } from 'zod';
import type { Point } from '../../shared/domain/distance.ts';
import { minutesOf, readJson, tableOf, type Minutes } from './router-answer.ts';

const Drive = z.object({ time: z.number().nullish() });
const Matrix = z.object({ sources_to_targets: z.array(z.array(Drive)) });

export async function minutesByValhalla(base: string, from: readonly Point[], to: readonly Point[], signal: AbortSignal): Promise<Minutes[][]> {
  const place = ({ lat, lon }: Point) => ({ lat, lon });
  const { sources_to_targets: rows } = Matrix.parse(await readJson(fetch(`${base}/sources_to_targets`, {
    method: 'POST', signal, redirect: 'error', headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ sources: from.map(place), targets: to.map(place), costing: 'auto' }),
  })));
  return tableOf(rows.map((row) => row.map(({ time }) => minutesOf(time))), from, to);
}
