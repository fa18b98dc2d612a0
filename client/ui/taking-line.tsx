// Whether the policy would take this, with every reason against it: a proposal, shown before a person decides.
import type { TakingProposal } from '../../shared/domain/taking.ts';

export function TakingLine({ proposal: { take, reasons } }: { proposal: TakingProposal }) {
  if (take) return null;
  return <p role="status"><strong>Not ours to take, by the policy:</strong> {reasons.map(({ because }) => because).join('; ')}. You decide; if it is not taken, somebody at the door keeps it by name.</p>;
}
