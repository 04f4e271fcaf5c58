import type { Regime } from './regime.ts';
import {
  arrearsRule,
  categoryQuestion,
  dispensationQuestion,
  leaveDuties,
  pecuniaryRule,
  registerQuestion,
  sensitiveQuestion,
  stayDuties,
  unsureRule,
} from './shared-questions.ts';

/**
 * Worcestershire's regime of July 2012: disclosable pecuniary interests and other disclosable interests.
 * A member with the second kind leaves only if (money is affected or it is a planning or regulatory
 * matter) and judgement is likely to be prejudiced.
 */
export const wcc2012: Regime = {
  id: 'WCC-2012',
  version: 1,
  validFrom: '2012-07-01',
  validTo: '2023-05-17',
  sources: [
    'Localism Act 2011, sections 26 to 37',
    'Relevant Authorities (Disclosable Pecuniary Interests) Regulations 2012, SI 2012/1464',
    'Worcestershire County Council, guidance on disclosing interests, July 2012',
    'Local Government Finance Act 1992, section 106',
  ],
  first: 'whose-2012',
  questions: [
    {
      id: 'whose-2012',
      choices: [
        { id: 'mine', to: { question: 'category' }, learn: { holder: 'self' } },
        { id: 'partner', to: { question: 'category' }, learn: { holder: 'partner' } },
        { id: 'associate', to: { question: 'link' }, learn: { holder: 'associate' } },
        { id: 'body', to: { question: 'link' }, learn: { holder: 'body' } },
        { id: 'public-body', to: { question: 'conflict' }, learn: { holder: 'body' } },
        { id: 'council-tax', to: { outcome: 's106' }, learn: { holder: 'self' } },
        { id: 'unsure', to: { outcome: 'unsure' } },
      ],
    },
    categoryQuestion('link'),
    {
      id: 'link',
      choices: [
        { id: 'money', to: { question: 'prejudice' } },
        { id: 'regulatory', to: { question: 'prejudice' } },
        // In a regulatory committee every connection is with a regulatory matter.
        { id: 'connection', to: { outcome: 'odi-stay' }, hiddenIn: ['regulatory'] },
        { id: 'unsure', to: { outcome: 'unsure' } },
      ],
    },
    {
      id: 'prejudice',
      choices: [
        { id: 'yes', to: { outcome: 'odi-leave' } },
        { id: 'no', to: { outcome: 'odi-stay' } },
        { id: 'unsure', to: { outcome: 'unsure' } },
      ],
    },
    {
      id: 'conflict',
      choices: [
        { id: 'yes', to: { question: 'conflict-matter' } },
        { id: 'no', to: { outcome: 'public-body-stay' } },
        { id: 'unsure', to: { outcome: 'unsure' } },
      ],
    },
    {
      id: 'conflict-matter',
      choices: [
        { id: 'money', to: { outcome: 'public-body-leave' } },
        { id: 'regulatory', to: { outcome: 'public-body-leave' } },
        { id: 'neither', to: { outcome: 'public-body-stay' }, hiddenIn: ['regulatory'] },
        { id: 'unsure', to: { outcome: 'unsure' } },
      ],
    },
    registerQuestion,
    sensitiveQuestion,
    dispensationQuestion,
  ],
  outcomes: [
    pecuniaryRule,
    { id: 'odi-leave', interest: 'odi', duties: leaveDuties, follow: ['sensitive', 'dispensation'] },
    { id: 'odi-stay', interest: 'odi', duties: stayDuties, follow: ['sensitive'] },
    {
      id: 'public-body-leave',
      interest: 'public-body',
      duties: leaveDuties,
      follow: ['sensitive', 'dispensation'],
    },
    { id: 'public-body-stay', interest: 'public-body', duties: stayDuties, follow: ['sensitive'] },
    arrearsRule,
    unsureRule,
  ],
};
