// A number of days, typed; what is none stays in the field and changes nothing.
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import classes from './policy.module.css';

const MOST = 365;
const isDays = (typed: string): boolean => /^\d+$/.test(typed.trim()) && Number(typed) >= 1 && Number(typed) <= MOST;

export function DaysField({ label, days, onChange }: { label: string; days: number; onChange: (days: number) => void }) {
  const [typed, setTyped] = useState(String(days));
  return (
    <TextInput
      className={classes['minutes'] ?? ''} label={label} inputMode="numeric" rightSection={<span className={classes['unit']}>days</span>} value={typed} error={isDays(typed) ? undefined : `Whole days, 1 to ${MOST}`}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value);
        if (isDays(currentTarget.value)) onChange(Number(currentTarget.value));
      }}
    />
  );
}
