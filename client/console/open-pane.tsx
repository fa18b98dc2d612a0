// What is open at the right: a call being taken, an incident, or how to open one.
import { EmptyState } from '../ui/empty-state.tsx';
import { KbdHint } from '../ui/kbd-hint.tsx';
import { Panel } from '../ui/panel.tsx';
import { useBoard } from './board/board.tsx';
import { NewCall } from './call/new-call.tsx';
import { useConsole } from './console-state.tsx';
import { IncidentPane } from './incident/incident-pane.tsx';
import classes from './console.module.css';

export function OpenPane() {
  const { calling, incidentId } = useConsole();
  const { freshness, known } = useBoard();
  if (calling) return <NewCall />;
  if (incidentId !== null) return <IncidentPane key={incidentId} id={incidentId} />;
  if (!known) return <Panel title="Incident">{null}</Panel>;
  return (
    <Panel title="Incident">
      <EmptyState title="Nothing is open." freshness={freshness}>
        <p className={classes['how']}><KbdHint keys="J" /> <KbdHint keys="K" /> move in the queue, <KbdHint keys="Enter" /> opens, <KbdHint keys="N" /> takes a call.</p>
      </EmptyState>
    </Panel>
  );
}
