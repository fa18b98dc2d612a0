// The calls being taken at this screen and at others: which one is open here, how it is kept, and who has the rest.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, useCallback, useContext, useEffect, useMemo, useState, useSyncExternalStore, type ReactNode } from 'react';
import type { DraftForm } from '../../shared/domain/call-draft.ts';
import { beginCallDraft, bringBackCallDraft, keepCallDraft, listCallDrafts, readCallDraft, takeOverCallDraft, throwAwayCallDraft, type CallDraftLine } from '../../shared/protocol/call-drafts.ts';
import { sayRefusal } from '../ui/toast.tsx';
import { call, sentenceOf } from './api.ts';
import { DraftKeeper, type KeeperPorts } from './draft-keeper.ts';
import { draftShelf } from './draft-shelf.ts';
import { useMe } from './me.tsx';
import { useSend } from './send.ts';

const queryKey = ['call-drafts'];
const ASK_AGAIN_MS = 5_000;
/** A keeping that outlives its page may be of so many bytes, and of few more. */
const OUTLIVES_PAGE = 60_000;

export interface CallDrafts {
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
  /** It has become an incident. */
  saved: () => void;
}

const Context = createContext<CallDrafts | null>(null);

async function send(draftId: string, form: DraftForm, { afterVersion, fields: { door, words, body } }: Parameters<KeeperPorts['send']>[2]) {
  const fields = { form, door, words: words.slice(0, 200).toWellFormed(), body };
  const options = { keepalive: body.length < OUTLIVES_PAGE };
  return afterVersion === 0 ? call(beginCallDraft, { draftId, ...fields }, options) : call(keepCallDraft, { draftId, afterVersion, ...fields }, options);
}

export function CallDraftsProvider({ form, children }: { form: DraftForm; children: ReactNode }) {
  const { accountId, staffId } = useMe();
  const queries = useQueryClient();
  const { send: sendCommand } = useSend();
  const again = useCallback(() => void queries.invalidateQueries({ queryKey }), [queries]);
  const ports = useMemo((): KeeperPorts => ({
    async send(...sending) {
      const answer = await send(...sending);
      // Whoever begins another call at once finds this one in the list.
      if (sending[2].afterVersion === 0) again();
      return answer;
    },
    shelf: draftShelf(accountId, localStorage),
  }), [accountId, again]);
  // What an earlier page could not send goes first, whether or not anybody opens it.
  const [keeper, setKeeper] = useState<DraftKeeper | null>(() => ports.shelf.all().filter(({ shelved }) => shelved.form === form).map(({ id, shelved }) => DraftKeeper.found(id, form, ports, shelved)).at(-1) ?? null);
  const { data, refetch } = useQuery({ queryKey, queryFn: ({ signal }) => call(listCallDrafts, {}, { signal }), refetchInterval: ASK_AGAIN_MS, retry: false });
  const lines = data ?? null;
  const mine = useMemo(() => (lines ?? []).filter((line) => line.heldBy.staffId === staffId && line.form === form && line.thrownAt === null), [lines, staffId, form]);

  useEffect(() => {
    const left = () => { if (document.hidden) keeper?.flush(); };
    const flush = () => keeper?.flush();
    document.addEventListener('visibilitychange', left);
    window.addEventListener('pagehide', flush);
    window.addEventListener('online', flush);
    return () => {
      document.removeEventListener('visibilitychange', left);
      window.removeEventListener('pagehide', flush);
      window.removeEventListener('online', flush);
    };
  }, [keeper]);
  // Another took it, or threw it away, while nobody typed here: the list hears of it before a keeping would.
  const here = lines?.find(({ id }) => id === keeper?.id);
  useEffect(() => { if (here !== undefined && here.heldBy.staffId !== staffId && here.version > (keeper?.version ?? 0)) keeper?.lost(here.heldBy.name, here.heldSince); }, [here, keeper, staffId]);

  const begin = useCallback(() => {
    keeper?.flush();
    setKeeper(new DraftKeeper(crypto.randomUUID(), form, ports));
  }, [keeper, form, ports]);
  const read = useCallback(async (id: string) => {
    keeper?.flush();
    const { version, door, words, body } = await call(readCallDraft, { draftId: id });
    setKeeper(DraftKeeper.read(id, form, ports, version, { door, words, body }));
  }, [keeper, form, ports]);
  const said = async (work: () => Promise<void>) => work().catch((error: unknown) => sayRefusal(sentenceOf(error)));

  const drafts: CallDrafts = {
    lines, mine, keeper, begin,
    async start() {
      if (keeper !== null) return;
      const known = lines ?? await refetch().then((answer) => answer.data ?? null, () => null);
      const latest = known?.filter((line) => line.heldBy.staffId === staffId && line.form === form && line.thrownAt === null).at(-1);
      if (latest === undefined) begin();
      else await read(latest.id).catch(begin);
    },
    open: (line) => said(async () => {
      if (line.heldBy.staffId !== staffId && await sendCommand(takeOverCallDraft, { draftId: line.id, fromStaffId: line.heldBy.staffId }) === null) return;
      // Theirs instead of what this device still had of it.
      if (keeper?.id === line.id) keeper.end();
      await read(line.id);
      again();
    }),
    keepAsAnother() {
      const fields = keeper?.fields ?? null;
      keeper?.end();
      const another = new DraftKeeper(crypto.randomUUID(), form, ports);
      if (fields !== null) another.change(fields);
      another.flush();
      setKeeper(another);
    },
    async throwAway() {
      if (keeper === null) return;
      if (keeper.version > 0 && keeper.keeping.is !== 'stopped' && await sendCommand(throwAwayCallDraft, { draftId: keeper.id }) === null) return;
      keeper.end();
      setKeeper(new DraftKeeper(crypto.randomUUID(), form, ports));
      again();
    },
    async bringBack(draftId) {
      if (await sendCommand(bringBackCallDraft, { draftId }) === null) return false;
      await said(() => read(draftId));
      again();
      return true;
    },
    saved() {
      keeper?.end();
      setKeeper(null);
      again();
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
