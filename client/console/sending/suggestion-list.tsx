// The ranking as a list to choose from: digits and arrows choose, Enter sends what is shown; nothing changes place under the hand.
import { useEffect, useRef } from 'react';
import type { Suggestion } from '../../../shared/protocol/suggestions.ts';
import { ariaKeys } from '../../ui/chord.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { useHotkeys } from '../../ui/hotkeys.ts';
import { KbdHint } from '../../ui/kbd-hint.tsx';
import choiceClasses from '../../ui/choices.module.css';
import type { HeldOrder } from '../queue/held-order.ts';
import { calledOf, SuggestionLine } from './suggestion-line.tsx';
import classes from './sending.module.css';

interface Props {
  label: string;
  lines: readonly Suggestion[];
  held: HeldOrder;
  chosenId: string | null;
  onChoose: (id: string) => void;
  onSend: () => void;
}

const MOST_KEYS = 9;
const MOVES: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

export function SuggestionList({ label, lines, held, chosenId, onChoose, onSend }: Props) {
  const group = useRef<HTMLDivElement>(null);
  const reachable = lines.some(({ id }) => id === chosenId) ? chosenId : lines[0]?.id;
  const radios = () => [...group.current?.querySelectorAll<HTMLElement>('[role=radio]') ?? []];
  // The form opened before there was anything to choose from: its focus comes here, and nobody else's does.
  useEffect(() => {
    const active = document.activeElement;
    if (active === document.body || active?.matches('[data-form]') === true) group.current?.querySelector<HTMLElement>('[role=radio][tabindex="0"]')?.focus({ preventScroll: true });
  }, [group]);
  const choose = (index: number) => {
    const one = lines[index];
    if (one === undefined) return;
    onChoose(one.id);
    radios()[index]?.focus();
  };
  useHotkeys(lines.slice(0, MOST_KEYS).map((one, index) => ({ keys: String(index + 1), label: `Choose ${calledOf(one)}`, run: () => choose(index) })));
  return (
    <div className={choiceClasses['choices']}>
      <div
        ref={group} role="radiogroup" aria-label={label} className={choiceClasses['choices']} {...held.hand}
        onKeyDown={(event) => {
          const by = MOVES[event.key];
          if (by !== undefined) {
            event.preventDefault();
            choose(Math.min(lines.length - 1, Math.max(0, lines.findIndex(({ id }) => id === reachable) + by)));
          } else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && !event.repeat) {
            // On a line Enter would only choose it again: here it is the one key that sends what is shown.
            event.preventDefault();
            onSend();
          }
        }}
      >
        {lines.map((one, index) => (
          <button
            key={one.id} type="button" role="radio" aria-checked={one.id === chosenId} className={`${choiceClasses['choice'] ?? ''} ${classes['suggestion'] ?? ''}`} tabIndex={one.id === reachable ? 0 : -1}
            data-autofocus={one.id === reachable || undefined} aria-keyshortcuts={index < MOST_KEYS ? ariaKeys(String(index + 1)) : undefined} onClick={() => onChoose(one.id)}
          >
            <span className={choiceClasses['dot']} aria-hidden />
            <SuggestionLine suggestion={one} />
            {index < MOST_KEYS && <KbdHint keys={String(index + 1)} />}
          </button>
        ))}
      </div>
      <p className={classes['enter']}><KbdHint keys="Enter" /> on a line sends it</p>
      {held.changed && <ActionButton label="The order has changed: sort again" keys="Q" size="xs" tone="quiet" onAct={held.apply} />}
    </div>
  );
}
