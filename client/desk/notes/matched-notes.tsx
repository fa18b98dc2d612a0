// The overnight notes about this very incident, above all else: the plan for it has been made by somebody who knows them.
import type { IncidentView } from '../../../shared/protocol/views.ts';
import { useNow } from '../../ui/use-now.tsx';
import classes from './matched-notes.module.css';
import { NoteText } from './note-text.tsx';
import { knownOf, MATCH_NAMES } from '../../../shared/domain/overnight-note-match.ts';
import { useNotesAbout } from './use-notes-about.ts';

export function MatchedNotes({ incident, callerPhone }: { incident: IncidentView; callerPhone: string | null }) {
  const now = useNow();
  const known = knownOf(incident);
  const matching = useNotesAbout(callerPhone === null ? known : { ...known, phones: [...known.phones, callerPhone] });
  if (matching.length === 0) return null;
  return (
    <div className={classes['notes']}>
      {matching.map(({ note, by }) => <NoteText key={note.id} note={note} now={now} matches={`Overnight note: ${by.map((match) => MATCH_NAMES[match]).join(', ')}`} />)}
    </div>
  );
}
