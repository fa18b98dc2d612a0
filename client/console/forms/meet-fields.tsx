// Where those sent meet before the door, and when: in words or in figures, or as a pin on the map.
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { meetingOf } from '../../../shared/domain/meeting-point.ts';
import type { IncidentView } from '../../../shared/protocol/views.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { FieldRow } from '../../ui/field.tsx';
import { readMoment } from '../../ui/local-moment.ts';
import { MomentField } from '../../ui/moment-field.tsx';
import { usePinOnMap } from '../map/use-pin-on-map.ts';

interface Draft { meet: string; meetAt: string }

/** Nothing where no place was said: a time alone meets nobody. */
export function meetingFrom({ meet, meetAt }: Draft, now: Date): { said: { where: string; meetAt: string | null } | null; meetAt: string | null; problem: string | undefined } {
  const where = meet.trim();
  const read = meetAt.trim() === '' ? null : readMoment(meetAt, now, 'future');
  if (where === '') return { said: null, meetAt: null, problem: meetAt.trim() === '' ? undefined : 'Say where they meet, or leave out the time.' };
  return { said: { where, meetAt: read?.at ?? null }, meetAt: read?.at ?? null, problem: read?.problem ?? undefined };
}

interface Props { incident: IncidentView; taskId: string; draft: Draft; onChange: (part: Partial<Draft>) => void }

export function MeetFields({ incident, taskId, draft, onChange }: Props) {
  const standing = meetingOf(incident, taskId);
  const [open, setOpen] = useState(draft.meet !== '');
  // Closed until it is wanted: the ranking above it has the keys.
  if (!open) return <div><ActionButton label={standing === undefined ? 'Say where they meet' : `They meet at ${standing.where}: say another place`} keys="M" size="xs" tone="quiet" onAct={() => setOpen(true)} /></div>;
  const says = standing === undefined ? 'before the door, where they come in two cars' : `said already: ${standing.where}; another place takes its place`;
  return <MeetInputs draft={draft} placeholder={standing?.where} says={says} onChange={onChange} />;
}

interface Inputs { draft: Draft; placeholder: string | undefined; says?: string; onChange: (part: Partial<Draft>) => void }

export function MeetInputs({ draft, placeholder = 'Car park of …', says, onChange }: Inputs) {
  const pin = usePinOnMap();
  return (
    <div>
      <FieldRow>
        <TextInput
          label="They meet at" autoFocus={draft.meet === ''} placeholder={placeholder} maxLength={200} value={draft.meet} autoComplete="off" onChange={({ currentTarget: { value } }) => onChange({ meet: value })}
          description={says} inputWrapperOrder={['label', 'input', 'description', 'error']}
        />
        <MomentField label="At" side="future" text={draft.meetAt} onChange={(text) => onChange({ meetAt: text })} whenEmpty="whoever is first waits" placeholder="22:40" />
      </FieldRow>
      {pin.picking ? <ActionButton label="Done with the map" keys="F9" size="xs" tone="primary" onAct={pin.stop} />
        : <ActionButton label="Where they meet, on the map" keys="F9" size="xs" tone="quiet" onAct={() => pin.start(null, ({ lat, lon }) => onChange({ meet: `${lat.toFixed(5)}, ${lon.toFixed(5)}` }))} />}
    </div>
  );
}
