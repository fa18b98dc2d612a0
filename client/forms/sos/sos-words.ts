// What is said of an SOS: where they were last known to be and how old that is, who has it, and to whom it has gone. Pure.
import { CLIMBED_BECAUSE_WORDS } from '../../../shared/domain/standing-alarm.ts';
import type { SosView } from '../../../shared/protocol/sos-view.ts';
import type { PositionView } from '../../../shared/protocol/views.ts';
import { ageText, clockTime } from '../../ui/time-text.ts';

export type LastKnown = Pick<PositionView, 'lat' | 'lon' | 'accuracyM' | 'at'>;

/** The newest of what was known when it was pressed and what the device has said since. */
export const lastKnownOf = ({ where }: Pick<SosView, 'where'>, since: LastKnown | undefined): LastKnown | null =>
  (since !== undefined && (where === null || since.at >= where.at) ? since : where);

/** Never a place without its age; never a missing one without saying so. */
export function placeText(known: LastKnown | null, now: Date): string {
  if (known === null) return 'no position known';
  const age = ageText((now.getTime() - Date.parse(known.at)) / 1000);
  return `last known ${known.lat.toFixed(4)}, ${known.lon.toFixed(4)}${known.accuracyM === null || known.accuracyM === 0 ? '' : ` within ${Math.ceil(known.accuracyM)} m`}, ${age} old`;
}

/** Without signal it may have been pressed long before it was heard. */
export const pressedText = ({ pressedAt, heardAt }: Pick<SosView, 'pressedAt' | 'heardAt'>): string =>
  (Date.parse(heardAt) - Date.parse(pressedAt) < 30_000 ? `pressed ${clockTime(pressedAt)}` : `pressed ${clockTime(pressedAt)}, and reached us only at ${clockTime(heardAt)}`);

export function holderText({ hadBy, hadAt, stage, cameAt, because }: Pick<SosView, 'hadBy' | 'hadAt' | 'stage' | 'cameAt' | 'because'>): string {
  if (hadBy !== null && hadAt !== null) return `${hadBy.name} has it, since ${clockTime(hadAt)}`;
  if (stage === 'coordinator' || cameAt === null || because === null) return 'nobody has it yet';
  return `gone on to ${stage === 'supervisor' ? 'the supervisor' : 'the people on call: ring them'} at ${clockTime(cameAt)}. ${CLIMBED_BECAUSE_WORDS[because]}`;
}
