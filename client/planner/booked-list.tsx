// The same as the timeline in words: what is booked, day by day, with who and where; and who is at work with nothing booked.
import { useId } from 'react';
import { Link } from 'wouter';
import type { PlanningView } from '../../shared/protocol/planning.ts';
import { calendarDay, clockTime, dayAndTime, dayText } from '../ui/time-text.ts';
import type { Booked } from './use-planning.ts';
import classes from './planner.module.css';

export function BookedList({ booked, planning: { people, reserve }, now }: { booked: readonly Booked[]; planning: PlanningView; now: Date }) {
  const headingId = useId();
  const days = [...Map.groupBy(booked, ({ fromAt }) => calendarDay(fromAt))];
  const free = people.filter(({ staffId }) => !booked.some((visit) => visit.staffId === staffId));
  return (
    <section className={classes['pane']} aria-labelledby={headingId}>
      <h2 id={headingId} className={classes['title']}>Booked visits, by day</h2>
      {booked.length === 0 && <p className={classes['dim']}>No visit is booked.</p>}
      {days.map(([day, visits]) => (
        <div key={day}>
          <h3 className={classes['day']}>{dayText(visits[0]?.fromAt ?? now, now)}</h3>
          <ul className={classes['list']}>
            {[...Map.groupBy(visits, ({ bookingId }) => bookingId).values()].map((legs) => <Visit key={legs[0]?.bookingId} legs={legs} />)}
          </ul>
        </div>
      ))}
      {free.length > 0 && (
        <>
          <h3 className={classes['day']}>At work, with nothing booked</h3>
          <ul className={classes['list']}>
            {free.map(({ staffId, name, callSign, shifts }) => (
              <li key={staffId} className={classes['line']}>
                <span>{name}{callSign === null ? '' : ` (${callSign})`}</span>
                <span className={classes['dim']} data-nj-figures>{shifts.map(({ fromAt, untilAt }) => `${dayAndTime(fromAt, now)} to ${clockTime(untilAt)}`).join(', ')}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {reserve.length > 0 && <p className={classes['quiet']}>Kept free for a Grade 2: {reserve.map(({ district, crews, fromAt, untilAt }) => `${crews === 1 ? 'a crew' : `${crews} crews`} in ${district} ${dayAndTime(fromAt, now)} to ${clockTime(untilAt)}`).join(', ')}.</p>}
    </section>
  );
}

function Visit({ legs }: { legs: readonly Booked[] }) {
  const [first] = legs;
  if (first === undefined) return null;
  const { ref, incidentId, heading, district, isFixed, state } = first;
  return (
    <li className={classes['visit']}>
      <span data-nj-figures>{legs.every(({ fromAt }) => fromAt === first.fromAt) ? `${clockTime(first.fromAt)} to ${clockTime(first.untilAt)}` : legs.map(({ name, fromAt }) => `${name} ${clockTime(fromAt)}`).join(', ')}</span>
      <span>{legs.map(({ name }) => name).join(' and ')}</span>
      <span>{heading}{district === null ? '' : `, ${district}`}{isFixed ? ' · fixed' : ''}{state === 'started' ? ' · begun' : ''}</span>
      <Link href={`/console?incident=${incidentId}`} className={classes['ref']}>{ref}</Link>
    </li>
  );
}
