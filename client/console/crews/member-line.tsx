// One person at work tonight: who, in what profession, how far into what, and how old their position is.
import { ageText } from '../../ui/time-text.ts';
import { AVAILABILITY_WORDS, SHORT_PROFESSIONS, STALE_AFTER_SECONDS, type Member } from '../board/crew.ts';
import { useNow } from '../../ui/use-now.tsx';
import classes from './crews.module.css';

/** "PC Doyle" says his profession already. */
export function memberName({ duty: { name, profession } }: Member): string {
  const short = profession === null ? '' : SHORT_PROFESSIONS[profession];
  return short === '' || name.startsWith(`${short} `) ? name : `${name}, ${short}`;
}

/** Never a position without its age; never a missing one without the reason. */
export function PositionAge({ member: { duty, position } }: { member: Member }) {
  const now = useNow();
  if (duty.seat === 'edt') return <span className={classes['age']}>at the EDT desk</span>;
  if (position === null) return <span className={classes['age']}>{duty.sharing ? 'no position yet' : 'not sharing a position'}</span>;
  const seconds = (now.getTime() - Date.parse(position.at)) / 1000;
  const stale = seconds > STALE_AFTER_SECONDS;
  return <span className={classes['age']} data-stale={stale || undefined}>{ageText(seconds)}{stale ? ' old' : ''}</span>;
}

export function MemberLine({ member, mixed }: { member: Member; mixed: boolean }) {
  return (
    <span className={classes['member']}>
      {memberName(member)}
      {member.duty.forgottenAt !== null && <span className={classes['forgotten']}> end of duty forgotten?</span>}
      {mixed && <span className={classes['dim']}> {AVAILABILITY_WORDS[member.duty.availability]}</span>}
    </span>
  );
}
