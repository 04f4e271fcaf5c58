import type { Contact } from '../domain/meeting.ts';
import { Telephone } from './kit/telephone.tsx';
import { useText } from './use-text.ts';

/** Whom to call for what. Names, numbers and addresses stand as the council keeps them. */
export const ContactsList = ({ contacts }: { readonly contacts: readonly Contact[] }) => {
  const { t } = useText();
  return (
    <dl class="contacts">
      {contacts.map(({ purpose, name, telephone, email }, index) => (
        <div class="contacts__row" key={index}>
          <dt>{t(`meeting.contact.${purpose}`)}</dt>
          <dd>
            {name && <span>{name}</span>}
            {telephone && <Telephone number={telephone} />}
            {email && (
              <bdi dir="ltr">
                <a href={`mailto:${email}`}>{email}</a>
              </bdi>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
};
