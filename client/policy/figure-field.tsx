// A figure with its unit, typed; what is out of its limits stays in the field and changes nothing.
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import classes from './policy.module.css';

interface Props { label: string; unit: string; value: number; least: number; most: number; whole?: boolean; onChange: (value: number) => void }

export function FigureField({ label, unit, value, least, most, whole = false, onChange }: Props) {
  const [typed, setTyped] = useState(String(value));
  const read = (text: string): number | null => {
    const figure = Number(text.trim().replace(',', '.'));
    return text.trim() !== '' && figure >= least && figure <= most && (!whole || Number.isInteger(figure)) ? figure : null;
  };
  return (
    <TextInput
      className={classes['minutes'] ?? ''} label={label} inputMode={whole ? 'numeric' : 'decimal'} rightSection={<span className={classes['unit']}>{unit}</span>} rightSectionWidth={52} value={typed}
      error={read(typed) === null ? `${whole ? 'A whole number, ' : ''}${least} to ${most}` : undefined}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value);
        const next = read(currentTarget.value);
        if (next !== null) onChange(next);
      }}
    />
  );
}
