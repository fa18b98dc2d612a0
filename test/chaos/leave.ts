// Somebody loses their access in the middle of the storm: signed out, disabled, or their only role taken.
import { setTimeout as sleep } from 'node:timers/promises';
import { disableAccount, endGrant } from '../../shared/protocol/admin.ts';
import { signOut } from '../../shared/protocol/session.ts';
import { ask } from '../support/compiled.ts';
import type { Revocation } from './history.ts';
import { newSent, untilAnswered, type Outbox, type Sent } from './outbox.ts';
import type { People } from './people.ts';
import type { RecordingScreen } from './recording-screen.ts';
import type { Planned } from './schedule.ts';

interface Leaving extends Outbox { screens: readonly RecordingScreen[]; sent: Sent[]; revocations: Revocation[] }

const PATIENCE_MS = 1_500;
const AGAIN_MS = 40;

export async function leave({ leaving, administrator }: People, { who, how }: Extract<Planned, { kind: 'leave' }>, { screens, sent, revocations, ...outbox }: Leaving): Promise<void> {
  const person = leaving[who];
  if (person === undefined) return;
  const { staffId, accountId, screenCookie, grants } = person;
  if (how === 'signed out') await signedOut(outbox, screenCookie);
  else {
    const one = newSent(how === 'account disabled' ? { by: administrator, route: disableAccount, input: { accountId } } : { by: administrator, route: endGrant, input: { grantId: grants[0]?.id } });
    sent.push(one);
    await untilAnswered(one, outbox);
  }
  revocations.push({ staffId, how, at: Date.now(), screens: screens.filter((screen) => screen.staffId === staffId).map(({ id }) => id) });
}

/** A second time it says "not signed in", which is as good. */
async function signedOut({ urls, random, tooLate }: Outbox, cookie: string): Promise<void> {
  for (;;) {
    const answer = await ask(urls[Math.floor(random() * urls.length)] ?? '', { cookie }, signOut, {}, AbortSignal.timeout(PATIENCE_MS)).catch(() => null);
    if (answer?.status === 200 || answer?.status === 401 || tooLate()) return;
    await sleep(AGAIN_MS);
  }
}
