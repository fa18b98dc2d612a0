// The console's map as a form uses it to set a pin: the map is gone to, and left again with the pin where it was set.
import { useEffect } from 'react';
import type { Point } from '../../../shared/domain/distance.ts';
import type { PinOnMap } from '../../forms/place/place-fields.tsx';
import { useConsole } from '../console-state.tsx';

export function usePinOnMap(): PinOnMap {
  const { picking, set, goTo } = useConsole();
  useEffect(() => () => set({ picking: null }), [set]);
  return {
    picking: picking !== null,
    start(at, onPlace) {
      const place = (point: Point) => {
        onPlace(point);
        set({ picking: { at: point, onPlace: place } });
      };
      set({ picking: { at, onPlace: place } });
      goTo('map');
    },
    stop() {
      set({ picking: null });
      goTo('incident');
    },
  };
}
