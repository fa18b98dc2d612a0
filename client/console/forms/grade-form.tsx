// Confirms or changes the grade. A later target than the strictest in force is asked of a second person, with the reason.
import { z } from 'zod';
import { GRADE_MEANS, GRADES, isDowngrade, strictestOf, type Grade } from '../../../shared/domain/grade.ts';
import { refusalSentence } from '../../../shared/domain/refusal.ts';
import { askSecond, gradeIncident } from '../../../shared/protocol/incidents.ts';
import type { IncidentView } from '../../../shared/protocol/views.ts';
import { NOTHING_TOLD, ToldDraft, toldFor, toldOf, whyNotTold } from '../../forms/owed/told-draft.ts';
import { ToldLine } from '../../forms/owed/told-line.tsx';
import { usePolicyInForce, useProposal } from '../../live/policy-in-force.ts';
import { useSend } from '../../live/send.ts';
import { GradeShape } from '../../ui/grade-shape.tsx';
import { say } from '../../ui/toast.tsx';
import { whyNotAskSecond, whyNotGrade } from '../board/asked.ts';
import { useBoard } from '../board/board.tsx';
import { Choices } from '../../ui/choices.tsx';
import type { FormProps } from './form-props.ts';
import { InlineForm } from './inline-form.tsx';
import { useFormDraft } from '../../ui/use-form-draft.ts';
import { WordsField } from '../../ui/words-field.tsx';

const Draft = z.object({ to: z.literal(GRADES), rationale: z.string(), told: ToldDraft.default(NOTHING_TOLD) });

const noteFor = (incident: Pick<IncidentView, 'gradedAt' | 'grade' | 'strictest' | 'attendedAt'>, proposed: Grade, grade: Grade): string => [
  incident.gradedAt !== null && grade === incident.grade ? 'now' : '',
  grade === proposed ? 'proposed' : '',
  isDowngrade(incident, grade) ? 'needs a second person' : '',
].filter((words) => words !== '').join(' · ');

export function GradeForm({ incident, onClose }: FormProps) {
  const { me, now } = useBoard();
  const { send } = useSend();
  const policy = usePolicyInForce();
  const proposal = useProposal(incident);
  // The policy of now, as the server will ask it: another one may have come into force since this was proposed.
  const proposed = policy === null || policy.id === incident.policyId ? incident.proposedGrade : proposal?.grade ?? incident.proposedGrade;
  const inForce = { ...incident, strictest: strictestOf(incident.strictest, proposed) };
  const { draft, change, clear } = useFormDraft(`${incident.id}.grade`, Draft, { to: incident.gradedAt === null ? proposed : incident.grade, rationale: '', told: NOTHING_TOLD });
  const told = toldFor(draft.told, draft.to);
  const rationale = draft.rationale.trim();
  const asker = { staffId: me.staffId, now };
  const lowers = isDowngrade(inForce, draft.to);
  const confirms = incident.gradedAt === null && draft.to === proposed;
  const because = proposal?.reasons.filter(({ grade }) => grade === proposed).map((reason) => reason.because) ?? [];

  const refusal = lowers
    ? whyNotAskSecond(incident, { kind: 'grade', to: draft.to }, asker, policy) ?? (rationale === '' ? refusalSentence({ code: 'rationale-needed' }) : undefined)
    : whyNotGrade(incident, { to: draft.to, rationale }, policy, asker) ?? whyNotTold(told, now);
  const submit = async () => {
    const done = lowers
      ? await send(askSecond, { incidentId: incident.id, action: { kind: 'grade', to: draft.to }, rationale })
      : await send(gradeIncident, { incidentId: incident.id, expectedVersion: incident.version, to: draft.to, rationale: rationale || null, told: toldOf(told, now) });
    if (done === null) return;
    clear();
    onClose();
    say(lowers ? `A second person has been asked for Grade ${draft.to}. Until then Grade ${incident.grade} stands.` : `${incident.ref} is Grade ${draft.to}.`);
  };
  return (
    <InlineForm
      title={incident.gradedAt === null ? 'Confirm or change the grade' : 'Change the grade'}
      says={<>Grade {proposed} is proposed{policy !== null && ` by policy version ${policy.version}`}{because.length > 0 && `: ${because.join(' · ').toLowerCase()}`}. The clock runs from the report, whatever the grade.</>}
      submit={lowers ? `Ask a second person for Grade ${draft.to}` : confirms ? `Confirm Grade ${draft.to}` : `Make it Grade ${draft.to}`}
      onSubmit={submit} onClose={onClose} refusal={refusal}
    >
      <Choices
        label="Grade" value={draft.to} onChoose={(to) => change({ to })}
        choices={GRADES.map((grade) => ({ value: grade, name: `Grade ${grade}`, label: GRADE_MEANS[grade], mark: <GradeShape grade={grade} size="sm" />, keys: String(grade), note: noteFor(inForce, proposed, grade) }))}
      />
      {!confirms && <WordsField label={lowers ? 'Why it can wait longer' : 'Why'} required={lowers || draft.to !== proposed} text={draft.rationale} onChange={(rationale) => change({ rationale })} />}
      {!lowers && <ToldLine draft={told} grade={draft.to} onChange={(part) => change({ told: { ...told, ...part } })} />}
    </InlineForm>
  );
}
