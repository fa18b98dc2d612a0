// Who is on call tonight, with the number to ring; who is missing, said so.
import { ON_CALL_NAMES, ON_CALL_POSTS } from '../../../shared/domain/on-call.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import classes from './alarms.module.css';
import type { Tonight } from './use-alarms.ts';

export function OnCall({ tonight: { onCall, gap }, onName }: { tonight: Tonight; onName: () => void }) {
  return (
    <section className={classes['on-call']} aria-label="On call tonight">
      <h3 className={classes['incident']}>On call tonight</h3>
      <dl className={classes['posts']}>
        {ON_CALL_POSTS.map((post) => {
          const one = onCall.find((named) => named.post === post);
          return (
            <div key={post}>
              <dt>{ON_CALL_NAMES[post]}</dt>
              <dd data-gap={(one === undefined && gap) || undefined}>{one === undefined ? 'nobody named' : <>{one.name} <span data-nj-figures>{one.phone}</span></>}</dd>
            </div>
          );
        })}
      </dl>
      <ActionButton label="Name somebody" keys="N" size="xs" onAct={onName} />
    </section>
  );
}
