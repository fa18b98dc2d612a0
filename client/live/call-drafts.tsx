// The calls being taken at this screen and at others: which one is open here, how it is kept, and who has the rest.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, useCallback, useContext, useEffect, useMemo, useState, useSyncExternalStore, type ReactNode } from 'react';
import type { DraftForm } from '../../shared/domain/call-draft.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import { beginCallDraft, bringBackCallDraft, keepCallDraft, listCallDrafts, readCallDraft, takeOverCallDraft, throwAwayCallDraft, type CallDraftLine } from '../../shared/protocol/call-drafts.ts';
import { sayRefusal } from '../ui/toast.tsx';
import { call, sentenceOf } from './api.ts';
import { DraftKeeper, type KeeperPorts } from './draft-keeper.ts';
import { draftShelf } from './draft-shelf.ts';
import { useServerNow } from './live-store.tsx';
import { useMe } from './me.tsx';
import { useSend } from './send.ts';

const queryKey = ['call-drafts'];
const ASK_AGAIN_MS = 5_000;
/** A keeping that outlives its page may be of so many bytes, and of few more. */
const OUTLIVES_PAGE = 60_000;

export interface CallDrafts {
  form: DraftForm;
  /** Null until the server has answered once. */
  lines: readonly CallDraftLine[] | null;
  mine: readonly CallDraftLine[];
  /** The one that is open here; it stays when its page is left. */
  keeper: DraftKeeper | null;
  /** Goes on with one's own latest, or begins. */
  start: () => Promise<void>;
  begin: () => void;
  open: (line: CallDraftLine) => Promise<void>;
  /** What is on this page as a call of its own, where the server's went another way. */
  keepAsAnother: () => void;
  throwAway: () => Promise<void>;
  bringBack: (draftId: string) => Promise<boolean>;
  /** Sends what makes an incident of the open call, or adds it to one: then it is done with. Null, or an error: it goes on as it was. */
  saving: <T>(send: () => Promise<T | null>) => Promise<T | null>;
}

const Context = createContext<CallDrafts | null>(null);

async function send(draftId: string, form: DraftForm, { afterVersion, fields: { door, words, body } }: Parameters<KeeperPorts['send']>[2]) {
  const fields = { form, door, words: words.slice(0, 200).toWellFormed(), body };
  const options = { keepalive: body.length < OUTLIVES_PAGE };
  return afterVersion === 0 ? call(beginCallDraft, { draftId, ...fields }, options) : call(keepCallDraft, { draftId, afterVersion, ...fields }, options);
}

/** A call of this page, whichever is open: it goes on being kept when another is begun. */
interface HeldCall { keeper: DraftKeeper; begunAt: Instant; /** When the server last had it. */ keptAt: number }

const isMine = (line: CallDraftLine, staffId: string, form: DraftForm): boolean => line.heldBy.staffId === staffId && line.form === form && line.thrownAt === null;

