// Every leg has somebody: the only sending left is of others instead, so it is asked instead of whom.
import { useState } from 'react';
import { ACTIVITIES } from '../../../shared/domain/activity.ts';
import { isLive } from '../../../shared/domain/incident-file.ts';
import { refusalSentence } from '../../../shared/domain/refusal.ts';
import type { AssignmentView, TaskView } from '../../../shared/protocol/views.ts';
import { calledAs } from '../board/incident-lines.ts';
import { useConsole } from '../console-state.tsx';
import { Choices } from '../../ui/choices.tsx';
import type { FormProps } from './form-props.ts';
import { InlineForm } from './inline-form.tsx';

export function InsteadForm({ incident, task, onClose }: FormProps & { task: TaskView }) {
  const { openForm } = useConsole();
  const live = incident.assignments.filter((assignment) => assignment.taskId === task.id && isLive(assignment));
  const whole = Map.groupBy(live, calledAs);
  // A crew as a whole, and of a crew of several each by themselves: one leg is swapped, the other goes on.
  const crews = new Map([...whole, ...live.filter((assignment) => (whole.get(calledAs(assignment)) ?? []).length > 1).map((assignment): [string, AssignmentView[]] => [assignment.name, [assignment]])]);
  const [chosen, setChosen] = useState<string | null>(null);
  // Whoever has not answered is asked about first.
  const silent = incident.assignments.find((assignment) => assignment.taskId === task.id && assignment.state === 'dispatched');
  const called = chosen ?? (silent === undefined ? [...crews.keys()][0] : calledAs(silent)) ?? null;
  const insteadOf = called === null ? [] : (crews.get(called) ?? []).map(({ id }) => id);
  return (
    <InlineForm
      title={`Send to ${ACTIVITIES[task.activity].name.toLowerCase()}`} says="Every leg has somebody." submit={called === null ? 'Send others' : `Choose others instead of ${called}`}
      onSubmit={async () => openForm({ name: 'send', taskId: task.id, insteadOf })} onClose={onClose} refusal={called === null ? refusalSentence({ code: 'leg-covered' }) : undefined}
    >
      <Choices
        label="Instead of" value={called} onChoose={setChosen}
        choices={[...crews].map(([name, assignments], index) => ({ value: name, name, label: assignments[0]?.name === name ? `${name} alone` : `${name}: ${assignments.map((assignment) => assignment.name).join(' and ')}`, keys: String(index + 1) }))}
      />
    </InlineForm>
  );
}
