// For somebody who is signed in: their live board, the deployment's clock, and the screen that the address names.
import { VisuallyHidden } from '@mantine/core';
import { lazy, Suspense, useEffect, useMemo } from 'react';
import type { ComponentType, LazyExoticComponent, ReactNode } from 'react';
import { Redirect, useLocation } from 'wouter';
import { LiveProvider, useServerNow } from '../live/live-store.tsx';
import { useMe } from '../live/me.tsx';
import { SkeletonRows } from '../ui/skeleton-rows.tsx';
import { NowProvider } from '../ui/use-now.tsx';
import { rememberDeployment } from './deployment.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { Frame } from './frame.tsx';
import { NoRole, NotAllowed, NothingHere } from './not-allowed.tsx';
import { homeOf, mayOpen, screenAt, SCREENS } from './screens.ts';
import type { ScreenName } from './screens.ts';
import { usePresence } from './use-presence.ts';

const COMPONENTS: Record<ScreenName, LazyExoticComponent<ComponentType>> = {
  console: lazy(() => import('../console/console.tsx').then(({ Console }) => ({ default: Console }))),
  plan: lazy(() => import('../planner/planner.tsx').then(({ Planner }) => ({ default: Planner }))),
  roster: lazy(() => import('../roster/roster.tsx').then(({ Roster }) => ({ default: Roster }))),
  wall: lazy(() => import('../console/wall.tsx').then(({ Wall }) => ({ default: Wall }))),
  tablet: lazy(() => import('../tablet/tablet.tsx').then(({ Tablet }) => ({ default: Tablet }))),
  desk: lazy(() => import('../desk/desk.tsx').then(({ Desk }) => ({ default: Desk }))),
  admin: lazy(() => import('../admin/admin.tsx').then(({ Admin }) => ({ default: Admin }))),
  audit: lazy(() => import('../admin/audit.tsx').then(({ Audit }) => ({ default: Audit }))),
  figures: lazy(() => import('../admin/figures.tsx').then(({ Figures }) => ({ default: Figures }))),
  policy: lazy(() => import('../policy/policy-page.tsx').then(({ PolicyPage }) => ({ default: PolicyPage }))),
  debrief: lazy(() => import('../reports/debrief.tsx').then(({ Debrief }) => ({ default: Debrief }))),
};

let lastHere: string | null = null;
export const hasBeenHere = (): boolean => lastHere !== null;

export function SignedIn() {
  const me = useMe();
  // The same person finds what they were typing. For anybody else the page begins anew, with nothing of theirs in it.
  const somebodyElse = lastHere !== null && lastHere !== me.accountId;
  useEffect(() => {
    if (somebodyElse) window.location.reload();
    else lastHere = me.accountId;
  }, [somebodyElse, me.accountId]);
  useEffect(() => rememberDeployment(me.deployment.kind), [me.deployment.kind]);
  if (somebodyElse) return null;
  if (me.roles.length === 0) return <NoRole />;
  return (
    <LiveProvider key={me.accountId}>
      <DeploymentTime>
        <Screen />
      </DeploymentTime>
    </LiveProvider>
  );
}

function DeploymentTime({ children }: { children: ReactNode }) {
  const serverNow = useServerNow();
  const now = useMemo(() => () => new Date(serverNow()), [serverNow]);
  return <NowProvider now={now}>{children}</NowProvider>;
}

function Screen() {
  const me = useMe();
  const [path] = useLocation();
  const home = homeOf(me);
  const name = screenAt(path);
  usePresence(name === 'wall');
  if (path === '/' && home) return <Redirect to={SCREENS[home].path} replace />;
  if (name === null) return <Frame title="Nothing here"><NothingHere /></Frame>;
  if (!mayOpen(me, name)) return <Frame title="Not for your role"><NotAllowed screen={name} /></Frame>;
  const Content = COMPONENTS[name];
  const { title, bar, heading } = SCREENS[name];
  return (
    <Frame title={title} bar={bar} heading={heading}>
      <ErrorBoundary key={name} what={title}>
        <Suspense fallback={<Coming title={title} heading={!heading} />}>
          <Content />
        </Suspense>
      </ErrorBoundary>
    </Frame>
  );
}

/** A screen whose pages carry headings of their own has none until the first of them is there. */
function Coming({ title, heading }: { title: string; heading: boolean }) {
  return (
    <>
      {heading && <VisuallyHidden component="h1">{title}</VisuallyHidden>}
      <SkeletonRows of={title} />
    </>
  );
}
