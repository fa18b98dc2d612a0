// The visit that is booked for a task, and when it suits the family: who, when, and what can be done about it.
import { isStandingVisit } from '../../../shared/domain/booked-visit.ts';
import type { IncidentView, TaskView } from '../../../shared/protocol/views.ts';
import { visitWords, suitsWords } from '../../forms/visit/visit-words.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { useBoard } from '../board/board.tsx';
import { useConsole } from '../console-state.tsx';
import classes from './incident.module.css';

export function BookedLine({ incident, task }: { incident: IncidentView; task: TaskView }) {
  const { now } = useBoard();
  const { openForm } = useConsole();
  const visits = incident.visits.filter((visit) => visit.taskId === task.id && isStandingVisit(visit));
  const window = incident.windows.find(({ taskId, endedAt }) => taskId === task.id && endedAt === null);
  const [first] = visits;
  return (
    <>
      {window !== undefined && task.state === 'open' && <p className={classes['detail']}>Suits them {suitsWords(window, now, incident.legs)}: “{window.said}”</p>}
      {first !== undefined && (
        <div className={classes['task-head']}>
          <p className={classes['task-name']}>{first.state === 'started' ? 'Begun' : 'Booked'}: {visitWords(visits, now)}{first.isFixed ? ', fixed' : ''}</p>
          {first.state === 'booked' && <ActionButton label="Move the booked visit" size="xs" tone="quiet" onAct={() => openForm({ name: 'book', taskId: task.id })}>Move</ActionButton>}
          {first.state === 'booked' && <ActionButton label="Call off the booked visit" size="xs" tone="quiet" onAct={() => openForm({ name: 'call-off', taskId: task.id, bookingId: first.bookingId })}>Call off</ActionButton>}
        </div>
      )}
    </>
  );
}
