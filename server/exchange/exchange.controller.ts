// Places and areas: a line a route.
import * as routes from '../../shared/protocol/places.ts';
import { controllerOf, reading } from '../http/handle.ts';
import { readAreas } from './area.store.ts';
import { findPlacesLike } from './place.store.ts';

export const ExchangeController = controllerOf(
  reading(routes.findPlaces, ({ db }, { q }) => findPlacesLike(db, q)),
  reading(routes.listAreas, ({ db }) => readAreas(db)),
);
