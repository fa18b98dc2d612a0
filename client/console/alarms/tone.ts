// A short sound of two notes, made here: no file to fetch, so it sounds without a network too.
const NOTES = [{ hertz: 740, at: 0 }, { hertz: 988, at: 0.18 }] as const;
const SECONDS = 0.16;
const LOUDNESS = 0.18;

let context: AudioContext | null = null;

/** Only after somebody has pressed something does a browser let it be heard. Answers whether it would be. */
export async function wakeTone(): Promise<boolean> {
  try {
    context ??= new AudioContext();
    if (context.state === 'suspended') await context.resume();
    return context.state === 'running';
  } catch {
    return false;
  }
}

export const isAwake = (): boolean => context?.state === 'running';

export function playTone(): void {
  if (context === null || context.state !== 'running') return;
  for (const { hertz, at } of NOTES) {
    const [from, oscillator, gain] = [context.currentTime + at, context.createOscillator(), context.createGain()];
    oscillator.frequency.value = hertz;
    gain.gain.setValueAtTime(0, from);
    gain.gain.linearRampToValueAtTime(LOUDNESS, from + 0.02);
    gain.gain.linearRampToValueAtTime(0, from + SECONDS);
    oscillator.connect(gain).connect(context.destination);
    oscillator.start(from);
    oscillator.stop(from + SECONDS);
  }
}
