// Queue, map and crews, and what is open beside each other while there is room; as tabs, one at a time, where there is not.
import { Tabs } from '@mantine/core';
import { useMe } from '../live/me.tsx';
import { Splitter } from '../ui/splitter.tsx';
import { KnownElsewhereProvider } from '../forms/call/known-elsewhere.tsx';
import { useConsole, usePaneFocus, PANES, type PaneName } from './console-state.tsx';
import { CrewsPanel } from './crews/crews-panel.tsx';
import { ConsoleMap } from './map/console-map.tsx';
import { OpenPane } from './open-pane.tsx';
import { Queue } from './queue/queue.tsx';
import classes from './console.module.css';

const CONTENT = { queue: <Queue />, map: <ConsoleMap />, crews: <CrewsPanel />, incident: <OpenPane /> } as const satisfies Record<PaneName, React.ReactNode>;

/** The way in for the focus, and the measure for what folds inside. */
const Pane = ({ name }: { name: PaneName }) => <div className={classes['pane']} data-pane={name} tabIndex={-1}>{CONTENT[name]}</div>;

export function Layout({ wide }: { wide: boolean }) {
  const { goingTo } = useConsole();
  usePaneFocus(goingTo);
  return wide ? <KnownElsewhereProvider><BesideEachOther /></KnownElsewhereProvider> : <OneAtATime />;
}

function BesideEachOther() {
  const { accountId } = useMe();
  return (
    <Splitter
      keptAs={`${accountId}.console`}
      panes={[
        { name: 'queue', size: 30, min: 20, content: <Pane name="queue" /> },
        {
          name: 'map and crews', size: 35, min: 15, content: (
            <Splitter keptAs={`${accountId}.console.middle`} direction="column" panes={[
              { name: 'map', size: 62, min: 15, content: <Pane name="map" /> },
              { name: 'crews', size: 38, min: 10, content: <Pane name="crews" /> },
            ]} />
          ),
        },
        { name: 'incident', size: 35, min: 25, content: <Pane name="incident" /> },
      ]}
    />
  );
}

const isPane = (value: string | null): value is PaneName => PANES.some((name) => name === value);

function OneAtATime() {
  const { goingTo, goTo, calling } = useConsole();
  const names = { queue: 'Queue', map: 'Map', crews: 'Crews', incident: calling ? 'New call' : 'Incident' } as const satisfies Record<PaneName, string>;
  return (
    <Tabs className={classes['tabs'] ?? ''} value={goingTo.pane} onChange={(value) => { if (isPane(value)) goTo(value); }} keepMounted>
      <Tabs.List grow data-nj-no-print>{PANES.map((name) => <Tabs.Tab key={name} value={name}>{names[name]}</Tabs.Tab>)}</Tabs.List>
      {PANES.map((name) => <Tabs.Panel key={name} value={name} className={classes['tab-panel'] ?? ''}><Pane name={name} /></Tabs.Panel>)}
    </Tabs>
  );
}
