-- The storefront's tables. Each is written by one service only: orders, pictures; the catalogue is
-- written by migrations.

create table orders (
  id bigserial primary key,
  -- The client's idempotency key: a repeat of it finds this row.
  key text not null unique,
  client text not null,
  -- The client's own count of its orders, without a gap.
  number integer not null,
  sku text not null,
  quantity integer not null check (quantity > 0),
  -- sha256 of a picture in the file store. No foreign key: the file store is another store, which
  -- can lose what this one keeps.
  picture text null,
  -- Who wrote it: the epoch of the writer, and the region that it was in.
  epoch bigint not null,
  region text not null,
  created_at timestamptz not null default now()
);

create table catalog (
  sku text primary key,
  name text not null,
  description text not null,
  price_cents integer not null check (price_cents >= 0),
  currency text not null,
  -- Which drawing the page shows.
  drawing text not null,
  position integer not null
);

create table pictures (
  sha256 text primary key,
  key text not null unique,
  bytes integer not null,
  epoch bigint not null,
  region text not null,
  created_at timestamptz not null default now()
);
