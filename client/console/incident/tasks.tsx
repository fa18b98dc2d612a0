// The incident's tasks, open ones first, each with its legs: who stands in them, how far they are, and what is missing.
import { ACTIVITIES } from '../../../shared/domain/activity.ts';
import { coverLeg } from '../../../shared/domain/cover.ts';
import { DECLINE_NAMES, OUTCOME_NAMES } from '../../../shared/domain/incident-words.ts';
import { unreadBy } from '../../../shared/domain/crew-safety.ts';
import { skillWords } from '../../../shared/domain/leg-needs.ts';
import { meetingOf } from '../../../shared/domain/meeting-point.ts';
import type { AssignmentView, IncidentView, TaskView } from '../../../shared/protocol/views.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { LegLine } from '../../ui/leg-line.tsx';
import { dayAndTime } from '../../ui/time-text.ts';
import { useNow } from '../../ui/use-now.tsx';
import { useBoard } from '../board/board.tsx';
import { aheadLine, SHORT_NEEDS } from '../board/incident-lines.ts';
import { useConsole } from '../console-state.tsx';
import { BookedLine } from './booked-line.tsx';
import { HeldLine } from './held-line.tsx';
import { LegMenu } from './leg-menu.tsx';
import classes from './incident.module.css';

const TASK_STATES = { open: '', done: 'finished', cancelled: 'cancelled', 'handed-over': 'handed over' } as const satisfies Record<TaskView['state'], string>;

export function Tasks({ incident }: { incident: IncidentView }) {
  if (incident.tasks.length === 0) return null;
  return (
    <section className={classes['section']} aria-label="Tasks">
      {incident.tasks.toSorted((a, b) => Number(a.state !== 'open') - Number(b.state !== 'open')).map((task) => <Task key={task.id} incident={incident} task={task} />)}
    </section>
  );
}

function Task({ incident, task }: { incident: IncidentView; task: TaskView }) {
  const { now } = useBoard();
  const { openForm } = useConsole();
  const open = task.state === 'open';
  const legs = incident.legs.filter(({ taskId }) => taskId === task.id).toSorted((a, b) => a.position - b.position);
  const owed = open && incident.grade <= 2;
  const window = task.dueAt === null ? '' : ` · ${task.dueFrom === null ? 'by' : `${dayAndTime(task.dueFrom, now)} to`} ${dayAndTime(task.dueAt, now)}`;
  return (
    <article className={classes['task']} data-ended={!open || undefined}>
      <header className={classes['task-head']}>
        <h3 className={classes['task-name']}>
          {ACTIVITIES[task.activity].name}
          <span className={classes['quiet']}> · {task.kind}{window}{open ? '' : ` · ${TASK_STATES[task.state]}`}</span>
        </h3>
        {open && <ActionButton label={`Outcome of ${ACTIVITIES[task.activity].name}`} size="xs" tone="quiet" onAct={() => openForm({ name: 'outcome', taskId: task.id })}>Outcome</ActionButton>}
        {open && <ActionButton label={`Cancel ${ACTIVITIES[task.activity].name}`} size="xs" tone="quiet" onAct={() => openForm({ name: 'cancel-task', taskId: task.id })}>Cancel</ActionButton>}
      </header>
      {task.detail !== null && <p className={classes['detail']}>{task.detail}</p>}
      <BookedLine incident={incident} task={task} />
      <SentHow incident={incident} task={task} />
      {open && <Unread incident={incident} task={task} />}
      {open && <HeldLine incident={incident} task={task} />}
      {open && legs.map((leg) => <Leg key={leg.id} incident={incident} task={task} leg={leg} owed={owed} />)}
      {task.outcome !== null && <Outcome incident={incident} task={task} />}
      <Attempts incident={incident} task={task} />
    </article>
  );
}

/** Whoever goes on without having read what to beware of is told on the radio. */
function Unread({ incident, task }: { incident: IncidentView; task: TaskView }) {
  const names = unreadBy(incident, task.id).map(({ name }) => name);
  return names.length === 0 ? null : <p className={classes['detail']}><strong className={classes['owed']}>{names.join(' and ')} {names.length === 1 ? 'has' : 'have'} not read the staff-safety {incident.warnings.length === 1 ? 'warning' : 'warnings'}</strong></p>;
}

/** Who goes ahead alone, and where they meet; why stands with what is owed. */
function SentHow({ incident, task }: { incident: IncidentView; task: TaskView }) {
  const { now } = useBoard();
  const { openForm } = useConsole();
  const line = aheadLine(incident, task.id);
  const meeting = task.state === 'open' ? meetingOf(incident, task.id) : undefined;
  return (
    <>
      {line !== null && <p className={classes['detail']}><strong className={classes['owed']}>{upperFirst(line)}</strong></p>}
      {meeting !== undefined && <p className={classes['detail']}>They meet at {meeting.where}{meeting.meetAt === null ? '' : `, ${dayAndTime(meeting.meetAt, now)}`} <ActionButton label="Change where they meet" size="xs" tone="quiet" onAct={() => openForm({ name: 'meeting', taskId: task.id })}>Change</ActionButton></p>}
    </>
  );
}
const upperFirst = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

