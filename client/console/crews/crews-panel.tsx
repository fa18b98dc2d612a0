// Everybody who can be sent, free first: a list that says all that the map says about them, and more.
import { useState } from 'react';
import { ActionButton } from '../../ui/action-button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { HotkeyScope } from '../../ui/hotkey-scope.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SkeletonRows } from '../../ui/skeleton-rows.tsx';
import { useBoard } from '../board/board.tsx';
import { isManned, isOut, type Crew } from '../board/crew.ts';
import { useConsole } from '../console-state.tsx';
import { CrewRow } from './crew-row.tsx';
import { TeamForm } from './team-form.tsx';
import classes from './crews.module.css';

export function CrewsPanel() {
  const { crews, freshness, known } = useBoard();
  const { crewId, goTo } = useConsole();
  const [forming, setForming] = useState(false);
  const leaveForm = () => {
    setForming(false);
    goTo('crews');
  };
  const manned = crews.filter(isManned);
  const entry = crewId ?? crews[0]?.id;
  const free = manned.filter((crew) => !isOut(crew)).length;
  return (
    <HotkeyScope name="Crews">
      <Panel
        title="Crews" count={known ? `${free} free, ${manned.length - free} out` : undefined} padded={false}
        actions={<ActionButton label="Form a team" size="xs" tone="quiet" keys="Shift+T" expanded={forming} onAct={() => setForming(!forming)} />}
      >
        {forming && <div className={classes['forming']}><TeamForm onClose={leaveForm} /></div>}
        {!known ? <SkeletonRows of="the crews" rows={5} /> : crews.length === 0
          ? <EmptyState title="Nobody is on duty to be sent." why="Responders book on at their tablets." freshness={freshness} />
          : (
            <>
              <CrewList name="Teams, free first" crews={crews.filter(({ team }) => team !== null)} entry={entry} />
              <CrewList name="Without a team" heading crews={crews.filter(({ team }) => team === null)} entry={entry} />
            </>
          )}
      </Panel>
    </HotkeyScope>
  );
}

interface CrewListProps {
  name: string;
  crews: readonly Crew[];
  heading?: boolean;
  /** The crew that the keyboard comes to first. */
  entry: string | undefined;
}

function CrewList({ name, crews, heading = false, entry }: CrewListProps) {
  if (crews.length === 0) return null;
  return (
    <>
      {heading && <h3 className={classes['heading']}>{name}</h3>}
      <ul className={classes['crews']} aria-label={name}>{crews.map((crew) => <CrewRow key={crew.id} crew={crew} entry={crew.id === entry} />)}</ul>
    </>
  );
}
