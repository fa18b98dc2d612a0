// Confirms or changes the grade. A later target than the strictest in force is asked of a second person, with the reason.
import { z } from 'zod';
import { GRADE_MEANS, GRADES, isDowngrade, type Grade } from '../../../shared/domain/grade.ts';
import { refusalSentence } from '../../../shared/domain/refusal.ts';
import { askSecond, gradeIncident } from '../../../shared/protocol/incidents.ts';
import type { IncidentView } from '../../../shared/protocol/views.ts';
import { useSend } from '../../live/send.ts';
import { GradeShape } from '../../ui/grade-shape.tsx';
import { say } from '../../ui/toast.tsx';
import { whyNotAskSecond, whyNotGrade } from '../board/asked.ts';
import { useBoard } from '../board/board.tsx';
import { Choices } from './choices.tsx';
import type { FormProps } from './form-props.ts';
import { InlineForm } from './inline-form.tsx';
import { useFormDraft } from './use-form-draft.ts';
import { useProposal } from './use-proposal.ts';
import { WordsField } from './words-field.tsx';

const Draft = z.object({ to: z.literal(GRADES), rationale: z.string() });

const noteFor = (incident: IncidentView, grade: Grade): string => [
  incident.gradedAt !== null && grade === incident.grade ? 'now' : '',
  grade === incident.proposedGrade ? 'proposed' : '',
  isDowngrade(incident, grade) ? 'needs a second person' : '',
].filter((words) => words !== '').join(' · ');

export function GradeForm({ incident, onClose }: FormProps) {
  const { me, now } = useBoard();
  const { send } = useSend();
  const { proposal } = useProposal(incident);
  const { draft, change, clear } = useFormDraft(`${incident.id}.grade`, Draft, { to: incident.gradedAt === null ? incident.proposedGrade : incident.grade, rationale: '' });
  const rationale = draft.rationale.trim();
  const asker = { staffId: me.staffId, now };
  const lowers = isDowngrade(incident, draft.to);
  const confirms = incident.gradedAt === null && draft.to === incident.proposedGrade;
  const because = proposal?.reasons.filter(({ code }) => incident.proposalReasons.includes(code)).map((reason) => reason.because) ?? [];

  const refusal = lowers
    ? whyNotAskSecond(incident, { kind: 'grade', to: draft.to }, asker) ?? (rationale === '' ? refusalSentence({ code: 'rationale-needed' }) : undefined)
    : whyNotGrade(incident, { to: draft.to, rationale }, asker);
  const submit = async () => {
    const done = lowers
      ? await send(askSecond, { incidentId: incident.id, action: { kind: 'grade', to: draft.to }, rationale })
      : await send(gradeIncident, { incidentId: incident.id, expectedVersion: incident.version, to: draft.to, rationale: rationale || null });
    if (done === null) return;
    clear();
    onClose();
    say(lowers ? `A second person has been asked for Grade ${draft.to}. Until then Grade ${incident.grade} stands.` : `${incident.ref} is Grade ${draft.to}.`);
  };
  return (
    <InlineForm
      title={incident.gradedAt === null ? 'Confirm or change the grade' : 'Change the grade'}
      says={<>Grade {incident.proposedGrade} was proposed{because.length > 0 && `: ${because.join(' · ').toLowerCase()}`}. The clock runs from the report, whatever the grade.</>}
      submit={lowers ? `Ask a second person for Grade ${draft.to}` : confirms ? `Confirm Grade ${draft.to}` : `Make it Grade ${draft.to}`}
      onSubmit={submit} onClose={onClose} refusal={refusal}
    >
      <Choices
        label="Grade" value={draft.to} onChoose={(to) => change({ to })}
        choices={GRADES.map((grade) => ({ value: grade, name: `Grade ${grade}`, label: GRADE_MEANS[grade], mark: <GradeShape grade={grade} size="sm" />, keys: String(grade), note: noteFor(incident, grade) }))}
      />
      {!confirms && <WordsField label={lowers ? 'Why it can wait longer' : 'Why'} required={lowers || draft.to !== incident.proposedGrade} text={draft.rationale} onChange={(rationale) => change({ rationale })} />}
    </InlineForm>
  );
}
