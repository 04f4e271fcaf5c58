/** A telephone number to press. Left to right in every language; shown exactly as the council keeps it. */
export const Telephone = ({ number }: { readonly number: string }) => (
  <bdi dir="ltr" class="telephone">
    <a href={`tel:${number.replaceAll(/[^0-9+]/g, '')}`}>{number}</a>
  </bdi>
);
