// The plan that was proposed, line by line beside what stands: agreed to one by one or all, with what could not be placed and why.
import { useId, useRef } from 'react';
import { leftOutWords } from '../../shared/domain/left-out.ts';
import { PLAN_TRAVEL_WORDS } from '../../shared/domain/plan-proposal.ts';
import type { PlanLineView, ProposalView } from '../../shared/protocol/planning.ts';
import { Link } from 'wouter';
import { useHotkeys } from '../ui/hotkeys.ts';
import { KbdHint } from '../ui/kbd-hint.tsx';
import { clockTime, dayAndTime } from '../ui/time-text.ts';
import { ProposalLine } from './proposal-line.tsx';
import { madeWords, summaryOf } from './plan-words.ts';
import classes from './planner.module.css';

export interface ProposalProps { proposal: ProposalView | null; now: Date; notNow: string | undefined; onAgree: (line: PlanLineView, told: string | null) => Promise<boolean> }

export function Proposal({ proposal, now, notNow, onAgree }: ProposalProps) {
  const headingId = useId();
  const list = useRef<HTMLUListElement>(null);
  const step = (by: number) => {
    const rows = [...list.current?.querySelectorAll<HTMLElement>('[data-line]') ?? []];
    const at = rows.findIndex((row) => row.contains(document.activeElement));
    (at === -1 ? rows[0] : rows[Math.min(rows.length - 1, Math.max(0, at + by))])?.focus();
  };
  useHotkeys([
    { keys: 'J', label: 'Down the proposed lines', run: () => step(1), repeats: true },
    { keys: 'K', label: 'Up the proposed lines', run: () => step(-1), repeats: true },
  ], proposal !== null && proposal.lines.length > 0);
  return (
    <section className={classes['pane']} aria-labelledby={headingId}>
      <h2 id={headingId} className={classes['title']}>What is proposed</h2>
      {proposal === null ? <p className={classes['dim']}>Nothing is proposed. <KbdHint keys="P" /> looks for a plan: nothing changes until you agree.</p> : (
        <>
          <p className={classes['dim']}>{madeWords(proposal, now)}: {summaryOf(proposal)}. {PLAN_TRAVEL_WORDS[proposal.travel]}.</p>
          {proposal.lines.length === 0 && <p className={classes['quiet']}>What is booked is the best that was found. There is nothing to change.</p>}
          <ul ref={list} className={classes['list']}>
            {proposal.lines.map((line) => <ProposalLine key={line.id} line={line} now={now} notNow={notNow} onAgree={onAgree} />)}
          </ul>
          {proposal.leftOut.length > 0 && (
            <>
              <h3 className={classes['day']}>Not placed</h3>
              <ul className={classes['list']}>
                {proposal.leftOut.map(({ taskId, incidentId, ref, heading, district, why, need, booked }) => (
                  <li key={taskId} className={classes['left-out']}>
                    <span><Link href={`/console?incident=${incidentId}`} className={classes['ref']}>{ref}</Link> {heading}{district === null ? '' : `, ${district}`}</span>
                    <span className={classes['why']}>{leftOutWords(why, need).replace(/^./, (letter) => letter.toUpperCase())}.{booked ? ' It stays booked as it was, until somebody changes it.' : ''}</span>
                  </li>
                ))}
              </ul>
            </>
          )}
          {proposal.reserveLost.length > 0 && (
            <>
              <h3 className={classes['day']}>The reserve does not hold</h3>
              <p className={classes['why']}>{lostWords(proposal.reserveLost, now)}.</p>
            </>
          )}
        </>
      )}
    </section>
  );
}

/** Hours that follow one another are one stretch. */
function lostWords(lost: ProposalView['reserveLost'], now: Date): string {
  const whole: { district: string; fromAt: string; untilAt: string }[] = [];
  for (const hour of lost.toSorted((a, b) => a.district.localeCompare(b.district) || a.fromAt.localeCompare(b.fromAt))) {
    const last = whole.at(-1);
    if (last !== undefined && last.district === hour.district && last.untilAt >= hour.fromAt) last.untilAt = hour.untilAt;
    else whole.push({ ...hour });
  }
  return `Nobody is left for a Grade 2 in ${whole.map(({ district, fromAt, untilAt }) => `${district} ${dayAndTime(fromAt, now)} to ${clockTime(untilAt)}`).join('; ')}`;
}
