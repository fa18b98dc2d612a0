// Who is missing, in the task itself: found, seen well, seen not well, each by one touch and with or without signal; and what else is known of the risk.
import { IconAlertTriangle, IconMapSearch, IconMessagePlus, IconUserCheck } from '@tabler/icons-react';
import { isUnconfirmed } from '../../../shared/domain/missing.ts';
import { recordLocated, recordSeenMissing } from '../../../shared/protocol/missing.ts';
import { missingLines, missingStanding } from '../../../shared/protocol/missing-words.ts';
import type { IncidentView } from '../../../shared/protocol/views.ts';
import { useOutbox } from '../../live/use-outbox.ts';
import { dayAndTime } from '../../ui/time-text.ts';
import { useNow } from '../../ui/use-now.tsx';
import { Section } from '../frame/section.tsx';
import { SideButton } from '../frame/side-button.tsx';
import type { PageName } from '../frame/use-page.ts';
import classes from './missing-here.module.css';

type Missing = IncidentView['missing'][number];
interface MissingProps { incident: IncidentView; onOpen: (page: PageName) => void }

export function MissingHere({ incident, onOpen }: MissingProps) {
  if (incident.missing.length === 0) return null;
  return <Section title="Missing">{incident.missing.map((missing) => <One key={missing.id} incident={incident} missing={missing} onOpen={onOpen} />)}</Section>;
}

function One({ incident, missing, onOpen }: MissingProps & { missing: Missing }) {
  const now = useNow();
  const name = incident.people.find(({ personId }) => personId === missing.personId)?.name ?? 'The missing person';
  const isSearch = incident.state === 'open' && isUnconfirmed(missing);
  return (
    <div className={classes['one']} role="group" aria-label={`${name}, missing`}>
      <p className={classes['standing']} data-search={isSearch || undefined}>{name} {missingStanding(missing, incident)}</p>
      {/* Above the lines, which grow with every press. */}
      {isSearch && <Buttons missing={missing} onOpen={onOpen} />}
      <ul className={classes['lines']}>{missingLines(missing, incident, (at) => dayAndTime(at, now)).map((line) => <li key={line}>{line}</li>)}</ul>
      {incident.state === 'open' && !isSearch && missing.endedAs === null && missing.interview === null && <p className={classes['mistake']}>A wrong button? Tell control: they take it back.</p>}
    </div>
  );
}

/** None of them moves when another was pressed: a second tap of a cold hand finds the same one. */
function Buttons({ missing: { id: missingId, locatedAt, seenWell }, onOpen }: { missing: Missing; onOpen: (page: PageName) => void }) {
  const { push } = useOutbox();
  const found = () => {
    if (locatedAt === null) void push(recordLocated, { missingId, at: null, note: null });
  };
  const seen = (well: boolean) => {
    if (well || seenWell !== false) void push(recordSeenMissing, { missingId, at: null, well, note: null });
  };
  return (
    <div className={classes['buttons']}>
      <SideButton wide icon={<IconMapSearch size={24} aria-hidden />} label="Found" detail="not seen yet" pressed={locatedAt !== null} onPress={found} />
      <SideButton wide icon={<IconUserCheck size={24} aria-hidden />} label="Seen, well" detail="with your own eyes" onPress={() => seen(true)} />
      <SideButton wide icon={<IconAlertTriangle size={24} aria-hidden />} label="Seen, not well" detail="say why on the log" pressed={seenWell === false} onPress={() => seen(false)} />
      <SideButton wide icon={<IconMessagePlus size={24} aria-hidden />} label="Risk fact …" detail="and who told you" onPress={() => onOpen('risk-fact')} />
    </div>
  );
}
