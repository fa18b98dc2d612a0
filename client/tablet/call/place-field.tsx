// Where it is: the address in words, and a point from a place by name or from where this device is.
import { TextInput } from '@mantine/core';
import { IconCurrentLocation, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { findPlaces } from '../../../shared/protocol/places.ts';
import type { PlaceView } from '../../../shared/protocol/places.ts';
import { call } from '../../live/api.ts';
import { useSearch } from '../../ui/use-search.ts';
import { Tick } from '../frame/choice.tsx';
import { Section } from '../frame/section.tsx';
import { SideButton } from '../frame/side-button.tsx';
import type { CallDraft, Point } from './call-draft.ts';

export interface PlaceFieldProps { draft: CallDraft; onChange: (change: Partial<CallDraft>) => void }

export function PlaceField({ draft, onChange }: PlaceFieldProps) {
  return (
    <Section title="Where">
      <TextInput label="Address, as you were told" size="lg" maxLength={150} value={draft.address} onChange={(event) => onChange({ address: event.currentTarget.value })} />
      {draft.point === null
        ? <PointChoice onPick={(point) => onChange({ point })} />
        : <SideButton wide icon={<IconX size={24} aria-hidden />} label={draft.point.name} detail="On the map. Touch to choose another" onPress={() => onChange({ point: null })} />}
      <Tick label="This address must stay secret" checked={draft.secret} onChange={(secret) => onChange({ secret })} />
    </Section>
  );
}

function PointChoice({ onPick }: { onPick: (point: Point) => void }) {
  const [text, setText] = useState('');
  const [lost, setLost] = useState(false);
  const { found, state } = useSearch<PlaceView>(text, (q, signal) => call(findPlaces, { q }, { signal }), 2);

  const here = () => {
    setLost(false);
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => onPick({ lat: coords.latitude, lon: coords.longitude, name: 'where the responder stood' }),
      () => setLost(true),
      { enableHighAccuracy: true, timeout: 10_000, maximumAge: 10_000 },
    );
  };

  return (
    <>
      <TextInput label="Town or place" description="Finds the point on the map" size="lg" value={text} onChange={(event) => setText(event.currentTarget.value)} />
      {found.slice(0, 5).map(({ id, name, district, lat, lon, served }) => (
        <SideButton key={id} wide label={name} detail={served ? district : `${district ?? 'Outside the county'} · not served by us`} onPress={() => onPick({ lat, lon, name })} />
      ))}
      {state === 'answered' && found.length === 0 && <p>No place of that name is known. The address in words is enough.</p>}
      {state === 'failed' && <p role="alert">The search was not answered. The address in words is enough.</p>}
      {'geolocation' in navigator && <SideButton wide icon={<IconCurrentLocation size={24} aria-hidden />} label="Where I am now" onPress={here} />}
      {lost && <p role="alert">This device does not know where it is. Write the address instead.</p>}
    </>
  );
}
