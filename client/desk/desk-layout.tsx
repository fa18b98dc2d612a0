// Where the lists and the case stand: beside each other wherever there is room; on a phone one, then the other.
import { useMediaQuery } from '@mantine/hooks';
import { useHotkeys } from '../ui/hotkeys.ts';
import { Splitter } from '../ui/splitter.tsx';
import { Beside } from './beside.tsx';
import { Board } from './board/board.tsx';
import { itemsOf } from './board/desk-item.ts';
import type { DeskColumn } from './board/desk-item.ts';
import classes from './desk.module.css';
import { isOpened, useOpened } from './opened.tsx';

export interface DeskLayoutProps {
  columns: readonly DeskColumn[];
  keptAs: string;
}

// In em, so that at 200% zoom a laptop is given what a tablet is.
const roomForColumns = '(min-width: 68em)';
const roomBeside = '(min-width: 46em)';

export function DeskLayout({ columns, keptAs }: DeskLayoutProps) {
  const wide = useMediaQuery(roomForColumns, true, { getInitialValueInEffect: false });
  const beside = useMediaQuery(roomBeside, true, { getInitialValueInEffect: false });
  const { opened, open } = useOpened();
  const items = columns.flatMap(itemsOf);
  const at = items.findIndex(({ kind, id }) => isOpened(opened, kind, id));
  const openAt = (index: number) => {
    const item = items[Math.max(0, Math.min(index, items.length - 1))];
    if (item) open({ kind: item.kind, id: item.id });
  };
  useHotkeys([
    { keys: 'J', label: 'Open the next case', run: () => openAt(at + 1), repeats: true },
    { keys: 'K', label: 'Open the case before', run: () => openAt(at - 1), repeats: true },
  ]);
  const board = <Board columns={columns} narrow={!wide} />;
  if (!beside) return <div className={classes['alone']}>{opened === null ? board : <Beside opened={opened} />}</div>;
  return (
    <div className={classes['alone']}>
      {/* Each shape of the screen keeps the borders that were drawn for it. */}
      <Splitter
        key={wide ? 'wide' : 'narrow'}
        keptAs={`${keptAs}.${wide ? 'wide' : 'narrow'}`}
        panes={[
          { name: 'the lists', size: wide ? 58 : 42, min: wide ? 40 : 30, content: board },
          { name: 'what is open', size: wide ? 42 : 58, min: 28, content: <Beside opened={opened} /> },
        ]}
      />
    </div>
  );
}
