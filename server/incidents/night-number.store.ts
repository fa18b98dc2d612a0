// The running number of a night; the row's lock hands them out one by one, without gaps.
import type { Tx } from '../database/transaction.ts';

export async function nextNumber(tx: Tx, night: string): Promise<number> {
  const [row] = await tx.query<{ last: number }[]>('INSERT INTO night_number (night, last) VALUES ($1, 1) ON CONFLICT (night) DO UPDATE SET last = night_number.last + 1 RETURNING last', [night]);
  if (row === undefined) throw new Error('no number was handed out');
  return row.last;
}
