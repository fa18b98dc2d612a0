// The tasks of an incident: visits with who is going, phone tasks with the next word to be said.
import { ACTIVITIES, NEED_NAMES } from '../../../shared/domain/activity.ts';
import { coverLeg } from '../../../shared/domain/cover.ts';
import { OUTCOME_NAMES } from '../../../shared/domain/incident-words.ts';
import type { IncidentView, TaskView } from '../../../shared/protocol/views.ts';
import { LegLine } from '../../ui/leg-line.tsx';
import { clockTime, dayAndTime } from '../../ui/time-text.ts';
import { useNow } from '../../ui/use-now.tsx';
import { Section } from '../case/section.tsx';
import type { OpenForm } from './incident-form.ts';
import classes from './tasks.module.css';
import { PhoneTask } from './phone-task.tsx';

const ENDED = { open: null, done: 'done', cancelled: 'cancelled', 'handed-over': 'handed over' } as const;
const STATES = { nobody: '', dispatched: 'sent', accepted: 'accepted', going: 'going', there: 'there', left: 'left scene' } as const;

export function Tasks({ incident, onForm }: { incident: IncidentView; onForm: OpenForm }) {
  const { tasks } = incident;
  // One key, one task: the first that is still open has it.
  const keyed = tasks.find(({ kind, state }) => kind === 'phone' && state === 'open')?.id;
  return (
    <Section name="Tasks">
      {tasks.length === 0 && <p className={classes['none']}>No task yet. C adds a phone task, which you take yourself.</p>}
      {tasks.map((task) => (
        <div key={task.id} className={classes['task']}>
          <TaskHead task={task} />
          {task.state === 'open' && (task.kind === 'phone'
            ? <PhoneTask incident={incident} task={task} keyed={task.id === keyed} onForm={onForm} />
            : <VisitLegs incident={incident} task={task} />)}
        </div>
      ))}
    </Section>
  );
}

function TaskHead({ task }: { task: TaskView }) {
  const now = useNow();
  return (
    <div>
      <p>
        <strong>{ACTIVITIES[task.activity].name}</strong>{' '}
        <span className={classes['dim']}>{[task.kind, task.dueAt && `by ${dayAndTime(task.dueAt, now)}`, ENDED[task.state]].filter(Boolean).join(', ')}</span>
      </p>
      {task.detail !== null && <p>{task.detail}</p>}
      {task.outcome !== null && (
        <p>
          {[OUTCOME_NAMES[task.outcome], task.outcomeNote].filter(Boolean).join(': ')}
          {task.outcomeAt !== null && <span className={classes['dim']}> {dayAndTime(task.outcomeAt, now)}</span>}
        </p>
      )}
    </div>
  );
}

function VisitLegs({ incident, task }: { incident: IncidentView; task: TaskView }) {
  return incident.legs.filter(({ taskId }) => taskId === task.id).map((leg) => {
    const { state, assignment } = coverLeg(leg, incident.assignments);
    const since = assignment && (assignment.leftAt ?? assignment.thereAt ?? assignment.goingAt ?? assignment.dispatchedAt);
    return (
      <LegLine
        key={leg.id}
        discipline={NEED_NAMES[leg.need]}
        who={assignment && (assignment.callSign === null ? assignment.name : `${assignment.callSign} ${assignment.name}`)}
        state={STATES[state]}
        time={since && clockTime(since)}
        owed={incident.grade <= 2}
      />
    );
  });
}
