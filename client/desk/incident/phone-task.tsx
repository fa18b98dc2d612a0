// A phone task with its next press: take it, ringing, speaking, then what came of it; nobody answering opens a follow-up.
import { advanceAssignment } from '../../../shared/protocol/dispatch.ts';
import type { AssignmentView, IncidentView, TaskView } from '../../../shared/protocol/views.ts';
import { useMe } from '../../live/me.tsx';
import { useSend } from '../../live/send.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import type { OpenForm } from './incident-form.ts';
import classes from './lines.module.css';
import { PHONE_WORDS, phoneCover } from './phone-words.ts';
import { TakePhoneTask } from './take-phone-task.tsx';

export interface PhoneTaskProps {
  incident: IncidentView;
  task: TaskView;
  /** Its buttons answer to the keys. */
  keyed: boolean;
  onForm: OpenForm;
}

export function PhoneTask({ incident, task, keyed, onForm }: PhoneTaskProps) {
  const me = useMe();
  const { state, assignment } = phoneCover(incident, task);
  const isMine = assignment?.staffId === me.staffId;
  const keys = keyed ? { next: 'S', noAnswer: 'X' } : { next: undefined, noAnswer: undefined };
  return (
    <div className={classes['line']}>
      <p className={classes['words']}>
        <span>
          <strong>{PHONE_WORDS[state]}</strong>
          {assignment !== null && <span className={classes['dim']}> · {isMine ? 'you' : assignment.name}</span>}
        </span>
      </p>
      <div className={classes['buttons']}>
        {(assignment === null || state === 'left') && <TakePhoneTask incident={incident} task={task} keys={keys.next} again={state === 'left'} />}
        {assignment !== null && isMine && <Steps incident={incident} task={task} assignment={assignment} keys={keys} onForm={onForm} />}
      </div>
    </div>
  );
}

interface StepsProps extends Omit<PhoneTaskProps, 'keyed'> {
  assignment: AssignmentView;
  keys: { next: string | undefined; noAnswer: string | undefined };
}

function Steps({ incident, task, assignment, keys, onForm }: StepsProps) {
  const { send } = useSend();
  const advance = (to: 'going' | 'there' | 'left') => () => send(advanceAssignment, { assignmentId: assignment.id, to, alsoFor: [] });
  const noAnswer = <ActionButton label="No answer" keys={keys.noAnswer} size="xs" tone="quiet" onAct={() => onForm({ name: 'no-answer', id: assignment.id })} />;
  const owedAnswer = incident.followUps.some(({ taskId, cause, decision }) => taskId === task.id && cause === 'no-access' && decision === null);
  switch (assignment.state) {
    case 'dispatched': case 'accepted': return <><ActionButton label="Ringing" keys={keys.next} size="xs" onAct={advance('going')} />{noAnswer}</>;
    case 'going': return <><ActionButton label="Speaking" keys={keys.next} size="xs" onAct={advance('there')} />{noAnswer}</>;
    case 'there': return task.outcome !== null ? <ActionButton label="Finished" keys={keys.next} size="xs" onAct={advance('left')} /> : (
      <>
        <ActionButton label="What came of it" keys={keys.next} size="xs" tone="primary" onAct={() => onForm({ name: 'outcome', id: task.id })} />
        {owedAnswer && <ActionButton label="Ring off" size="xs" tone="quiet" onAct={advance('left')} />}
      </>
    );
    case 'left': case 'declined': case 'stood-down': return null;
  }
}
