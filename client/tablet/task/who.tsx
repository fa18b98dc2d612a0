// Whom it is about: each person, children marked, ages as known, and whether they were seen yet.
import { personLines } from '../../../shared/protocol/person-words.ts';
import { dayAndTime } from '../../ui/time-text.ts';
import { useNow } from '../../ui/use-now.tsx';
import type { IncidentView, TaskView } from '../../../shared/protocol/views.ts';
import { SEEN_WORDS } from '../steps/step-words.ts';
import classes from './who.module.css';

export function Who({ people, task }: { people: IncidentView['people']; task: TaskView | null }) {
  const now = useNow();
  if (people.length === 0) return <p>Nobody is named yet.</p>;
  return (
    <ul className={classes['who']}>
      {people.map(({ personId, name, isChild, age, relation, more }) => (
        <li key={personId}>
          <span className={classes['name']}>{name}</span>
          {isChild && <span className={classes['child']}>child</span>}
          <span className={classes['age']}>{age}</span>
          <span className={classes['relation']}>{relation}</span>
          {personLines(more, (at) => dayAndTime(at, now)).map(({ about, text, urgent }) => <span key={`${about} ${text}`} className={classes['more']} data-urgent={urgent || undefined}>{text}</span>)}
          {task && <Sighting task={task} personId={personId} />}
        </li>
      ))}
    </ul>
  );
}

function Sighting({ task, personId }: { task: TaskView; personId: string }) {
  const words = SEEN_WORDS[task.kind];
  if (task.seenPersonIds.includes(personId)) return <strong className={classes['sighting']}>{words.yes.toLowerCase()}</strong>;
  if (task.notSeenPersonIds.includes(personId)) return <strong className={classes['sighting']} data-not>{words.no.toLowerCase()}</strong>;
  return null;
}
