// What one still holds, as the server knows it: asked for while the end of a duty is on the screen.
import { useQuery } from '@tanstack/react-query';
import { endsOf, type HoldingEnds } from '../../../shared/domain/holding.ts';
import { readHolding } from '../../../shared/protocol/duties.ts';
import type { OutOf } from '../../../shared/protocol/route.ts';
import { call } from '../../live/api.ts';

export type HoldingLine = OutOf<typeof readHolding>[number];
export const holdingKey = ['holding'];
const AGAIN_MS = 3_000;

export interface Holdings { lines: readonly HoldingLine[]; known: boolean; of: (ends: HoldingEnds) => readonly HoldingLine[] }

export function useHolding(): Holdings {
  const { data } = useQuery({ queryKey: holdingKey, queryFn: ({ signal }) => call(readHolding, {}, { signal }), refetchInterval: AGAIN_MS, staleTime: 0 });
  const lines = data ?? [];
  return { lines, known: data !== undefined, of: (ends) => lines.filter(({ kind }) => endsOf(kind) === ends) };
}
