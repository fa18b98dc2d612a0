// The incidents of a debrief as a file, one a line in the order of their reports: times by the clock in London and in UTC.
import type { DebriefFacts } from '../../shared/domain/debrief-facts.ts';
import { standingOf } from '../../shared/domain/debrief-targets.ts';
import { longestWaits, WAIT_PART_CODES, type LongWait, type WaitContext } from '../../shared/domain/debrief-waits.ts';
import { clockTime, dateOf } from '../../shared/domain/duty-night.ts';
import { DOOR_NAMES, ENDING_NAMES } from '../../shared/domain/incident-words.ts';
import { minutesBetween, type Instant } from '../../shared/domain/instant.ts';
import { districtName } from '../incidents/lookups.ts';
import { csvOf, type Cell } from './csv.ts';
import type { Stretch } from './debrief.store.ts';

const local = (at: Instant | null): string | null => (at === null ? null : `${dateOf(at)} ${clockTime(at)}`);
const REHEARSAL = 'Rehearsal: these people and incidents are made up';

const oneDecimal = (minutes: number): number => Math.round(minutes * 10) / 10;
const minutesFrom = (from: Instant, to: Instant | null): number | null => (to === null ? null : oneDecimal(minutesBetween(from, to)));

type Column = [name: string, cell: (facts: DebriefFacts, wait: LongWait | undefined, context: WaitContext) => Cell];
const MOMENTS = [['Reported', 'reportedAt'], ['Entered', 'raisedAt'], ['Graded', 'gradedAt'], ['Due', 'dueAt'], ['First there', 'attendedAt'], ['Both there', 'jointAt'], ['Ended', 'endedAt']] as const;

const COLUMNS: readonly Column[] = [
  ['Reference', ({ ref }) => ref],
  ['Grade', ({ grade }) => grade],
  ['Strictest grade', ({ strictest }) => strictest],
  ['Door', ({ door }) => DOOR_NAMES[door]],
  ['District', ({ districtCode }) => districtName(districtCode)],
  ['Missing', ({ missing }) => missing],
  ['Duplicate', ({ duplicate }) => duplicate],
  ...MOMENTS.flatMap(([name, key]): Column[] => [[`${name} (local)`, (facts) => local(facts[key])], [`${name} (UTC)`, (facts) => facts[key]]]),
  ['Ending', ({ ending }) => (ending === null ? null : ENDING_NAMES[ending])],
  ['Target', (facts, _wait, { asAt, targets }) => standingOf(facts, asAt, targets)],
  ['Minutes to first there', ({ reportedAt, attendedAt }) => minutesFrom(reportedAt, attendedAt)],
  ['Minutes to both there', ({ reportedAt, jointAt }) => minutesFrom(reportedAt, jointAt)],
  ['Times sent', ({ dispatches }) => dispatches.length],
  ['Times declined', ({ dispatches }) => dispatches.filter(({ declined }) => declined).length],
  ['Minutes waited', (_facts, wait) => (wait === undefined ? null : oneDecimal(wait.minutes))],
  ...WAIT_PART_CODES.map((part): Column => [`Minutes waited: ${part}`, (_facts, wait) => (wait === undefined ? null : oneDecimal(wait.parts.find((one) => one.part === part)?.minutes ?? 0))]),
  ['Why', (_facts, wait) => wait?.why ?? null],
];

export function debriefCsv(facts: readonly DebriefFacts[], { from, until }: Stretch, rehearsal: boolean, context: WaitContext): string {
  const counted = facts.filter(({ reportedAt }) => reportedAt >= from && reportedAt < until).toSorted((a, b) => a.reportedAt.localeCompare(b.reportedAt));
  const waits = new Map(longestWaits(counted, context).map((wait) => [wait.ref, wait]));
  return csvOf([
    ...(rehearsal ? [[REHEARSAL]] : []),
    COLUMNS.map(([name]) => name),
    ...counted.map((one) => COLUMNS.map(([, cell]) => cell(one, waits.get(one.ref), context))),
  ]);
}
