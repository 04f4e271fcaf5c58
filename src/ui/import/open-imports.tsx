import type { OpenImport } from '../../app/import/import-desk.ts';
import type { Services } from '../../app/services.ts';
import { instantToLondon } from '../../domain/london-time.ts';
import { ButtonLink } from '../kit/button.tsx';
import { Section } from '../kit/page.tsx';
import { useText, type Text } from '../use-text.ts';
import { RemoveImport } from './remove-import.tsx';

export interface OpenImportsProps {
  readonly services: Services;
  readonly imports: readonly OpenImport[];
  readonly onRemoved: () => void;
}

/** Papers that were brought in before and are not finished. */
export const OpenImports = ({ services, imports, onRemoved }: OpenImportsProps) => {
  const text = useText();
  const { t } = text;
  if (imports.length === 0) return null;
  return (
    <Section id="open-imports" title={t('import.open.title')}>
      <ul class="open-imports">
        {imports.map((each) => (
          <li class="open-imports__row" key={each.id}>
            <div class="open-imports__name">
              <strong>
                <bdi>{nameOf(text, each)}</bdi>
              </strong>
              <span class="second small">
                {t('import.open.line', {
                  begun: momentOf(text, each),
                  state: t(`import.open.${each.reading}`),
                })}
              </span>
            </div>
            <ButtonLink kind="secondary" href={`/desk/import/${each.id}`} hidden={nameOf(text, each)}>
              {t('import.open.goOn')}
            </ButtonLink>
            <RemoveImport
              services={services}
              importId={each.id}
              kind="quiet"
              hidden={nameOf(text, each)}
              onRemoved={onRemoved}
            />
          </li>
        ))}
      </ul>
    </Section>
  );
};

const nameOf = ({ t, dates }: Text, { committee, date, files }: OpenImport): string => {
  if (committee === null) return t('import.open.files', { count: files });
  return isDay(date) ? t('import.open.meeting', { committee, date: dates.date(date) }) : committee;
};

// As it was understood; what is no day is not shown as one.
const isDay = (date: string | null): date is string => date !== null && /^\d{4}-\d\d-\d\d$/.test(date);

const momentOf = ({ t, dates }: Text, { begunAt }: OpenImport): string => {
  const local = instantToLondon(Date.parse(begunAt));
  return t('records.moment', { date: dates.date(local), time: dates.clock(local) });
};
