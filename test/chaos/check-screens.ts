// All screens equal the snapshot within three seconds of healing; and a snapshot has all that its viewer may see, and nothing else.
import { isDeepStrictEqual } from 'node:util';
import { ENTITIES } from '../../shared/protocol/live.ts';
import type { History, Rule, Screen } from './history.ts';
import { mayRoleSeeIncident } from './sight-of-role.ts';
import { timelinesOf, type Timelines } from './timelines.ts';

const WITHIN_MS = 3_000;

export const screens: Rule = {
  name: 'all screens equal the snapshot within three seconds of healing',
  findings(history) {
    const times = timelinesOf(history);
    return history.screens.flatMap((screen) => [...differing(screen, history.withheldMs), ...incomplete(screen, times)].map((problem) => `screen ${screen.id} ${problem}`));
  },
};

function differing({ ended }: Screen, withheldMs: number): string[] {
  if (ended === null) return [];
  const unlike = ENTITIES.filter((entity) => !isDeepStrictEqual(ended.shows[entity], ended.snapshot[entity]));
  if (unlike.length > 0) return [`shows another ${unlike.join(', ')} than its snapshot`];
  if (ended.agreedAfterMs === null) return ['was not current long after the healing'];
  return ended.agreedAfterMs > WITHIN_MS + withheldMs ? [`agreed with its snapshot only ${ended.agreedAfterMs} ms after the healing, of which the machine withheld ${withheldMs}`] : [];
}

function incomplete({ staffId, ended }: Screen, times: Timelines): string[] {
  if (ended === null) return [];
  const viewer = times.viewers(staffId).at(-1);
  const shown = new Set(ended.snapshot.incident.map(({ id }) => id));
  const due = times.openAtTheEnd().filter(([, sight]) => viewer !== undefined && mayRoleSeeIncident(viewer, sight)).map(([id]) => id);
  return [...due.filter((id) => !shown.has(id)).map((id) => `lacks the incident ${id}`), ...[...shown].filter((id) => !due.includes(id)).map((id) => `has the incident ${id}, which is not its to see`)];
}

export const slowestAgreementMs = ({ screens: all }: Pick<History, 'screens'>): number => Math.max(0, ...all.map(({ ended }) => ended?.agreedAfterMs ?? 0));
