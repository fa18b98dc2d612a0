// The running log on a page of its own, for narrow screens.
import { Page } from '../frame/page.tsx';
import type { Shown } from '../work.ts';
import { Log } from './log.tsx';
import { useRecord } from './use-record.ts';

export function LogPage({ shown, onDone }: { shown: Shown; onDone: () => void }) {
  const here = useRecord(shown.incident.id);
  return (
    <Page title={shown.incident.ref} onBack={onDone}>
      <Log shown={shown} here={here} />
    </Page>
  );
}
