// A password, that can be shown and that says when Caps Lock is on.
import { PasswordInput } from '@mantine/core';
import { useState } from 'react';
import type { Ref } from 'react';
import classes from './password-field.module.css';
import { useCapsLock } from './use-caps-lock.ts';

export interface PasswordFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** `new` asks a password manager to propose one, and says what will be taken. */
  kind: 'current' | 'new';
  ref?: Ref<HTMLInputElement>;
  autoFocus?: boolean;
}

const rule = 'At least 12 characters, and not your user name. Three or four words do well.';

export function PasswordField({ label, value, onChange, kind, ref, autoFocus = false }: PasswordFieldProps) {
  const { on, handlers } = useCapsLock();
  const [visible, setVisible] = useState(false);
  const hint = on ? 'Caps Lock is on.' : kind === 'new' ? rule : undefined;
  return (
    <PasswordInput
      ref={ref}
      label={label}
      description={hint}
      descriptionProps={{ role: 'status' }}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      autoComplete={`${kind}-password`}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      visible={visible}
      onVisibilityChange={setVisible}
      visibilityToggleFocusable
      visibilityToggleButtonProps={{ 'aria-label': visible ? 'Hide what is typed' : 'Show what is typed' }}
      classNames={{ visibilityToggle: classes['eye'] ?? '' }}
      data-autofocus={autoFocus || undefined}
      required
      withAsterisk={false}
      {...handlers}
    />
  );
}
