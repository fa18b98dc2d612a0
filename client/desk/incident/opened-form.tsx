// The form that stands open at the foot of an incident.
import type { IncidentView } from '../../../shared/protocol/views.ts';
import { AdviceForm } from '../../forms/owed/advice-form.tsx';
import { LeadForm } from '../../forms/owed/lead-form.tsx';
import { NotTakenForm } from '../../forms/owed/not-taken-form.tsx';
import { TellForm } from '../../forms/owed/tell-form.tsx';
import { DescribeForm } from '../../forms/person/describe-form.tsx';
import { AssessForm } from '../../forms/risk/assess-form.tsx';
import { PersonCard } from '../../people/person-card.tsx';
import { useDeed } from '../case/use-deed.ts';
import { useOpened } from '../opened.tsx';
import { CheckForm } from './check-form.tsx';
import { DeskFrame } from './desk-frame.tsx';
import { EndForm } from './end-form.tsx';
import { FollowUpForm } from './follow-up-form.tsx';
import { GradeForm } from './grade-form.tsx';
import type { IncidentForm, OpenForm } from './incident-form.ts';
import { MissingForm } from './missing-form.tsx';
import { NewsForm } from './news-form.tsx';
import { NoAnswerForm } from './no-answer-form.tsx';
import { NoteForm } from './note-form.tsx';
import { OutcomeForm } from './outcome-form.tsx';
import { PhoneTaskForm } from './phone-task-form.tsx';
import { PoliceForm } from './police-form.tsx';
import { ReportMissingForm } from './report-missing-form.tsx';
import { ReopenForm } from './reopen-form.tsx';
import { SendHandoverForm } from './send-handover-form.tsx';
import { WithdrawRequestForm } from './withdraw-request-form.tsx';

export interface OpenedFormProps {
  incident: IncidentView;
  form: IncidentForm;
  onForm: OpenForm;
  onClose: () => void;
}

export function OpenedForm({ incident, form, onForm, onClose }: OpenedFormProps) {
  const { goOn } = useOpened();
  const props = { incident, onClose };
  const shared = { ...props, way: { Frame: DeskFrame, send: useDeed() } };
  switch (form.name) {
    case 'grade': return <GradeForm {...props} />;
    case 'assess': return <AssessForm {...shared} />;
    case 'tell': return <TellForm {...shared} />;
    case 'advice': return <AdviceForm {...shared} />;
    case 'lead': return <LeadForm {...shared} />;
    case 'not-taken': return <NotTakenForm {...shared} />;
    case 'check': return <CheckForm {...props} />;
    case 'note': return <NoteForm {...props} />;
    case 'phone-task': return <PhoneTaskForm {...props} />;
    case 'hand-over': return <SendHandoverForm {...props} />;
    case 'end': return <EndForm {...props} />;
    case 'police': return <PoliceForm {...props} />;
    case 'news': return <NewsForm {...props} />;
    case 'reopen': return <ReopenForm {...props} />;
    case 'report-missing': return <ReportMissingForm {...props} />;
    case 'describe': return <DescribeForm {...shared} personId={form.id} onPerson={(id) => onForm({ name: 'describe', id })} />;
    case 'known': return (
      <PersonCard
        {...props} personId={form.id} onPerson={(id) => onForm({ name: 'known', id })} onLook={(id) => goOn({ kind: 'incident', id })} onCorrect={() => onForm({ name: 'describe', id: form.id })}
      />
    );
    case 'missing': return <MissingForm {...props} missingId={form.id} />;
    case 'follow-up': return <FollowUpForm {...props} followUpId={form.id} />;
    case 'outcome': return <OutcomeForm {...props} taskId={form.id} />;
    case 'no-answer': return <NoAnswerForm {...props} assignmentId={form.id} />;
    case 'withdraw-request': return <WithdrawRequestForm {...props} requestId={form.id} />;
  }
}
