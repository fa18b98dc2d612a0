// Not ours: which organisation, who there took it by name, and when. Until then it is ours.
import { NativeSelect, TextInput } from '@mantine/core';
import { z } from 'zod';
import { LEADER_NAMES, LEADERS } from '../../../shared/domain/lead.ts';
import { FieldRow } from '../../ui/field.tsx';
import { MomentField } from '../../ui/moment-field.tsx';
import { readMoment } from '../../ui/local-moment.ts';

export const TakenDraft = z.object({ leader: z.enum(LEADERS), takenBy: z.string(), takenAt: z.string(), reference: z.string() });
export type TakenDraft = z.infer<typeof TakenDraft>;
export const NOT_TAKEN: TakenDraft = { leader: 'another', takenBy: '', takenAt: '', reference: '' };

/** As it is sent: now, where no time was written; null where the time cannot be read. */
export function takenAtOf({ takenAt }: Pick<TakenDraft, 'takenAt'>, now: Date): string | null {
  return takenAt.trim() === '' ? now.toISOString() : readMoment(takenAt, now, 'past').at;
}
export const whyNotTaken = (draft: TakenDraft, now: Date): string | undefined =>
  draft.takenBy.trim() === '' ? 'It is ours until a named person elsewhere has taken it: write who.' : takenAtOf(draft, now) === null ? 'Write when they took it.' : undefined;

export function TakenFields({ draft, onChange, withLeader = true, required = true }: { draft: TakenDraft; onChange: (part: Partial<TakenDraft>) => void; withLeader?: boolean; required?: boolean }) {
  const text = (key: 'takenBy' | 'reference') => ({ value: draft[key], maxLength: 200, autoComplete: 'off', onChange: ({ currentTarget: { value } }: React.ChangeEvent<HTMLInputElement>) => onChange({ [key]: value }) });
  return (
    <>
      {withLeader && (
        <NativeSelect
          label="Theirs now" data={LEADERS.map((value) => ({ value, label: LEADER_NAMES[value] }))} value={draft.leader}
          onChange={({ currentTarget: { value } }) => onChange({ leader: LEADERS.find((leader) => leader === value) ?? 'another' })}
        />
      )}
      <TextInput label="Taken by: name, role and organisation" required={required} {...text('takenBy')} />
      <FieldRow>
        <MomentField label="When" side="past" text={draft.takenAt} whenEmpty="now" onChange={(takenAt) => onChange({ takenAt })} />
        <TextInput label="Their reference, if there is one" {...text('reference')} />
      </FieldRow>
    </>
  );
}
