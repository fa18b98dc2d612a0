// The proposed grade with every reason that speaks for it, strictest first: a person confirms or changes it.
import { GRADE_MEANS } from '../../shared/domain/grade.ts';
import type { Proposal } from '../../shared/domain/grading.ts';
import { GradeShape } from './grade-shape.tsx';
import classes from './proposed-grade.module.css';

/** Null until the policy in force has been read. */
export function ProposedGrade({ proposal, large = false }: { proposal: Proposal | null; large?: boolean }) {
  if (proposal === null) return <p className={classes['waiting']}>The grading policy has not been read yet. What you enter is kept, and can be saved: the server proposes the grade.</p>;
  return (
    <div className={classes['proposal']} data-large={large || undefined} role="status">
      <GradeShape grade={proposal.grade} provisional size="lg" />
      <div>
        <p className={classes['proposed']} data-now={proposal.grade === 1 || undefined}>Grade {proposal.grade} proposed <span className={classes['means']}>{GRADE_MEANS[proposal.grade]}</span></p>
        <ul className={classes['reasons']}>
          {proposal.reasons.map(({ code, grade, because }) => <li key={code} data-strict={grade === proposal.grade || undefined}>{because}{grade === proposal.grade ? '' : ` (Grade ${grade})`}</li>)}
        </ul>
      </div>
    </div>
  );
}
