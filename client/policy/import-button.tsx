// A draft from a file that was taken out of Nightjar, here or elsewhere: what is no policy is said, and nothing is kept of it.
import { useRef } from 'react';
import { DraftPolicy } from '../../shared/domain/policy.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { sayRefusal } from '../ui/toast.tsx';

async function readDraft(file: File): Promise<DraftPolicy | null> {
  try {
    return DraftPolicy.safeParse(JSON.parse(await file.text())).data ?? null;
  } catch {
    return null;
  }
}

export function ImportButton({ onRead }: { onRead: (body: DraftPolicy) => Promise<void> }) {
  const input = useRef<HTMLInputElement>(null);
  const read = async (file: File | undefined) => {
    if (file === undefined) return;
    const body = await readDraft(file);
    if (body === null) sayRefusal('That file is not a policy of this service. Nothing was started.');
    else await onRead(body);
  };
  return (
    <>
      <ActionButton label="From a file" tone="quiet" onAct={() => input.current?.click()} />
      <input
        ref={input} type="file" accept="application/json,.json" hidden aria-label="A policy’s file"
        onChange={({ currentTarget }) => { void read(currentTarget.files?.[0]).finally(() => { currentTarget.value = ''; }); }}
      />
    </>
  );
}
