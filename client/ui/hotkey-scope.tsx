// A part of the screen with keys of its own, named on the key sheet; `exclusive` while a dialog shuts out the rest.
import { useContext, useEffect, useMemo } from 'react';
import type { ReactNode } from 'react';
import { openScope } from './hotkey-registry.ts';
import { ScopeContext } from './hotkeys.ts';

export interface HotkeyScopeProps {
  name: string;
  exclusive?: boolean;
  children: ReactNode;
}

export function HotkeyScope({ name, exclusive = false, children }: HotkeyScopeProps) {
  const parent = useContext(ScopeContext);
  const scope = useMemo(() => ({ name, exclusive, parent, depth: parent.depth + 1 }), [name, exclusive, parent]);
  useEffect(() => openScope(scope), [scope]);
  return <ScopeContext value={scope}>{children}</ScopeContext>;
}
