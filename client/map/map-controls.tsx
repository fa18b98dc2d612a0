// Nearer, further, everything: the same as plus, minus and Home on the keyboard.
import { IconArrowsMaximize, IconMinus, IconPlus } from '@tabler/icons-react';

interface MapControlsProps {
  readonly onZoomIn: () => void;
  readonly onZoomOut: () => void;
  readonly onFitAll: () => void;
}

export function MapControls({ onZoomIn, onZoomOut, onFitAll }: MapControlsProps) {
  return (
    <div className="nj-map-controls" role="group" aria-label="Map view">
      <button type="button" onClick={onZoomIn} aria-label="Zoom in" title="Zoom in (+)"><IconPlus size={18} aria-hidden /></button>
      <button type="button" onClick={onZoomOut} aria-label="Zoom out" title="Zoom out (−)"><IconMinus size={18} aria-hidden /></button>
      <button type="button" onClick={onFitAll} aria-label="Show everything" title="Show everything (Home)"><IconArrowsMaximize size={16} aria-hidden /></button>
    </div>
  );
}
