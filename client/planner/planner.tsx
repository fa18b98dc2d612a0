// The plan of the next 48 hours: who is at work, what is booked, what is proposed beside it; nothing changes until somebody agrees.
import { useState } from 'react';
import { useLocation } from 'wouter';
import { agreePlan, proposePlan, type PlanLineView } from '../../shared/protocol/planning.ts';
import { putInBookForm } from '../forms/visit/book-draft.ts';
import { Failed } from '../live/failed.tsx';
import { useFreshness } from '../live/live-store.tsx';
import { useSend } from '../live/send.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { HotkeyScope } from '../ui/hotkey-scope.tsx';
import { useHotkeys } from '../ui/hotkeys.ts';
import { KeySheet } from '../ui/key-sheet.tsx';
import { SkeletonRows } from '../ui/skeleton-rows.tsx';
import { say } from '../ui/toast.tsx';
import { useNow } from '../ui/use-now.tsx';
import { BookedList } from './booked-list.tsx';
import { ready } from './plan-words.ts';
import { Proposal } from './proposal.tsx';
import { OpenedVisit, type Opened } from './opened-visit.tsx';
import { Timeline } from './timeline.tsx';
import type { Block, BlockLeg } from './timeline-blocks.ts';
import type { RowsBy } from './timeline-rows.ts';
import { UnbookedList } from './unbooked-list.tsx';
import { useBooked, usePlanAgain, usePlanning, useUnbooked } from './use-planning.ts';
import classes from './planner.module.css';

export function Planner() {
  return (
    <HotkeyScope name="Plan">
      <Screen />
    </HotkeyScope>
  );
}

function Screen() {
  const { data, error, refetch } = usePlanning();
  const [booked, unbooked] = [useBooked(), useUnbooked()];
  const [opened, open] = useState<Opened | null>(null);
  const readAgain = usePlanAgain();
  const { send } = useSend();
  const { state } = useFreshness();
  const now = useNow();
  const [, go] = useLocation();
  const [asList, setAsList] = useState(false);
  const [by, setBy] = useState<RowsBy>('person');
  const regroup = () => setBy(by === 'person' ? 'crew' : 'person');
  useHotkeys([
    { keys: 'L', label: 'As a timeline, or as a list', run: () => setAsList(!asList) },
    { keys: 'T', label: 'A row for each person, or for each crew', run: regroup },
    { keys: 'Escape', label: 'Back to the console', run: () => go('/console') },
  ]);
  const proposal = data?.proposal ?? null;
  const toAgree = proposal === null ? [] : ready(proposal);
  const notNow = state === 'live' ? undefined : 'Not live: what is booked may have changed. Wait until it is live again.';

  const plan = async () => {
    await send(proposePlan, {});
    await readAgain();
  };
  const agree = async (lines: readonly PlanLineView[], told: string | null) => {
    if (proposal === null) return false;
    const done = await send(agreePlan, { planId: proposal.id, lines: lines.map(({ id }) => ({ lineId: id, told })) });
    await readAgain();
    if (done !== null) say(lines.length === 1 ? 'Agreed.' : `${lines.length} agreed.`);
    return done !== null;
  };
  /** A proposed visit leads to its line; one that stands, to what can be done with it. */
  const openBlock = ({ lineId, incidentId, taskId }: Block) => {
    if (lineId === null) open({ incidentId, taskId, what: 'book' });
    else document.getElementById(`plan-line-${lineId}`)?.focus();
  };
  /** What was carried is asked about in the form, with why and what the family was told; until that is sent it is where it was. */
  const placeBlock = ({ incidentId, taskId, bookingId }: Block, legs: readonly BlockLeg[]) => {
    putInBookForm(taskId, bookingId, legs);
    open({ incidentId, taskId, what: 'book' });
  };
  return (
    <div className={classes['page']}>
      <header className={classes['head']}>
        <p className={classes['lead']}>{data === undefined ? '' : unbooked.length === 0 ? 'Every visit to be made is booked.' : `${unbooked.length} ${unbooked.length === 1 ? 'visit is' : 'visits are'} not booked yet.`}</p>
        <div className={classes['actions']}>
          {!asList && <ActionButton label={by === 'person' ? 'By crew' : 'By person'} keys="T" onAct={regroup} />}
          <ActionButton label={asList ? 'As a timeline' : 'As a list'} keys="L" onAct={() => setAsList(!asList)} />
          <ActionButton label={proposal === null ? 'Propose a plan' : 'Plan again'} keys="P" tone={toAgree.length === 0 ? 'primary' : 'plain'} refusal={notNow} onAct={plan} />
          {toAgree.length > 0 && <ActionButton label={`Agree to ${toAgree.length === 1 ? 'it' : `all ${toAgree.length}`}`} keys={opened === null ? 'Mod+Enter' : undefined} tone="primary" refusal={notNow} onAct={() => agree(toAgree, null)} />}
        </div>
      </header>
      {error && <Failed error={error} again={refetch} />}
      {data === undefined && !error && <SkeletonRows of="the plan" rows={12} />}
      {data !== undefined && (
        <div className={classes['panes']}>
          {asList ? <BookedList booked={booked} planning={data} now={now} /> : <Timeline planning={data} booked={booked} by={by} now={now} onOpen={openBlock} onPlace={placeBlock} />}
          <div className={classes['side']}>
            {opened !== null && <OpenedVisit key={JSON.stringify(opened)} opened={opened} onOpen={open} onClose={() => open(null)} />}
            <Proposal proposal={proposal} now={now} notNow={notNow} onAgree={(line, told) => agree([line], told)} />
            <UnbookedList unbooked={unbooked} now={now} onBook={({ incidentId, taskId }) => open({ incidentId, taskId, what: 'book' })} />
          </div>
        </div>
      )}
      <KeySheet />
    </div>
  );
}
