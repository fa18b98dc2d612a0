// What the policy in force proposes about taking a call, from what is known of it; null until the policy is at hand.
import { nearestDistrict } from '../../shared/domain/district.ts';
import type { Point } from '../../shared/domain/distance.ts';
import type { GradingFacts } from '../../shared/domain/grading.ts';
import { proposeTaking, type TakingProposal } from '../../shared/domain/taking.ts';
import { usePolicyInForce } from './policy-in-force.ts';

export function useTaking({ answers, flags, missingRisk }: GradingFacts, point: Point | null, now: Date): TakingProposal | null {
  const policy = usePolicyInForce();
  if (policy === null) return null;
  return proposeTaking(policy.body.taking, { answers, flags, missingRisk, served: point === null ? null : nearestDistrict(point) !== null }, now.toISOString());
}
