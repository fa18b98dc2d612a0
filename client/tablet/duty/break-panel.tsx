// My break: begun and ended with one touch. Nobody sends me meanwhile.
import { beginBreak, endBreak } from '../../../shared/protocol/duties.ts';
import { useLiveList } from '../../live/live-store.tsx';
import { usePolicyInForce } from '../../live/policy-in-force.ts';
import { useSend } from '../../live/send.ts';
import { clockTime } from '../../ui/time-text.ts';
import { Section } from '../frame/section.tsx';
import { SideButton } from '../frame/side-button.tsx';

export function BreakPanel({ dutyId }: { dutyId: string }) {
  const { send } = useSend();
  const own = useLiveList('duty').find(({ id }) => id === dutyId);
  const policy = usePolicyInForce();
  if (own === undefined) return null;
  const usual = policy === null ? '' : `${policy.body.working.usualBreak} min; `;
  return (
    <Section title="Break">
      {own.breakUntil === null
        ? <SideButton wide label="Begin a break" detail={own.availability === 'free' ? `${usual}nobody sends you meanwhile` : 'Not while you are sent or out'} onPress={() => void send(beginBreak, { dutyId, minutes: null })} />
        : <SideButton wide label="I am back" detail={`On a break until ${clockTime(own.breakUntil)}`} onPress={() => void send(endBreak, { dutyId, reason: null })} />}
    </Section>
  );
}
