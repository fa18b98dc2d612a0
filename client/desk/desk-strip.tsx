// Above the lists: what is owed before nine, how fresh that is, and the notes that are about somebody tonight.
import { IconNote } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useLiveList } from '../live/live-store.tsx';
import { ActionButton } from '../ui/action-button.tsx';
import { BeforeNineStrip } from './board/before-nine-strip.tsx';
import type { BeforeNine } from './board/before-nine.ts';
import classes from './desk.module.css';
import { raiseMatching } from '../../shared/domain/overnight-note-match.ts';
import { useOpened } from './opened.tsx';

const NIGHT_WORDS = { waiting: (count: number) => (count === 1 ? 'waits to be taken over' : 'wait to be taken over'), mine: () => 'with you' };
const TEAM_WORDS = { waiting: (count: number) => (count === 1 ? 'waits for your team' : 'wait for your team') };

export function DeskStrip({ owed, worksIncidents }: { owed: BeforeNine; worksIncidents: boolean }) {
  const { open } = useOpened();
  const notes = useLiveList('overnightNote');
  const incidents = useLiveList('incident');
  const news = worksIncidents ? incidents.filter((incident) => incident.news.some(({ decision }) => decision === null)) : [];
  const matching = useMemo(() => raiseMatching(notes, incidents).filter((raised) => raised.with.length > 0).length, [notes, incidents]);
  return (
    <BeforeNineStrip owed={owed} words={worksIncidents ? NIGHT_WORDS : TEAM_WORDS}>
      {matching > 0 && <strong className={classes['matching']}>{matching === 1 ? '1 note is about tonight' : `${matching} notes are about tonight`}</strong>}
      {news.map((incident, index) => (
        <ActionButton key={incident.id} label={`News on ${incident.ref}, closed`} size="xs" tone="primary" {...(index === 0 ? { keys: 'Shift+N' } : {})} onAct={() => open({ kind: 'incident', id: incident.id })} />
      ))}
      <ActionButton label="Overnight notes" keys="O" size="xs" icon={<IconNote size={16} aria-hidden />} onAct={() => open({ kind: 'notes' })} />
    </BeforeNineStrip>
  );
}
