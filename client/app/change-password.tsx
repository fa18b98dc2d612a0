// Changing one's own password, over the screen that one is at: the board behind it goes on.
import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { changePassword } from '../../shared/protocol/session.ts';
import { call } from '../live/api.ts';
import { useMe } from '../live/me.tsx';
import { ActionButton } from '../ui/action-button.tsx';
import { HotkeyScope } from '../ui/hotkey-scope.tsx';
import { say } from '../ui/toast.tsx';
import classes from './form.module.css';
import { PasswordField } from './password-field.tsx';
import { Problem } from './problem.tsx';
import { useSubmit } from './use-submit.ts';

export function ChangePassword({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Modal opened={open} onClose={onClose} title="Change your password" closeButtonProps={{ 'aria-label': 'Close' }}>
      <HotkeyScope name="Change your password" exclusive>
        <PasswordForm onClose={onClose} />
      </HotkeyScope>
    </Modal>
  );
}

function PasswordForm({ onClose }: { onClose: () => void }) {
  const me = useMe();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const { onSubmit, problem, slow } = useSubmit(async () => {
    await call(changePassword, { current, next });
    onClose();
    say('Your password is changed.', 'Every other device of yours has been signed out.');
  });
  return (
    <form className={classes['form']} onSubmit={onSubmit}>
      <PasswordField label="The one you have now" kind="current" value={current} onChange={setCurrent} autoFocus />
      <PasswordField label="The new one" kind="new" value={next} onChange={setNext} />
      <p className={classes['note']}>For {me.name}. Every other device signed in as you must sign in again.</p>
      <Problem sentence={problem} />
      <div>
        <Button type="submit" variant="filled" loading={slow}>Change it</Button>
        <ActionButton label="Not now" tone="quiet" onAct={onClose} />
      </div>
    </form>
  );
}
