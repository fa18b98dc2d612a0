// What can be done with a handover, each with its key: take it over, reject it, have it taken over on the phone, withdraw it.
import { useState } from 'react';
import { refusalSentence } from '../../../shared/domain/refusal.ts';
import type { HandoverView } from '../../../shared/protocol/views.ts';
import { useLiveOne } from '../../live/live-store.tsx';
import { useMe } from '../../live/me.tsx';
import { ActionButton } from '../../ui/action-button.tsx';
import { Dock } from '../case/pane.tsx';
import { isSentToThem, rightsOf } from '../desk-rights.ts';
import { useOpened } from '../opened.tsx';
import { useDeskTeamIds, useReceivingTeams } from '../receiving-teams.ts';
import { endedText } from './handover-words.ts';
import { ByPhone } from './by-phone.tsx';
import { RejectIt } from './reject-it.tsx';
import { TakeOver } from './take-over.tsx';
import { WithdrawIt } from './withdraw-it.tsx';

type Deed = 'take-over' | 'reject' | 'by-phone' | 'withdraw';

export function HandoverDock({ handover }: { handover: HandoverView }) {
  const [deed, setDeed] = useState<Deed | null>(null);
  const me = useMe();
  const rights = rightsOf(me);
  const deskTeamIds = useDeskTeamIds();
  const isTheirs = isSentToThem(rights, handover, deskTeamIds);
  // The desk has accounts, always: its worker takes over by name, never on somebody's word.
  const mayByPhone = rights.worksIncidents && !deskTeamIds.has(handover.receivingTeamId);
  const hasAccounts = useReceivingTeams().find(({ id }) => id === handover.receivingTeamId)?.hasAccounts ?? true;
  const incident = useLiveOne('incident', handover.incidentId);
  const { goOn } = useOpened();
  const close = () => setDeed(null);

  const waits = handover.state === 'sent';
  const form = { handover, onClose: close, over: waits ? undefined : `${endedText(handover)}: nothing is left to do with it.` };
  if (deed === 'take-over' && waits) return <TakeOver handover={handover} onClose={close} />;
  if (deed === 'reject') return <RejectIt {...form} />;
  if (deed === 'by-phone') return <ByPhone {...form} />;
  if (deed === 'withdraw') return <WithdrawIt {...form} />;
  const mayAct = waits && (isTheirs || rights.worksIncidents);
  if (!mayAct && !incident) return null;
  // The EDT desk takes a case into the night, so only somebody on duty can; a day team has no duty to book.
  const offDuty = !rights.teamIds.includes(handover.receivingTeamId) && me.duty === null ? refusalSentence({ code: 'not-on-duty' }) : undefined;
  return (
    <Dock label="What can be done with this handover">
      {waits && isTheirs && <ActionButton label="Take it over" keys="T" tone="primary" refusal={offDuty} onAct={() => setDeed('take-over')} />}
      {waits && mayByPhone && <ActionButton label="Taken over by phone" keys="P" tone={hasAccounts ? 'plain' : 'primary'} onAct={() => setDeed('by-phone')} />}
      {waits && isTheirs && <ActionButton label="Reject" keys="R" onAct={() => setDeed('reject')} />}
      {waits && rights.worksIncidents && <ActionButton label="Withdraw" keys="W" onAct={() => setDeed('withdraw')} />}
      {incident && rights.worksIncidents && <ActionButton label="Open the incident" keys="I" tone="quiet" onAct={() => goOn({ kind: 'incident', id: incident.id })} />}
    </Dock>
  );
}
