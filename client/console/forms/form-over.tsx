// The form that stands open over an incident.
import type { Instant } from '../../../shared/domain/instant.ts';
import type { PersonView } from '../../../shared/protocol/views.ts';
import { PersonCard } from '../../people/person-card.tsx';
import { useSend } from '../../live/send.ts';
import { useConsole } from '../console-state.tsx';
import type { OpenForm } from '../open-form.ts';
import { AssessForm } from '../../forms/risk/assess-form.tsx';
import { CancelTaskForm, ReopenForm, StandDownForm, WithdrawForm } from './reason-forms.tsx';
import { CheckForm } from './check-form.tsx';
import { CorrectForm } from './correct-form.tsx';
import { DivertForm } from './divert-form.tsx';
import { EndForm } from './end-form.tsx';
import type { FormProps } from './form-props.ts';
import { InlineForm } from './inline-form.tsx';
import { FollowUpForm } from './follow-up-form.tsx';
import { GiveForm } from './give-form.tsx';
import { GradeForm } from './grade-form.tsx';
import { HandOverForm } from './hand-over-form.tsx';
import { LegSkillsForm } from './leg-skills-form.tsx';
import { MissingForm } from './missing/missing-form.tsx';
import { ReportMissingForm } from './missing/report-missing-form.tsx';
import { AdviceForm } from '../../forms/owed/advice-form.tsx';
import { InstructForm } from './instruct-form.tsx';
import { LeadForm } from '../../forms/owed/lead-form.tsx';
import { DescribeForm } from '../../forms/person/describe-form.tsx';
import { NewsForm } from './news-form.tsx';
import { ReviewForm } from './review-form.tsx';
import { TellForm } from '../../forms/owed/tell-form.tsx';
import { BookForm } from '../../forms/visit/book-form.tsx';
import { CallOffForm } from '../../forms/visit/call-off-form.tsx';
import { SuitsForm } from '../../forms/visit/suits-form.tsx';
import { NoteForm } from './note-form.tsx';
import { NotTakenForm } from '../../forms/owed/not-taken-form.tsx';
import { OutcomeForm } from './outcome-form.tsx';
import { PersonForm } from './person-form.tsx';
import { PoliceForm } from './police-form.tsx';
import { RestrictForm } from './restrict-form.tsx';
import { ReviewWarningForm } from './review-warning-form.tsx';
import { SecondForm } from './second-form.tsx';
import { MeetingForm } from './meeting-form.tsx';
import { NoAccessForm, SeenForm } from './seen-form.tsx';
import { SendForm } from './send-form.tsx';
import { StepBackForm } from './step-back-form.tsx';
import { StrikeCheckForm } from './strike-check-form.tsx';
import { TakenByPhoneForm } from './taken-by-phone-form.tsx';
import { TaskForm } from './task-form.tsx';
import { WarningForm } from './warning-form.tsx';

export interface FormOverProps extends FormProps {
  form: OpenForm;
  /** Those a restricted incident is shown to already. */
  namedStaff: readonly PersonView[];
  linkedAt: Instant | null;
}

export function FormOver({ form, incident, namedStaff, linkedAt, onClose }: FormOverProps) {
  const { openForm, openIncident } = useConsole();
  const { send } = useSend();
  const over = { incident, onClose };
  const shared = { ...over, way: { Frame: InlineForm, send } };
  switch (form.name) {
    case 'grade': return <GradeForm {...over} />;
    case 'assess': return <AssessForm {...shared} />;
    case 'task': return <TaskForm {...over} />;
    case 'divert': return <DivertForm {...over} taskId={form.taskId} version={form.version} diversion={form.diversion} />;
    case 'send': return <SendForm {...over} taskId={form.taskId} insteadOf={form.insteadOf} />;
    case 'leg-skills': return <LegSkillsForm {...over} legId={form.legId} />;
    case 'meeting': return <MeetingForm {...over} taskId={form.taskId} />;
    case 'stand-down': return <StandDownForm {...over} assignmentIds={form.assignmentIds} />;
    case 'step-back': return <StepBackForm {...over} assignmentId={form.assignmentId} />;
    case 'seen': return <SeenForm {...over} assignmentId={form.assignmentId} />;
    case 'no-access': return <NoAccessForm {...over} assignmentId={form.assignmentId} />;
    case 'outcome': return <OutcomeForm {...over} taskId={form.taskId} />;
    case 'cancel-task': return <CancelTaskForm {...over} taskId={form.taskId} />;
    case 'follow-up': return <FollowUpForm {...over} followUpId={form.followUpId} />;
    case 'second': return <SecondForm {...over} requestId={form.requestId} />;
    case 'hand-over': return <HandOverForm {...over} />;
    case 'withdraw': return <WithdrawForm {...over} handoverId={form.handoverId} />;
    case 'taken-by-phone': return <TakenByPhoneForm {...over} handoverId={form.handoverId} />;
    case 'end': return <EndForm {...over} />;
    case 'reopen': return <ReopenForm {...over} />;
    case 'give': return <GiveForm {...over} />;
    case 'note': return <NoteForm {...over} />;
    case 'correct': return <CorrectForm {...over} />;
    case 'person': return <PersonForm {...over} />;
    case 'report-missing': return <ReportMissingForm {...over} />;
    case 'describe': return <DescribeForm {...shared} personId={form.personId} onPerson={(personId) => openForm({ name: 'describe', personId })} />;
    case 'known': return (
      <PersonCard
        {...over} personId={form.personId} linkedAt={linkedAt} onPerson={(personId) => openForm({ name: 'known', personId })} onLook={openIncident}
        onCorrect={() => openForm({ name: 'describe', personId: form.personId })}
      />
    );
    case 'missing': return <MissingForm {...over} missingId={form.missingId} step={form.step} />;
    case 'police': return <PoliceForm {...over} />;
    case 'not-taken': return <NotTakenForm {...shared} />;
    case 'strike-check': return <StrikeCheckForm {...over} />;
    case 'check': return <CheckForm {...over} />;
    case 'book': return <BookForm {...shared} taskId={form.taskId} />;
    case 'suits': return <SuitsForm {...shared} taskId={form.taskId} />;
    case 'call-off': return <CallOffForm {...shared} taskId={form.taskId} bookingId={form.bookingId} />;
    case 'tell': return <TellForm {...shared} />;
    case 'advice': return <AdviceForm {...shared} />;
    case 'review': return <ReviewForm {...over} />;
    case 'lead': return <LeadForm {...shared} />;
    case 'instruct': return <InstructForm {...over} />;
    case 'news': return <NewsForm {...over} />;
    case 'warning': return <WarningForm {...over} />;
    case 'review-warning': return <ReviewWarningForm {...over} warningId={form.warningId} />;
    case 'restrict': return <RestrictForm {...over} namedStaff={namedStaff} />;
  }
}
