// Brings a roster's file in: every line but those that were left out by whoever saw the report, or nothing.
import { unended } from '../../shared/domain/decide-policy.ts';
import { Refused, type Tx } from '../database/transaction.ts';
import { saveOptional } from '../events/append.ts';
import { judgeRoster } from './judge-roster.ts';
import { recordShift } from './record-shift.ts';
import { lockRostered, saveShift } from './shift.store.ts';

export async function bringIn(tx: Tx, csv: string, without: readonly number[]): Promise<void> {
  const staffIds = new Set((await judgeRoster(tx, csv, tx.now)).flatMap(({ shift }) => shift?.staffId ?? []));
  await lockRostered(tx, [...staffIds]);
  // Judged again under the lock: somebody may have been put on the roster since.
  const judged = (await judgeRoster(tx, csv, tx.now)).filter(({ line }) => !without.includes(line));
  const refused = judged.find(({ result }) => result === 'refused');
  if (refused !== undefined) throw new Refused('roster-line-refused', { what: `line ${refused.line}`, problem: unended(refused.why) });
  for (const { shift } of judged) {
    if (shift === null || !staffIds.has(shift.staffId)) continue;
    const { staffId, planned, districtCodes, despite } = shift;
    const despiteId = await saveOptional(tx, null, despite);
    recordShift(tx, 'shift.made', await saveShift(tx, staffId, planned, districtCodes), { staffId, from: planned.from, until: planned.until, districtCodes, breaks: planned.breaks, despiteId });
  }
}
