// The ranking as the form shows it: those who fill every leg, else who could go first alone and what is missing, and everybody else with the reason.
import type { Suggestion, Suggestions } from '../../../shared/protocol/suggestions.ts';
import { SkeletonRows } from '../../ui/skeleton-rows.tsx';
import { useAct } from '../../ui/use-act.ts';
import type { HeldOrder } from '../queue/held-order.ts';
import { LeftOut, Short } from './left-out.tsx';
import { PerhapsSooner } from './perhaps-sooner.tsx';
import { SuggestionList } from './suggestion-list.tsx';

interface Props {
  answer: Suggestions | null;
  /** In the order in which they are shown. */
  lines: readonly Suggestion[];
  held: HeldOrder;
  chosenId: string | null;
  onChoose: (id: string) => void;
  onSend: () => Promise<unknown>;
  refusal: string | undefined;
}

export function RankedChoices({ answer, lines, held, chosenId, onChoose, onSend, refusal }: Props) {
  const { press } = useAct(onSend, refusal);
  if (answer === null) return <SkeletonRows of="who could be sent" rows={3} />;
  return (
    <>
      {answer.short !== null && <Short short={answer.short} />}
      {lines.length > 0 && (
        <SuggestionList
          label={answer.ranked.length > 0 ? 'Who could be sent, the soonest first' : 'Who could go ahead alone, while the other leg is owed'}
          lines={lines} held={held} chosenId={chosenId} onChoose={onChoose} onSend={press}
        />
      )}
      <PerhapsSooner answer={answer} />
      <LeftOut people={answer.leftOut} />
    </>
  );
}
