// The first schema. A released migration never changes.

import { sql } from '../sql.js'

export const first = sql`
create table meta (
  key text primary key,
  value text not null
) without rowid;

-- The one order. What a row tells is written in the same transaction.
create table change (
  seq integer primary key autoincrement,
  kind text not null,
  message_id text,
  inboxes text not null,
  at integer not null,
  reason text
);

-- seq is the place of its "kept" change. kept_at never goes back, so that times find places.
create table message (
  seq integer primary key,
  id text not null unique,
  body integer not null,
  kept_at integer not null,
  received_at integer not null,
  size integer not null,
  crlf_size integer not null,
  stored_size integer not null,
  sha256 text not null,
  subject text not null,
  snippet text not null,
  date integer,
  addresses text not null,
  attachment_count integer not null,
  problem_count integer not null,
  is_read integer not null default 0,
  reverse_path text not null,
  reverse_path_raw text not null,
  reverse_path_parameters text not null,
  session_id text not null,
  via text not null,
  helo text,
  remote text,
  tls text,
  auth_method text,
  auth_user text
);
create index message_kept_at on message (kept_at);
create index message_read on message (seq) where is_read = 1;
create index message_unread on message (seq) where is_read = 0;

-- What the parser found, packed; lists never touch it.
create table facts (
  message integer primary key,
  octets blob not null
);

create table recipient (
  message integer not null references message (seq),
  n integer not null,
  address text not null,
  raw text not null,
  parameters text not null,
  folded text not null,
  is_kept integer not null,
  primary key (message, n)
) without rowid;

create table inbox (
  name text primary key,
  created_at integer not null,
  expires_at integer,
  is_made integer not null,
  messages integer not null default 0,
  unread integer not null default 0
) without rowid;

create table delivery (
  inbox text not null references inbox (name),
  message integer not null references message (seq),
  routed_by text not null,
  recipients text not null,
  primary key (inbox, message)
) without rowid;
create index delivery_message on delivery (message);

create table tag (
  name text not null,
  message integer not null references message (seq),
  primary key (name, message)
) without rowid;
create index tag_message on tag (message);

create table hidden (
  maildrop text not null,
  message integer not null references message (seq),
  primary key (maildrop, message)
) without rowid;
create index hidden_message on hidden (message);

-- place is body * 1048576 + number, so that one body lies together and needs no further index.
create table chunk (
  place integer primary key,
  start integer not null,
  size integer not null,
  codec integer not null,
  octets blob not null
);

-- Bodies that are still arriving, and bodies and index rows that nobody reaches any more.
create table pending (body integer primary key);
create table purge (
  body integer primary key,
  message integer
);

create table session (
  id text primary key,
  protocol text not null,
  started_at integer not null,
  record blob not null
) without rowid;
create index session_started_at on session (started_at);
create table session_message (
  message_id text not null,
  session_id text not null references session (id) on delete cascade,
  primary key (message_id, session_id)
) without rowid;
create index session_message_session on session_message (session_id);

create virtual table search_index using fts5 (
  subject, addresses, filenames, body, facets,
  content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
);

create table total (
  one integer primary key check (one = 1),
  messages integer not null,
  unread integer not null,
  size integer not null,
  stored_size integer not null
);
insert into total values (1, 0, 0, 0, 0);

create trigger message_counts_in after insert on message begin
  update total set messages = messages + 1, unread = unread + 1 - new.is_read,
    size = size + new.size, stored_size = stored_size + new.stored_size;
end;
create trigger message_counts_out after delete on message begin
  update total set messages = messages - 1, unread = unread - 1 + old.is_read,
    size = size - old.size, stored_size = stored_size - old.stored_size;
end;
create trigger message_counts_read after update of is_read on message when new.is_read <> old.is_read begin
  update total set unread = unread + old.is_read - new.is_read;
  update inbox set unread = unread + old.is_read - new.is_read
    where name in (select inbox from delivery where message = new.seq);
end;
create trigger delivery_counts_in after insert on delivery begin
  update inbox set messages = messages + 1,
    unread = unread + (select 1 - is_read from message where seq = new.message) where name = new.inbox;
end;
create trigger delivery_counts_out after delete on delivery begin
  update inbox set messages = messages - 1,
    unread = unread - (select 1 - is_read from message where seq = old.message) where name = old.inbox;
end;
`
