// A moment typed as a person says it, with what was understood written out beneath.
import { TextInput } from '@mantine/core';
import { dayText, clockTime } from './time-text.ts';
import { useNow } from './use-now.tsx';
import { readMoment, type Side } from './local-moment.ts';

export interface MomentFieldProps {
  label: string;
  text: string;
  onChange: (text: string) => void;
  side: Side;
  required?: boolean;
  /** What an empty field means: "now", "no end". */
  whenEmpty: string;
  placeholder?: string;
  size?: 'lg';
}

export function MomentField({ label, text, onChange, side, required = false, whenEmpty, placeholder = side === 'past' ? '23:10' : 'Sat 14:00', size }: MomentFieldProps) {
  const now = useNow();
  const read = text.trim() === '' ? null : readMoment(text, now, side);
  return (
    <TextInput
      label={label} {...(size === undefined ? {} : { size })} required={required} value={text} placeholder={placeholder} autoComplete="off"
      onChange={({ currentTarget: { value } }) => onChange(value)}
      error={read?.problem ?? undefined}
      description={read === null ? whenEmpty : read.at === null ? undefined : `${dayText(read.at, now)} ${clockTime(read.at)}`}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
    />
  );
}
