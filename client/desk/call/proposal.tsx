// The grade that the policy proposes for what has been said so far, with its reasons; a person confirms it afterwards.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { GRADE_MEANS } from '../../../shared/domain/grade.ts';
import { proposeGradeRoute } from '../../../shared/protocol/incidents.ts';
import { call as ask, sentenceOf } from '../../live/api.ts';
import { GradeShape } from '../../ui/grade-shape.tsx';
import type { CallDraft } from './call-draft.ts';
import classes from './proposal.module.css';

export function Proposal({ call: { flags, missingRisk, answers } }: { call: CallDraft }) {
  const said = { flags, missingRisk, answers };
  const { data, error } = useQuery({
    queryKey: ['grade-proposal', said], queryFn: ({ signal }) => ask(proposeGradeRoute, said, { signal }), staleTime: 60_000, placeholderData: keepPreviousData,
  });
  if (data === undefined) return error && <p className={classes['proposal']}>No grade is proposed: {sentenceOf(error)}</p>;
  return (
    <p className={classes['proposal']} role="status" data-now={data.grade === 1 || undefined}>
      <GradeShape grade={data.grade} provisional size="lg" />
      <span>
        <strong>Grade {data.grade} proposed.</strong> {GRADE_MEANS[data.grade]}.
        <span className={classes['reasons']}>{data.reasons.map(({ because }) => because).join(' · ')}</span>
      </span>
    </p>
  );
}
