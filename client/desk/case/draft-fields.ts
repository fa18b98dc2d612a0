// The fields of a form, kept together under one key until they have been sent.
import { useMemo } from 'react';
import type { ChangeEvent } from 'react';
import { z } from 'zod';
import { useDraft } from '../../ui/drafts.ts';

const Kept = z.record(z.string(), z.string());

function readKept(text: string): Record<string, string> {
  return text === '' ? {} : Kept.parse(JSON.parse(text));
}

export interface DraftFields<Name extends string> {
  values: Readonly<Record<Name, string>>;
  set: (name: Name, text: string) => void;
  /** For an input's `value` and `onChange`. */
  field: (name: Name) => { value: string; onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>) => void };
  clear: () => void;
}

export function useDraftFields<Name extends string>(key: string, start: Readonly<Record<Name, string>>): DraftFields<Name> {
  const [text, setText] = useDraft(key);
  const kept = useMemo(() => readKept(text), [text]);
  const values = { ...start, ...kept };
  const set = (name: Name, next: string) => setText(JSON.stringify({ ...values, [name]: next }));
  return {
    values,
    set,
    field: (name) => ({ value: values[name], onChange: (event) => set(name, event.currentTarget.value) }),
    clear: () => setText(''),
  };
}

/** What was typed, or null where nothing was: an empty field is "not said", never an empty text. */
export const saidOrNull = (text: string): string | null => text.trim() || null;
