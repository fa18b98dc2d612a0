// Somebody missing, from the scene: found, seen well, each by one touch, with or without signal; and what else is known of the risk.
import { IconMapSearch, IconMessagePlus, IconUserCheck } from '@tabler/icons-react';
import { unconfirmedOf } from '../../../shared/domain/missing.ts';
import { recordLocated, recordSeenMissing } from '../../../shared/protocol/missing.ts';
import type { IncidentView } from '../../../shared/protocol/views.ts';
import { useOutbox } from '../../live/use-outbox.ts';
import { SideButton } from '../frame/side-button.tsx';
import type { PageName } from '../frame/use-page.ts';

export function MissingButtons({ incident, onOpen, onDone }: { incident: IncidentView; onOpen: (page: PageName) => void; onDone: () => void }) {
  const { push } = useOutbox();
  const missing = unconfirmedOf(incident);
  if (incident.state === 'closed' || missing.length === 0) return null;
  return (
    <>
      {missing.map(({ id, personId, locatedAt }) => {
        const name = incident.people.find((person) => person.personId === personId)?.name ?? 'The missing person';
        const found = () => { void push(recordLocated, { missingId: id, at: null, note: null }); onDone(); };
        const well = () => { void push(recordSeenMissing, { missingId: id, at: null, well: true, note: null }); onDone(); };
        return (
          <div key={id}>
            {locatedAt === null && <SideButton wide icon={<IconMapSearch size={24} aria-hidden />} label={`Found: ${name}`} detail="Not yet seen to be well" onPress={found} />}
            <SideButton wide icon={<IconUserCheck size={24} aria-hidden />} label={`Seen well: ${name}`} detail="You have seen them yourself: not missing any more" onPress={well} />
          </div>
        );
      })}
      <SideButton wide icon={<IconMessagePlus size={24} aria-hidden />} label="Risk fact …" detail="Something about the risk, and who told you" onPress={() => onOpen('risk-fact')} />
    </>
  );
}
