// Lays out all that moves or is clicked: where each shape and label stands in pixels. Pure: drawing and hit-testing read it.
import type { Point } from '../../shared/domain/distance.ts';
import { boxAround, boxBeside, boxesBeside, holds, isFree, leastCovering, type Box, type Extent } from './boxes.ts';
import { dodge } from './dodge.ts';
import { LATE_EXTENT, SHAPE_EXTENT } from './grade-shapes.ts';
import type { MapCrew, MapIncident, MapResponder, MapTargetKind, Spot } from './map-model.ts';
import { ageLabel, ageSeconds, ageText } from './position-age.ts';

export interface SceneInput {
  readonly incidents: readonly MapIncident[];
  readonly crews: readonly MapCrew[];
  readonly responders: readonly MapResponder[];
  readonly nowMs: number;
  readonly staleAfterSeconds: number;
  /** Close enough to name every incident and responder. */
  readonly namesAll: boolean;
  readonly view: Extent;
  readonly toSpot: (point: Point) => Spot;
  readonly extentOf: (text: string) => Extent;
}

export interface PlacedIncident {
  readonly incident: MapIncident;
  /** Where it is, and where it is drawn: a thin leader joins the two when they differ. */
  readonly home: Spot;
  readonly at: Spot;
  /** Room for its reference, where there is any. */
  readonly refBox: Box | null;
}

export interface PlacedMover {
  readonly kind: 'crew' | 'responder';
  readonly id: string;
  readonly label: string;
  readonly selected: boolean;
  readonly at: Spot;
  readonly text: string;
  readonly stale: boolean;
  readonly textBox: Box | null;
}

export interface Approach {
  readonly from: Spot;
  readonly to: Spot;
  /** How long it still takes, where that is known. */
  readonly text: string | null;
}

export interface Scene {
  /** Least urgent first, so that the most urgent is drawn over the rest; the selected one last of all. */
  readonly incidents: readonly PlacedIncident[];
  readonly movers: readonly PlacedMover[];
  readonly approaches: readonly Approach[];
}

/** Neighbouring shapes keep this far apart, and none is drawn further than `REACH` from its place. */
const GAP = 24;
const REACH = 44;
const MOVER_EXTENT = { width: 14, height: 14 };
/** A dot is small, a finger is not. */
const POINTED_EXTENT = { width: 22, height: 22 };
const SIDES = ['right', 'left', 'above', 'below', 'aboveRight', 'belowRight', 'aboveLeft', 'belowLeft'] as const;

const urgency = ({ incident }: PlacedIncident): number => (incident.selected ? 10 : 0) - incident.grade;

/** What an incident covers: its shape, the word under it when late, its reference. */
export const boxesOf = ({ incident, at, refBox }: PlacedIncident): readonly Box[] => [
  boxAround(at, SHAPE_EXTENT),
  ...(incident.late ? [boxBeside(at, LATE_EXTENT, 'below', incident.selected ? 20 : 13)] : []),
  ...(refBox ? [refBox] : []),
];

export function placeIncidents({ incidents, toSpot, extentOf, namesAll }: SceneInput): readonly PlacedIncident[] {
  const ordered = incidents.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const homes = ordered.map(toSpot);
  const spots = dodge(homes, GAP, REACH);
  const taken = spots.map((spot) => boxAround(spot, SHAPE_EXTENT));
  const placed = ordered.flatMap((incident, i): PlacedIncident[] => {
    const [home, at] = [homes[i], spots[i]];
    if (!home || !at) return [];
    // Measuring a text takes longer than drawing the shape: only where it may be shown.
    const box = incident.selected || namesAll ? boxBeside(at, extentOf(incident.ref), 'right', incident.selected ? 19 : 13) : null;
    const refBox = box !== null && (incident.selected || isFree(box, taken)) ? box : null;
    if (refBox) taken.push(refBox);
    return [{ incident, home, at, refBox }];
  });
  return placed.sort((a, b) => urgency(a) - urgency(b));
}

function placeMovers(input: SceneInput, incidents: readonly PlacedIncident[], names: readonly Box[]): readonly PlacedMover[] {
  const margin = 80;
  const screen = { left: -margin, top: -margin, right: input.view.width + margin, bottom: input.view.height + margin };
  const inView = (who: Point): boolean => holds(screen, input.toSpot(who));
  const crews = input.crews.filter(inView).sort((a, b) => (a.callSign < b.callSign ? -1 : 1));
  const responders = input.responders.filter(inView);
  const everyone = [...crews, ...responders];
  const taken = [...incidents.flatMap(boxesOf), ...everyone.map((who) => boxAround(input.toSpot(who), MOVER_EXTENT))];
  const place = (kind: PlacedMover['kind'], who: MapCrew | MapResponder, name: string, selected: boolean, named: boolean): PlacedMover => {
    const seconds = ageSeconds(who.positionAt, input.nowMs);
    const stale = seconds > input.staleAfterSeconds;
    const text = `${name} · ${ageLabel(seconds, stale)}`;
    const at = input.toSpot(who);
    const textBox = named ? leastCovering(boxesBeside(at, input.extentOf(text), SIDES, [9, 19]), taken, names) : null;
    if (textBox) taken.push(textBox);
    return { kind, id: who.id, label: `${who.label} · position ${ageText(seconds)} old`, selected, at, text, stale, textBox };
  };
  return [
    ...responders.map((responder) => place('responder', responder, responder.name, false, input.namesAll)),
    ...crews.map((crew) => place('crew', crew, crew.callSign, crew.selected, true)),
  ];
}

function approachesTo(input: SceneInput, incidents: readonly PlacedIncident[]): readonly Approach[] {
  return [...input.crews, ...input.responders].flatMap((crew) => {
    if (!crew.goingTo) return [];
    const { lat, lon } = crew.goingTo;
    const met = incidents.find(({ incident }) => incident.lat === lat && incident.lon === lon);
    return [{ from: input.toSpot(crew), to: met?.at ?? input.toSpot(crew.goingTo), text: crew.goingText ?? null }];
  });
}

/** The rest of the scene around incidents already placed: crews' labels avoid them, and the names of places where they can. */
export const layOut = (input: SceneInput, incidents: readonly PlacedIncident[], names: readonly Box[]): Scene => ({
  incidents,
  movers: placeMovers(input, incidents, names),
  approaches: approachesTo(input, incidents),
});

export interface Hit {
  readonly kind: MapTargetKind;
  readonly id: string;
  readonly label: string;
  readonly at: Spot;
}

const hitOf = ({ kind, id, label, at }: PlacedMover): Hit => ({ kind, id, label, at });

/** What is under the pointer: what is drawn last is met first, so labels, then incidents, then the dots beneath them. */
export function hitAt(scene: Scene, spot: Spot): Hit | null {
  const labelled = scene.movers.findLast(({ textBox }) => textBox && holds(textBox, spot));
  if (labelled) return hitOf(labelled);
  const met = scene.incidents.findLast((placed) => boxesOf(placed).some((box) => holds(box, spot)));
  if (met) return { kind: 'incident', id: met.incident.id, label: met.incident.label, at: met.at };
  const dot = scene.movers.findLast(({ at }) => holds(boxAround(at, POINTED_EXTENT), spot));
  return dot ? hitOf(dot) : null;
}
