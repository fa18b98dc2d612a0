// At a door: when I check in next and when I leave, each said with one touch; asked aloud, with a shake, once it is due. Nothing of it needs signal.
import { plusMinutes } from '../../../shared/domain/instant.ts';
import { checkIn, sayLeaving } from '../../../shared/protocol/stays.ts';
import type { StayView } from '../../../shared/protocol/stay-view.ts';
import { usePolicyInForce } from '../../live/policy-in-force.ts';
import { useOutbox } from '../../live/use-outbox.ts';
import { BigButton } from '../../ui/big-button.tsx';
import { clockTime } from '../../ui/time-text.ts';
import { useNow } from '../../ui/use-now.tsx';
import { useKeptChoice } from '../duty/kept-choice.ts';
import { Notice } from '../frame/notice.tsx';
import { Beside } from '../frame/screen.tsx';
import { SideButton } from '../frame/side-button.tsx';
import { namesOf } from '../steps/for-both.tsx';
import { partnersOf, type Work } from '../work.ts';
import { isThere, silentPartners, stayHere } from './stay.ts';
import { useVibration } from './use-vibration.ts';
import classes from './stay.module.css';

function useStay(work: Work) {
  const crew = usePolicyInForce()?.body.crew ?? null;
  const { push } = useOutbox();
  const [both] = useKeptChoice('for-both', work.mine.dutyId);
  const now = useNow();
  const stay = stayHere(work, crew);
  const partners = both ? partnersOf(work).filter(({ state }) => state === 'there') : [];
  return {
    now, stay, partners,
    allWell: (alsoFor: readonly { id: string }[] = partners) => void push(checkIn, { assignmentId: work.mine.id, alsoFor: alsoFor.map(({ id }) => id) }),
    /** Longer than was said, or than now where that has passed. */
    longerBy: (minutes: number): string => plusMinutes(stay !== null && stay.leaveBy > now.toISOString() ? stay.leaveBy : now.toISOString(), minutes),
    leaveBy: (at: string) => void push(sayLeaving, { assignmentId: work.mine.id, leaveBy: at, alsoFor: partners.map(({ id }) => id) }),
  };
}

/** Above everything, whichever page is open, as soon as something of it is due. */
export function StayAsks({ works }: { works: readonly Work[] }) {
  return works.filter(isThere).map((work) => <Asks key={work.mine.id} work={work} />);
}

function Asks({ work }: { work: Work }) {
  const { now, stay, partners, allWell, longerBy, leaveBy } = useStay(work);
  const at = now.toISOString();
  const due = stay !== null && stay.checkInBy <= at;
  const late = stay !== null && stay.leaveBy <= at;
  const silent = silentPartners(work, at);
  useVibration(due || late || silent.length > 0);
  return (
    <>
      {due && (
        <Notice tone="act" urgent title={`Are you all right? Your check-in was due at ${clockTime(stay.checkInBy)}`}>
          <p className={classes['why']}>Without an answer your partner is asked, then control.</p>
          <BigButton label="All well" detail={partners.length > 0 ? `For you and ${namesOf(partners)}, who is with you` : 'Control sees when you said it'} onAct={() => allWell()} />
        </Notice>
      )}
      {silent.map(({ partner, since, controlAt }) => (
        <Notice key={partner.id} tone="act" urgent title={`${partner.name} has not checked in since ${clockTime(since)}`}>
          <p className={classes['why']}>{controlAt <= at ? 'Control has been told.' : `Control is told at ${clockTime(controlAt)}.`} Answer for them only if they are with you.</p>
          <BigButton label="They are with me, and well" onAct={() => allWell([partner])} />
        </Notice>
      ))}
      {late && (
        <Notice tone="act" urgent title={`You expected to leave by ${clockTime(stay.leaveBy)}`}>
          <p className={classes['why']}>Stay longer by …</p>
          <Beside>{[15, 30, 60].map((minutes) => <SideButton key={minutes} label={`${minutes} min`} onPress={() => leaveBy(longerBy(minutes))} />)}</Beside>
        </Notice>
      )}
    </>
  );
}

/** On the task itself: quiet while nothing is due. */
export function StayLine({ work }: { work: Work }) {
  const { now, stay, allWell, longerBy, leaveBy, partners } = useStay(work);
  if (stay === null || stay.checkInBy <= now.toISOString() || stay.leaveBy <= now.toISOString()) return null;
  return (
    <section className={classes['stay']} aria-label="Checking in">
      <p className={classes['words']} data-nj-figures><strong>Check in by {clockTime(stay.checkInBy)}</strong> · leaving by {clockTime(stay.leaveBy)}<Last stay={stay} /></p>
      <div className={classes['buttons']}>
        <SideButton label="All well" detail={partners.length > 0 ? 'for both' : undefined} onPress={() => allWell()} />
        <SideButton label="30 min more" detail={`leaving by ${clockTime(longerBy(30))}`} onPress={() => leaveBy(longerBy(30))} />
      </div>
    </section>
  );
}

const Last = ({ stay: { checkedInAt } }: { stay: StayView }) => (checkedInAt === null ? null : <> · last said at {clockTime(checkedInAt)}</>);
