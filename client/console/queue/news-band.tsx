// News on closed incidents, above the queue: what arrived after the end waits here with its owner and its clock until somebody decides.
import { NEWS_NAMES } from '../../../shared/domain/closed-news.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { dayAndTime } from '../../ui/time-text.ts';
import { useBoard } from '../board/board.tsx';
import { tailOf } from '../board/incident-lines.ts';
import { useConsole } from '../console-state.tsx';
import { plainForm } from '../open-form.ts';
import classes from './news-band.module.css';

export function NewsBand() {
  const { incidents, me, now, tonight } = useBoard();
  const { openIncident } = useConsole();
  const waiting = [...incidents.values()].flatMap((incident) => incident.news.filter(({ decision }) => decision === null).map((news) => ({ incident, news })))
    .toSorted((a, b) => a.news.dueAt.localeCompare(b.news.dueAt));
  if (waiting.length === 0) return null;
  return (
    <section className={classes['band']} aria-label="News on closed incidents">
      {waiting.map(({ incident, news }, index) => (
        <div key={news.id} className={classes['line']}>
          <p>
            <strong>{tailOf(incident, tonight)} is closed, and there is news: {NEWS_NAMES[news.kind]}.</strong>{' '}
            <span className={news.dueAt <= now.toISOString() ? classes['late'] : classes['quiet']}>by {dayAndTime(news.dueAt, now)} · {news.owner.staffId === me.staffId ? 'yours' : news.owner.name}</span>
          </p>
          <ActionButton label={`Decide ${tailOf(incident, tonight)}`} size="xs" {...(index === 0 ? { keys: 'Shift+N' } : {})} onAct={() => openIncident(incident.id, plainForm('news'))} />
        </div>
      ))}
    </section>
  );
}
