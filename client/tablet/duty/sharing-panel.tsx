// Where my position goes: shared or not, what the device says, and who looked.
import { clockSeconds } from '../../ui/time-text.ts';
import { Tick } from '../frame/choice.tsx';
import { Notice } from '../frame/notice.tsx';
import { Section } from '../frame/section.tsx';
import { Lookups } from './lookups.tsx';
import type { Sharing } from './use-sharing.ts';

export function SharingPanel({ sharing }: { sharing: Sharing }) {
  return (
    <Section title="Your position">
      <Tick isSwitch label="Share my position" detail={sharingText(sharing)} checked={sharing.on} onChange={(on) => void sharing.change(on)} />
      {sharing.on && sharing.device === 'refused' && (
        <Notice tone="act" title="This device does not give out its position">
          Allow it for this page in the browser’s settings, then switch sharing off and on. Until then control sees you without a place: say where you are by radio.
        </Notice>
      )}
      {sharing.untold && <Notice tone="act" title="Stopped here, and control has not been told yet">Nothing leaves this device. Switch it again when there is signal, so that control knows.</Notice>}
      <p>The coordinators, the supervisors and your own team see it, with its age. Sharing needs this page open and the screen on; it stops with your duty.</p>
      <Lookups />
    </Section>
  );
}

function sharingText({ on, device, sentAt }: Sharing): string {
  if (!on) return 'Off: nobody sees where you are';
  switch (device) {
    case 'refused': return 'Refused by this device';
    case 'not-possible': return 'This device cannot tell where it is';
    case 'off': case 'no-fix': return 'On, and this device does not know yet where it is';
    case 'fixed': return sentAt === null ? 'On, nothing sent yet' : `On, last sent ${clockSeconds(sentAt)}`;
  }
}
