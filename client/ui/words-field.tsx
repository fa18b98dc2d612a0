// A text of some length: a reason, a note, a rationale.
import { Textarea } from '@mantine/core';

export interface WordsFieldProps {
  label: string;
  text: string;
  onChange: (text: string) => void;
  required?: boolean;
  placeholder?: string;
  minRows?: number;
}

export function WordsField({ label, text, onChange, required = false, placeholder, minRows = 2 }: WordsFieldProps) {
  return (
    <Textarea
      label={label} required={required} value={text} maxLength={4000} autosize minRows={minRows} maxRows={10}
      {...(placeholder === undefined ? {} : { placeholder })}
      onChange={({ currentTarget: { value } }) => onChange(value)}
    />
  );
}
