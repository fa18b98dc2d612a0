// What the server did not take, in its own words, with what to do: it stays until it has been read.
import { useOutbox, type RefusedCommand } from '../../live/use-outbox.ts';
import { clockSeconds } from '../../ui/time-text.ts';
import { Notice } from '../frame/notice.tsx';
import { SideButton } from '../frame/side-button.tsx';
import { reportOf } from '../report.ts';

export function RefusedList() {
  const { refused, dismiss } = useOutbox();
  return refused.map((command) => (
    <Notice
      key={command.commandId}
      tone="act"
      urgent
      title={`Not taken: ${what(command)}, pressed at ${clockSeconds(command.at)}`}
      actions={<SideButton label="Understood" onPress={() => dismiss(command.commandId)} />}
    >
      {command.sentence} {words(command)}If it matters, say it to control by radio.
    </Notice>
  ));
}

function what(command: RefusedCommand): string {
  const report = reportOf(command, false);
  switch (report?.kind) {
    case 'advance': return `“${report.to === 'left' ? 'left scene' : report.to}”`;
    case 'seen': return 'who was seen';
    case 'noAccess': return 'no access';
    case 'outcome': return 'the outcome';
    case 'found': return 'found';
    case 'seenMissing': return report.well ? '“seen, well”' : '“seen, not well”';
    case 'riskFact': return 'a fact about the risk';
    case 'checkIn': return '“all well”';
    case 'leaving': return 'when you leave';
    case 'note': return 'a note';
    case undefined: return 'something';
  }
}

/** What was written must not be lost with the refusal. */
function words(command: RefusedCommand): string {
  const report = reportOf(command, false);
  const text = report?.kind === 'note' ? report.body : report?.kind === 'riskFact' ? `${report.fact} · ${report.source}` : report?.kind === 'outcome' || report?.kind === 'noAccess' ? report.note : null;
  return text ? `You wrote: “${text}” ` : '';
}
