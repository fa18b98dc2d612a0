// Rosters and certificates: a line a route.
import * as certificates from '../../shared/protocol/certificates.ts';
import { controllerOf, doing, reading } from '../http/handle.ts';
import { listCertificates } from './certificate.store.ts';
import { addCertificate } from './commands/add-certificate.ts';
import { endCertificate } from './commands/end-certificate.ts';

export const RostersController = controllerOf(
  reading(certificates.listCertificates, ({ db }) => listCertificates(db)),
  doing(certificates.addCertificate, addCertificate),
  doing(certificates.endCertificate, endCertificate),
);
