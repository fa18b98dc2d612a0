// A system's new key, shown this once: whoever has it sends calls in that system's name.
import { CopyButton, TextInput } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { ActionButton } from '../ui/action-button.tsx';
import classes from './password-link.module.css';

export function KeyOnce({ value, name, onDone }: { value: string; name: string; onDone: () => void }) {
  return (
    <div className={classes['link']} role="group" aria-label={`Key of ${name}`}>
      <TextInput
        label={`The key of ${name}, shown only now`}
        description="Give it to whoever runs that system, not by e-mail. It is sent as Authorization: Bearer. Lost, it is revoked and another made."
        inputWrapperOrder={['label', 'input', 'description']}
        readOnly
        autoFocus
        autoComplete="off"
        spellCheck={false}
        value={value}
        onFocus={(event) => event.currentTarget.select()}
      />
      <div className={classes['actions']}>
        <CopyButton value={value}>
          {({ copied, copy }) => (
            <ActionButton label={copied ? 'Copied' : 'Copy'} tone="primary" icon={copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />} onAct={copy} />
          )}
        </CopyButton>
        <ActionButton label="They have it" tone="quiet" onAct={onDone} />
      </div>
    </div>
  );
}
