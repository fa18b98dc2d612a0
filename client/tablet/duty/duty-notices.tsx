// What must be known of my duty while nothing is sent: a break that runs, an end that seems forgotten.
import { endBreak } from '../../../shared/protocol/duties.ts';
import { useLiveList } from '../../live/live-store.tsx';
import { useSend } from '../../live/send.ts';
import { clockTime } from '../../ui/time-text.ts';
import { Notice } from '../frame/notice.tsx';
import { SideButton } from '../frame/side-button.tsx';

export function DutyNotices({ dutyId }: { dutyId: string }) {
  const { send } = useSend();
  const own = useLiveList('duty').find(({ id }) => id === dutyId);
  if (own === undefined) return null;
  return (
    <>
      {own.forgottenAt !== null && <Notice title={own.shift === null ? 'You have been on duty longer than a duty lasts.' : `Your shift ended at ${clockTime(own.shift.until)}.`} tone="act">End your duty, if you have gone home: control has been told. The strip at the top leads there.</Notice>}
      {own.breakUntil !== null && (
        <Notice title={`You are on a break until ${clockTime(own.breakUntil)}`} actions={<SideButton label="I am back" onPress={() => void send(endBreak, { dutyId, reason: null })} />}>
          Nobody sends you meanwhile. Control can interrupt it, and rings you then.
        </Notice>
      )}
    </>
  );
}
