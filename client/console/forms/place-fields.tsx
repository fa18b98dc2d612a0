// Where: the door in words, the town by name, or a pin on the map; marked when the address must stay secret.
import { Checkbox, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { Point } from '../../../shared/domain/distance.ts';
import { NEIGHBOURS, PLACES } from '../../../shared/domain/place-names.ts';
import { findPlaces, type PlaceView } from '../../../shared/protocol/places.ts';
import { call } from '../../live/api.ts';
import { nearTo } from '../../map/map-words.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { ComboboxSearch, type SearchOption } from '../../ui/combobox-search.tsx';
import { useConsole } from '../console-state.tsx';
import type { PlaceDraft } from './place-draft.ts';
import classes from './forms.module.css';

interface PlaceOption extends SearchOption { place: PlaceView }

const optionOf = (place: PlaceView): PlaceOption => ({
  id: place.id, label: place.name, detail: place.served ? place.district ?? 'in the county' : `${place.district ?? 'outside the county'}: not in the area served`, place,
});
const findPlace = async (q: string, signal: AbortSignal): Promise<PlaceOption[]> => (await call(findPlaces, { q }, { signal })).map(optionOf);
const ALL_PLACES = [...PLACES, ...NEIGHBOURS];

export interface PlaceFieldsProps {
  draft: PlaceDraft;
  onChange: (part: Partial<PlaceDraft>) => void;
}

export function PlaceFields({ draft, onChange }: PlaceFieldsProps) {
  const { picking, set, goTo } = useConsole();
  // A list box keeps its own text: it is made anew when the place is set from the map.
  const [searches, setSearches] = useState(0);
  useEffect(() => () => set({ picking: null }), [set]);

  // The pin outlives the render that it was asked in.
  const latest = useRef(onChange);
  useEffect(() => { latest.current = onChange; });
  const place = (point: Point) => {
    latest.current({ point, place: nearTo(point, ALL_PLACES), pinned: true });
    set({ picking: { at: point, onPlace: place } });
    setSearches((count) => count + 1);
  };
  const startPicking = () => {
    set({ picking: { at: draft.point, onPlace: place } });
    goTo('map');
  };
  const forget = () => {
    onChange({ point: null, place: '', pinned: false });
    setSearches((count) => count + 1);
  };
  return (
    <>
      <div className={classes['place']}>
        <TextInput label="House, street, door" value={draft.door} maxLength={150} autoComplete="off" onChange={({ currentTarget: { value } }) => onChange({ door: value })} />
        <ComboboxSearch
          key={searches} label="Town, village or suburb" search={findPlace} afterPick="show" placeholder={draft.place === '' ? 'Type to find' : draft.place}
          onPick={({ place }) => onChange({ place: place.district === null || place.district === place.name ? place.name : `${place.name}, ${place.district}`, point: { lat: place.lat, lon: place.lon }, pinned: false })}
        />
        {picking === null
          ? <ActionButton label="Pin on the map" size="sm" onAct={startPicking} />
          : <ActionButton label="Done with the map" size="sm" tone="primary" onAct={() => { set({ picking: null }); goTo('incident'); }} />}
      </div>
      <div className={classes['understood']}>
        <span role="status">{whereLine(draft)}</span>
        {(draft.point !== null || draft.place !== '') && <ActionButton label="Forget the place" size="xs" tone="quiet" onAct={forget} />}
        <Checkbox className={classes['secret'] ?? ''} label="Secret address: never read out" checked={draft.secret} onChange={({ currentTarget: { checked } }) => onChange({ secret: checked })} />
      </div>
    </>
  );
}

function whereLine({ point, place, pinned }: PlaceDraft): string {
  if (point === null) return 'Not on the map yet.';
  if (pinned) return `Pinned near ${place}.`;
  return place === '' ? 'On the map, where it was.' : `${place}: its middle, until it is pinned.`;
}
