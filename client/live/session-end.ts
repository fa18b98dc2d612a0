// One signal for the whole page: the session no longer stands. The shell goes to sign-in; what sends by itself stops.
const listeners = new Set<() => void>();

export const announceSessionEnd = (): void => listeners.forEach((listener) => listener());

export function onSessionEnd(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
