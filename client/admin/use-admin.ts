// The lists that an administrator works on: asked again every fifteen seconds, and at once after each command.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { listAccounts, listOrganisations } from '../../shared/protocol/admin.ts';
import { listCertificates } from '../../shared/protocol/certificates.ts';
import { listReceivingTeams } from '../../shared/protocol/handovers.ts';
import { call } from '../live/api.ts';
import { useSend } from '../live/send.ts';
import type { Sending } from '../live/send.ts';

const refetchInterval = 15_000;

export const useAccounts = () => useQuery({ queryKey: ['admin', 'accounts'], queryFn: ({ signal }) => call(listAccounts, {}, { signal }), refetchInterval });

export const useOrganisations = () => useQuery({ queryKey: ['admin', 'organisations'], queryFn: ({ signal }) => call(listOrganisations, {}, { signal }), refetchInterval });

export const useReceivingTeams = () => useQuery({ queryKey: ['admin', 'receiving-teams'], queryFn: ({ signal }) => call(listReceivingTeams, {}, { signal }), refetchInterval });

export const useCertificates = () => useQuery({ queryKey: ['admin', 'certificates'], queryFn: ({ signal }) => call(listCertificates, {}, { signal }), refetchInterval });

/** Settles when the lists show what the command did. */
export function useAdminSend(): Sending['send'] {
  const { send } = useSend();
  const queries = useQueryClient();
  return useCallback<Sending['send']>(async (route, input, options) => {
    const answer = await send(route, input, options);
    await queries.invalidateQueries({ queryKey: ['admin'] });
    return answer;
  }, [send, queries]);
}
