import type { DeviceControl } from '../app/settings.ts';
import { Section } from './kit/page.tsx';
import { useText } from './use-text.ts';
import { UpdateNotice } from './update-notice.tsx';
import { useWatch } from './use-watch.ts';

/** Which version this is, and whether there is a newer one. */
export const SettingsAbout = ({ control }: { readonly control: DeviceControl }) => {
  const { t } = useText();
  const update = useWatch(control.update.state);
  const state = update.state === 'ready' ? update.value : 'current';
  return (
    <Section id="about" title={t('settings.about')}>
      <div class="setting">
        <p>{t('settings.version', { version: control.version })}</p>
        {state === 'waiting' ? (
          <UpdateNotice update={control.update} />
        ) : (
          <p class="second">{t(`settings.${state}`)}</p>
        )}
      </div>
    </Section>
  );
};
