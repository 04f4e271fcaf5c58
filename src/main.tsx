import { render } from 'preact';
import { mapWatch } from './app/records-watch.ts';
import { createDirtyForms } from './app/dirty-forms.ts';
import { lookAttributes } from './app/settings.ts';
import { watchSession } from './browser/watch-session.ts';
import { preferredLanguage, readLanguageTag, type LanguageTag } from './i18n/languages.ts';
import { scriptUrl } from './script-url.ts';
import { openDeviceDatabase } from './storage/device-database.ts';
import { saveSetting, watchSettings } from './storage/settings.ts';
import { registerServiceWorker } from './sw-bridge.ts';
import { App } from './ui/app.tsx';
import './styles/main.scss';

const root = document.getElementById('app');
if (root === null) throw new Error('index.html has no #app');

const device = openDeviceDatabase();
const forms = createDirtyForms(navigator.locks ?? null);
const update = registerServiceWorker(scriptUrl('/sw.js'), forms);
const settings = watchSettings(device);

settings.subscribe(
  (chosen) => {
    for (const [name, value] of lookAttributes(chosen)) {
      if (value === null) document.documentElement.removeAttribute(name);
      else document.documentElement.setAttribute(name, value);
    }
  },
  // Without a store the system's own settings show the app well enough to say so.
  () => undefined,
);

const helpChoice = mapWatch(settings, ({ language }) => ({
  language: readLanguageTag(language ?? '') ?? preferredLanguage(navigator.languages),
  onLanguage: (tag: LanguageTag) => void saveSetting(device, 'language', tag),
}));

render(<App session={watchSession(device, forms, update)} helpChoice={helpChoice} />, root);
