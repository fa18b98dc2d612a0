// Whether what is typed is safe, in a few quiet words; and when another has the call, who, and the two ways on.
import { useCallDrafts, useKeeping } from '../../live/call-drafts.tsx';
import type { DraftKeeper } from '../../live/draft-keeper.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import classes from './call.module.css';

const QUIET = { blank: '', kept: 'Kept on the server.', keeping: 'Keeping …' } as const;

export function KeepingLine({ keeper }: { keeper: DraftKeeper }) {
  const keeping = useKeeping(keeper);
  if (keeping.is === 'stopped') return keeping.why === '' ? null : <Stopped keeper={keeper} why={keeping.why} />;
  if (keeping.is === 'on-device') return <p className={classes['away']} role="status">{keeping.why}</p>;
  return <p className={classes['kept']}>{QUIET[keeping.is]}</p>;
}

function Stopped({ keeper, why }: { keeper: DraftKeeper; why: string }) {
  const { lines, open, keepAsAnother } = useCallDrafts();
  const line = lines?.find(({ id }) => id === keeper.id);
  return (
    <div className={classes['stopped']} role="alert">
      <p>{why}</p>
      {line !== undefined && line.thrownAt === null && <ActionButton label="Go on with theirs" size="xs" onAct={() => open(line)} />}
      <ActionButton label="Keep mine as another call" size="xs" onAct={keepAsAnother} />
    </div>
  );
}
