// A one-time link, shown this once: whoever has it sets the password.
import { CopyButton, TextInput } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { ActionButton } from '../ui/action-button.tsx';
import classes from './password-link.module.css';

export interface PasswordLinkProps {
  /** As the server gave it: a path with a fragment, or a whole address. */
  link: string;
  name: string;
  onDone: () => void;
}

export function PasswordLink({ link, name, onDone }: PasswordLinkProps) {
  const address = new URL(link, window.location.origin).href;
  return (
    <div className={classes['link']} role="group" aria-label={`Password link for ${name}`}>
      <TextInput
        label={`For ${name}, shown only now`}
        description="Works once, within 24 hours. Give it to them yourself: whoever has it sets the password."
        inputWrapperOrder={['label', 'input', 'description']}
        readOnly
        autoFocus
        value={address}
        onFocus={(event) => event.currentTarget.select()}
      />
      <div className={classes['actions']}>
        <CopyButton value={address}>
          {({ copied, copy }) => (
            <ActionButton
              label={copied ? 'Copied' : 'Copy'}
              tone="primary"
              icon={copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
              onAct={copy}
            />
          )}
        </CopyButton>
        <ActionButton label="They have it" tone="quiet" onAct={onDone} />
      </div>
    </div>
  );
}
