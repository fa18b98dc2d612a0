// The overnight notes about whoever is being named, at the foot of the call: they come while somebody types, and move no field.
import { MATCH_NAMES } from '../../../shared/domain/overnight-note-match.ts';
import { useNotesAbout } from '../notes/use-notes-about.ts';
import type { CallDraft } from './call-draft.ts';
import classes from './notes-about-call.module.css';

export function NotesAboutCall({ call: { people, place, callerPhone, summary } }: { call: CallDraft }) {
  const matching = useNotesAbout({ names: people.map(({ name }) => name), place: place || null, phones: [callerPhone, summary] });
  return (
    <div className={classes['notes']} role="status">
      {matching.map(({ note, by }) => (
        <div key={note.id} className={classes['note']}>
          <p className={classes['matches']}>Overnight note: {by.map((match) => MATCH_NAMES[match]).join(', ')}</p>
          <p><strong>{note.about}</strong>: {note.plan}</p>
        </div>
      ))}
    </div>
  );
}
