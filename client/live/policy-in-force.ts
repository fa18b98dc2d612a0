// The grading policy in force, at hand on every screen: what is proposed as the answers come is what the server will decide.
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { proposeGrade, type GradingFacts, type Proposal } from '../../shared/domain/grading.ts';
import { readPolicyNow, type PolicyNowView } from '../../shared/protocol/policies.ts';
import { call } from './api.ts';
import { useServerNow, useSpeed } from './live-store.tsx';

export const policyKey = ['policy', 'current'];
/** A policy comes into force a minute after it is published, at the earliest: by then every screen has asked. */
const askAgainMs = 20_000;
const soonMs = 250;

/** Null until the server has answered once. */
export function usePolicyInForce(): PolicyNowView | null {
  const serverNow = useServerNow();
  const speed = useSpeed();
  const untilNext = (untilAt: string | null): number =>
    untilAt === null || speed === 0 ? askAgainMs : Math.max(soonMs, (Date.parse(untilAt) - Date.parse(serverNow())) / speed + soonMs);
  const { data } = useQuery({
    queryKey: policyKey, queryFn: ({ signal }) => call(readPolicyNow, {}, { signal }), staleTime: askAgainMs,
    refetchInterval: ({ state }) => Math.min(askAgainMs / Math.max(1, speed), state.data === undefined ? askAgainMs : untilNext(state.data.untilAt)),
  });
  return data ?? null;
}

/** Null until the policy is at hand. */
export function useProposal({ answers, flags, missingRisk }: GradingFacts): Proposal | null {
  const policy = usePolicyInForce();
  return useMemo(() => (policy === null ? null : proposeGrade(policy.body, { answers, flags, missingRisk })), [policy, answers, flags, missingRisk]);
}
