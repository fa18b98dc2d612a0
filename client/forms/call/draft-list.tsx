// Every call that is not saved yet, one's own and the others': how old, whose, its first words; one key from one to the next.
import type { CallDraftLine } from '../../../shared/protocol/call-drafts.ts';
import { useCallDrafts } from '../../live/call-drafts.tsx';
import { useMe } from '../../live/me.tsx';
import { ActionButton } from '../../ui/action-button.tsx';
import { useHotkeys } from '../../ui/hotkeys.ts';
import { clockTime } from '../../ui/time-text.ts';
import { useNow } from '../../ui/use-now.tsx';
import { untouchedText } from './untouched.ts';
import classes from './call.module.css';

export function DraftList() {
  const { form, lines, mine, keeper, begin, open } = useCallDrafts();
  const others = (lines ?? []).filter((line) => line.form === form && line.thrownAt === null && line.id !== keeper?.id);
  const at = mine.findIndex(({ id }) => id === keeper?.id);
  const next = mine.filter(({ id }) => id !== keeper?.id)[Math.max(0, at)] ?? mine.find(({ id }) => id !== keeper?.id);
  useHotkeys([
    { keys: 'F8', label: 'Another call', run: begin },
    ...(next === undefined ? [] : [{ keys: 'F4', label: 'Go on with the next call', run: () => void open(next) }]),
  ]);
  return (
    <>
      {others.length > 0 && (
        <ul className={classes['drafts']} aria-label="Calls not saved yet">
          {others.map((line) => <Line key={line.id} line={line} isNext={line.id === next?.id} />)}
        </ul>
      )}
      <ThrownAway />
    </>
  );
}

function Line({ line, isNext }: { line: CallDraftLine; isNext: boolean }) {
  const { open } = useCallDrafts();
  const { staffId } = useMe();
  const now = useNow();
  const isMine = line.heldBy.staffId === staffId;
  const goOn = isNext ? 'Go on (F4)' : 'Go on';
  const words = line.words === '' ? 'nothing said yet' : line.words;
  return (
    <li>
      <span className={classes['draft-words']}>
        <strong>{isMine ? 'Yours' : line.heldBy.name}</strong>, since {clockTime(line.begunAt)}{untouchedText(line, now)}: {words}
      </span>
      {/* The key is the list's: here it is only shown. */}
      <ActionButton label={isMine ? `${goOn}: ${words.slice(0, 40)}` : `Take over from ${line.heldBy.name}`} size="xs" onAct={() => open(line)}>{isMine ? goOn : 'Take over'}</ActionButton>
    </li>
  );
}

/** For as long as it can be brought back. */
function ThrownAway() {
  const { form, lines, bringBack } = useCallDrafts();
  const { staffId } = useMe();
  const thrown = (lines ?? []).filter((line) => line.thrownAt !== null && line.form === form && line.heldBy.staffId === staffId).at(-1);
  if (thrown === undefined) return null;
  return (
    <p className={classes['drafts']}>
      <span className={classes['draft-words']}>Thrown away: {thrown.words === '' ? 'a call with nothing said' : thrown.words}</span>
      <ActionButton label="Bring it back" size="xs" tone="quiet" onAct={() => bringBack(thrown.id)} />
    </p>
  );
}
