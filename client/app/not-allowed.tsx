// For a screen that is not one's own, an address that leads nowhere, and somebody without a role tonight.
import { Link } from 'wouter';
import { ROLE_NAMES } from '../../shared/domain/visibility.ts';
import { useMe } from '../live/me.tsx';
import { ActionButton } from '../ui/action-button.tsx';
import classes from './not-allowed.module.css';
import { screensOf, SCREENS } from './screens.ts';
import type { ScreenName } from './screens.ts';
import { leave } from './leave.ts';
import { Threshold } from './threshold.tsx';

export function NotAllowed({ screen }: { screen: ScreenName }) {
  const { title, may } = SCREENS[screen];
  return (
    <div className={classes['page']}>
      <h2 className={classes['title']}>{title} is not for your role</h2>
      <p>It is for: {may.map((role) => ROLE_NAMES[role]).join(', ')}. If you should have that role tonight, ask an administrator: it shows here as soon as it is given.</p>
      <Elsewhere />
    </div>
  );
}

export function NothingHere() {
  return (
    <div className={classes['page']}>
      <h2 className={classes['title']}>There is no screen at this address</h2>
      <p>The address may be mistyped, or from an older Nightjar.</p>
      <Elsewhere />
    </div>
  );
}

function Elsewhere() {
  const me = useMe();
  return (
    <nav aria-label="Your screens" className={classes['links']}>
      {screensOf(me).map((name) => <Link key={name} href={SCREENS[name].path}>{SCREENS[name].title}</Link>)}
    </nav>
  );
}

export function NoRole() {
  const me = useMe();
  return (
    <Threshold
      title="You have no role at the moment"
      lead={`You are signed in as ${me.name}, ${me.organisation}. A role may begin later tonight, or an administrator gives you one; then load this page again.`}
    >
      <div className={classes['links']}>
        <ActionButton label="Load the page again" onAct={() => window.location.reload()} />
        <ActionButton label="Sign out" tone="quiet" onAct={() => leave('here')} />
      </div>
    </Threshold>
  );
}
