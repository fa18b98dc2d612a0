// Who is at this screen, and what concerns them alone: other screens, colours, password, signing out.
import { Popover, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconUserCircle } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { ROLE_NAMES } from '../../shared/domain/visibility.ts';
import { useMe } from '../live/me.tsx';
import { useOutbox } from '../live/use-outbox.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { Confirm } from '../ui/confirm.tsx';
import { HotkeyScope } from '../ui/hotkey-scope.tsx';
import { useHotkeys } from '../ui/hotkeys.ts';
import { SchemeChoice } from '../ui/scheme-choice.tsx';
import { OwnCalendar } from './own-calendar.tsx';
import { ChangePassword } from './change-password.tsx';
import { leave } from './leave.ts';
import { screenAt, screensOf, SCREENS } from './screens.ts';
import classes from './you-menu.module.css';

/** Who has shifts. */
const WORKING: ReadonlySet<string> = new Set(['coordinator', 'supervisor', 'responder', 'edt']);

export function YouMenu() {
  const me = useMe();
  const [open, setOpen] = useState(false);
  const [changing, setChanging] = useState(false);
  const [calendar, setCalendar] = useState(false);
  return (
    <>
      <Popover opened={open} onChange={setOpen} position="bottom-end" width={300} trapFocus returnFocus>
        <Popover.Target>
          <UnstyledButton className={classes['you']} onClick={() => setOpen(!open)} aria-label={`You: ${me.name}`}>
            <IconUserCircle size={18} aria-hidden />
            <span className={classes['name']}>{me.name}</span>
            <IconChevronDown size={14} aria-hidden />
          </UnstyledButton>
        </Popover.Target>
        <Popover.Dropdown aria-label="You">
          <HotkeyScope name="You" exclusive>
            <You onClose={() => setOpen(false)} onChangePassword={() => { setOpen(false); setChanging(true); }} onCalendar={() => { setOpen(false); setCalendar(true); }} />
          </HotkeyScope>
        </Popover.Dropdown>
      </Popover>
      <ChangePassword open={changing} onClose={() => setChanging(false)} />
      <OwnCalendar open={calendar} onClose={() => setCalendar(false)} />
    </>
  );
}

function You({ onClose, onChangePassword, onCalendar }: { onClose: () => void; onChangePassword: () => void; onCalendar: () => void }) {
  const me = useMe();
  const [everywhere, setEverywhere] = useState(false);
  useHotkeys([{ keys: 'Escape', label: 'Close', run: onClose, unlisted: true }]);
  return (
    <div className={classes['menu']}>
      <div>
        <p className={classes['who']}>{me.name}</p>
        <p className={classes['roles']}>{me.organisation} · {me.roles.map((role) => ROLE_NAMES[role]).join(', ')}</p>
      </div>
      <OtherScreens onGo={onClose} />
      <SchemeChoice />
      {me.roles.includes('responder') && <StaysHere />}
      {everywhere ? (
        <Confirm question="Sign out on every device?" confirm="Sign out everywhere" onConfirm={() => leave('everywhere')} onCancel={() => setEverywhere(false)}>
          Each of them, this one too, asks for your password again.
        </Confirm>
      ) : (
        <div className={classes['actions']}>
          <ActionButton label="Sign out" onAct={() => leave('here')} />
          <ActionButton label="Sign out everywhere" tone="quiet" onAct={() => setEverywhere(true)} />
          <ActionButton label="Change password" tone="quiet" onAct={onChangePassword} />
          {me.roles.some((role) => WORKING.has(role)) && <ActionButton label="Your times in your own calendar" tone="quiet" onAct={onCalendar} />}
        </div>
      )}
    </div>
  );
}

function OtherScreens({ onGo }: { onGo: () => void }) {
  const me = useMe();
  const [path] = useLocation();
  const screens = screensOf(me);
  if (screens.length < 2) return null;
  const here = screenAt(path);
  return (
    <nav aria-label="Screens" className={classes['screens']}>
      {screens.map((name) => (
        <Link key={name} href={SCREENS[name].path} className={classes['screen']} aria-current={name === here ? 'page' : undefined} onClick={onGo}>
          {SCREENS[name].title}
        </Link>
      ))}
    </nav>
  );
}

/** Whoever signs out with something unsent must know where it is. */
function StaysHere() {
  const { unsent } = useOutbox();
  if (unsent.length === 0) return null;
  return <p className={classes['stays']}>{unsent.length} unsent: signed out, they stay on this device until you sign in here again.</p>;
}
