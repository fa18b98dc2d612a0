// Routes about certificates: an administrator enters and ends them; control sees who may do what, and until when.
import { z } from 'zod';
import { SKILLS } from '../domain/skill.ts';
import { At, Day, Id, Text } from './fields.ts';
import { command, Done, route } from './route.ts';

export const CertificateView = z.strictObject({
  id: z.string(), staffId: z.string(), name: z.string(), skill: z.enum(SKILLS), from: z.string(), until: z.string().nullable().meta({ description: 'The last day on which it holds; null: for good' }),
  enteredAt: At, enteredBy: z.string().nullable(), endedOn: z.string().nullable().meta({ description: 'Taken away from this day on' }), endedAt: At.nullable(), endedBy: z.string().nullable(), reason: z.string().nullable(),
});
export type CertificateView = z.infer<typeof CertificateView>;

export const listCertificates = route('GET', '/certificates', { summary: 'Every certificate, those that have ended too', may: ['administrator', 'coordinator', 'supervisor'], out: z.array(CertificateView) });
export const addCertificate = route('POST', '/staff/:staffId/certificates', {
  summary: 'Enter a certificate: what for, and from which day until which, both included', may: ['administrator'], params: { staffId: Id },
  body: command({ skill: z.enum(SKILLS), from: Day, until: Day.nullable() }), out: Done, refusals: ['certificate-days', 'not-found'],
});
export const endCertificate = route('POST', '/certificates/:certificateId/end', {
  summary: 'Take a certificate away from today on, with the reason', may: ['administrator'], params: { certificateId: Id }, body: command({ reason: Text }), out: Done, refusals: ['certificate-over', 'not-found'],
});
