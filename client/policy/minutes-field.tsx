// A length of time, typed in minutes and read back in hours and days; what is no such length stays in the field and changes nothing.
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { elapsedText } from '../../shared/domain/elapsed-text.ts';
import classes from './policy.module.css';

const MOST = 60 * 24 * 60;

export function MinutesField({ label, minutes, onChange }: { label: string; minutes: number; onChange: (minutes: number) => void }) {
  const [typed, setTyped] = useState(String(minutes));
  const value = Number(typed);
  const isLength = /^\d+$/.test(typed.trim()) && value >= 1 && value <= MOST;
  return (
    <TextInput
      className={classes['minutes'] ?? ''} label={label} inputMode="numeric" rightSection={<span className={classes['unit']}>min</span>} value={typed}
      description={isLength ? elapsedText(value) : undefined} error={isLength ? undefined : `Whole minutes, 1 to ${MOST}`} inputWrapperOrder={['label', 'input', 'description', 'error']}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value);
        const next = Number(currentTarget.value);
        if (/^\d+$/.test(currentTarget.value.trim()) && next >= 1 && next <= MOST) onChange(next);
      }}
    />
  );
}
