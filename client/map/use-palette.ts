// The map's colours, read again whenever the colour scheme or the person's contrast settings change.
import type { Map as LeafletMap } from 'leaflet';
import { useEffect, useState } from 'react';
import { readPalette, type Palette } from './palette.ts';

const SETTINGS = ['(forced-colors: active)', '(prefers-color-scheme: dark)', '(prefers-contrast: more)'];

export function usePalette(map: LeafletMap | null): Palette | null {
  const [palette, setPalette] = useState<Palette | null>(null);

  useEffect(() => {
    if (!map) return undefined;
    const read = (): void => setPalette(readPalette(map.getContainer()));
    const scheme = new MutationObserver(read);
    scheme.observe(document.documentElement, { attributes: true, attributeFilter: ['data-mantine-color-scheme', 'class'] });
    const settings = SETTINGS.map((query) => matchMedia(query));
    for (const setting of settings) setting.addEventListener('change', read);
    // Lettering is measured in the interface's own typeface, which may arrive after the map.
    void document.fonts.ready.then(read);
    read();
    return () => {
      scheme.disconnect();
      for (const setting of settings) setting.removeEventListener('change', read);
    };
  }, [map]);

  return palette;
}
