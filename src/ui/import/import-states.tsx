import { FileX, WifiOff } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { ImportFault } from '../../app/import/import-desk.ts';
import type { Services } from '../../app/services.ts';
import type { ImportState } from '../../domain/import-state.ts';
import { BackLink } from '../kit/back-link.tsx';
import { Button, ButtonLink, ButtonRow } from '../kit/button.tsx';
import { Notice } from '../kit/notice.tsx';
import { Page } from '../kit/page.tsx';
import { Empty, Loading } from '../kit/waiting-states.tsx';
import { useText } from '../use-text.ts';
import { GiveForm } from './give-form.tsx';
import { RemoveImport } from './remove-import.tsx';
import { ThereList, type ThereListProps } from './there-list.tsx';

/** The way back, the same from every state of an import. */
export const BackToImports = () => {
  const { t } = useText();
  return <BackLink href="/desk/import">{t('import.title')}</BackLink>;
};

/** Before the first answer: a moment. */
export const Asking = () => {
  const { t } = useText();
  return <Loading words={t('import.asking')} />;
};

/** No answer that shows an import. Without a connection it goes on by itself when there is one. */
export const NotHere = (props: { readonly fault: ImportFault; readonly onAgain: () => void }) => {
  const { t } = useText();
  const { fault, onAgain } = props;
  return (
    <Page width="narrow" title={t(`import.fault.${fault}.title`)} back={<BackToImports />}>
      <Empty icon={fault === 'offline' ? WifiOff : FileX} title={t(`import.fault.${fault}.text`)}>
        {fault === 'offline' && <p role="status">{t('import.offline.goesOn')}</p>}
        {fault === 'offline' || fault === 'server' ? (
          <Button kind="secondary" onPress={onAgain}>
            {t('import.askAgain')}
          </Button>
        ) : (
          <ButtonLink kind="secondary" href="/desk/import">
            {t('import.toImports')}
          </ButtonLink>
        )}
      </Empty>
    </Page>
  );
};

interface StateProps {
  readonly services: Services;
  readonly state: ImportState;
  readonly onRemoved: () => void;
  readonly onRemoveFile: ThereListProps['onRemove'];
}

export interface NotBegunProps extends StateProps {
  readonly wasStopped: boolean;
  readonly onChanged: () => void;
}

/** Nothing is being read: what is there, and more papers if there are any. */
export const NotBegun = (props: NotBegunProps) => {
  const { services, state, wasStopped, onChanged, onRemoved, onRemoveFile } = props;
  const { t } = useText();
  return (
    <Page title={t('import.notBegun.title')} back={<BackToImports />}>
      <p class="import-intro" role="status">
        {t(wasStopped ? 'import.notBegun.stopped' : 'import.notBegun.text')}
      </p>
      <GiveForm services={services} importId={state.id} there={state.files} onReading={onChanged}>
        <ThereList files={state.files} onRemove={onRemoveFile} />
      </GiveForm>
      <div class="import-remove">
        <RemoveImport services={services} importId={state.id} kind="quiet" onRemoved={onRemoved} />
      </div>
    </Page>
  );
};

export interface ReadAgainProps extends Omit<StateProps, 'onRemoved'> {
  readonly apart: readonly string[];
  readonly onReading: () => void;
  readonly onBack: () => void;
}

/** Papers that were read, to be read once more with what was missing. */
export const ReadAgain = (props: ReadAgainProps) => {
  const { services, state, apart, onReading, onBack, onRemoveFile } = props;
  const { t } = useText();
  return (
    <Page
      title={t('import.again.title')}
      back={<BackLink onPress={onBack}>{t('import.again.back')}</BackLink>}
    >
      <p class="import-intro">{t('import.again.text')}</p>
      <GiveForm {...{ services, apart, onReading }} importId={state.id} there={state.files}>
        <ThereList files={state.files} onRemove={onRemoveFile} />
      </GiveForm>
    </Page>
  );
};

export interface FailedProps extends StateProps {
  readonly onAgain: () => Promise<void>;
  readonly children: ComponentChildren;
}

/** It could not be read: with fewer papers it may. */
export const Failed = (props: FailedProps) => {
  const { services, state, onAgain, onRemoved, onRemoveFile, children } = props;
  const { t } = useText();
  const [busy, setBusy] = useState(false);
  const again = async (): Promise<void> => {
    setBusy(true);
    await onAgain();
    setBusy(false);
  };
  return (
    <Page title={t('import.failed.title')} back={<BackToImports />}>
      <div class="import-work">
        <Notice tone="waiting" icon={FileX}>
          <p>{t('import.failed.text')}</p>
          <p>{t('import.failed.advice')}</p>
        </Notice>
        {children}
        <ButtonRow>
          <Button busy={busy} onPress={() => void again()}>
            {t('import.failed.again')}
          </Button>
          <RemoveImport services={services} importId={state.id} kind="secondary" onRemoved={onRemoved} />
        </ButtonRow>
        <ThereList files={state.files} onRemove={onRemoveFile} />
      </div>
    </Page>
  );
};
