// Who else is out with me, and what each is doing.
import { useLiveList } from '../../live/live-store.tsx';
import { clockTime } from '../../ui/time-text.ts';
import { AVAILABILITY_WORDS, professionWord } from './duty-words.ts';
import classes from './team-mates.module.css';

export function TeamMates({ dutyId, teamId }: { dutyId: string; teamId: string }) {
  const mates = useLiveList('duty').filter((duty) => duty.teamId === teamId && duty.id !== dutyId);
  if (mates.length === 0) return <p>Nobody else is in this team yet.</p>;
  return (
    <ul className={classes['mates']}>
      {mates.map(({ id, name, profession, availability, since }) => (
        <li key={id}>
          <span className={classes['name']}>{name}</span>
          <span className={classes['profession']}>{professionWord(profession)}</span>
          <span className={classes['state']}>{AVAILABILITY_WORDS[availability]} <span className={classes['since']}>since {clockTime(since)}</span></span>
        </li>
      ))}
    </ul>
  );
}
