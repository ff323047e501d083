-- ${id}, ${bytes} and ${time} are types that differ between the databases. All other times are milliseconds since 1970.
create table push_topic (
  url text not null primary key,
  version bigint not null,
  hash text not null,
  content_type text not null,
  body ${bytes} not null,
  published_at bigint not null
);

create table push_seen (
  url text not null,
  hash text not null,
  version bigint not null,
  primary key (url, hash)
);

create table push_request (
  id ${id},
  topic text not null,
  callback text not null,
  callback_hash ${bytes} not null,
  mode text not null,
  secret ${bytes},
  lease_seconds bigint not null,
  sequence bigint not null,
  attempts integer not null,
  not_before bigint not null,
  requested_at bigint not null,
  unique (topic, callback_hash)
);

create index push_request_due on push_request (not_before);

create table push_receiver (
  id ${id},
  kind text not null,
  topic text not null,
  address text not null,
  address_hash ${bytes} not null,
  host text not null,
  secret ${bytes},
  expires bigint not null,
  wanted bigint not null,
  version bigint not null,
  due_since bigint not null,
  failures integer not null,
  next bigint not null,
  first_failure bigint,
  last_status integer not null,
  last_attempt bigint,
  unique (topic, address_hash, kind)
);

create index push_receiver_due on push_receiver (next, id) where wanted > version;

create index push_receiver_host on push_receiver (host);

-- Jobs, in the columns of db-scheduler.
create table push_job (
  task_name text not null,
  task_instance text not null,
  task_data ${bytes},
  execution_time ${time} not null,
  picked boolean not null,
  picked_by text,
  last_success ${time},
  last_failure ${time},
  consecutive_failures integer,
  last_heartbeat ${time},
  version bigint not null,
  priority smallint,
  primary key (task_name, task_instance)
);

create index push_job_execution_time on push_job (execution_time);

create index push_job_last_heartbeat on push_job (last_heartbeat);