const STEP_WORDS = { dispatched: 'sent', accepted: 'accepted', going: 'going', there: 'there', left: 'left scene' } as const;

/** When the step that shows was taken. */
const steppedAt = ({ state, leftAt, thereAt, goingAt, acceptedAt, dispatchedAt }: AssignmentView): string =>
  ({ left: leftAt, there: thereAt, going: goingAt, accepted: acceptedAt, dispatched: null, declined: null, 'stood-down': null })[state] ?? dispatchedAt;

function Leg({ incident, task, leg, owed }: { incident: IncidentView; task: TaskView; leg: IncidentView['legs'][number]; owed: boolean }) {
  const { now } = useBoard();
  const { openForm } = useConsole();
  const { assignment } = coverLeg(leg, incident.assignments);
  const discipline = leg.need === 'independent-interviewer' ? 'interviewer' : `${SHORT_NEEDS[leg.need]} leg`;
  if (assignment === null || assignment.state === 'declined' || assignment.state === 'stood-down') {
    const canSend = incident.state === 'open' && incident.grade !== 1;
    return (
      <>
      <LegLine discipline={discipline} who={null} owed={owed}>
        {canSend && <ActionButton label={`Send somebody for the ${discipline}`} size="xs" onAct={() => openForm({ name: 'send', taskId: task.id, insteadOf: [] })}>Send</ActionButton>}
      </LegLine>
      <Besides leg={leg} />
      </>
    );
  }
  const seen = assignment.seenAt !== null && assignment.state === 'there';
  return (
    <>
    <LegLine
      discipline={discipline} who={assignment.callSign === null ? assignment.name : `${assignment.name} · ${assignment.callSign}`}
      state={seen ? 'there, seen' : STEP_WORDS[assignment.state]} time={dayAndTime(steppedAt(assignment), now)}
    >
      <LegMenu incident={incident} task={task} assignment={assignment} />
    </LegLine>
    <Besides leg={leg} />
    <StayOf incident={incident} assignment={assignment} />
    </>
  );
}

/** What the leg needs beyond a profession. */
function Besides({ leg: { skills } }: { leg: IncidentView['legs'][number] }) {
  return skills.length === 0 ? null : <p className={classes['detail']}><span className={classes['quiet']}>needs {skillWords(skills)}</span></p>;
}

/** When somebody who is there checks in next and expects to leave; what is overdue says so. */
function StayOf({ incident, assignment }: { incident: IncidentView; assignment: AssignmentView }) {
  const now = useNow().toISOString();
  const stay = assignment.state === 'there' ? incident.stays.find(({ id }) => id === assignment.id) : undefined;
  if (stay === undefined) return null;
  const [silent, late] = [stay.checkInBy <= now, stay.leaveBy <= now];
  return (
    <p className={classes['detail']}>
      <span className={silent ? classes['owed'] : classes['quiet']}>{silent ? `no check-in since ${dayAndTime(stay.checkedInAt ?? assignment.thereAt ?? stay.checkInBy, now)}, due ${dayAndTime(stay.checkInBy, now)}` : `checks in by ${dayAndTime(stay.checkInBy, now)}`}</span>
      <span className={late ? classes['owed'] : classes['quiet']}>{late ? ' · was to leave' : ' · leaves'} by {dayAndTime(stay.leaveBy, now)}</span>
    </p>
  );
}

function Outcome({ incident, task }: { incident: IncidentView; task: TaskView }) {
  const { now } = useBoard();
  const names = (ids: readonly string[]) => incident.people.filter(({ personId }) => ids.includes(personId)).map(({ name }) => name).join(', ');
  return (
    <p className={classes['detail']}>
      <strong>{task.outcome === null ? '' : OUTCOME_NAMES[task.outcome].replace(/, because …$/, '')}</strong>
      {task.outcomeNote !== null && `: ${task.outcomeNote}`}
      {task.seenPersonIds.length > 0 && ` Seen: ${names(task.seenPersonIds)}.`}
      {task.notSeenPersonIds.length > 0 && <strong className={classes['owed']}> Not seen: {names(task.notSeenPersonIds)}.</strong>}
      {task.outcomeAt !== null && <span className={classes['quiet']}> {dayAndTime(task.outcomeAt, now)}</span>}
    </p>
  );
}

/** Who was asked before, and why they did not go: so that nobody is asked twice for the same reason. */
function Attempts({ incident, task }: { incident: IncidentView; task: TaskView }) {
  const { now } = useBoard();
  const over = incident.assignments.filter(({ taskId, state }) => taskId === task.id && (state === 'declined' || state === 'stood-down'));
  if (over.length === 0) return null;
  return (
    <ul className={classes['attempts']} aria-label="Sent before">
      {over.map((assignment) => (
        <li key={assignment.id}>
          {dayAndTime(assignment.endedAt ?? assignment.dispatchedAt, now)} {assignment.name} {assignment.state === 'declined'
            ? `declined: ${assignment.declineReason === null ? 'no reason given' : DECLINE_NAMES[assignment.declineReason].toLowerCase()}` : 'stood down'}
        </li>
      ))}
    </ul>
  );
}
