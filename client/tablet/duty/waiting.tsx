// Nothing is asked of me: as whom, how fresh that is, who is with me, what I had.
import { IconPhonePlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { TeamView } from '../../../shared/protocol/views.ts';
import { useFreshness } from '../../live/live-store.tsx';
import { Clock } from '../../ui/clock.tsx';
import { clockSeconds } from '../../ui/time-text.ts';
import { useNow } from '../../ui/use-now.tsx';
import { Screen } from '../frame/screen.tsx';
import { Section } from '../frame/section.tsx';
import { SideButton } from '../frame/side-button.tsx';
import { TaskList, type TaskListProps } from '../task/task-list.tsx';
import { DutyNotices } from './duty-notices.tsx';
import { TeamMates } from './team-mates.tsx';
import classes from './waiting.module.css';

export interface WaitingProps extends Pick<TaskListProps, 'works' | 'raised' | 'onChoose'> {
  name: string;
  dutyId: string;
  team: TeamView | null;
  notices: ReactNode;
  onRaise: () => void;
}

export function Waiting({ name, dutyId, team, notices, works, raised = [], onChoose, onRaise }: WaitingProps) {
  const now = useNow();
  const earlier = works.length + raised.length > 0;
  return (
    <Screen label="Nothing sent" foot={<SideButton wide icon={<IconPhonePlus size={24} aria-hidden />} label="Raise a call …" detail="Something that somebody told you" onPress={onRaise} />}>
      {notices}
      <DutyNotices dutyId={dutyId} />
      <div className={classes['calm']}>
        <Clock now={now} size="xl" />
        <p className={classes['who']}>{team?.callSign ?? name}</p>
        <Sent />
      </div>
      {team && <Section title={`With you in ${team.callSign}`}><TeamMates dutyId={dutyId} teamId={team.id} /></Section>}
      {earlier && <Section title="In this duty"><TaskList works={works} raised={raised} chosenId={null} onChoose={onChoose} /></Section>}
    </Screen>
  );
}

/** A screen without a connection is never shown as a quiet night. */
function Sent() {
  const { state, since } = useFreshness();
  if (state === 'connecting') return <p className={classes['stale']}>Asking the server what there is for you.</p>;
  if (state === 'live') return <p className={classes['sent']}>Nothing is sent to you.</p>;
  return (
    <p className={classes['stale']}>
      {since === null ? 'Nothing is known yet: the server has not answered.' : `Not live since ${clockSeconds(since)}. What was sent after that is not shown here.`}
      {' '}Listen to the radio.
    </p>
  );
}
