// Signing out, here or everywhere. The page is left behind, and with it whatever it held in memory.
import { signOut, signOutEverywhere } from '../../shared/protocol/session.ts';
import { call, Refused, Unreachable } from '../live/api.ts';
import { sayRefusal } from '../ui/toast.tsx';

export async function leave(where: 'here' | 'everywhere'): Promise<void> {
  try {
    await call(where === 'here' ? signOut : signOutEverywhere, {});
  } catch (error) {
    const signedOutAlready = error instanceof Refused && error.code === 'not-signed-in';
    if (error instanceof Unreachable) return sayRefusal('The server did not answer, so you are still signed in. Lock this device, or try again.');
    if (!signedOutAlready) throw error;
  }
  forgetWhatWasTyped();
  window.location.assign('/sign-in');
}

/** A call half typed outlives a reload, but not its writer: the next person at this machine finds nothing. */
function forgetWhatWasTyped(): void {
  try {
    sessionStorage.clear();
  } catch {
    // Without storage nothing was kept.
  }
}
