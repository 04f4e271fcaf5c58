import * as v from 'valibot';
import { UuidSchema } from './event-schema.ts';

/** `GET /council/v1`: what anyone may know before sign-in: the council's name, accent colour and telephone numbers. */
export const councilPath = '/council/v1';

export const ContactSchema = v.object({
  purpose: v.picklist([
    'other-formats',
    'scrutiny-officers',
    'general',
    'language',
    'monitoring-officer',
    'clerk',
  ]),
  name: v.nullable(v.string()),
  telephone: v.nullable(v.string()),
  email: v.nullable(v.string()),
});

export const CouncilSchema = v.object({
  councilId: UuidSchema,
  name: v.string(),
  /** The demonstration says so on every screen. */
  demonstration: v.boolean(),
  contacts: v.array(ContactSchema),
});
export type Council = v.InferOutput<typeof CouncilSchema>;
