// A note for the log. It needs no signal: it is kept, shown at once, and sent in its turn.
import { Textarea } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useState } from 'react';
import { addNote } from '../../../shared/protocol/incidents.ts';
import { useOutbox } from '../../live/use-outbox.ts';
import { useDraft } from '../../ui/drafts.ts';
import { Tick } from '../frame/choice.tsx';
import { SideButton } from '../frame/side-button.tsx';
import classes from './note-box.module.css';

export function NoteBox({ incidentId, organisation }: { incidentId: string; organisation: string }) {
  const { push } = useOutbox();
  const [text, setText] = useDraft(`tablet.note.${incidentId}`);
  const [internal, setInternal] = useState(false);
  const written = text.trim() !== '';
  const add = () => {
    push(addNote, { incidentId, body: text.trim(), internal });
    setText('');
    setInternal(false);
  };
  return (
    <div className={classes['box']}>
      <Textarea label="Add to the log" size="lg" autosize minRows={2} maxRows={8} maxLength={4000} value={text} onChange={(event) => setText(event.currentTarget.value)} />
      {written && (
        <>
          <Tick label={`For ${organisation} only`} detail="Other organisations do not see it" checked={internal} onChange={setInternal} />
          <SideButton wide icon={<IconSend size={24} aria-hidden />} label="Add it" onPress={add} />
        </>
      )}
    </div>
  );
}
