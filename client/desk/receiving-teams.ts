// Who takes handovers: the list behind every "sent to", and which of them is the EDT desk itself.
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { listReceivingTeams } from '../../shared/protocol/handovers.ts';
import type { ReceivingTeamView } from '../../shared/protocol/handovers.ts';
import { call } from '../live/api.ts';

const nobodyYet: readonly ReceivingTeamView[] = [];

export function useReceivingTeams(): readonly ReceivingTeamView[] {
  const { data } = useQuery({ queryKey: ['receiving-teams'], queryFn: ({ signal }) => call(listReceivingTeams, {}, { signal }), staleTime: 10 * 60_000 });
  return data ?? nobodyYet;
}

export function useDeskTeamIds(): ReadonlySet<string> {
  const teams = useReceivingTeams();
  return useMemo(() => new Set(teams.filter(({ kind }) => kind === 'edt-desk').map(({ id }) => id)), [teams]);
}
