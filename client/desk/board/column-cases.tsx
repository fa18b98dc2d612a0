// The cases of one column: its groups under each other, in an order that holds still while a hand is on it.
import { useFocusWithin, useHover, useMergedRef } from '@mantine/hooks';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SkeletonRows } from '../../ui/skeleton-rows.tsx';
import { useJustChanged } from '../just-changed.ts';
import { useHearing, useShownFreshness } from '../shown-freshness.ts';
import classes from './column-cases.module.css';
import type { DeskColumn, DeskGroup } from './desk-item.ts';
import { HandoverRow } from './handover-row.tsx';
import { useHeldOrder } from './held-order.ts';
import { IncidentRow } from './incident-row.tsx';

export function ColumnCases({ column }: { column: DeskColumn }) {
  const { hovered, ref: hoverRef } = useHover<HTMLDivElement>();
  const { focused, ref: focusRef } = useFocusWithin<HTMLDivElement>();
  const ref = useMergedRef(hoverRef, focusRef);
  const freshness = useShownFreshness();
  const expected = useHearing() === 'expected';
  const groups = column.groups.filter(({ items }) => items.length > 0);
  return (
    <div ref={ref} className={classes['cases']} data-column={column.key}>
      {expected && <SkeletonRows of={column.title.toLowerCase()} />}
      {!expected && groups.length === 0 && <EmptyState {...column.empty} freshness={freshness} />}
      {groups.map((group) => <Group key={group.name ?? ''} group={group} held={hovered || focused} />)}
    </div>
  );
}

function Group({ group, held }: { group: DeskGroup; held: boolean }) {
  const items = useHeldOrder(group.items, held);
  const justChanged = useJustChanged();
  return (
    <section aria-label={group.name ?? undefined}>
      {group.name !== null && <h3 className={classes['group']}>{group.name} <span className={classes['count']}>{items.length}</span></h3>}
      <ul className={classes['list']}>
        {items.map((item) => (item.kind === 'handover'
          ? <HandoverRow key={item.id} item={item} changed={justChanged(item)} />
          : <IncidentRow key={item.id} item={item} changed={justChanged(item)} />))}
      </ul>
    </section>
  );
}
