// Where things are: the gazetteer and the boundaries, a line a route.
import * as routes from '../../shared/protocol/places.ts';
import { controllerOf, reading } from '../http/handle.ts';
import { readAreas } from './area.store.ts';
import { findPlaces } from './find-places.ts';

export const ExchangeController = controllerOf(
  reading(routes.findPlaces, ({ db }, { q }) => findPlaces(db, q)),
  reading(routes.listAreas, ({ db }) => readAreas(db)),
);
