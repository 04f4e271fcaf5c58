import type { ApologyDraft } from '../../app/apology-draft.ts';
import type { ApologyView } from '../../app/apology.ts';
import type { DraftForm } from '../../app/drafts.ts';
import type { Services } from '../../app/services.ts';

/** What every page of the form needs. */
export interface ApologyPageProps {
  readonly services: Services;
  readonly view: Extract<ApologyView, { kind: 'known' }>;
  readonly form: DraftForm<ApologyDraft>;
  readonly draft: ApologyDraft;
}
