import { useMemo } from 'preact/hooks';
import { chooseSetting, watchSettingsView, type DeviceControl, type SettingsView } from '../app/settings.ts';
import type { Services } from '../app/services.ts';
import { languages } from '../i18n/languages.ts';
import { Page, Section } from './kit/page.tsx';
import { Segments } from './kit/segments.tsx';
import { SettingsAbout } from './settings-about.tsx';
import { SettingsSpace } from './settings-space.tsx';
import { SettingsTablet } from './settings-tablet.tsx';
import { useText } from './use-text.ts';
import { useWatch } from './use-watch.ts';
import { WatchedScreen } from './watched-screen.tsx';

export interface SettingsScreenProps {
  readonly services: Services;
  readonly control: DeviceControl;
}

/** How it looks, what it keeps, whose it is. Every choice works at once. */
export const SettingsScreen = ({ services, control }: SettingsScreenProps) => {
  const { t } = useText();
  const watched = useWatch(useMemo(() => watchSettingsView(services, control), [services, control]));
  return (
    <WatchedScreen watched={watched}>
      {(view) => (
        <Page title={t('settings.title')}>
          <Reading control={control} view={view} />
          <SettingsSpace services={services} control={control} />
          <SettingsTablet services={services} control={control} waiting={view.waiting} />
          <SettingsAbout control={control} />
        </Page>
      )}
    </WatchedScreen>
  );
};

interface ReadingProps {
  readonly control: DeviceControl;
  readonly view: SettingsView;
}

const Reading = ({ control, view }: ReadingProps) => {
  const { t } = useText();
  const { settings } = view;
  const choices = <V extends string>(part: string, values: readonly V[]) =>
    values.map((value) => ({ value, label: t(`settings.${part}.${value}`) }));
  return (
    <Section id="reading" title={t('settings.reading')}>
      <div class="setting">
        <h3 class="setting__name">{t('settings.text-size')}</h3>
        <Segments
          name={t('settings.text-size')}
          choices={choices('text-size', ['normal', 'large', 'larger'] as const)}
          value={settings.textSize}
          onChange={(value) => void chooseSetting(control, 'textSize', value)}
        />
        <p class="setting__sample">{t('settings.sample')}</p>
      </div>
      <div class="setting">
        <h3 class="setting__name">{t('settings.theme')}</h3>
        <Segments
          name={t('settings.theme')}
          choices={choices('theme', ['system', 'light', 'dark'] as const)}
          value={settings.theme}
          onChange={(value) => void chooseSetting(control, 'theme', value)}
        />
      </div>
      <div class="setting">
        <h3 class="setting__name">{t('settings.contrast')}</h3>
        <Segments
          name={t('settings.contrast')}
          choices={choices('contrast', ['system', 'more'] as const)}
          value={settings.contrast}
          onChange={(value) => void chooseSetting(control, 'contrast', value)}
        />
      </div>
      <div class="setting">
        <label class="setting__name" for="language">
          {t('settings.language')}
        </label>
        <select
          class="select"
          id="language"
          aria-describedby="language-hint"
          value={settings.language ?? ''}
          onChange={(event) => void chooseSetting(control, 'language', event.currentTarget.value || null)}
        >
          <option value="">{t('settings.language.system')}</option>
          {languages.map(({ tag, dir, name }) => (
            <option key={tag} value={tag} lang={tag} dir={dir}>
              {name}
            </option>
          ))}
        </select>
        <p class="second small" id="language-hint">
          {t('settings.language-hint')}
        </p>
      </div>
    </Section>
  );
};
