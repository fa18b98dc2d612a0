// One system and its keys: a new one beside the old while the other side changes over, and a lost one revoked at once.
import { useState } from 'react';
import { DOOR_NAMES } from '../../shared/domain/incident-words.ts';
import { instantOf } from '../../shared/domain/instant.ts';
import { makeSystemKey, revokeSystemKey } from '../../shared/protocol/systems.ts';
import type { SystemView } from '../../shared/protocol/systems.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { Confirm } from '../ui/confirm.tsx';
import { dayAndTime } from '../ui/time-text.ts';
import { useNow } from '../ui/use-now.tsx';
import classes from './admin.module.css';
import { KeyOnce } from './key-once.tsx';
import { useAdminSend } from './use-admin.ts';

type Key = SystemView['keys'][number];

export function SystemKeys({ system }: { system: SystemView }) {
  const send = useAdminSend();
  const now = instantOf(useNow());
  const [shown, setShown] = useState<string | null>(null);
  const [revoking, setRevoking] = useState<Key | null>(null);
  const { id: systemId, name, door, organisation, keys } = system;
  const standing = keys.filter((key) => key.revokedAt === null);
  const textOf = (key: Key): string => (
    `made ${dayAndTime(key.madeAt, now)}, ${key.revokedAt !== null ? `revoked ${dayAndTime(key.revokedAt, now)}` : key.lastUsedAt === null ? 'not used yet' : `last used ${dayAndTime(key.lastUsedAt, now)}`}`);

  return (
    <section className={classes['section']} aria-label={name}>
      <h3 className={classes['heading']}>{name} <span className={classes['quiet']}>{DOOR_NAMES[door]} · {organisation}</span></h3>
      {shown !== null && <KeyOnce value={shown} name={name} onDone={() => setShown(null)} />}
      <ul className={classes['list']}>
        {keys.map((key) => (
          <li key={key.id} className={classes['item']}>
            <span className={key.revokedAt === null ? undefined : classes['quiet']}>Key {textOf(key)}</span>
            {key.revokedAt === null && <span><ActionButton label="Revoke" tone="danger" onAct={() => setRevoking(key)} /></span>}
          </li>
        ))}
      </ul>
      {standing.length === 0 && <p className={classes['quiet']}>It has no key, so it can send nothing.</p>}
      {revoking !== null && (
        <Confirm
          question={`Revoke this key of ${name}?`}
          confirm="Revoke it"
          danger
          onCancel={() => setRevoking(null)}
          onConfirm={async () => {
            await send(revokeSystemKey, { keyId: revoking.id });
            setRevoking(null);
          }}
        >
          It was {textOf(revoking)}. From the next request on, nothing sent with it is taken: their calls must come by another key, or by phone. What came before stays.
        </Confirm>
      )}
      {revoking === null && shown === null && (
        <div className={classes['row']}>
          <ActionButton
            label={standing.length === 0 ? 'Make a key' : 'Make another key'}
            onAct={async () => setShown((await send(makeSystemKey, { systemId }))?.key ?? null)}
          />
        </div>
      )}
    </section>
  );
}
