// Raising a call on the road: what, where, who, how bad. What is written stays until the server has it.
import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { DOOR_NAMES, DOORS, FLAG_NAMES, MISSING_RISK_NAMES, MISSING_RISKS, VULNERABILITY_FLAGS } from '../../../shared/domain/incident-words.ts';
import type { Answers } from '../../../shared/domain/policy.ts';
import { QUESTIONS, questionsToAsk, type QuestionCode } from '../../../shared/domain/question.ts';
import { useProposal } from '../../live/policy-in-force.ts';
import { ProposedGrade } from '../../ui/proposed-grade.tsx';
import { raiseIncident } from '../../../shared/protocol/incidents.ts';
import { BigButton } from '../../ui/big-button.tsx';
import { MomentField } from '../../ui/moment-field.tsx';
import { dayAndTime } from '../../ui/time-text.ts';
import { say } from '../../ui/toast.tsx';
import { useNow } from '../../ui/use-now.tsx';
import { Choice, Tick } from '../frame/choice.tsx';
import { Notice } from '../frame/notice.tsx';
import { Page } from '../frame/page.tsx';
import { Section } from '../frame/section.tsx';
import { useQuestion } from '../frame/use-question.ts';
import { type CallDraft, inputOf, isLate, owedOf, reportedOf } from './call-draft.ts';
import { PeopleFields } from './people-fields.tsx';
import { PlaceField } from './place-field.tsx';

export interface RaisePageProps { draft: CallDraft; onChange: (draft: CallDraft) => void; onRaised: () => void; onBack: () => void }

const ANSWERED = [{ value: 'yes', label: 'Yes' }, { value: 'no', label: 'No' }, { value: 'unknown', label: 'Not known' }] as const;
const NOBODY = 'nobody';

export function RaisePage({ draft, onChange, onRaised, onBack }: RaisePageProps) {
  const { put, no } = useQuestion();
  const now = useNow();
  const proposal = useProposal(draft);
  const change = (part: Partial<CallDraft>) => onChange({ ...draft, ...part });
  const raise = async () => {
    if (!await put(raiseIncident, inputOf(draft, now))) return;
    say('Raised.', 'The coordinators have it. You find it under “In this duty”.');
    onRaised();
  };
  return (
    <Page title="Raise a call" onBack={onBack} foot={<BigButton label="Raise it" detail={`Reported ${dayAndTime(reportedOf(draft, now) ?? draft.reportedAt, now)}: the clock runs from then`} refusal={owedOf(draft, now)} onAct={raise} />}>
      {no && <Notice tone="act" urgent title="Not raised: what you wrote is still here">{no} If it cannot wait, say it to control by radio.</Notice>}
      <Question question="dangerNow" answers={draft.answers} onChange={(answers) => change({ answers })} />
      {draft.answers.dangerNow && <Notice tone="danger" urgent title="Radio first, or 999">This form calls nobody to you. It is Grade 1, and control passes it to the police.</Notice>}
      <Textarea label="What has happened" size="lg" required autosize minRows={3} maxRows={10} maxLength={4000} value={draft.summary} onChange={(event) => change({ summary: event.currentTarget.value })} />
      <PlaceField draft={draft} onChange={change} />
      <PeopleFields people={draft.people} onChange={(people) => change({ people })} />
      <Section title="Vulnerability flags">
        {VULNERABILITY_FLAGS.map((flag) => (
          <Tick
            key={flag}
            label={FLAG_NAMES[flag]}
            checked={draft.flags.includes(flag)}
            onChange={(on) => change({ flags: on ? [...draft.flags, flag] : draft.flags.filter((other) => other !== flag) })}
          />
        ))}
      </Section>
      <Section title="Asked, as far as you know">
        {questionsToAsk(draft).filter((question) => question !== 'dangerNow').map((question) => (
          <Question key={question} question={question} answers={draft.answers} onChange={(answers) => change({ answers })} />
        ))}
      </Section>
      <NativeSelect
        label="Is somebody missing?"
        size="lg"
        data={[{ value: NOBODY, label: 'Nobody is missing' }, ...MISSING_RISKS.map((risk) => ({ value: risk, label: `Missing, ${MISSING_RISK_NAMES[risk]}` }))]}
        value={draft.missingRisk ?? NOBODY}
        onChange={(event) => change({ missingRisk: MISSING_RISKS.find((risk) => risk === event.currentTarget.value) ?? null })}
      />
      <NativeSelect
        label="Who told you"
        size="lg"
        data={DOORS.map((door) => ({ value: door, label: DOOR_NAMES[door] }))}
        value={draft.door}
        onChange={(event) => change({ door: DOORS.find((door) => door === event.currentTarget.value) ?? draft.door })}
      />
      <MomentField label="When you were told, if that was earlier" side="past" size="lg" text={draft.toldAt} whenEmpty={`${dayAndTime(draft.reportedAt, now)}, when you opened this page`} onChange={(toldAt) => change({ toldAt })} />
      {isLate(draft, now) && (
        <TextInput
          label="Entered now because" description="This is a late entry, and the record says so" size="lg" maxLength={1000} autoComplete="off"
          value={draft.lateBecause} onChange={(event) => change({ lateBecause: event.currentTarget.value })}
        />
      )}
      <ProposedGrade proposal={proposal} large />
    </Page>
  );
}

function Question({ question, answers, onChange }: { question: QuestionCode; answers: Answers; onChange: (answers: Answers) => void }) {
  const value = answers[question];
  return (
    <Choice
      legend={QUESTIONS[question].asks} hint={QUESTIONS[question].hint} options={ANSWERED} value={value === null ? 'unknown' : value ? 'yes' : 'no'}
      onChange={(answer) => onChange({ ...answers, [question]: answer === 'unknown' ? null : answer === 'yes' })} inline
    />
  );
}
