// It is worse than it looked: anybody may raise the grade, at once, with the reason.
import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { GRADE_MEANS, type Grade } from '../../../shared/domain/grade.ts';
import { gradeIncident } from '../../../shared/protocol/incidents.ts';
import type { IncidentView } from '../../../shared/protocol/views.ts';
import { BigButton } from '../../ui/big-button.tsx';
import { useDraft } from '../../ui/drafts.ts';
import { Choice } from '../frame/choice.tsx';
import { Notice } from '../frame/notice.tsx';
import { Page } from '../frame/page.tsx';
import { useQuestion } from '../frame/use-question.ts';

/** The grades that are stricter than the one in force. */
export const worseGrades = (grade: Grade): (1 | 2)[] => ([2, 1] as const).filter((worse) => worse < grade);

export function WorsePage({ incident, onDone }: { incident: IncidentView; onDone: () => void }) {
  const { put, no } = useQuestion();
  const grades = worseGrades(incident.grade);
  const [to, setTo] = useState<1 | 2 | null>(grades.length === 1 ? (grades[0] ?? null) : null);
  const [reason, setReason] = useDraft(`tablet.worse.${incident.id}`);
  const raise = async () => {
    if (to === null) return;
    if (!await put(gradeIncident, { incidentId: incident.id, expectedVersion: incident.version, to, rationale: reason.trim() })) return;
    setReason('');
    onDone();
  };
  const refusal = to === null ? 'Choose the grade.' : reason.trim() === '' ? 'Say why, in a few words: this is read later.' : undefined;
  return (
    <Page title="It is worse" onBack={onDone} foot={<BigButton label={to === null ? 'Raise the grade' : `Raise to Grade ${to}`} detail="Control sees it at once; the clock still runs from the report" refusal={refusal} onAct={raise} />}>
      <Notice tone="danger" title="In danger yourself? Leave, and press the button on your radio">Nightjar is no lone-worker alarm. Nothing on this page calls anybody to you.</Notice>
      {no && <Notice tone="act" urgent title={`Not raised: it is still Grade ${incident.grade}`}>{no} If it cannot wait, tell control by radio.</Notice>}
      <Choice
        legend={`It is Grade ${incident.grade} now`}
        options={grades.map((grade) => ({ value: String(grade), label: `Grade ${grade}`, detail: GRADE_MEANS[grade] }))}
        value={to === null ? null : String(to)}
        onChange={(chosen) => setTo(grades.find((grade) => String(grade) === chosen) ?? null)}
      />
      <Textarea label="What has changed" size="lg" required autosize minRows={3} maxRows={8} maxLength={4000} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
    </Page>
  );
}
