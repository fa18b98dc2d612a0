// The duty coordinator's console: quiet while all is well, every deed by one key, and never an old board taken for a quiet night.
import { useMediaQuery } from '@mantine/hooks';
import { useLocation } from 'wouter';
import { SilentSources } from '../beside/silent-sources.tsx';
import { CallDraftsProvider } from '../live/call-drafts.tsx';
import { HotkeyScope } from '../ui/hotkey-scope.tsx';
import { useHotkeys } from '../ui/hotkeys.ts';
import { KeySheet } from '../ui/key-sheet.tsx';
import { AlarmsPanel } from './alarms/alarms-panel.tsx';
import { BoardProvider, useBoard } from './board/board.tsx';
import { ConsoleStateProvider, useConsole } from './console-state.tsx';
import { HandOn } from './duty/hand-on.tsx';
import { Find } from './find/find.tsx';
import { InlineForm } from './forms/inline-form.tsx';
import { GradeOneBanner } from './grade-one-banner.tsx';
import { Layout } from './layout.tsx';
import { StaleBand } from './stale-band.tsx';
import { SosBanner } from '../forms/sos/sos-banner.tsx';
import { useSend } from '../live/send.ts';
import { UnsavedCalls } from '../forms/call/unsaved-calls.tsx';
import { ConsoleTopBar, NightStrip } from './top-bar.tsx';
import classes from './console.module.css';

export function Console() {
  return (
    <BoardProvider>
      <CallDraftsProvider form="console">
        <ConsoleStateProvider>
          <HotkeyScope name="Console">
            <Screen />
          </HotkeyScope>
        </ConsoleStateProvider>
      </CallDraftsProvider>
    </BoardProvider>
  );
}

function Screen() {
  const { freshness, known } = useBoard();
  const { goTo, incidentId, calling, startCall, openIncident, set } = useConsole();
  const { send } = useSend();
  const wide = useMediaQuery('(min-width: 68rem)', true, { getInitialValueInEffect: false });
  const [, go] = useLocation();
  useHotkeys([
    { keys: 'Shift+V', label: 'Open the plan of the next 48 hours', run: () => go('/plan') },
    { keys: 'Q', label: 'Go to the queue', run: () => goTo('queue') },
    { keys: 'M', label: 'Go to the map', run: () => goTo('map') },
    { keys: 'V', label: 'Go to the crews', run: () => goTo('crews') },
    { keys: 'X', label: 'Go to what is open', run: () => goTo('incident') },
  ]);
  return (
    <div className={classes['console']} data-live={freshness.live || !known || undefined} data-prints={incidentId === null ? 'queue' : 'incident'}>
      <ConsoleTopBar wide={wide} />
      {!wide && <NightStrip />}
      <SosBanner way={{ Frame: InlineForm, send }} onOpen={openIncident} onShow={({ lat, lon }) => set({ place: { lat, lon } })} seesPlaces />
      <GradeOneBanner />
      <StaleBand />
      <UnsavedCalls calling={calling} onGoOn={startCall} />
      <SilentSources />
      <div className={classes['panes']}>
        <Layout wide={wide} />
        <HandOn />
        <AlarmsPanel />
      </div>
      <Find />
      <KeySheet />
    </div>
  );
}
