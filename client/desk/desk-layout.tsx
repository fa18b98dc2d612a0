// Where the lists and the case stand: beside each other wherever there is room; on a phone one, then the other.
import { useHotkeys } from '../ui/hotkeys.ts';
import { KnownElsewhereProvider } from '../forms/call/known-elsewhere.tsx';
import { Splitter } from '../ui/splitter.tsx';
import { Beside } from './beside.tsx';
import { Board } from './board/board.tsx';
import { itemsOf } from './board/desk-item.ts';
import type { DeskColumn } from './board/desk-item.ts';
import { focusPane } from './case/use-focus-to-pane.ts';
import classes from './desk.module.css';
import { isOpened, useOpened } from './opened.tsx';
import { useFocusBeside } from './use-focus-beside.ts';
import type { Room } from './use-room.ts';

export interface DeskLayoutProps {
  columns: readonly DeskColumn[];
  room: Room;
  /** Whose borders these are. */
  keptAs: string;
}

export function DeskLayout({ columns, room, keptAs }: DeskLayoutProps) {
  const { opened, open } = useOpened();
  useFocusBeside(opened);
  const items = columns.flatMap(itemsOf);
  const at = items.findIndex(({ kind, id }) => isOpened(opened, kind, id));
  const openAt = (index: number) => {
    const item = items[Math.max(0, Math.min(index, items.length - 1))];
    if (item) open({ kind: item.kind, id: item.id });
  };
  useHotkeys([
    { keys: 'J', label: 'Open the next case', run: () => openAt(at + 1), repeats: true },
    { keys: 'K', label: 'Open the case before', run: () => openAt(at - 1), repeats: true },
    { keys: 'D', label: 'To what is open', run: () => focusPane() },
  ]);
  const board = <Board columns={columns} narrow={room !== 'columns'} calling={opened?.kind === 'call'} />;
  const beside = <Beside opened={opened} />;
  switch (room) {
    case 'one': return <div className={classes['one']}>{opened === null ? board : beside}</div>;
    case 'two': return <div className={classes['two']}>{board}{beside}</div>;
    case 'columns': return (
      <div className={classes['one']}>
        <KnownElsewhereProvider>
          <Splitter keptAs={keptAs} panes={[{ name: 'the lists', size: 58, min: 40, content: board }, { name: 'what is open', size: 42, min: 28, content: beside }]} />
        </KnownElsewhereProvider>
      </div>
    );
  }
}
