// The day teams' notes for the night: those about something open first and marked, each with its plan and how long it holds.
import { useMemo, useState } from 'react';
import { endOvernightNote } from '../../../shared/protocol/handovers.ts';
import type { IncidentView, OvernightNoteView } from '../../../shared/protocol/views.ts';
import { useLiveList } from '../../live/live-store.tsx';
import { useMe } from '../../live/me.tsx';
import { ActionButton } from '../../ui/action-button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SkeletonRows } from '../../ui/skeleton-rows.tsx';
import { useNow } from '../../ui/use-now.tsx';
import { ActForm } from '../case/act-form.tsx';
import { Pane } from '../case/pane.tsx';
import { useDeed } from '../case/use-deed.ts';
import { rightsOf } from '../desk-rights.ts';
import { useOpened } from '../opened.tsx';
import { useHearing, useShownFreshness } from '../shown-freshness.ts';
import { shortRef } from '../short-ref.ts';
import { NoteText } from './note-text.tsx';
import classes from './overnight-notes.module.css';
import { MATCH_NAMES, raiseMatching } from '../../../shared/domain/overnight-note-match.ts';
import type { MatchedNote } from '../../../shared/domain/overnight-note-match.ts';

export function OvernightNotes({ closes }: { closes: boolean }) {
  const now = useNow();
  const freshness = useShownFreshness();
  const notes = useLiveList('overnightNote');
  const incidents = useLiveList('incident');
  const [ending, setEnding] = useState<OvernightNoteView | null>(null);
  const expected = useHearing() === 'expected';
  const { goOn } = useOpened();
  const me = useMe();
  const raised = useMemo(() => raiseMatching(notes, incidents), [notes, incidents]);
  // Lapsed by this screen's clock before the server has said so: a plan that no longer holds must not be read as one.
  const holding = raised.filter(({ note }) => new Date(note.expiresAt) > now);
  const mayEnd = (note: OvernightNoteView) => rightsOf(me).isEdt || rightsOf(me).teamIds.includes(note.receivingTeamId);
  return (
    <Pane
      title="Overnight notes"
      count={holding.length || undefined}
      closes={closes}
      padded={false}
      actions={<ActionButton label="Lodge a note" keys="L" size="xs" onAct={() => goOn({ kind: 'lodge-note' })} />}
      dock={ending && <EndNote note={ending} onClose={() => setEnding(null)} />}
    >
      {expected && <SkeletonRows of="the overnight notes" rows={3} />}
      {!expected && holding.length === 0 && (
        <EmptyState
          title="No overnight note holds now."
          why="A day team lodges one where a plan for the night is needed. It surfaces when the same person, place or phone appears, and it expires."
          freshness={freshness}
        />
      )}
      {holding.map(({ note, with: matches }) => (
        <NoteText key={note.id} note={note} now={now} matches={matches.length > 0 && <Matches matches={matches} />}>
          {mayEnd(note) && (
            <div className={classes['actions']}>
              <ActionButton label={`End this note about ${note.about}`} size="xs" tone="quiet" onAct={() => setEnding(note)}>End this note</ActionButton>
            </div>
          )}
        </NoteText>
      ))}
    </Pane>
  );
}

function Matches({ matches }: { matches: MatchedNote<OvernightNoteView, IncidentView>['with'] }) {
  const { goOn } = useOpened();
  return matches.map(({ incident, by }) => (
    <button key={incident.id} type="button" className={classes['match']} onClick={() => goOn({ kind: 'incident', id: incident.id })}>
      Open now: {shortRef(incident.ref)}, {by.map((match) => MATCH_NAMES[match]).join(', ')}
    </button>
  ));
}

function EndNote({ note, onClose }: { note: OvernightNoteView; onClose: () => void }) {
  const deed = useDeed();
  return (
    <ActForm
      title={`End the note about ${note.about}`}
      leadsTo="It no longer surfaces tonight. What was written stays on the log."
      act="End it now"
      onAct={() => deed(endOvernightNote, { noteId: note.id })}
      onClose={onClose}
    />
  );
}
