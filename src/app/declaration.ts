import { err, ok, type Result } from '../domain/result.ts';
import { readDraft, watchDrafts } from '../storage/drafts.ts';
import { watchManifest } from '../storage/manifests.ts';
import { createDeclarationForm, type DeclarationForm } from './declaration-form.ts';
import { draftOfDeclaration, emptyDeclaration, parseDeclaration } from './declaration-draft.ts';
import { declarationGround, type DeclarationGround } from './declaration-page.ts';
import { findStanding } from './declaration-standing.ts';
import { openDraftForm } from './drafts.ts';
import { watchRecord } from './records-one.ts';
import { firstValue } from './records-watch.ts';
import type { Services } from './services.ts';

/** Why a form cannot open: no such meeting or record on this tablet, not any more, or rules that this app does not know. */
export type OpenFault = 'unknown' | 'erased' | 'app-too-old';

/**
 * Opens "Declare an interest" where it was left, or at the first question of `itemId`. A draft about
 * another item stays as it is, under its own key. Without an item the meeting's only draft goes on; of
 * several, none is guessed.
 */
export const openDeclaration = async (
  services: Services,
  meetingId: string,
  itemId: string | null,
): Promise<Result<DeclarationForm, OpenFault>> => {
  const found = await groundOf(services, meetingId);
  if (!found.ok) return found;
  const ground = found.value;
  const item = ground.manifest.items.find(({ id }) => id === itemId);
  const wanted = item?.id ?? null;
  const key = await draftKey(services, ground, wanted);
  const draft = await openDraftForm({
    ...draftPlace(services, ground, key),
    empty: emptyDeclaration(ground.regime, wanted, ground.regime.first),
  });
  return ok(createDeclarationForm(services, ground, draft, null));
};

/**
 * Opens a declaration that stands, to change it; what was said before stays in the record. Where two
 * devices contradict each other, the change settles it.
 */
export const openAmendment = async (
  services: Services,
  recordId: string,
): Promise<Result<DeclarationForm, OpenFault>> => {
  const standing = await findStanding(services, recordId);
  if (standing === null) return err(await whyNot(services, recordId));
  const { made } = standing;
  const found = await groundOf(services, made.body.seen.meetingId);
  if (!found.ok) return found;
  const ground = found.value;
  // After a change of the rules the old answers are about other questions.
  const empty =
    parseDeclaration(draftOfDeclaration(made), ground.regime) ??
    emptyDeclaration(ground.regime, made.body.item.itemId, ground.regime.first);
  const draft = await openDraftForm({ ...draftPlace(services, ground, `amend/${recordId}`), empty });
  return ok(createDeclarationForm(services, ground, draft, standing));
};

const whyNot = async (services: Services, recordId: string): Promise<OpenFault> => {
  const { kind } = await firstValue(watchRecord(services, recordId));
  return kind === 'erased' ? 'erased' : 'unknown';
};

const groundOf = async (
  services: Services,
  meetingId: string,
): Promise<Result<DeclarationGround, OpenFault>> => {
  const manifest = await firstValue(watchManifest(services.records, meetingId));
  if (manifest === null) return err('unknown');
  const ground = declarationGround(manifest, services.enrolment.personId);
  return ground === null ? err('app-too-old') : ok(ground);
};

const draftPlace = (services: Services, ground: DeclarationGround, key: string) => ({
  records: services.records,
  secondCopy: services.secondCopy,
  forms: services.forms,
  key,
  parse: (kept: unknown) => parseDeclaration(kept, ground.regime),
});

const draftKey = async (
  { records }: Services,
  { manifest, regime }: DeclarationGround,
  itemId: string | null,
): Promise<string> => {
  const anyItem = `declare/${manifest.meetingId}`;
  const begun = parseDeclaration(await readDraft(records, anyItem), regime);
  if (itemId !== null) return begun?.itemId === itemId ? anyItem : `${anyItem}/${itemId}`;
  if (begun !== null) return anyItem;
  const drafts = await firstValue(watchDrafts(records));
  const [only, ...more] = drafts.filter(
    ({ key, value }) => key.startsWith(`${anyItem}/`) && parseDeclaration(value, regime) !== null,
  );
  return only !== undefined && more.length === 0 ? only.key : anyItem;
};
