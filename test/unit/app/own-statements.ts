import { openApologyForm, sendApology } from '../../../src/app/apology.ts';
import { openDeclaration } from '../../../src/app/declaration.ts';
import { ids, manifest, type TestTablet } from './records-tablet.ts';

/** An apology for the whole meeting; answers its id. */
export const apologise = async ({ services }: TestTablet): Promise<string> => {
  const form = await openApologyForm(services, ids.meeting);
  form.change({ ...form.current(), extent: 'whole', place: 'check' });
  const saved = await sendApology(services, manifest, form, ['Check your answers']);
  if (!saved.ok) throw new Error(saved.error.kind);
  return saved.value;
};

/** A declaration that asks its member to leave the room; answers its id. */
export const declareEmployment = async (tablet: TestTablet): Promise<string> => {
  const opened = await openDeclaration(tablet.services, ids.meeting, ids.roads);
  if (!opened.ok) throw new Error(opened.error);
  const form = opened.value;
  for (const choice of ['mine', 'employment', 'yes', 'none']) {
    form.pick(choice);
    form.next();
  }
  form.write('I work for a road builder');
  form.next();
  form.next();
  const saved = await form.record(['What you must do']);
  if (!saved.ok) throw new Error('not saved');
  return saved.value;
};
