// Whether Caps Lock is on, as far as the last key told: a password typed with it looks the same and is wrong.
import { useState } from 'react';
import type { KeyboardEvent } from 'react';

export function useCapsLock() {
  const [on, setOn] = useState(false);
  const look = (event: KeyboardEvent) => setOn(event.getModifierState('CapsLock'));
  return { on, handlers: { onKeyDown: look, onKeyUp: look, onBlur: () => setOn(false) } };
}
