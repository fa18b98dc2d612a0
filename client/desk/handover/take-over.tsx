// Taking a case over, by name: the one step that completes a handover.
import { takeOverHandover } from '../../../shared/protocol/handovers.ts';
import type { HandoverView } from '../../../shared/protocol/views.ts';
import { useMe } from '../../live/me.tsx';
import { say } from '../../ui/toast.tsx';
import { ActForm } from '../case/act-form.tsx';
import { useDeed } from '../case/use-deed.ts';

export function TakeOver({ handover, onClose }: { handover: HandoverView; onClose: () => void }) {
  const me = useMe();
  const deed = useDeed();
  const take = async () => {
    await deed(takeOverHandover, { handoverId: handover.id });
    say(`You have taken over ${handover.ref}.`, `${handover.sentBy.name} can see that it is yours.`);
  };
  return (
    <ActForm
      title={`You, ${me.name}, take this case over`}
      leadsTo={(
        <>
          For {handover.receivingTeam}. Your name and the time go on the record, and {handover.sentBy.name} sees it at once.
          Who works it and what comes first are for you to settle.
        </>
      )}
      act="Take it over"
      onAct={take}
      onClose={onClose}
    />
  );
}
