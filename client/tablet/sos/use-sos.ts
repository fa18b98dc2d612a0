// This responder's SOS: pressed here, sent or not, standing or over; and those of the crew.
import { useEffect, useSyncExternalStore } from 'react';
import { z } from 'zod';
import { instantOf } from '../../../shared/domain/instant.ts';
import { sendSos } from '../../../shared/protocol/sos.ts';
import type { SosView } from '../../../shared/protocol/sos-view.ts';
import { ask } from '../../live/api.ts';
import { useFreshness, useLiveList, useLiveStore } from '../../live/live-store.tsx';
import { useMe } from '../../live/me.tsx';
import { onSessionEnd } from '../../live/session-end.ts';
import { type KeptSos, SosSender, type SosHere } from '../../live/sos-sender.ts';
import type { LiveStore } from '../../live/store.ts';
import { newestFixHere } from '../duty/use-position-sharing.ts';

export interface OwnSos {
  here: SosHere;
  /** As the server shows it. */
  standing: SosView | null;
  mates: readonly SosView[];
  /** Pressed, sent or standing: the position is shared, and the duty goes on. */
  active: boolean;
  press: () => void;
}

const ATTEMPT_MS = 6_000;
const CATCH_UP_MS = 60_000;
const Kept = z.object({ commandId: z.string(), at: z.string(), body: z.record(z.string(), z.unknown()) });
const keyOf = (accountId: string): string => `nightjar.sos.${accountId}`;

function read(accountId: string): KeptSos | null {
  try {
    return Kept.safeParse(JSON.parse(localStorage.getItem(keyOf(accountId)) ?? 'null')).data ?? null;
  } catch {
    return null;
  }
}

function keep(accountId: string, kept: KeptSos | null): void {
  try {
    if (kept === null) localStorage.removeItem(keyOf(accountId));
    else localStorage.setItem(keyOf(accountId), JSON.stringify(kept));
  } catch {
    // Without storage it is sent all the same, while this page stays open.
  }
}

let open: SosSender | null = null;
const close = (): void => {
  open?.stop();
  open = null;
};
onSessionEnd(close);

function senderOf(accountId: string, store: LiveStore): SosSender {
  if (open?.accountId !== accountId) {
    close();
    open = new SosSender(accountId, {
      read: () => read(accountId), keep: (kept) => keep(accountId, kept), now: () => store.now(), caughtUp: (seq) => store.reached(seq, CATCH_UP_MS),
      deliver: async ({ commandId, body }) => (await ask(sendSos, { ...body, commandId }, { signal: AbortSignal.timeout(ATTEMPT_MS) })).seq,
    });
  }
  return open;
}

export function useSos(dutyId: string): OwnSos {
  const store = useLiveStore();
  const { accountId, staffId } = useMe();
  const { state } = useFreshness();
  const sender = senderOf(accountId, store);
  const here = useSyncExternalStore(sender.subscribe, () => sender.here);
  const every = useLiveList('sos');
  useEffect(() => { if (state === 'live') sender.tryNow(); }, [sender, state]);
  const standing = every.find((sos) => sos.staffId === staffId) ?? null;
  const press = () => {
    if (standing !== null) return;
    const at = store.now();
    const device = { at: instantOf(Date.now()), offsetMs: Math.round(Date.parse(at) - Date.now()) };
    const fix = newestFixHere();
    sender.press({ commandId: crypto.randomUUID(), at, body: { dutyId, device, fix: fix === null ? null : { ...fix, at: instantOf(fix.at) } } });
  };
  return { here, standing, mates: every.filter((sos) => sos.staffId !== staffId), active: standing !== null || here.state !== 'none', press };
}
