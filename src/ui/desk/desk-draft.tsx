import { Copy } from 'lucide';
import { useState } from 'preact/hooks';
import type { DraftMinutes } from '../../domain/minutes/draft-minutes.ts';
import type { Arrival } from '../../domain/register-rows.ts';
import { Button, ButtonRow } from '../kit/button.tsx';
import { useText } from '../use-text.ts';

export interface DeskDraftProps {
  readonly draft: DraftMinutes;
  readonly late: readonly Arrival[];
}

/** What minutes say of the records, to be copied: council English whatever the interface speaks. */
export const DeskDraft = ({ draft, late }: DeskDraftProps) => {
  const { t } = useText();
  const [copied, setCopied] = useState<'no' | 'yes' | 'failed'>('no');
  const copy = (): void => {
    navigator.clipboard.writeText(draftText(draft)).then(
      () => setCopied('yes'),
      () => setCopied('failed'),
    );
  };
  const names = [...new Set(late.map(({ author }) => author.name))];
  return (
    <section class="desk-draft" aria-labelledby="draft">
      <h2 class="desk-draft__title" id="draft">
        {t('desk.draft.title')}
      </h2>
      <p class="second small">{t('desk.draft.text')}</p>
      <h3 class="desk-draft__part">{t('desk.apologies.title')}</h3>
      <DraftText text={draft.apologies} />
      <h3 class="desk-draft__part">{t('desk.declarations.title')}</h3>
      <DraftText text={draft.declarations} />
      {draft.whip !== null && (
        <>
          <h3 class="desk-draft__part">{t('desk.whip.title')}</h3>
          <DraftText text={draft.whip} />
        </>
      )}
      {names.length > 0 && (
        <p class="second">{t('desk.draft.leftOut', { count: names.length, names: names.join(', ') })}</p>
      )}
      <ButtonRow>
        <Button icon={Copy} onPress={copy}>
          {t('desk.draft.copy')}
        </Button>
      </ButtonRow>
      <p role="status">{copied === 'no' ? '' : t(`desk.draft.copied.${copied}`)}</p>
    </section>
  );
};

const DraftText = ({ text }: { readonly text: string }) => (
  <p class="kept-lines" lang="en-GB" dir="ltr">
    {text}
  </p>
);

/** The draft as plain text, its parts under each other, without a heading: councils have their own. */
const draftText = ({ apologies, declarations, whip }: DraftMinutes): string =>
  [apologies, declarations, ...(whip === null ? [] : [whip])].join('\n\n');
