// Where: the address as it is said, pinned to a place where one is found; and whether it must stay secret.
import { Checkbox, TextInput } from '@mantine/core';
import { findPlaces } from '../../../shared/protocol/places.ts';
import { call as ask } from '../../live/api.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { ComboboxSearch } from '../../ui/combobox-search.tsx';
import type { SearchOption } from '../../ui/combobox-search.tsx';
import { FieldGroup, FieldRow } from '../../ui/field.tsx';
import type { CallForm } from './call-draft.ts';
import classes from './where-fields.module.css';

interface FoundPlace extends SearchOption { lat: number; lon: number }

async function search(text: string, signal: AbortSignal): Promise<FoundPlace[]> {
  const found = await ask(findPlaces, { q: text }, { signal });
  return found.map(({ id, name, district, served, lat, lon }) => ({
    id, label: name, detail: served ? district ?? '' : `${district ?? 'outside the county'}: not covered by the service`, lat, lon,
  }));
}

export function WhereFields({ call: { place, pin, secret }, change }: CallForm) {
  return (
    <FieldGroup name="Where">
      <FieldRow>
        <TextInput label="Address, as it is said" autoComplete="off" value={place} onChange={(event) => change({ place: event.currentTarget.value })} />
        {pin === null
          ? <ComboboxSearch label="Town, village or area" search={search} onPick={({ label, lat, lon }) => change({ pin: { name: label, lat, lon } })} />
          : <p className={classes['pin']}>Near {pin.name} <ActionButton label="Change" size="xs" tone="quiet" onAct={() => change({ pin: null })} /></p>}
      </FieldRow>
      <Checkbox label="This address must stay secret" checked={secret} onChange={(event) => change({ secret: event.currentTarget.checked })} />
    </FieldGroup>
  );
}
