import type { PlainDuty, Question, Regime } from './regime.ts';
import {
  arrearsRule,
  categoryQuestion,
  dispensationQuestion,
  pecuniaryRule,
  registerQuestion,
  sensitiveQuestion,
  stayDuties,
  unsureRule,
} from './shared-questions.ts';

/** Speak only where the public may, do not vote, leave. */
const publicDuties: readonly PlainDuty[] = [
  'say-at-meeting',
  'speak-only-as-public',
  'do-not-vote',
  'leave-room',
];

const relatesQuestion = (id: string, outcome: string): Question => ({
  id,
  choices: [
    { id: 'directly', to: { outcome } },
    { id: 'affects', to: { question: 'ward' } },
    { id: 'unsure', to: { outcome: 'unsure' } },
  ],
});

/**
 * The Local Government Association's model code (2020), Worcestershire's since 18 May 2023: disclosable
 * pecuniary, other registerable and non-registerable interests.
 */
export const lga2020: Regime = {
  id: 'LGA-2020',
  version: 1,
  validFrom: '2023-05-18',
  validTo: null,
  sources: [
    'Localism Act 2011, sections 26 to 37',
    'Relevant Authorities (Disclosable Pecuniary Interests) Regulations 2012, SI 2012/1464',
    'Local Government Association, Model Councillor Code of Conduct 2020, appendix B',
    'Local Government Finance Act 1992, section 106',
  ],
  first: 'whose-2020',
  questions: [
    {
      id: 'whose-2020',
      choices: [
        { id: 'mine', to: { question: 'category' }, learn: { holder: 'self' } },
        { id: 'partner', to: { question: 'category' }, learn: { holder: 'partner' } },
        { id: 'body', to: { question: 'body' }, learn: { holder: 'body' } },
        { id: 'associate', to: { question: 'relates-associate' }, learn: { holder: 'associate' } },
        { id: 'council-tax', to: { outcome: 's106' }, learn: { holder: 'self' } },
        { id: 'unsure', to: { outcome: 'unsure' } },
      ],
    },
    categoryQuestion('relates-own'),
    {
      id: 'body',
      choices: [
        { id: 'nominated', to: { question: 'relates-body' } },
        { id: 'public', to: { question: 'relates-body' } },
        { id: 'charity', to: { question: 'relates-body' } },
        { id: 'influence', to: { question: 'relates-body' } },
        { id: 'directorship', to: { question: 'relates-body' } },
        { id: 'unsure', to: { outcome: 'unsure' } },
      ],
    },
    relatesQuestion('relates-own', 'nri-relates'),
    relatesQuestion('relates-associate', 'nri-relates'),
    relatesQuestion('relates-body', 'ori'),
    {
      id: 'ward',
      choices: [
        { id: 'yes', to: { question: 'public-view' } },
        { id: 'no', to: { outcome: 'nri-affects-stay' } },
        { id: 'unsure', to: { outcome: 'unsure' } },
      ],
    },
    {
      id: 'public-view',
      choices: [
        { id: 'yes', to: { outcome: 'nri-affects-leave' } },
        { id: 'no', to: { outcome: 'nri-affects-stay' } },
        { id: 'unsure', to: { outcome: 'unsure' } },
      ],
    },
    registerQuestion,
    sensitiveQuestion,
    dispensationQuestion,
  ],
  outcomes: [
    pecuniaryRule,
    { id: 'ori', interest: 'ori', duties: publicDuties, follow: ['sensitive', 'dispensation'] },
    {
      id: 'nri-relates',
      interest: 'nri-relates',
      duties: publicDuties,
      follow: ['sensitive', 'dispensation'],
    },
    {
      id: 'nri-affects-leave',
      interest: 'nri-affects',
      duties: publicDuties,
      follow: ['sensitive', 'dispensation'],
    },
    { id: 'nri-affects-stay', interest: 'nri-affects', duties: stayDuties, follow: ['sensitive'] },
    arrearsRule,
    unsureRule,
  ],
};
