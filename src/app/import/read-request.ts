import type { ImportFile, ReadRequest } from '../../domain/import-state.ts';
import { fetchedBefore } from './addresses.ts';

/** What was asked to be read before, as far as the files still tell: a password is nowhere kept. */
export const requestOf = (files: readonly Pick<ImportFile, 'name'>[]): ReadRequest => ({
  ...fetchedBefore(files),
  password: null,
  meeting: null,
  apart: [],
});

/** The same once more, but for meetings of ours that are not meant after all. */
export const withoutMeetings = (request: ReadRequest, apart: readonly string[]): ReadRequest => ({
  ...request,
  meeting: request.meeting !== null && apart.includes(request.meeting) ? null : request.meeting,
  apart: [...new Set([...request.apart, ...apart])],
});
