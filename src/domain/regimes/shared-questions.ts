import type { PecuniaryCategory } from '../event.ts';
import type { OutcomeRule, PlainDuty, Question } from './regime.ts';

/** The closed list of SI 2012/1464, in its order. */
const pecuniaryCategories: readonly PecuniaryCategory[] = [
  'employment',
  'sponsorship',
  'contract',
  'land',
  'licence',
  'corporateTenancy',
  'securities',
];

/**
 * "Which of these is it about?": the seven statutory categories. A person for whom none fits goes on to
 * `otherwise`, never out of the questionnaire.
 */
export const categoryQuestion = (otherwise: string): Question => ({
  id: 'category',
  choices: [
    ...pecuniaryCategories.map((category) => ({
      id: category,
      to: { outcome: 'dpi' },
      learn: { category },
    })),
    { id: 'none', to: { question: otherwise } },
    { id: 'unsure', to: { outcome: 'unsure' } },
  ],
});

/** Register and sensitivity of a disclosable pecuniary interest (Localism Act 2011 ss.30 to 32), on one page. */
export const registerQuestion: Question = {
  id: 'register',
  choices: [
    { id: 'yes', to: { follow: true } },
    { id: 'pending', to: { follow: true } },
    { id: 'no', to: { follow: true }, learn: { unregistered: true } },
    { id: 'sensitive', to: { follow: true }, learn: { sensitive: true } },
    // Fails safe: what was once typed cannot be unsaid, so the details stay out until it is settled.
    { id: 'sensitive-unsure', to: { follow: true }, learn: { sensitive: true, ask: true } },
    { id: 'unsure', to: { follow: true }, learn: { unregistered: true, ask: true } },
  ],
};

/** Section 32 covers every interest, "whether or not a disclosable pecuniary interest". */
export const sensitiveQuestion: Question = {
  id: 'sensitive',
  choices: [
    { id: 'no', to: { follow: true } },
    { id: 'yes', to: { follow: true }, learn: { sensitive: true } },
    { id: 'unsure', to: { follow: true }, learn: { sensitive: true, ask: true } },
  ],
};

/** Section 33: a dispensation lifts one restriction or both; asked only where there is one to lift. */
export const dispensationQuestion: Question = {
  id: 'dispensation',
  choices: [
    { id: 'none', to: { follow: true } },
    { id: 'speak', to: { follow: true }, learn: { dispensation: 'speak' } },
    { id: 'vote', to: { follow: true }, learn: { dispensation: 'vote' } },
    { id: 'both', to: { follow: true }, learn: { dispensation: 'both' } },
    // Treated as none: the stricter duties stand until the monitoring officer says otherwise.
    { id: 'unsure', to: { follow: true }, learn: { ask: true } },
  ],
};

/** Say it, take no part, leave. */
export const leaveDuties: readonly PlainDuty[] = [
  'say-at-meeting',
  'do-not-speak',
  'do-not-vote',
  'leave-room',
];

/** Say it, and take part as usual. */
export const stayDuties: readonly PlainDuty[] = ['say-at-meeting', 'may-speak', 'may-vote', 'may-stay'];

/** A disclosable pecuniary interest: in law the same in every regime (s.31); leaving is the local code's. */
export const pecuniaryRule: OutcomeRule = {
  id: 'dpi',
  interest: 'dpi',
  duties: leaveDuties,
  follow: ['register', 'dispensation'],
};

/** Council tax arrears of two months or more (Local Government Finance Act 1992 s.106): may speak, must not vote. */
export const arrearsRule: OutcomeRule = {
  id: 's106',
  interest: 's106',
  duties: ['say-at-meeting', 'may-speak', 'do-not-vote', 'may-stay'],
  follow: [],
  fixedNature: 'Section 106 of the Local Government Finance Act 1992 applies to me',
};

/** Nobody here decides that there is no interest: the monitoring officer does. */
export const unsureRule: OutcomeRule = {
  id: 'unsure',
  interest: 'unsure',
  duties: ['ask-monitoring-officer', 'say-at-meeting'],
  // Asked here too, so that nobody at risk is led to type what must stay out.
  follow: ['sensitive'],
};
