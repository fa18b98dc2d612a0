// The responder's tablet: off duty it asks with whom; on duty it shows one task at a time.
import { bookOff } from '../../shared/protocol/duties.ts';
import { useMe, useReloadMe } from '../live/me.tsx';
import { BigButton } from '../ui/big-button.tsx';
import { BookOn } from './duty/book-on.tsx';
import { Strip } from './duty/strip.tsx';
import { Notice } from './frame/notice.tsx';
import { Screen } from './frame/screen.tsx';
import { useKeptFocus } from './frame/use-kept-focus.ts';
import { useQuestion } from './frame/use-question.ts';
import { OnDuty } from './on-duty.tsx';
import classes from './tablet.module.css';

export function Tablet() {
  const { duty } = useMe();
  useKeptFocus();
  return (
    <div className={classes['tablet']}>
      {duty === null ? <BookOn />
        : duty.seat === 'responder' ? <OnDuty key={duty.id} dutyId={duty.id} startedAt={duty.startedAt} teamId={duty.teamId} />
        : <OtherSeat dutyId={duty.id} />}
    </div>
  );
}

/** One person, one duty: a coordinator who goes out ends the one before. */
function OtherSeat({ dutyId }: { dutyId: string }) {
  const reloadMe = useReloadMe();
  const { put, no } = useQuestion();
  const end = async () => { if (await put(bookOff, { dutyId })) await reloadMe(); };
  return (
    <>
      <Strip duty="On duty at a desk" />
      <Screen label="On duty elsewhere" foot={<BigButton label="End that duty" tone="other" onAct={end} />}>
        <Notice title="You are on duty at a desk, not as a responder">End that duty here or at the desk, then book on.</Notice>
        {no && <Notice tone="act" urgent title="That duty has not ended">{no}</Notice>}
      </Screen>
    </>
  );
}
