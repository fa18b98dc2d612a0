// The proposed grade with every reason that speaks for it, strictest first: a person confirms or changes it.
import { GRADE_MEANS } from '../../../shared/domain/grade.ts';
import { GradeShape } from '../../ui/grade-shape.tsx';
import type { Proposed } from './use-proposal.ts';
import classes from './forms.module.css';

export function ProposalLine({ proposed: { proposal, settled, failed } }: { proposed: Proposed }) {
  if (proposal === null) return <p className={classes['understood']}>{failed ? 'The proposal could not be asked for. What you entered is kept, and can be saved.' : 'Working out the proposal …'}</p>;
  return (
    <div className={classes['proposal']} data-settled={settled || undefined} role="status">
      <GradeShape grade={proposal.grade} provisional size="lg" />
      <div>
        <p className={classes['proposed']}>Grade {proposal.grade} proposed <span className={classes['means']}>{GRADE_MEANS[proposal.grade]}</span></p>
        <ul className={classes['reasons']}>
          {proposal.reasons.map(({ code, grade, because }) => <li key={code} data-strict={grade === proposal.grade || undefined}>{because}{grade === proposal.grade ? '' : ` (Grade ${grade})`}</li>)}
        </ul>
      </div>
    </div>
  );
}
