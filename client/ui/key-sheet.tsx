// Every key of the present screen on one sheet, opened and closed with `?`; the place to turn single letters off.
import { Modal, Switch } from '@mantine/core';
import { useState } from 'react';
import { HotkeyScope } from './hotkey-scope.tsx';
import { useHotkeys, useKeyList } from './hotkeys.ts';
import { KbdHint } from './kbd-hint.tsx';
import { keyCaps } from './chord.ts';
import { useSingleKeys } from './single-keys.ts';
import classes from './key-sheet.module.css';

/** Placed once a screen, inside its outermost scope. */
export function KeySheet() {
  const [open, setOpen] = useState(false);
  useHotkeys([{ keys: '?', label: 'Show the keys', run: () => setOpen(true) }]);
  return (
    <Modal opened={open} onClose={() => setOpen(false)} title="Keys" size="lg" closeButtonProps={{ 'aria-label': 'Close' }}>
      <HotkeyScope name="Keys" exclusive>
        <Sheet onClose={() => setOpen(false)} />
      </HotkeyScope>
    </Modal>
  );
}

function Sheet({ onClose }: { onClose: () => void }) {
  const groups = useKeyList();
  const [singleKeys, setSingleKeys] = useSingleKeys();
  useHotkeys([{ keys: '?', label: 'Close', run: onClose, unlisted: true }]);
  return (
    <>
      <div className={classes['groups']}>
        {groups.map(({ scope, hotkeys }) => (
          <section key={scope}>
            <h3 className={classes['scope']}>{scope}</h3>
            <dl className={classes['keys']}>
              {hotkeys.map(({ keys, label }) => (
                <div key={keys} className={classes['line']}>
                  <dt className={classes['label']}>{label}</dt>
                  <dd className={classes['caps']}>
                    <KbdHint keys={keys} />
                    <span className={classes['spoken']}>{keyCaps(keys).join(' ')}</span>
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <Switch
        className={classes['choice'] ?? ''}
        checked={singleKeys}
        onChange={(event) => setSingleKeys(event.currentTarget.checked)}
        label="Single letters act"
        description="Turn off if you speak to the computer, or if a letter is struck by accident. Ctrl and Esc still work."
      />
    </>
  );
}
