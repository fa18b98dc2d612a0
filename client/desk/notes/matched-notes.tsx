// The overnight notes about this very incident, above all else: the plan for it has been made by somebody who knows them.
import type { IncidentView } from '../../../shared/protocol/views.ts';
import { useLiveList } from '../../live/live-store.tsx';
import { useNow } from '../../ui/use-now.tsx';
import classes from './matched-notes.module.css';
import { NoteText } from './note-text.tsx';
import { knownOf, MATCH_NAMES, matchNote } from './overnight-note-match.ts';
import type { Known } from './overnight-note-match.ts';

export function MatchedNotes({ incident, callerPhone }: { incident: IncidentView; callerPhone: string | null }) {
  const known = knownOf(incident);
  return <NotesAbout known={callerPhone === null ? known : { ...known, phones: [...known.phones, callerPhone] }} />;
}

export function NotesAbout({ known }: { known: Known }) {
  const now = useNow();
  const matching = useLiveList('overnightNote')
    .filter(({ expiresAt }) => new Date(expiresAt) > now)
    .map((note) => ({ note, by: matchNote(note, known) }))
    .filter(({ by }) => by.length > 0);
  if (matching.length === 0) return null;
  return (
    <div className={classes['notes']} role="status">
      {matching.map(({ note, by }) => <NoteText key={note.id} note={note} now={now} matches={`Overnight note: ${by.map((match) => MATCH_NAMES[match]).join(', ')}`} />)}
    </div>
  );
}
