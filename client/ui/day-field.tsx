// A calendar day typed as a person says it, with what was understood written out beneath.
import { TextInput } from '@mantine/core';
import { dayText } from './time-text.ts';
import { useNow } from './use-now.tsx';
import { noonOf, readDay } from './local-day.ts';

export interface DayFieldProps {
  label: string;
  text: string;
  onChange: (text: string) => void;
  required?: boolean;
  placeholder?: string;
  /** Beside the day that was understood: an age. */
  note?: (day: string) => string;
}

export function DayField({ label, text, onChange, required = false, placeholder = '12 Mar 2015', note }: DayFieldProps) {
  const now = useNow();
  const day = text.trim() === '' ? null : readDay(text);
  const unread = text.trim() !== '' && day === null;
  return (
    <TextInput
      label={label} required={required} value={text} placeholder={placeholder} autoComplete="off" onChange={({ currentTarget: { value } }) => onChange(value)}
      error={unread ? 'Write it as 12 Mar 2015 or 12/3/2015.' : undefined}
      description={day === null ? undefined : [dayText(noonOf(day), now), note?.(day)].filter(Boolean).join(' · ')}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
    />
  );
}
