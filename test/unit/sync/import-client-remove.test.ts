import { expect, test } from 'vitest';
import { id, kept, path, setUp, state } from './import-server.ts';

test('a file is removed, and the same one given again is sent again', async () => {
  const there = [{ place: 0, name: 'a.pdf', size: 3, here: 3 }];
  const { client, asked } = setUp({
    [`GET /imports/${id}`]: [
      [200, state(there)],
      [200, state()],
    ],
    [`DELETE /imports/${id}/files/0`]: [
      [409, { error: 'being_read' }],
      [200, {}],
    ],
    [`POST /imports/${id}/files`]: [[201, { place: 1 }]],
    [path(0, 1)]: kept(3),
  });
  const file = { name: 'a.pdf', bytes: new Blob(['abc']) };
  await client.sendFile(id, file, () => undefined);
  expect(await client.removeFile(id, 0)).toEqual({ ok: false, error: 'being-read' });
  expect(await client.removeFile(id, 0)).toEqual({ ok: true, value: undefined });
  expect(await client.removeFile('elsewhere', 0)).toEqual({ ok: false, error: 'gone' });
  expect(await client.sendFile(id, file, () => undefined)).toMatchObject({ ok: true });
  expect(asked.map(({ what }) => what)).toEqual([
    `GET /imports/${id}`,
    `DELETE /imports/${id}/files/0`,
    `DELETE /imports/${id}/files/0`,
    'DELETE /imports/elsewhere/files/0',
    `GET /imports/${id}`,
    `POST /imports/${id}/files`,
    path(0, 1),
  ]);
});
