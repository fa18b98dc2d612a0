// The running number of a night; the row's lock hands them out one by one, without gaps.
import type { Tx } from '../database/transaction.ts';

export async function nextNumber(tx: Tx, night: string): Promise<number> {
  const [row] = await tx.query<{ last: number }[]>('INSERT INTO night_number (night, last) VALUES ($1, 1) ON CONFLICT (night) DO UPDATE SET last = night_number.last + 1 RETURNING last', [night]);
  if (row === undefined) throw new Error('no number was handed out');
  return row.last;
}

/** The first of as many as each night needs; in the order of the nights, so that two who take many cannot wait for each other. */
export async function reserveNumbers(tx: Tx, nights: readonly string[]): Promise<Map<string, number>> {
  const wanted = [...Map.groupBy(nights, (night) => night)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const counts = new Map(wanted.map(([night, { length }]) => [night, length]));
  const rows = await tx.query<{ night: string; last: number }[]>(
    `INSERT INTO night_number (night, last) SELECT * FROM unnest($1::text[], $2::integer[]) ON CONFLICT (night) DO UPDATE SET last = night_number.last + excluded.last RETURNING night, last`,
    [[...counts.keys()], [...counts.values()]]);
  return new Map(rows.map(({ night, last }) => [night, last - (counts.get(night) ?? 0) + 1]));
}
