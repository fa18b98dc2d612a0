// One account: who it is for, what it may do and until when, and the ways to let in or shut out.
import { useState } from 'react';
import { PROFESSION_NAMES } from '../../shared/domain/activity.ts';
import { instantOf } from '../../shared/domain/instant.ts';
import { refusalSentence } from '../../shared/domain/refusal.ts';
import { disableAccount, enableAccount, resetPassword } from '../../shared/protocol/admin.ts';
import type { AccountView } from '../../shared/protocol/views.ts';
import { useMe } from '../live/me.tsx';
import { ActionButton } from '../ui/action-button.tsx';
import { Confirm } from '../ui/confirm.tsx';
import { Fact, Facts } from '../ui/facts.tsx';
import { Panel } from '../ui/panel.tsx';
import { dayAndTime } from '../ui/time-text.ts';
import { useNow } from '../ui/use-now.tsx';
import classes from './admin.module.css';
import { Certificates } from './certificates.tsx';
import { Gender } from './gender.tsx';
import { Grants } from './grants.tsx';
import { PasswordLink } from './password-link.tsx';
import { useAdminSend } from './use-admin.ts';

export function AccountDetail({ account, onClose }: { account: AccountView; onClose: () => void }) {
  const now = instantOf(useNow());
  const { id: accountId, name, username, organisation, profession, disabledAt, lastSignInAt } = account;
  return (
    <Panel title={name} actions={<ActionButton label="Close" keys="Escape" tone="quiet" onAct={onClose} />}>
      <Facts>
        <Fact name="User name">{username}</Fact>
        <Fact name="Organisation">{organisation}</Fact>
        <Fact name="Profession">{profession === null ? 'none recorded' : PROFESSION_NAMES[profession]}</Fact>
        <Fact name="Last signed in">{lastSignInAt === null ? 'never' : dayAndTime(lastSignInAt, now)}</Fact>
        <Fact name="May sign in">{disabledAt === null ? 'yes' : `no, disabled ${dayAndTime(disabledAt, now)}`}</Fact>
      </Facts>
      <Grants account={account} />
      <Certificates account={account} />
      <Gender account={account} />
      <Access accountId={accountId} name={name} disabled={disabledAt !== null} />
    </Panel>
  );
}

interface AccessProps { accountId: string; name: string; disabled: boolean }

function Access({ accountId, name, disabled }: AccessProps) {
  const me = useMe();
  const send = useAdminSend();
  const [asking, setAsking] = useState<'disable' | 'link' | null>(null);
  const [link, setLink] = useState<string | null>(null);
  const own = accountId === me.accountId ? refusalSentence({ code: 'own-account' }) : undefined;
  const done = () => setAsking(null);

  return (
    <section className={classes['section']} aria-label="Access">
      <h3 className={classes['heading']}>Access</h3>
      {link !== null && <PasswordLink link={link} name={name} onDone={() => setLink(null)} />}
      {asking === null && (
        <div className={classes['row']}>
          <ActionButton label="New password link" onAct={() => setAsking('link')} />
          {disabled
            ? <ActionButton label="Enable" refusal={own} onAct={() => send(enableAccount, { accountId })} />
            : <ActionButton label="Disable" tone="danger" refusal={own} onAct={() => setAsking('disable')} />}
        </div>
      )}
      {asking === 'link' && (
        <Confirm
          question={`Make a link with which ${name} sets a new password?`}
          confirm="Make the link"
          onCancel={done}
          onConfirm={async () => {
            const answer = await send(resetPassword, { accountId });
            setLink(answer?.link ?? null);
            done();
          }}
        >
          They are signed out on every device at once. An earlier link stops working.
        </Confirm>
      )}
      {asking === 'disable' && (
        <Confirm
          question={`Disable ${name}’s account?`}
          confirm="Disable"
          danger
          onCancel={done}
          onConfirm={async () => {
            await send(disableAccount, { accountId });
            done();
          }}
        >
          They are off every screen within two seconds. What they own stays theirs until somebody on duty takes it: tell the coordinator.
        </Confirm>
      )}
    </section>
  );
}
