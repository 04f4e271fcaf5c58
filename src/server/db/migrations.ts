/**
 * The steps from an empty file to the present tables; step i leads to version i + 1. Forward only, and
 * a step that was ever released is never edited. Each runs in one transaction.
 */
export const migrations: readonly string[] = [
  `
create table council (
  id text primary key, name text not null, demonstration integer not null check (demonstration in (0, 1)),
  contacts text not null, epoch text not null, seq integer not null, chain text not null
) strict;

create table people (
  council_id text not null references council (id), id text not null, name text not null, role text,
  perm integer not null, primary key (council_id, id)
) strict;

create table grants (
  council_id text not null, person_id text not null, ordinal integer not null,
  role text not null check (role in ('member', 'clerk')), committee_id text,
  began integer not null, began_at text not null, ended integer, ended_at text,
  primary key (council_id, person_id, ordinal),
  foreign key (council_id, person_id) references people (council_id, id)
) strict;

create table devices (
  council_id text not null, id text not null, person_id text not null,
  kind text not null check (kind in ('tablet', 'server')), name text not null, public_key text,
  created_at text not null, revoked_at text, last_n integer not null,
  primary key (council_id, id),
  foreign key (council_id, person_id) references people (council_id, id)
) strict;

create table invites (
  council_id text not null, code_hash text not null, person_id text not null,
  created_at text not null, expires_at text not null, used_at text,
  primary key (council_id, code_hash),
  foreign key (council_id, person_id) references people (council_id, id)
) strict;

create table sessions (
  council_id text not null, token_hash text not null, device_id text not null, expires_at text not null,
  primary key (council_id, token_hash),
  foreign key (council_id, device_id) references devices (council_id, id)
) strict;

create table challenges (
  council_id text not null, challenge_hash text not null, device_id text not null, expires_at text not null,
  primary key (council_id, challenge_hash)
) strict;

create table tries (council_id text not null, at text not null, address text not null) strict;
create index tries_at on tries (council_id, at);

create table meetings (
  council_id text not null references council (id), meeting_id text not null, version integer not null,
  committee_id text not null, chairs text not null, manifest text not null,
  primary key (council_id, meeting_id, version)
) strict;

create table blobs (
  council_id text not null references council (id), sha256 text not null, size integer not null,
  scope text not null, primary key (council_id, sha256)
) strict;

create table log (
  council_id text not null references council (id), seq integer not null, id text not null,
  device_id text not null, n integer not null, person_id text not null, type text not null,
  meeting_id text not null, digest text not null, event text not null, clock_offset_ms real,
  received_at text not null, chain text not null,
  primary key (council_id, seq),
  foreign key (council_id, device_id) references devices (council_id, id)
) strict;
create unique index log_id on log (council_id, id);
create unique index log_device_n on log (council_id, device_id, n);

create table readers (
  council_id text not null, seq integer not null, scope text not null,
  primary key (council_id, seq, scope),
  foreign key (council_id, seq) references log (council_id, seq)
) strict, without rowid;

create table set_aside (
  council_id text not null references council (id), id text not null, device_id text not null,
  n integer not null, digest text not null, status text not null check (status in ('quarantined', 'held')),
  code text not null, envelope text not null, received_at text not null,
  primary key (council_id, id),
  foreign key (council_id, device_id) references devices (council_id, id)
) strict;
create unique index set_aside_device_n on set_aside (council_id, device_id, n);

create trigger log_no_update before update on log begin select raise(abort, 'the log is append-only'); end;
create trigger log_no_delete before delete on log begin select raise(abort, 'the log is append-only'); end;
create trigger readers_no_update before update on readers begin select raise(abort, 'the log is append-only'); end;
create trigger readers_no_delete before delete on readers begin select raise(abort, 'the log is append-only'); end;
create trigger set_aside_no_update before update on set_aside begin select raise(abort, 'the log is append-only'); end;
create trigger set_aside_no_delete before delete on set_aside begin select raise(abort, 'the log is append-only'); end;
create trigger meetings_no_update before update on meetings begin select raise(abort, 'the log is append-only'); end;
create trigger meetings_no_delete before delete on meetings begin select raise(abort, 'the log is append-only'); end;
`,
  // Erasure (design 5): what was said is taken out of a row, and out of no other than those listed here.
  `
create table erasures (
  council_id text not null references council (id), ordinal integer not null, id text not null,
  erased_at text not null, because text not null,
  primary key (council_id, ordinal)
) strict;
create unique index erasures_id on erasures (council_id, id);
create trigger erasures_no_update before update on erasures begin select raise(abort, 'the log is append-only'); end;
create trigger erasures_no_delete before delete on erasures begin select raise(abort, 'the log is append-only'); end;

drop trigger log_no_update;
create trigger log_no_update before update on log when not (new.event = ''
    and exists (select 1 from erasures where council_id = old.council_id and id = old.id)
    and new.council_id = old.council_id and new.seq = old.seq and new.id = old.id
    and new.device_id = old.device_id and new.n = old.n and new.person_id = old.person_id
    and new.type = old.type and new.meeting_id = old.meeting_id and new.digest = old.digest
    and new.clock_offset_ms is not distinct from old.clock_offset_ms
    and new.received_at = old.received_at and new.chain = old.chain)
  begin select raise(abort, 'the log is append-only'); end;

drop trigger set_aside_no_update;
create trigger set_aside_no_update before update on set_aside when not (new.envelope = ''
    and exists (select 1 from erasures where council_id = old.council_id and id = old.id)
    and new.council_id = old.council_id and new.id = old.id and new.device_id = old.device_id
    and new.n = old.n and new.digest = old.digest and new.status = old.status
    and new.code = old.code and new.received_at = old.received_at)
  begin select raise(abort, 'the log is append-only'); end;
`,
  // A pull begins with what its person may read, not with the whole log.
  `
create index readers_scope on readers (council_id, scope, seq);
`,
  // What other systems call what the council has here. A source without an address of its system has an empty site.
  `
create table aliases (
  council_id text not null references council (id), system text not null, site text not null,
  kind text not null, theirs text not null, ours text not null,
  primary key (council_id, system, site, kind, theirs)
) strict;
create index aliases_ours on aliases (council_id, ours);
`,
];
