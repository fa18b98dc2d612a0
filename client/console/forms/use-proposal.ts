// The grade that the policy would propose for what is known so far, asked of the server as the answers come.
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { proposeGradeRoute } from '../../../shared/protocol/incidents.ts';
import type { OutOf } from '../../../shared/protocol/route.ts';
import { call } from '../../live/api.ts';
import type { RiskDraft } from './risk-draft.ts';

export interface Proposed {
  proposal: OutOf<typeof proposeGradeRoute> | null;
  /** What is shown answers what is written now, not an earlier answer. */
  settled: boolean;
  failed: boolean;
}

export function useProposal({ flags, missingRisk, answers }: RiskDraft): Proposed {
  const written = { flags, missingRisk, answers };
  const [asked] = useDebouncedValue(written, 250);
  const { data, isError, isPlaceholderData } = useQuery({
    queryKey: ['grade-proposal', asked], queryFn: ({ signal }) => call(proposeGradeRoute, asked, { signal }), placeholderData: keepPreviousData, staleTime: 60_000,
  });
  return { proposal: data ?? null, settled: data !== undefined && !isPlaceholderData && JSON.stringify(asked) === JSON.stringify(written), failed: isError };
}
