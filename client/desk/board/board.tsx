// The lists: three columns beside each other where there is room, three tabs where there is not.
import { Tabs, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import { KnownPlace } from '../../forms/call/known-elsewhere.tsx';
import { useHotkeys } from '../../ui/hotkeys.ts';
import { KbdHint } from '../../ui/kbd-hint.tsx';
import { Panel } from '../../ui/panel.tsx';
import classes from './board.module.css';
import { ColumnCases } from './column-cases.tsx';
import { itemsOf } from './desk-item.ts';
import type { DeskColumn } from './desk-item.ts';
import { focusColumn, moveFocus } from './move-focus.ts';

/** Letters: a figure chooses within a form, and a key means one thing. */
const KEYS = { waiting: 'Q', mine: 'V', done: 'Y' } as const satisfies Record<DeskColumn['key'], string>;

export interface BoardProps {
  columns: readonly DeskColumn[];
  narrow: boolean;
  /** While a call is taken, what is known already stands above the last list. */
  calling: boolean;
}

export function Board({ columns, narrow, calling }: BoardProps) {
  const [tab, setTab] = useState<DeskColumn['key']>('waiting');
  useHotkeys(columns.map(({ key, title }) => ({
    keys: KEYS[key],
    label: title,
    run: () => {
      setTab(key);
      requestAnimationFrame(() => focusColumn(key));
    },
  })));
  if (!narrow) {
    return (
      <div className={classes['columns']} onKeyDown={moveFocus}>
        {columns.map((column) => (
          <div key={column.key} className={classes['column']}>
            {calling && column === columns.at(-1) && <KnownPlace className={classes['known']} />}
            <Panel title={column.title} count={itemsOf(column).length || undefined} padded={false}><ColumnCases column={column} /></Panel>
          </div>
        ))}
      </div>
    );
  }
  return (
    <Tabs value={tab} onChange={(next) => setTab(columns.find(({ key }) => key === next)?.key ?? tab)} className={classes['tabs'] ?? ''} keepMounted={false}>
      <Tabs.List grow>
        {columns.map((column) => (
          <Tabs.Tab key={column.key} value={column.key} className={classes['tab'] ?? ''} rightSection={<KbdHint keys={KEYS[column.key]} />}>
            {column.tab} <span className={classes['count']}>{itemsOf(column).length}</span>
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {columns.map((column) => (
        <Tabs.Panel key={column.key} value={column.key} className={classes['tab-panel'] ?? ''} onKeyDown={moveFocus} data-nj-scroll tabIndex={0}>
          <VisuallyHidden component="h2">{column.title}</VisuallyHidden>
          <ColumnCases column={column} />
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
