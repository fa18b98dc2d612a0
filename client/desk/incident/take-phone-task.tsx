// Taking a phone task oneself; where the rules would refuse it, why is said before it is pressed.
import { canFill } from '../../../shared/domain/activity.ts';
import { refusalSentence } from '../../../shared/domain/refusal.ts';
import { dispatchCrew } from '../../../shared/protocol/dispatch.ts';
import type { IncidentView, TaskView } from '../../../shared/protocol/views.ts';
import { useMe } from '../../live/me.tsx';
import { useSend } from '../../live/send.ts';
import { ActionButton } from '../../ui/action-button.tsx';

export interface TakePhoneTaskProps {
  incident: IncidentView;
  task: TaskView;
  keys: string | undefined;
  /** Somebody has rung off without an outcome. */
  again: boolean;
}

export function TakePhoneTask({ incident, task, keys, again }: TakePhoneTaskProps) {
  const { duty, profession, skills, name } = useMe();
  const { send } = useSend();
  const need = incident.legs.find(({ taskId }) => taskId === task.id)?.need;
  const fits = need === undefined || (profession !== null && canFill(profession, need, skills));
  const refusal = duty === null ? refusalSentence({ code: 'not-on-duty' })
    : incident.grade === 1 ? refusalSentence({ code: 'grade-1-goes-to-police' })
      : fits ? undefined : refusalSentence({ code: 'nobody-fits', facts: { who: name } });
  const take = async () => {
    if (duty === null) return;
    await send(dispatchCrew, { taskId: task.id, expectedVersion: incident.version, dutyIds: [duty.id], insteadOf: [], reason: null });
  };
  return <ActionButton label={again ? 'Take it again' : 'Take it yourself'} keys={keys} size="xs" refusal={refusal} onAct={take} />;
}
