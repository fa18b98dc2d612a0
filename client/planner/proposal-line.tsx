// One line of a plan: to book, or to move with what stands now beside it. A family that was told another time is told first.
import { Link } from 'wouter';
import type { PlanLineView } from '../../shared/protocol/planning.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { useDraft } from '../ui/drafts.ts';
import { WordsField } from '../ui/words-field.tsx';
import { LINE_STATES, whenAndWho } from './plan-words.ts';
import classes from './planner.module.css';

export interface ProposalLineProps { line: PlanLineView; now: Date; notNow: string | undefined; onAgree: (line: PlanLineView, told: string | null) => Promise<boolean> }

export function ProposalLine({ line, now, notNow, onAgree }: ProposalLineProps) {
  const [told, setTold] = useDraft(`plan.${line.id}.told`);
  const { incidentId, ref, heading, district, fromBookingId, mustTell, visits, before, state } = line;
  const open = state === 'open';
  const refusal = notNow ?? (mustTell && told.trim() === '' ? 'Ring them first, then write down what they were told now.' : undefined);
  const agree = async () => { if (await onAgree(line, told.trim() || null)) setTold(''); };
  return (
    <li id={`plan-line-${line.id}`} className={classes['line']} data-line data-state={state} tabIndex={-1} aria-label={`${fromBookingId === null ? 'Book' : 'Move'} ${ref}, ${heading}: ${whenAndWho(visits, now)}`}>
      <div className={classes['what']}>
        <span><strong>{fromBookingId === null ? 'Book' : 'Move'}</strong> {heading}{district === null ? '' : `, ${district}`} <Link href={`/console?incident=${incidentId}`} className={classes['ref']}>{ref}</Link></span>
        {before.length > 0 && <span className={classes['before']}>{whenAndWho(before, now)}</span>}
        <span data-nj-figures>{before.length > 0 ? 'to ' : ''}{whenAndWho(visits, now)}</span>
        {!open && <span className={state === 'stale' ? classes['why'] : classes['dim']}>{LINE_STATES[state]}</span>}
      </div>
      {open && mustTell && <WordsField label="They were told another time. What are they told now?" required text={told} onChange={setTold} minRows={1} />}
      {open && <ActionButton label={`Agree to ${ref}`} size="xs" refusal={refusal} onAct={agree}>Agree</ActionButton>}
    </li>
  );
}
