import type { ComponentChildren } from 'preact';
import { useId, useRef } from 'preact/hooks';

export interface Tab {
  readonly id: string;
  readonly label: ComponentChildren;
  readonly panel: ComponentChildren;
}

export interface TabsProps {
  /** What the tabs are parts of. */
  readonly name: string;
  readonly tabs: readonly Tab[];
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
}

/** One of several panels (WAI-ARIA tabs pattern: arrow keys move, following the direction of writing). */
export const Tabs = ({ name, tabs, chosen, onChoose }: TabsProps) => {
  const base = useId();
  const list = useRef<HTMLDivElement>(null);
  const move = (by: number) => {
    const at = tabs.findIndex((tab) => tab.id === chosen);
    const next = tabs[(at + by + tabs.length) % tabs.length];
    if (!next) return;
    onChoose(next.id);
    list.current?.querySelector<HTMLElement>(`[data-tab="${next.id}"]`)?.focus();
  };
  const onKey = (event: KeyboardEvent) => {
    const forward =
      list.current && getComputedStyle(list.current).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    event.preventDefault();
    move(event.key === forward ? 1 : -1);
  };
  return (
    <div class="tabs">
      <div class="tabs__list" role="tablist" aria-label={name} ref={list} onKeyDown={onKey}>
        {tabs.map((tab) => (
          <button
            class="tabs__tab"
            type="button"
            role="tab"
            key={tab.id}
            id={`${base}-${tab.id}`}
            data-tab={tab.id}
            aria-selected={tab.id === chosen}
            aria-controls={`${base}-panel`}
            tabIndex={tab.id === chosen ? 0 : -1}
            onClick={() => onChoose(tab.id)}
          >
            {tab.label}
          </button>
        ))}
      </div>
      <div class="tabs__panel" role="tabpanel" id={`${base}-panel`} aria-labelledby={`${base}-${chosen}`}>
        {tabs.find((tab) => tab.id === chosen)?.panel}
      </div>
    </div>
  );
};
