// The one button that comes next. A step is kept here and shown at once, with signal or without; a question opens its page.
import { useEffect, useState } from 'react';
import { readWarnings } from '../../../shared/protocol/stays.ts';
import { advanceAssignment } from '../../../shared/protocol/dispatch.ts';
import type { AssignmentView } from '../../../shared/protocol/views.ts';
import { useOutbox } from '../../live/use-outbox.ts';
import { BigButton } from '../../ui/big-button.tsx';
import type { PageName } from '../frame/use-page.ts';
import type { Work } from '../work.ts';
import { namesOf } from './for-both.tsx';
import classes from './next-button.module.css';
import { nextStep, type Step } from './next-step.ts';
import { hasReadWarnings, keepRead } from './read-warnings.ts';
import { STEP_WORDS } from './step-words.ts';
import { WarningsFirst } from './warnings-first.tsx';

export interface NextButtonProps {
  work: Work;
  /** Those whom this tablet answers for as well. */
  alsoFor: readonly AssignmentView[];
  onOpen: (page: PageName) => void;
}

export function NextButton(props: NextButtonProps) {
  const step = nextStep(props.work);
  return step === null ? null : <StepButton key={`${props.work.mine.id} ${step}`} step={step} {...props} />;
}

/** A second tap of a cold hand, or a key held down, must not run into the step that has just come up in the same place. */
const deafMs = 600;

function StepButton({ step, work, alsoFor, onOpen }: NextButtonProps & { step: Step }) {
  const { push } = useOutbox();
  const [isDeaf, setIsDeaf] = useState(true);
  const [isReading, setIsReading] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsDeaf(false), deafMs);
    return () => clearTimeout(timer);
  }, []);
  const { button, leadsTo } = STEP_WORDS[work.task.kind][step];
  const before = work.task.kind === 'visit' && (step === 'going' || step === 'there') ? step : null;
  const isQuestion = step === 'seen' || step === 'outcome';
  const go = () => {
    if (step !== 'seen' && step !== 'outcome') void push(advanceAssignment, { assignmentId: work.mine.id, to: step, alsoFor: alsoFor.map(({ id }) => id) });
  };
  const act = () => {
    if (isDeaf) return;
    if (isQuestion) onOpen(step);
    else if (before !== null && !hasReadWarnings(work, before)) setIsReading(true);
    else go();
  };
  const read = () => {
    if (before === null) return;
    keepRead(work, before);
    void push(readWarnings, { assignmentId: work.mine.id, warningIds: work.incident.warnings.map(({ id }) => id), before });
    setIsReading(false);
    go();
  };
  return (
    <div className={classes['step']} data-step={step} data-deaf={isDeaf || undefined} onKeyDown={(event) => { if (event.repeat) event.preventDefault(); }}>
      <BigButton label={button} detail={!isQuestion && alsoFor.length > 0 ? `For you and ${namesOf(alsoFor)}, who agreed. ${leadsTo}` : leadsTo} onAct={act} />
      {isReading && before !== null && <WarningsFirst work={work} before={before} onRead={read} onBack={() => setIsReading(false)} />}
    </div>
  );
}
