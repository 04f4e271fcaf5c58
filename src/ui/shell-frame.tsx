import type { ComponentChildren } from 'preact';
import { useText } from './use-text.ts';

export interface ShellFrameProps {
  readonly council: string | null;
  readonly demonstration: boolean;
  /** `TabletStatusLine`, or nothing before sign-in. */
  readonly status?: ComponentChildren;
  /** `ShellTabs`, or nothing before sign-in. */
  readonly tabs?: ComponentChildren;
  /** At the end of the bar. */
  readonly action?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** The bar and the tabs around a screen; also before sign-in, without tabs. */
export const ShellFrame = ({ council, demonstration, status, tabs, action, children }: ShellFrameProps) => {
  const { t } = useText();
  return (
    <div class={tabs ? 'shell shell--tabs' : 'shell'}>
      <a
        class="govuk-skip-link"
        href="#main"
        onClick={(event) => {
          event.preventDefault();
          document.getElementById('main')?.focus();
        }}
      >
        {t('shell.skip')}
      </a>
      <header>
        {demonstration && <p class="demonstration">{t('shell.demonstration')}</p>}
        <div class="bar">
          <a class="bar__product" href="/">
            <svg class="bar__mark" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
              <path d="M5 2h10l5 5v15H5z" fill="currentColor" />
              <path class="bar__mark-lines" d="M8.5 10.5h8M8.5 14h8M8.5 17.5h5" />
            </svg>
            <span>{t('shell.product')}</span>
          </a>
          {council && <span class="bar__council">{council}</span>}
          <div class="bar__end">
            {status}
            {action}
          </div>
        </div>
      </header>
      {tabs}
      <main class="shell__main" id="main" tabIndex={-1}>
        {children}
      </main>
    </div>
  );
};
