// On what basis the case is shared: a different thing from consent to a service, and never left to habit.
import { Textarea } from '@mantine/core';
import { useRef } from 'react';
import classes from './sharing-basis.module.css';

/** Beginnings: the sentence is the worker's own. */
const BEGINNINGS = [
  ['Consent', 'Consent to share given by '], ['Refused, shared all the same', 'Consent refused. Shared all the same, because '],
  ['Not asked', 'Not asked: asking would put somebody at risk, because '], ['Above the threshold', 'Above the statutory threshold: referred regardless of consent, because '],
] as const;

export function SharingBasis({ value, onChange }: { value: string; onChange: (text: string) => void }) {
  const input = useRef<HTMLTextAreaElement>(null);
  return (
    <div>
      <Textarea ref={input} label="Basis for sharing" required value={value} onChange={(event) => onChange(event.currentTarget.value)} autosize minRows={1} maxRows={4} />
      {value.trim() === '' && (
        <div className={classes['beginnings']} role="group" aria-label="Begin with">
          {BEGINNINGS.map(([name, words]) => (
            <button key={name} type="button" className={classes['beginning']} onClick={() => { onChange(words); input.current?.focus(); }}>{name}</button>
          ))}
        </div>
      )}
    </div>
  );
}
