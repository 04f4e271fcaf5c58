const aMinute = 60_000;

/** Hands a text file to the person's own download folder. Nothing leaves the tablet. */
export const saveFile = ({ name, text }: { readonly name: string; readonly text: string }): void => {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // Safari reads the blob only after the click was handled, and then some.
  setTimeout(() => URL.revokeObjectURL(address), aMinute);
};
