// Text on a canvas: measured once per face, drawn with a halo so that it is legible on anything.
import type { Extent } from './boxes.ts';
import type { Spot } from './map-model.ts';

export type Draw = CanvasRenderingContext2D;

/** The size of text in the context's font with room around it. */
export const extentOf = (draw: Draw, text: string, height: number, padding: number): Extent => ({
  width: Math.ceil(draw.measureText(text).width) + padding * 2,
  height,
});

/** Centred on a spot. The halo is the ground's own colour: it lifts the letters without a box. */
export function haloText(draw: Draw, text: string, { x, y }: Spot, ink: string, halo: string, haloWidth = 3.5): void {
  draw.textAlign = 'center';
  draw.textBaseline = 'middle';
  draw.lineJoin = 'round';
  draw.lineWidth = haloWidth;
  draw.strokeStyle = halo;
  draw.strokeText(text, x, y);
  draw.fillStyle = ink;
  draw.fillText(text, x, y);
}
