// My duty: as whom and since when, with whom, what is shared, and how it ends.
import { useState } from 'react';
import { joinTeam } from '../../../shared/protocol/duties.ts';
import type { TeamView } from '../../../shared/protocol/views.ts';
import { useLiveList } from '../../live/live-store.tsx';
import { useReloadMe } from '../../live/me.tsx';
import { useSend } from '../../live/send.ts';
import { SchemeChoice } from '../../ui/scheme-choice.tsx';
import { dayAndTime } from '../../ui/time-text.ts';
import { useNow } from '../../ui/use-now.tsx';
import { Choice } from '../frame/choice.tsx';
import { Page } from '../frame/page.tsx';
import { Section } from '../frame/section.tsx';
import { SideButton } from '../frame/side-button.tsx';
import { BreakPanel } from './break-panel.tsx';
import { dutyAs } from './duty-words.ts';
import { OwnShifts } from './own-shifts.tsx';
import { SharingPanel } from './sharing-panel.tsx';
import { TeamMates } from './team-mates.tsx';
import type { Sharing } from './use-sharing.ts';

export interface DutyPageProps {
  name: string;
  dutyId: string;
  startedAt: string;
  team: TeamView | null;
  sharing: Sharing;
  onEnd: () => void;
  onBack: () => void;
}

const ALONE = 'alone';

export function DutyPage({ name, dutyId, startedAt, team, sharing, onEnd, onBack }: DutyPageProps) {
  const now = useNow();
  const { send } = useSend();
  const reloadMe = useReloadMe();
  const teams = useLiveList('team').toSorted((a, b) => a.callSign.localeCompare(b.callSign));
  const current = team?.id ?? ALONE;
  const [chosen, setChosen] = useState(current);
  const change = async () => {
    const done = await send(joinTeam, { dutyId, teamId: chosen === ALONE ? null : chosen });
    if (done !== null) await reloadMe();
  };
  return (
    <Page title={dutyAs(team, name)} onBack={onBack} foot={<SideButton label="End of duty …" onPress={onEnd} wide />}>
      <p>{name}, since {dayAndTime(startedAt, now)}{team?.vehicle ? ` · ${team.vehicle}` : ''}</p>
      {team && <Section title="With you"><TeamMates dutyId={dutyId} teamId={team.id} /></Section>}
      <BreakPanel dutyId={dutyId} />
      <SharingPanel sharing={sharing} />
      <Section title="Team">
        <Choice
          legend="Out with"
          options={[...teams.map(({ id, callSign }) => ({ value: id, label: callSign })), { value: ALONE, label: 'Alone' }]}
          value={chosen}
          onChange={setChosen}
          inline
        />
        {chosen !== current && <SideButton wide label={chosen === ALONE ? 'Leave the team' : `Change to ${teams.find(({ id }) => id === chosen)?.callSign ?? 'this team'}`} detail="Not while you are out on a task" onPress={() => void change()} />}
      </Section>
      <Section title="Your shifts"><OwnShifts /></Section>
      <Section title="Colours"><SchemeChoice /></Section>
    </Page>
  );
}
