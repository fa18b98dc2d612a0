// Which version of the policy a grade rests on, and what was proposed since by another.
import type { IncidentView } from '../../shared/protocol/views.ts';

type Graded = Pick<IncidentView, 'grade' | 'gradedAt' | 'gradePolicyVersion' | 'proposedGrade' | 'policyVersion'>;

export function GradedBy({ incident: { grade, gradedAt, gradePolicyVersion, proposedGrade, policyVersion } }: { incident: Graded }) {
  const since = proposedGrade !== grade || policyVersion !== gradePolicyVersion;
  return (
    <>
      Grade {grade}{gradedAt === null && ' proposed, and not confirmed'}, by policy version {gradePolicyVersion}
      {since && <> · Grade {proposedGrade} proposed{policyVersion !== gradePolicyVersion && ` by version ${policyVersion}`}</>}
    </>
  );
}
