// The desk: one person, many phone calls, and no case lost at nine. For EDT the night; for a receiving team what was sent to it.
import { useMemo } from 'react';
import { refusalSentence } from '../../shared/domain/refusal.ts';
import { instantOf } from '../../shared/domain/instant.ts';
import { SilentSources } from '../beside/silent-sources.tsx';
import { SosBanner } from '../forms/sos/sos-banner.tsx';
import { UnsavedCalls } from '../forms/call/unsaved-calls.tsx';
import { CallDraftsProvider } from '../live/call-drafts.tsx';
import { useLiveList } from '../live/live-store.tsx';
import { useMe } from '../live/me.tsx';
import { HotkeyScope } from '../ui/hotkey-scope.tsx';
import { KeySheet } from '../ui/key-sheet.tsx';
import { useNow } from '../ui/use-now.tsx';
import { countOwed } from './board/before-nine.ts';
import { owedToNight } from './board/owed-to-night.ts';
import { owedToTeam } from './board/owed-to-team.ts';
import { rightsOf } from './desk-rights.ts';
import { DeskLayout } from './desk-layout.tsx';
import { DeskStrip } from './desk-strip.tsx';
import { DutyControl } from './duty/duty-control.tsx';
import classes from './desk.module.css';
import { OpenedProvider, useOpened } from './opened.tsx';
import { useDeskTeamIds } from './receiving-teams.ts';
import { useRoom } from './use-room.ts';
import { useDeed } from './case/use-deed.ts';
import { DeskFrame } from './incident/desk-frame.tsx';

export function Desk() {
  const rights = rightsOf(useMe());
  const hasDesk = rights.worksIncidents || rights.teamIds.length > 0;
  return (
    <HotkeyScope name="Desk">
      <KeySheet />
      {hasDesk
        ? <OpenedProvider><Screen worksIncidents={rights.worksIncidents} /></OpenedProvider>
        : <p className={classes['refused']}>{refusalSentence({ code: 'not-your-role', facts: { who: 'an administrator, if the desk should be yours' } })}</p>}
    </HotkeyScope>
  );
}

/** Calls are taken by whoever works incidents; a receiving team takes none. */
function Screen({ worksIncidents }: { worksIncidents: boolean }) {
  const lists = <Lists worksIncidents={worksIncidents} />;
  return worksIncidents ? <CallDraftsProvider form="desk">{lists}</CallDraftsProvider> : lists;
}

function Lists({ worksIncidents }: { worksIncidents: boolean }) {
  const now = useNow();
  const room = useRoom();
  const { opened, open } = useOpened();
  const { staffId } = useMe();
  const incidents = useLiveList('incident');
  const handovers = useLiveList('handover');
  const deskTeamIds = useDeskTeamIds();
  const columns = useMemo(
    () => (worksIncidents ? owedToNight({ incidents, handovers, staffId, deskTeamIds }) : owedToTeam(handovers)),
    [worksIncidents, incidents, handovers, staffId, deskTeamIds],
  );
  return (
    <div className={classes['desk']}>
      {worksIncidents && <Sos />}
      {worksIncidents && <DutyControl />}
      {worksIncidents && <UnsavedCalls calling={opened?.kind === 'call'} onGoOn={() => open({ kind: 'call' })} />}
      {worksIncidents && (room !== 'one' || opened === null) && <SilentSources />}
      {/* On a phone the case that is open needs all the room. */}
      {(room !== 'one' || opened === null) && <DeskStrip owed={countOwed(columns, staffId, instantOf(now))} worksIncidents={worksIncidents} />}
      <DeskLayout columns={columns} room={room} keptAs={`${staffId}.desk`} />
    </div>
  );
}

/** The desk hears of every SOS; where somebody is, is control's to see. */
function Sos() {
  const { open } = useOpened();
  return <SosBanner way={{ Frame: DeskFrame, send: useDeed() }} onOpen={(id) => open({ kind: 'incident', id })} seesPlaces={false} />;
}
