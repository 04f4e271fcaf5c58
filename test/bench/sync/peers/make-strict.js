/** Makes every writing transaction of this page strict: for a peer that has no option for it. */
export const makeStrict = () => {
  // oxlint-disable-next-line typescript/unbound-method -- called on its database below
  const { transaction } = IDBDatabase.prototype;
  IDBDatabase.prototype.transaction = function strict(stores, mode, options) {
    return transaction.call(
      this,
      stores,
      mode,
      mode === 'readwrite' ? { ...options, durability: 'strict' } : options,
    );
  };
};
