// Which door the call came by, who rang, how to reach them, and when it was first reported: that is when the clock starts.
import { NativeSelect, TextInput } from '@mantine/core';
import { elapsedText } from '../../../shared/domain/elapsed-text.ts';
import { readPhone } from '../../../shared/domain/phone-number.ts';
import { DOOR_NAMES, DOORS } from '../../../shared/domain/incident-words.ts';
import { FieldGroup, FieldRow } from '../../ui/field.tsx';
import { MomentField } from '../../ui/moment-field.tsx';
import { useNow } from '../../ui/use-now.tsx';
import { lateMinutes, type CallDraft } from './call-draft.ts';

const DOOR_CHOICES = [{ value: '', label: 'Choose' }, ...DOORS.map((door) => ({ value: door, label: DOOR_NAMES[door] }))];

export interface CallerSectionProps {
  draft: CallDraft;
  onChange: (part: Partial<CallDraft>) => void;
}

/** Never an error: what the caller gave is kept, whatever it is. */
function numberLine(typed: string): string | undefined {
  if (typed.trim() === '') return undefined;
  const { e164, shown } = readPhone(typed);
  return e164 === null ? 'Kept as typed; this cannot be a phone number.' : shown;
}

export function CallerSection({ draft, onChange }: CallerSectionProps) {
  const { door, caller, reportedAt, lateBecause } = draft;
  const late = lateMinutes(draft, useNow());
  const field = (key: keyof CallDraft['caller']) => ({
    value: caller[key], maxLength: 200, autoComplete: 'off', onChange: ({ currentTarget: { value } }: { currentTarget: { value: string } }) => onChange({ caller: { ...caller, [key]: value } }),
  });
  return (
    <FieldGroup name="Who called">
      <FieldRow>
        <NativeSelect label="Door" required data={DOOR_CHOICES} value={door ?? ''} onChange={({ currentTarget: { value } }) => onChange({ door: DOORS.find((one) => one === value) ?? null })} />
        <MomentField label="Reported at" side="past" text={reportedAt} onChange={(text) => onChange({ reportedAt: text })} whenEmpty="now; the clock starts then" />
        <TextInput label="Their reference" {...field('reference')} />
      </FieldRow>
      {late !== null && (
        <TextInput
          label="Entered now because" description={`A late entry, ${elapsedText(late)} after the report: the record says so, and the clock runs from the report.`} placeholder="kept on paper while the system was away"
          value={lateBecause} maxLength={1000} autoComplete="off" onChange={({ currentTarget: { value } }) => onChange({ lateBecause: value })}
        />
      )}
      <FieldRow>
        <TextInput label="Number to call back" type="tel" description={numberLine(caller.phone)} inputWrapperOrder={['label', 'input', 'description', 'error']} {...field('phone')} />
        <TextInput label="Caller" {...field('name')} />
        <TextInput label="Agency" {...field('agency')} />
      </FieldRow>
    </FieldGroup>
  );
}
