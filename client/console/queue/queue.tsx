// The queue: what breaches next is at the top, what a filter hides is counted, and an empty list says why and how fresh it is.
import { useMemo, useState } from 'react';
import { ActionButton } from '../../ui/action-button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { HotkeyScope } from '../../ui/hotkey-scope.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SkeletonRows } from '../../ui/skeleton-rows.tsx';
import { useBoard } from '../board/board.tsx';
import { useConsole } from '../console-state.tsx';
import { ClosedList } from './closed-list.tsx';
import { FilterBar } from './filter-bar.tsx';
import { useHeldOrder } from './held-order.ts';
import { filterWords, NO_FILTER, passes } from './queue-filter.ts';
import { NewsBand } from './news-band.tsx';
import { QueueList } from './queue-list.tsx';
import { groupsOf, SupervisorList } from './supervisor-list.tsx';
import { useQueueView } from './queue-view.ts';
import classes from './queue.module.css';

export function Queue() {
  const { items, freshness, known, now, me } = useBoard();
  const waiting = me.isSupervisor ? groupsOf(items, me, now)[0]?.entries.length ?? 0 : 0;
  const { incidentId, openIncident, goTo } = useConsole();
  const [{ filter, filtering, closed: shownClosed }, setView] = useQueueView();
  const [supervising, setSupervising] = useState(false);
  const closed = shownClosed || supervising;
  const shown = useMemo(() => items.filter((item) => passes(filter, item, now)), [items, filter, now]);
  const held = useHeldOrder(useMemo(() => shown.map(({ id }) => id), [shown]));
  const isFiltered = filterWords(filter) !== '';
  const hidden = items.length - shown.length;
  // The row that has the focus goes with its list: the other list is entered from its beginning.
  const turn = () => {
    setSupervising(false);
    setView({ closed: !closed });
    goTo('queue');
  };

  const supervise = () => {
    setSupervising(true);
    goTo('queue');
  };

  return (
    <HotkeyScope name="Queue">
      <Panel
        title={supervising ? 'Supervisor’s list' : closed ? 'Closed tonight' : 'Queue'}
        count={closed || !known ? undefined : isFiltered ? `${shown.length} of ${items.length}` : items.length}
        padded={false}
        actions={(
          <>
            {!closed && <ActionButton label={filtering ? 'Hide filters' : 'Filter'} keys="/" size="xs" tone="quiet" expanded={filtering} onAct={() => setView({ filtering: !filtering })} />}
            {me.isSupervisor && !supervising && <ActionButton label={`Supervise ${waiting === 0 ? '' : waiting}`.trim()} keys="Shift+W" size="xs" tone="quiet" onAct={supervise} />}
            <ActionButton label={closed ? 'Open incidents' : 'Closed'} keys="Shift+C" size="xs" tone="quiet" onAct={turn} />
          </>
        )}
        pinned={!closed && (filtering || isFiltered) ? <FilterBar filter={filter} onChange={(next) => setView({ filter: next })} /> : undefined}
      >
        <NewsBand />
        {supervising && <SupervisorList />}
        {closed && !supervising && <ClosedList />}
        {!closed && !known && <SkeletonRows of="the queue" rows={12} />}
        {!closed && known && shown.length === 0 && (
          <EmptyState
            title={isFiltered ? 'No open incident is let through by the filter.' : 'No incident is open.'}
            why={isFiltered ? `Shown: ${filterWords(filter)}. ${hidden} not shown.` : 'A call is here the moment that it is saved.'}
            freshness={freshness}
          >
            {isFiltered && <ActionButton label="Show all" onAct={() => setView({ filter: NO_FILTER })} />}
          </EmptyState>
        )}
        {!closed && shown.length > 0 && <QueueList items={shown} held={held} openId={incidentId} onOpen={openIncident} />}
        {!closed && shown.length > 0 && isFiltered && <p className={classes['hidden']}>{hidden} more not shown: the filter lets through {filterWords(filter)}.</p>}
        {!closed && held.changed && (
          <p className={classes['reorder']} role="status">
            {shown[0] === undefined || held.order[0] === shown[0].id ? 'The order has changed.' : `${shown[0].tail} ${shown[0].district} is first now.`} <ActionButton label="New order" keys="=" size="xs" onAct={held.apply} />
          </p>
        )}
      </Panel>
    </HotkeyScope>
  );
}
