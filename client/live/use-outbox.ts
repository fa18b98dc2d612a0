// The tablet's outbox for components: press, see what is unsent, see what was refused.
import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react';
import { instantOf } from '../../shared/domain/instant.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import type { CallOf, Route } from '../../shared/protocol/route.ts';
import { ROUTES } from '../../shared/protocol/routes.ts';
import { readMe } from '../../shared/protocol/session.ts';
import { sayRefusal } from '../ui/toast.tsx';
import { ask, call, Refused } from './api.ts';
import { useFreshness, useLiveStore } from './live-store.tsx';
import { useMe } from './me.tsx';
import { Outbox } from './outbox.ts';
import { openShelf } from './outbox-shelf.ts';
import type { KeptCommand } from './outbox-shelf.ts';
import type { CommandRoute } from './send.ts';
import { onSessionEnd } from './session-end.ts';

export interface UnsentCommand {
  commandId: string;
  /** The route's name in shared/protocol: `advanceAssignment`. */
  name: string;
  /** That route's path: `/assignments/:assignmentId/advance`. */
  path: string;
  /** When it was pressed, by the deployment's clock. */
  at: Instant;
  /** Parameters and body together, as pressed. */
  body: Readonly<Record<string, unknown>>;
}
export interface RefusedCommand extends UnsentCommand { sentence: string }

export interface OutboxHere {
  /** Settles once this device has it. Its moment, and the device's offset where the route asks for it, are taken now. */
  push: <R extends CommandRoute>(route: R, input: Omit<CallOf<R>, 'commandId' | 'device'>) => Promise<void>;
  unsent: readonly UnsentCommand[];
  refused: readonly RefusedCommand[];
  /** How many of other accounts wait on this device. */
  others: number;
  dismiss: (commandId: string) => void;
  lastHeardAt: Instant | null;
}

const nameOf = (route: Route): string => {
  const named = [...ROUTES].find(([, other]) => other === route);
  if (named === undefined) throw new Error(`${route.path} is not among the routes of shared/protocol.`);
  return named[0];
};

function deliver({ name, commandId, body }: KeptCommand): Promise<unknown> {
  const route = ROUTES.get(name);
  if (route === undefined) throw new Refused('not-understood', 'This was kept by an older Nightjar, and this one cannot send it. Tell the coordinator instead.', 400, {});
  return ask(route, { ...body, commandId });
}

const notKept = (): void => sayRefusal('This device could not keep what you pressed. It is sent all the same: leave this page open until nothing is unsent.');

let open: Outbox | null = null;
onSessionEnd(() => closeOutbox());

/** One for the page, and never one account's under another's session. */
function outboxOf(accountId: string): Outbox {
  if (open?.accountId !== accountId) {
    closeOutbox();
    open = new Outbox(accountId, { shelf: openShelf(), deliver, whoAmI: async () => (await call(readMe, {})).accountId, notKept });
  }
  return open;
}

function closeOutbox(): void {
  open?.stop();
  open = null;
}

export function useOutbox(): OutboxHere {
  const store = useLiveStore();
  const { accountId } = useMe();
  const outbox = outboxOf(accountId);
  const { state, since } = useFreshness();
  const { unsent, refused, others } = useSyncExternalStore(outbox.subscribe, () => outbox.contents);
  // Hearing the server again is the moment to speak.
  useEffect(() => { if (state === 'live') void outbox.send(); }, [outbox, state]);

  const push = useCallback<OutboxHere['push']>((route, input) => {
    const at = store.now();
    const here = Date.now();
    const device = { at: instantOf(here), offsetMs: Math.round(Date.parse(at) - here) };
    const body = 'device' in route.body.shape ? { ...input, device } : { ...input };
    return outbox.push({ name: nameOf(route), commandId: crypto.randomUUID(), body, at });
  }, [outbox, store]);

  const dismiss = useCallback((commandId: string) => void outbox.dismiss(commandId), [outbox]);
  return {
    push,
    unsent: useMemo(() => unsent.map(shown), [unsent]),
    refused: useMemo(() => refused.map((command) => ({ ...shown(command), sentence: command.sentence ?? '' })), [refused]),
    others,
    dismiss,
    lastHeardAt: since,
  };
}

const shown = ({ commandId, name, at, body }: KeptCommand): UnsentCommand => ({ commandId, name, path: ROUTES.get(name)?.path ?? '', at, body });
