// Everything a screen stands on: styles allowed by the page's nonce, colours before first paint, a place for messages.
import '@fontsource-variable/inter/index.css';
import '@mantine/core/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import '@mantine/spotlight/styles.layer.css';
import './theme.css';
import './base.css';
import './mantine.css';
import { MantineProvider } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { Notifications } from '@mantine/notifications';
import { setNonce } from 'get-nonce';
import type { ReactNode } from 'react';
import { schemeManager } from './scheme.ts';
import { cssVariables, theme } from './theme.ts';

const styleNonce = (): string => document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';

// The scroll lock under a dialog writes a style element of its own and asks here for its nonce.
setNonce(styleNonce());

export function UiProvider({ children }: { children: ReactNode }) {
  // Under a thumb the next button lies at the foot of the screen: messages must not cover it.
  const underThumb = useMediaQuery('(pointer: coarse)', false, { getInitialValueInEffect: false });
  return (
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      colorSchemeManager={schemeManager}
      cssVariablesResolver={cssVariables}
      getStyleNonce={styleNonce}
    >
      {children}
      <Notifications position={underThumb ? 'top-center' : 'bottom-center'} limit={4} transitionDuration={120} />
    </MantineProvider>
  );
}
