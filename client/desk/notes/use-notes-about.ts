// The notes that hold now and are about what is known: the same person, place or phone.
import type { OvernightNoteView } from '../../../shared/protocol/views.ts';
import { useLiveList } from '../../live/live-store.tsx';
import { useNow } from '../../ui/use-now.tsx';
import { matchNote } from '../../../shared/domain/overnight-note-match.ts';
import type { Known, Match } from '../../../shared/domain/overnight-note-match.ts';

export function useNotesAbout(known: Known): readonly { note: OvernightNoteView; by: readonly Match[] }[] {
  const now = useNow();
  return useLiveList('overnightNote')
    .filter(({ expiresAt }) => new Date(expiresAt) > now)
    .map((note) => ({ note, by: matchNote(note, known) }))
    .filter(({ by }) => by.length > 0);
}
