// A person as a call is taken: one line, with all the rest behind one key. Nothing of it keeps the call from being saved.
import { useRef } from 'react';
import { ActionButton } from '../../ui/action-button.tsx';
import type { PersonDraft } from './person-draft.ts';
import { PersonFields } from './person-fields.tsx';
import { NO_MORE } from './person-more-draft.ts';
import { PersonMoreFields } from './person-more-fields.tsx';
import classes from './person.module.css';

export function PersonWithMore({ person, onChange }: { person: PersonDraft; onChange: (part: Partial<PersonDraft>) => void }) {
  const frame = useRef<HTMLDivElement>(null);
  const sayMore = () => {
    if (person.more === null) onChange({ more: NO_MORE });
    requestAnimationFrame(() => frame.current?.querySelector('input')?.focus());
  };
  return (
    <div
      className={classes['fields']}
      onKeyDown={(event) => {
        if (!event.altKey || event.key.toLowerCase() !== 'm') return;
        event.preventDefault();
        sayMore();
      }}
    >
      <PersonFields person={person} onChange={onChange} />
      <div ref={frame} className={classes['more']}>
        {person.more === null
          ? <ActionButton label="More about them (Alt-M)" size="xs" tone="quiet" onAct={sayMore} />
          : <PersonMoreFields more={person.more} isUnborn={person.unborn} onChange={(part) => onChange({ more: { ...NO_MORE, ...person.more, ...part } })} />}
      </div>
    </div>
  );
}