export function CallDraftsProvider({ form, children }: { form: DraftForm; children: ReactNode }) {
  const { accountId, staffId, name } = useMe();
  const queries = useQueryClient();
  const { send: sendCommand } = useSend();
  const serverNow = useServerNow();
  const again = useCallback(() => void queries.invalidateQueries({ queryKey }), [queries]);
  const [held] = useState(() => new Map<string, HeldCall>());
  const ports = useMemo((): KeeperPorts => ({
    async send(...sending) {
      const answer = await send(...sending);
      const call = held.get(sending[0]);
      if (call !== undefined) call.keptAt = Date.now();
      // Whoever begins another call at once finds this one in the list.
      if (sending[2].afterVersion === 0) again();
      return answer;
    },
    shelf: draftShelf(accountId, localStorage),
  }), [accountId, again, held]);
  const hold = useCallback((keeper: DraftKeeper): DraftKeeper => {
    held.set(keeper.id, { keeper, begunAt: serverNow(), keptAt: 0 });
    return keeper;
  }, [held, serverNow]);
  // What an earlier page could not send goes first, whether or not anybody opens it.
  const [keeper, setKeeper] = useState<DraftKeeper | null>(() => ports.shelf.all().filter(({ shelved }) => shelved.form === form).map(({ id, shelved }) => hold(DraftKeeper.found(id, form, ports, shelved))).at(-1) ?? null);
  const { data, dataUpdatedAt, refetch } = useQuery({ queryKey, queryFn: ({ signal }) => call(listCallDrafts, {}, { signal }), refetchInterval: ASK_AGAIN_MS, retry: false });
  // Begun here, and not in the server's list yet: it can be gone back to all the same.
  const unlisted = [...held.values()].filter(({ keeper: { id, begun, isAhead }, keptAt }) => begun && (isAhead || keptAt > dataUpdatedAt) && !(data ?? []).some((line) => line.id === id)).map(({ keeper: { id, version, fields }, begunAt }): CallDraftLine => {
    const me = { staffId, name };
    return { id, version, form, door: fields?.door ?? null, words: fields?.words ?? '', begunAt, begunBy: me, heldBy: me, heldSince: begunAt, touchedAt: serverNow(), thrownAt: null };
  });
  // What was typed here since the list was asked for is newer than the list.
  const newest = (line: CallDraftLine): CallDraftLine => {
    const page = line.heldBy.staffId === staffId ? held.get(line.id)?.keeper : undefined;
    return page === undefined || page.fields === null || page.keeping.is === 'stopped' ? line : { ...line, door: page.fields.door, words: page.fields.words };
  };
  const lines = data === undefined && unlisted.length === 0 ? null : [...(data ?? []).map(newest), ...unlisted];
  const mine = (lines ?? []).filter((line) => isMine(line, staffId, form));

  useEffect(() => {
    const flush = () => held.forEach((one) => one.keeper.flush());
    const left = () => { if (document.hidden) flush(); };
    document.addEventListener('visibilitychange', left);
    window.addEventListener('pagehide', flush);
    window.addEventListener('online', flush);
    return () => {
      document.removeEventListener('visibilitychange', left);
      window.removeEventListener('pagehide', flush);
      window.removeEventListener('online', flush);
    };
  }, [held]);
  // Another took it, or threw it away, while nobody typed here: the list hears of it before a keeping would.
  const here = data?.find(({ id }) => id === keeper?.id);
  useEffect(() => { if (here !== undefined && here.heldBy.staffId !== staffId && here.version > (keeper?.version ?? 0)) keeper?.lost(here.heldBy.name, here.heldSince); }, [here, keeper, staffId]);

  const begin = useCallback(() => {
    keeper?.flush();
    setKeeper(hold(new DraftKeeper(crypto.randomUUID(), form, ports)));
  }, [keeper, form, ports, hold]);
  const forget = (id: string) => {
    held.get(id)?.keeper.end();
    held.delete(id);
  };
  const read = useCallback(async (id: string, theirs = false) => {
    keeper?.flush();
    // Its last words may be on their way still: what is read now would be older, and two would write it.
    const page = held.get(id)?.keeper;
    if (!theirs && page?.isAhead === true) return setKeeper(page);
    const { version, door, words, body } = await call(readCallDraft, { draftId: id });
    page?.end();
    setKeeper(hold(DraftKeeper.read(id, form, ports, version, { door, words, body })));
  }, [keeper, form, ports, held, hold]);
  const said = async (work: () => Promise<void>) => work().catch((error: unknown) => sayRefusal(sentenceOf(error)));

  const drafts: CallDrafts = {
    form, lines, mine, keeper, begin,
    async start() {
      if (keeper !== null) return;
      const known = lines ?? await refetch().then((answer) => answer.data ?? null, () => null);
      const latest = known?.filter((line) => isMine(line, staffId, form)).at(-1);
      if (latest === undefined) begin();
      else await read(latest.id).catch(begin);
    },
    open: (line) => said(async () => {
      const theirs = line.heldBy.staffId !== staffId;
      if (theirs && await sendCommand(takeOverCallDraft, { draftId: line.id, fromStaffId: line.heldBy.staffId }) === null) return;
      // Theirs instead of what this device still had of it.
      await read(line.id, theirs);
      again();
    }),
    keepAsAnother() {
      const fields = keeper?.fields ?? null;
      if (keeper !== null) forget(keeper.id);
      const another = hold(new DraftKeeper(crypto.randomUUID(), form, ports));
      if (fields !== null) another.change(fields);
      another.flush();
      setKeeper(another);
    },
    async throwAway() {
      if (keeper === null) return;
      const thrown = await keeper.holdFor(async () => {
        if (keeper.version > 0 && keeper.keeping.is !== 'stopped' && await sendCommand(throwAwayCallDraft, { draftId: keeper.id }) === null) return false;
        forget(keeper.id);
        return true;
      });
      if (!thrown) return;
      setKeeper(hold(new DraftKeeper(crypto.randomUUID(), form, ports)));
      again();
    },
    async bringBack(draftId) {
      if (await sendCommand(bringBackCallDraft, { draftId }) === null) return false;
      await said(() => read(draftId));
      again();
      return true;
    },
    async saving<T>(work: () => Promise<T | null>) {
      if (keeper === null) return work();
      return keeper.holdFor(async () => {
        const done = await work();
        if (done === null) return null;
        forget(keeper.id);
        setKeeper((open) => (open === keeper ? null : open));
        again();
        return done;
      });
    },
  };
  return <Context value={drafts}>{children}</Context>;
}

export function useCallDrafts(): CallDrafts {
  const drafts = useContext(Context);
  if (drafts === null) throw new Error('useCallDrafts was called outside CallDraftsProvider.');
  return drafts;
}

/** How the open call is kept, as it changes. */
export const useKeeping = (keeper: DraftKeeper) => useSyncExternalStore(keeper.subscribe, () => keeper.keeping);
/** The fields as they were last typed. */
export const useKeptBody = (keeper: DraftKeeper) => useSyncExternalStore(keeper.subscribe, () => keeper.fields?.body ?? null);
