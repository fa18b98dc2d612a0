// Where: one line for an address, a place, a postcode, a grid reference or coordinates, or a pin on the map; marked when it must stay secret.
import { Checkbox } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { Point } from '../../../shared/domain/distance.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { ComboboxSearch } from '../../ui/combobox-search.tsx';
import { findWhere } from './find-where.ts';
import { NOWHERE, LONGEST_LABEL, typedPlace, type PlaceDraft } from './place-draft.ts';
import { namedSpot, whereLine } from './where-line.ts';
import classes from './place.module.css';

/** Where a map stands beside the form: a pin is set on it, and moved until that is done. */
export interface PinOnMap {
  picking: boolean;
  start: (at: Point | null, onPlace: (at: Point) => void) => void;
  stop: () => void;
}

export interface PlaceFieldsProps {
  draft: PlaceDraft;
  onChange: (part: Partial<PlaceDraft>) => void;
  pin?: PinOnMap;
}

export function PlaceFields({ draft, onChange, pin }: PlaceFieldsProps) {
  // The pin outlives the render that it was asked in.
  const latest = useRef(onChange);
  useEffect(() => { latest.current = onChange; });
  const place = (point: Point) => latest.current({ point, place: namedSpot(point), as: 'pin', approximate: false });
  const forget = () => onChange({ ...NOWHERE, secret: draft.secret });
  return (
    <>
      <div className={classes['place']}>
        <ComboboxSearch
          label="Where" search={findWhere} kept={{ text: draft.text, onChange: (text) => onChange(typedPlace(draft, text)), maxLength: LONGEST_LABEL }} placeholder="Address, place, postcode, grid reference or coordinates"
          onPick={({ becomes }) => onChange(becomes)}
        />
        {pin?.picking === false && <ActionButton label="Pin on the map" keys="F9" size="sm" onAct={() => pin.start(draft.point, place)} />}
        {pin?.picking === true && <ActionButton label="Done with the map" keys="F9" size="sm" tone="primary" onAct={pin.stop} />}
      </div>
      <div className={classes['understood']}>
        <span role="status">{whereLine(draft)}</span>
        {(draft.point !== null || draft.text !== '') && <ActionButton label="Forget the place" size="xs" tone="quiet" onAct={forget} />}
        <span className={classes['secret']}>
          <Checkbox label="Somewhere there, not an address" checked={draft.approximate} onChange={({ currentTarget: { checked } }) => onChange({ approximate: checked })} />
          <Checkbox label="Secret address: never read out" checked={draft.secret} onChange={({ currentTarget: { checked } }) => onChange({ secret: checked })} />
        </span>
      </div>
    </>
  );
}
