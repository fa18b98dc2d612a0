// How far a crew comes in so many minutes, as rings around a point: under everything else, each with its minutes on it.
import { greatCircleKm, type Point } from '../../shared/domain/distance.ts';
import { haloText, type Draw } from './lettering.ts';
import type { MapReach, Spot } from './map-model.ts';
import type { Palette } from './palette.ts';

const FULL_TURN = Math.PI * 2;

/** A ring is as wide as the map's own scale at that latitude says. */
export function drawReach(draw: Draw, palette: Palette, { at, rings }: MapReach, toSpot: (point: Point) => Spot): void {
  const centre = toSpot(at);
  const north = { lat: at.lat + 0.1, lon: at.lon };
  const perKm = Math.abs(toSpot(north).y - centre.y) / greatCircleKm(at, north);
  draw.font = `550 11px ${palette.font}`;
  for (const { minutes, km } of rings) {
    const radius = km * perKm;
    draw.beginPath();
    draw.arc(centre.x, centre.y, radius, 0, FULL_TURN);
    draw.lineWidth = 1.5;
    draw.strokeStyle = palette.accent;
    draw.globalAlpha = 0.8;
    draw.setLineDash([2, 5]);
    draw.stroke();
    draw.setLineDash([]);
    draw.globalAlpha = 1;
    haloText(draw, `${minutes} min`, { x: centre.x, y: centre.y - radius }, palette.text, palette.halo);
  }
}
