// The roles of one account: in force, to come, ended; each ends when it says, or now.
import { useState } from 'react';
import { instantOf } from '../../shared/domain/instant.ts';
import { refusalSentence } from '../../shared/domain/refusal.ts';
import { endGrant } from '../../shared/protocol/admin.ts';
import type { AccountView } from '../../shared/protocol/views.ts';
import { useMe } from '../live/me.tsx';
import { ActionButton } from '../ui/action-button.tsx';
import { Confirm } from '../ui/confirm.tsx';
import { useNow } from '../ui/use-now.tsx';
import classes from './admin.module.css';
import { GrantForm } from './grant-form.tsx';
import { hasEnded, roleText, spanText } from './grant-words.ts';
import type { Grant } from './grant-words.ts';
import { useAdminSend } from './use-admin.ts';

export function Grants({ account }: { account: AccountView }) {
  const now = instantOf(useNow());
  const [granting, setGranting] = useState(false);
  const ended = account.grants.filter((grant) => hasEnded(grant, now));
  const standing = account.grants.filter((grant) => !hasEnded(grant, now));
  return (
    <section className={classes['section']} aria-label="Roles">
      <h3 className={classes['heading']}>Roles</h3>
      {standing.length === 0 && <p className={classes['quiet']}>None: {account.name} can sign in and sees nothing.</p>}
      <ul className={classes['list']}>
        {standing.map((grant) => <Standing key={grant.id} grant={grant} account={account} />)}
        {ended.map((grant) => <li key={grant.id} className={classes['item']}><span className={classes['quiet']}>{roleText(grant)}, {spanText(grant, now)}</span></li>)}
      </ul>
      {granting
        ? <GrantForm account={account} onClose={() => setGranting(false)} />
        : <ActionButton label="Give a role" keys="G" onAct={() => setGranting(true)} />}
    </section>
  );
}

function Standing({ grant, account }: { grant: Grant; account: AccountView }) {
  const me = useMe();
  const now = instantOf(useNow());
  const send = useAdminSend();
  const [asking, setAsking] = useState(false);
  // An administrator who ends their own role may be the last one.
  const own = account.id === me.accountId && grant.role === 'administrator' ? refusalSentence({ code: 'own-account' }) : undefined;
  if (asking) {
    return (
      <li>
        <Confirm
          question={`End ${account.name}’s role as ${roleText(grant)}?`}
          confirm="End it now"
          danger
          onCancel={() => setAsking(false)}
          onConfirm={() => send(endGrant, { grantId: grant.id })}
        >
          What it let them see leaves their screen within two seconds.
        </Confirm>
      </li>
    );
  }
  return (
    <li className={classes['item']}>
      <span>{roleText(grant)}</span>
      <span className={classes['quiet']}>{spanText(grant, now)}</span>
      <ActionButton label={`End ${roleText(grant)}`} tone="quiet" size="xs" refusal={own} onAct={() => setAsking(true)}>End</ActionButton>
    </li>
  );
}
