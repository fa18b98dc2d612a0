// One sentence above the lists: what waits, what is yours, what runs out first; and plainly so when nothing is owed.
import type { ReactNode } from 'react';
import { clockSeconds, dayAndTime, timeLeftText } from '../../ui/time-text.ts';
import { useNow } from '../../ui/use-now.tsx';
import { useShownFreshness } from '../shown-freshness.ts';
import type { BeforeNine } from './before-nine.ts';
import classes from './before-nine-strip.module.css';

export interface BeforeNineStripProps {
  owed: BeforeNine;
  /** What they are to whoever looks: EDT hears of the night, a team of itself. */
  words: { waiting: (count: number) => string; mine?: (count: number) => string };
  children?: ReactNode;
}

export function BeforeNineStrip({ owed, words, children }: BeforeNineStripProps) {
  const now = useNow();
  const freshness = useShownFreshness();
  const asOf = freshness.live ? now : freshness.since;
  const nothing = owed.waiting + owed.unaccepted + owed.mine + owed.toPolice === 0;
  const nearest = owed.nearest === null ? null : timeLeftText({ dueAt: owed.nearest, now });
  return (
    <section className={classes['strip']} aria-label="What is owed before the day starts">
      <p className={classes['sentence']}>
        {asOf === null && 'Not known yet what is owed: the server has not answered.'}
        {asOf !== null && nothing && <span>Nothing waits for anybody, as of <time dateTime={new Date(asOf).toISOString()}>{clockSeconds(asOf)}</time>.</span>}
        {asOf !== null && !nothing && (
          <>
            {owed.toPolice > 0 && <Part count={owed.toPolice} tone="late">Grade 1, to pass to the police now</Part>}
            <Part count={owed.waiting}>{words.waiting(owed.waiting)}</Part>
            {owed.unaccepted > 0 && <Part count={owed.unaccepted}>sent to the desk, not yet taken</Part>}
            {words.mine && <Part count={owed.mine}>{words.mine(owed.mine)}</Part>}
            {owed.late > 0 && <Part count={owed.late} tone="soon">past its time, and nobody has it</Part>}
            {owed.cameBack > 0 && <Part count={owed.cameBack} tone="soon">rejected, and yours again</Part>}
            {owed.nearest !== null && nearest !== null && (
              <span className={classes['part']} data-tone={nearest.tone}>
                <span className={classes['dim']}>first runs out</span> <b>{dayAndTime(owed.nearest, now)}</b>
                {nearest.text !== dayAndTime(owed.nearest, now) && <span className={classes['left']}>, {nearest.spoken}</span>}
              </span>
            )}
          </>
        )}
      </p>
      {children && <div className={classes['actions']}>{children}</div>}
    </section>
  );
}

function Part({ count, tone, children }: { count: number; tone?: 'soon' | 'late'; children: string }) {
  return <span className={classes['part']} data-tone={tone}><b>{count}</b> {children}</span>;
}
