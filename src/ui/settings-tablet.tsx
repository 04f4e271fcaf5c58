import { useState } from 'preact/hooks';
import type { DeviceControl } from '../app/settings.ts';
import type { Services } from '../app/services.ts';
import { AnswersList } from './kit/answers-list.tsx';
import { Button, ButtonRow } from './kit/button.tsx';
import { Dialog } from './kit/dialog.tsx';
import { Section } from './kit/page.tsx';
import { useText } from './use-text.ts';

export interface SettingsTabletProps {
  readonly services: Services;
  readonly control: DeviceControl;
  /** Records that have no receipt: leaving warns of them. */
  readonly waiting: number;
}

/** Whose tablet this is, and the way to give it back. */
export const SettingsTablet = ({ services, control, waiting }: SettingsTabletProps) => {
  const { t } = useText();
  const [asks, setAsks] = useState(false);
  const { name, council, grants, deviceId } = services.enrolment;
  const roles = [...new Set(grants.map(({ role }) => t(`settings.role.${role}`)))].join(', ');
  return (
    <Section id="tablet" title={t('settings.tablet')}>
      <AnswersList
        rows={[
          { question: t('settings.person'), answer: name },
          { question: t('settings.council'), answer: council.name },
          { question: t('settings.roles'), answer: roles },
          // The last group tells tablets apart; the whole id would only be noise.
          { question: t('settings.device'), answer: deviceId.slice(-6).toUpperCase() },
        ]}
      />
      <div class="setting">
        <Button kind="secondary" onPress={() => setAsks(true)}>
          {t('settings.leave')}
        </Button>
      </div>
      <Dialog open={asks} title={t('settings.leave-title')} onClose={() => setAsks(false)}>
        {waiting > 0 && (
          <p>
            <strong>{t('settings.leave-unsent', { count: waiting })}</strong>
          </p>
        )}
        <p>{t('settings.leave-text')}</p>
        <ButtonRow>
          <Button onPress={() => setAsks(false)}>{t('settings.stay')}</Button>
          <Button kind="secondary" onPress={() => void control.leave()}>
            {t(waiting > 0 ? 'settings.leave-anyway' : 'settings.leave-yes')}
          </Button>
        </ButtonRow>
      </Dialog>
    </Section>
  );
};
