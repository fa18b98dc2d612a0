// What is read of policies: all that were published, one of them, and the drafts.
import { useQuery } from '@tanstack/react-query';
import { listPolicies, listPolicyDrafts, readPolicy } from '../../shared/protocol/policies.ts';
import { call } from '../live/api.ts';

const refetchInterval = 15_000;
export const policiesKey = ['policies'];

export const usePublished = () => useQuery({ queryKey: [...policiesKey, 'published'], queryFn: ({ signal }) => call(listPolicies, {}, { signal }), refetchInterval });
export const useDrafts = (enabled: boolean) => useQuery({ queryKey: [...policiesKey, 'drafts'], queryFn: ({ signal }) => call(listPolicyDrafts, {}, { signal }), refetchInterval, enabled });
/** Never read twice: what is published never changes. */
export const usePublishedBody = (policyId: string) => useQuery({ queryKey: [...policiesKey, 'body', policyId], queryFn: ({ signal }) => call(readPolicy, { policyId }, { signal }), staleTime: Infinity });
