import type { Contact } from '../../domain/meeting.ts';

const byTelephone = (purpose: Contact['purpose'], telephone: string): Contact => ({
  purpose,
  name: null,
  telephone,
  email: null,
});

/** The council of the demonstration. Its numbers are the real ones: whoever rings them reaches the council. */
export const demoCouncil = {
  name: 'Worcestershire County Council',
  contacts: [
    byTelephone('other-formats', '01905 728713'),
    byTelephone('scrutiny-officers', '01905 766619'),
    byTelephone('general', '01905 763763'),
    byTelephone('language', '01905 765765'),
  ],
} as const;

export const demoVenue = 'County Hall, Worcester';

/** The blanks that every paper of the demonstration has. */
export const contactInputs = {
  'tel-formats': '01905 728713',
  'tel-scrutiny': '01905 766619',
  'tel-general': '01905 763763',
  'tel-language': '01905 765765',
} as const;
