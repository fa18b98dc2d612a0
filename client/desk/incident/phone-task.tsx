// A phone task with its next press: take it, ringing, speaking, then what came of it; nobody answering opens a follow-up.
import { canFill } from '../../../shared/domain/activity.ts';
import { refusalSentence } from '../../../shared/domain/refusal.ts';
import { advanceAssignment, dispatchCrew } from '../../../shared/protocol/dispatch.ts';
import type { IncidentView, TaskView } from '../../../shared/protocol/views.ts';
import { useMe } from '../../live/me.tsx';
import { useSend } from '../../live/send.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import type { OpenForm } from './incident-form.ts';
import classes from './lines.module.css';
import { NEXT_STEP, PHONE_WORDS, phoneCover } from './phone-words.ts';

export interface PhoneTaskProps {
  incident: IncidentView;
  task: TaskView;
  /** Its buttons answer to the keys. */
  keyed: boolean;
  onForm: OpenForm;
}

export function PhoneTask({ incident, task, keyed, onForm }: PhoneTaskProps) {
  const me = useMe();
  const { send } = useSend();
  const { state, assignment } = phoneCover(incident, task);
  const isMine = assignment?.staffId === me.staffId;
  const keys = keyed ? 'S' : undefined;
  const next = state === 'dispatched' || state === 'accepted' || state === 'going' ? NEXT_STEP[state] : null;
  return (
    <div className={classes['line']}>
      <div className={classes['words']}>
        <span><span className={classes['state']}>{PHONE_WORDS[state]}</span>{assignment !== null && <span className={classes['dim']}> · {isMine ? 'you' : assignment.name}</span>}</span>
      </div>
      <div className={classes['buttons']}>
        {assignment === null && <TakePhoneTask incident={incident} task={task} keys={keys} />}
        {isMine && next !== null && (
          <ActionButton label={next === 'going' ? 'Ringing' : 'Speaking'} keys={keys} size="xs" onAct={() => send(advanceAssignment, { assignmentId: assignment.id, to: next, alsoFor: [] })} />
        )}
        {isMine && (state === 'going' || next === 'going') && <ActionButton label="No answer" keys={keyed ? 'X' : undefined} size="xs" tone="quiet" onAct={() => onForm({ name: 'no-answer', id: assignment.id })} />}
        {isMine && state === 'there' && task.outcome === null && <ActionButton label="What came of it" keys={keys} size="xs" tone="primary" onAct={() => onForm({ name: 'outcome', id: task.id })} />}
        {isMine && state === 'there' && task.outcome !== null && (
          <ActionButton label="Finished" keys={keys} size="xs" onAct={() => send(advanceAssignment, { assignmentId: assignment.id, to: 'left', alsoFor: [] })} />
        )}
      </div>
    </div>
  );
}

function TakePhoneTask({ incident, task, keys }: { incident: IncidentView; task: TaskView; keys: string | undefined }) {
  const { duty, profession, name } = useMe();
  const { send } = useSend();
  const need = incident.legs.find(({ taskId }) => taskId === task.id)?.need;
  const refusal = duty === null ? refusalSentence({ code: 'not-on-duty' })
    : incident.grade === 1 ? refusalSentence({ code: 'grade-1-goes-to-police' })
      : need !== undefined && (profession === null || !canFill(profession, need)) ? refusalSentence({ code: 'nobody-fits', facts: { who: name } }) : undefined;
  const take = () => (duty === null ? undefined
    : send(dispatchCrew, { taskId: task.id, expectedVersion: incident.version, dutyIds: [duty.id], insteadOf: [], reason: null }).then(() => undefined));
  return <ActionButton label="Take it yourself" keys={keys} size="xs" refusal={refusal} onAct={take} />;
}
