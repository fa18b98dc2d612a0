// End of duty: what ends with it, and what must be settled before. Nothing is left without an owner.
import { endsOf } from '../../../shared/domain/holding.ts';
import { isLive } from '../../../shared/domain/incident-file.ts';
import { bookOff } from '../../../shared/protocol/duties.ts';
import { HoldingList } from '../../forms/duty/holding-list.tsx';
import { useHolding } from '../../forms/duty/use-holding.ts';
import { useMe, useReloadMe } from '../../live/me.tsx';
import { useOutbox } from '../../live/use-outbox.ts';
import { BigButton } from '../../ui/big-button.tsx';
import { Notice } from '../frame/notice.tsx';
import { Page } from '../frame/page.tsx';
import { useQuestion } from '../frame/use-question.ts';
import { TaskLine } from '../task/task-line.tsx';
import type { Shown, Work } from '../work.ts';
import classes from './end-of-duty.module.css';

export interface EndOfDutyProps { dutyId: string; works: readonly Work[]; shown: readonly Shown[]; onBack: () => void }

export function EndOfDuty({ dutyId, works, shown, onBack }: EndOfDutyProps) {
  const me = useMe();
  const reloadMe = useReloadMe();
  const { unsent } = useOutbox();
  // As the server knows it; without signal, what this tablet knows.
  const { lines, known } = useHolding();
  const rest = lines.filter(({ kind }) => kind !== 'task');
  const { put, no } = useQuestion();
  const held = works.filter(({ mine }) => isLive(mine));
  const owned = shown.filter(({ incident }) => incident.state === 'open' && incident.owner.staffId === me.staffId);

  const end = async () => {
    if (!await put(bookOff, { dutyId })) return;
    await reloadMe();
    // The address must not lead the next duty back here.
    onBack();
  };

  const refusal = unsent.length > 0 ? `${unsent.length} of your reports are not sent yet. They go first: stay on duty until there is signal.` : undefined;
  return (
    <Page title="End of duty" onBack={onBack} foot={<BigButton label="End of duty" detail="Sharing stops, and your tasks leave this screen" refusal={refusal} onAct={end} />}>
      {no && <Notice tone="act" urgent title="You are still on duty">{no}</Notice>}
      {held.length > 0 && (
        <div>
          <p className={classes['lead']}>You are still on these. Finish them, or ask control to stand you down:</p>
          <ul className={classes['held']}>{held.map((work) => <li key={work.mine.id}><TaskLine work={work} /></li>)}</ul>
        </div>
      )}
      {known && rest.length > 0 && <div className={classes['held']}><HoldingList of={(ends) => rest.filter(({ kind }) => endsOf(kind) === ends)} /></div>}
      {!known && owned.length > 0 && (
        <div>
          <p className={classes['lead']}>These belong to you. Ask the coordinator to take them by name:</p>
          <ul className={classes['held']}>{owned.map(({ incident }) => <li key={incident.id}>{incident.ref}: {incident.summary}</li>)}</ul>
        </div>
      )}
      {held.length === 0 && (known ? rest.length === 0 : owned.length === 0) && <p>Nothing is held by you. What you wrote and reported stays on the log.</p>}
    </Page>
  );
}
