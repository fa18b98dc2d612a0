// The colours that a canvas draws with, read from the style sheet, so that there is one place where colours are written.
import type { Grade } from '../../shared/domain/grade.ts';

export interface GradeColours {
  readonly outline: string;
  readonly fill: string;
  readonly figure: string;
}

export interface Palette {
  /** The ground's own tone, to lift letters and shapes off whatever is under them. */
  readonly halo: string;
  readonly place: string;
  readonly placeQuiet: string;
  readonly districtName: string;
  readonly surface: string;
  readonly line: string;
  readonly text: string;
  readonly dim: string;
  readonly accent: string;
  readonly late: string;
  readonly grade: Readonly<Record<Grade, GradeColours>>;
  readonly font: string;
}

/** Colours as they are in force for the map's element now. A probe is asked, because only a real property resolves `var()`. */
export function readPalette(mapElement: HTMLElement): Palette {
  const probe = document.createElement('span');
  probe.className = 'nj-map-probe';
  mapElement.append(probe);
  const colour = (name: string): string => {
    probe.style.color = `var(--nj-map-${name})`;
    return getComputedStyle(probe).color;
  };
  const grade = (figure: Grade): GradeColours => ({
    outline: colour(`g${figure}`),
    fill: colour(`g${figure}-fill`),
    figure: colour(`g${figure}-on`),
  });
  const palette: Palette = {
    halo: colour('halo'),
    place: colour('place'),
    placeQuiet: colour('place-quiet'),
    districtName: colour('district-name'),
    surface: colour('surface'),
    line: colour('line'),
    text: colour('text'),
    dim: colour('dim'),
    accent: colour('accent'),
    late: colour('late'),
    grade: { 1: grade(1), 2: grade(2), 3: grade(3), 4: grade(4) },
    font: getComputedStyle(probe).fontFamily,
  };
  probe.remove();
  return palette;
}
