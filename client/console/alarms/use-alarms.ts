// The alarms of the board, and who is on call tonight.
import { useMemo } from 'react';
import { ON_CALL_POSTS, postsMissing, type OnCallPost } from '../../../shared/domain/on-call.ts';
import type { NightView } from '../../../shared/protocol/views.ts';
import { useLiveList } from '../../live/live-store.tsx';
import { useBoard } from '../board/board.tsx';
import { alarmGroups, type AlarmGroup } from './alarm-list.ts';

export interface Tonight {
  onCall: NightView['onCall'];
  missing: readonly OnCallPost[];
  /** It is past 16:00, and somebody is missing. */
  gap: boolean;
}

export function useAlarms(): { groups: readonly AlarmGroup[]; tonight: Tonight } {
  const { incidents, now, tonight } = useBoard();
  const nights = useLiveList('night');
  const groups = useMemo(() => alarmGroups(incidents.values(), now.toISOString(), tonight), [incidents, now, tonight]);
  const night = nights.find((one) => one.night === tonight);
  const onCall = night?.onCall ?? [];
  return {
    groups,
    tonight: { onCall: ON_CALL_POSTS.flatMap((post) => onCall.filter((one) => one.post === post)), missing: postsMissing(onCall.map(({ post }) => post)), gap: (night?.gapAt ?? null) !== null },
  };
}
