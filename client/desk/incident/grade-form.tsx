// Confirming or changing the grade. A later target while nobody has been there asks a second person instead.
import { Radio, Textarea } from '@mantine/core';
import { GRADE_MEANS, GRADES, isDowngrade, strictestOf } from '../../../shared/domain/grade.ts';
import type { Grade } from '../../../shared/domain/grade.ts';
import { refusalSentence } from '../../../shared/domain/refusal.ts';
import { askSecond, gradeIncident } from '../../../shared/protocol/incidents.ts';
import type { IncidentView } from '../../../shared/protocol/views.ts';
import { NOTHING_TOLD, ToldDraft, toldFor, toldOf, whyNotTold } from '../../forms/owed/told-draft.ts';
import { ToldLine } from '../../forms/owed/told-line.tsx';
import { usePolicyInForce, useProposal } from '../../live/policy-in-force.ts';
import { useFormDraft } from '../../ui/use-form-draft.ts';
import { useNow } from '../../ui/use-now.tsx';
import { ActForm } from '../case/act-form.tsx';
import { saidOrNull, useDraftFields } from '../case/draft-fields.ts';
import { useDeed } from '../case/use-deed.ts';
import type { FormProps } from './form-props.ts';
import classes from './grade-form.module.css';
import { whyNotAsked } from './why-not.ts';

function whyNot(incident: IncidentView, proposed: Grade, policyId: string, to: Grade, rationale: string): string | undefined {
  if (to === incident.grade && incident.gradedAt !== null && policyId === incident.gradePolicyId) return refusalSentence({ code: 'grade-unchanged', facts: { grade: String(to) } });
  if (isDowngrade(incident, to)) return whyNotAsked(incident) ?? (rationale.trim() === '' ? refusalSentence({ code: 'rationale-needed' }) : undefined);
  return to !== proposed && rationale.trim() === '' ? refusalSentence({ code: 'rationale-needed' }) : undefined;
}

export function GradeForm({ incident: shown, onClose }: FormProps) {
  const deed = useDeed();
  const policy = usePolicyInForce();
  const proposal = useProposal(shown);
  // The policy of now, as the server will ask it: another one may have come into force since this was proposed.
  const proposed = policy === null || policy.id === shown.policyId ? shown.proposedGrade : proposal?.grade ?? shown.proposedGrade;
  const incident = { ...shown, strictest: strictestOf(shown.strictest, proposed) };
  const { values, set, field, clear } = useDraftFields(`grade.${incident.id}`, { to: String(incident.grade), rationale: '' });
  const now = useNow();
  const caller = useFormDraft(`grade.${incident.id}.told`, ToldDraft, NOTHING_TOLD);
  const to = GRADES.find((grade) => String(grade) === values.to) ?? incident.grade;
  const down = isDowngrade(incident, to);
  const told = toldFor(caller.draft, to);
  const needsWords = down || to !== proposed;
  const act = async () => {
    if (down) await deed(askSecond, { incidentId: incident.id, action: { kind: 'grade', to }, rationale: values.rationale.trim() });
    else await deed(gradeIncident, { incidentId: incident.id, expectedVersion: incident.version, to, rationale: saidOrNull(values.rationale), told: toldOf(told, now) });
    clear();
    caller.clear();
  };
  return (
    <ActForm
      title="Grade"
      leadsTo={down
        ? refusalSentence({ code: 'downgrade-needs-second-person', facts: { grade: String(incident.strictest) } })
        : 'The clock runs from the report, whatever the grade: only the target changes.'}
      act={down ? `Ask a supervisor to agree to Grade ${to}` : to === incident.grade ? `Confirm Grade ${to}` : `Change to Grade ${to}`}
      refusal={whyNot(incident, proposed, policy?.id ?? incident.gradePolicyId, to, values.rationale) ?? (down ? undefined : whyNotTold(told, now))}
      onAct={act}
      onClose={onClose}
    >
      <Radio.Group value={String(to)} onChange={(next) => set('to', next)} aria-label="Grade">
        <div className={classes['grades']}>
          {GRADES.map((grade) => <Radio key={grade} value={String(grade)} label={`${grade}  ${GRADE_MEANS[grade]}${grade === proposed ? ' (proposed)' : ''}`} />)}
        </div>
      </Radio.Group>
      <Textarea label={needsWords ? 'Why' : 'Why, if there is more to say'} required={needsWords} {...field('rationale')} autosize minRows={2} maxRows={6} />
      {!down && <ToldLine draft={told} grade={to} onChange={(part) => caller.change({ ...told, ...part })} />}
    </ActForm>
  );
}
