-- The application's tables; run at every start, so each statement must do nothing the second time.
CREATE SCHEMA IF NOT EXISTS order_desk;

CREATE SEQUENCE IF NOT EXISTS order_desk.order_seq;
CREATE SEQUENCE IF NOT EXISTS order_desk.invoice_seq;
CREATE SEQUENCE IF NOT EXISTS order_desk.mail_seq;
CREATE SEQUENCE IF NOT EXISTS order_desk.note_seq;

CREATE TABLE IF NOT EXISTS order_desk.stock_item (
  sku       text          PRIMARY KEY,
  position  integer       NOT NULL,
  name      text          NOT NULL,
  price     numeric(12,2) NOT NULL CHECK (price >= 0),
  available bigint        NOT NULL CHECK (available >= 0)
);

CREATE TABLE IF NOT EXISTS order_desk.orders (
  id        bigint      PRIMARY KEY,
  customer  text        NOT NULL CHECK (customer <> ''),
  stock_job text,
  placed_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE IF NOT EXISTS order_desk.order_line (
  order_id bigint  NOT NULL REFERENCES order_desk.orders,
  position integer NOT NULL,
  sku      text    NOT NULL REFERENCES order_desk.stock_item,
  quantity integer NOT NULL CHECK (quantity > 0),
  PRIMARY KEY (order_id, position)
);

-- No unique constraint on order_id here, nor in mail and ledger: work done twice has to show.
CREATE TABLE IF NOT EXISTS order_desk.invoice (
  id        bigint        PRIMARY KEY,
  order_id  bigint        NOT NULL REFERENCES order_desk.orders,
  total     numeric(14,2) NOT NULL,
  issued_at timestamptz   NOT NULL DEFAULT now()
);

CREATE TABLE IF NOT EXISTS order_desk.mail (
  id        bigint      PRIMARY KEY,
  order_id  bigint      NOT NULL REFERENCES order_desk.orders,
  recipient text        NOT NULL,
  subject   text        NOT NULL,
  body      text        NOT NULL,
  sent_at   timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE IF NOT EXISTS order_desk.note (
  id         bigint      PRIMARY KEY,
  text       text        NOT NULL,
  written_at timestamptz NOT NULL DEFAULT now()
);

-- One row per business effect, written in the transaction of the job that caused it.
CREATE TABLE IF NOT EXISTS order_desk.ledger (
  id       bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  job_id   bigint      NOT NULL,
  run      text,
  effect   text        NOT NULL CHECK (effect IN ('invoice', 'mail', 'stock', 'load')),
  order_id bigint,
  node     text,
  began    timestamptz NOT NULL,
  ended    timestamptz NOT NULL
);
CREATE INDEX IF NOT EXISTS ledger_order ON order_desk.ledger (order_id, effect) WHERE order_id IS NOT NULL;
CREATE INDEX IF NOT EXISTS ledger_run ON order_desk.ledger (run) WHERE run IS NOT NULL;

-- A file that jobs take in, its chunks, and what became of each order: placed, or the reason why not.
-- No unique constraint on the lines: an order placed twice has to show.
CREATE TABLE IF NOT EXISTS order_desk.intake (
  id            bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name          text        NOT NULL,
  text          text        NOT NULL,
  rows_of_chunk integer     NOT NULL CHECK (rows_of_chunk > 0),
  chunks        integer,
  orders        integer,
  rejected      integer,
  received_at   timestamptz NOT NULL DEFAULT now(),
  finished_at   timestamptz
);

CREATE TABLE IF NOT EXISTS order_desk.intake_chunk (
  intake_id  bigint  NOT NULL REFERENCES order_desk.intake,
  number     integer NOT NULL,
  first_line integer NOT NULL,
  last_line  integer NOT NULL,
  text       text    NOT NULL,
  placed_at  timestamptz,
  PRIMARY KEY (intake_id, number)
);

CREATE TABLE IF NOT EXISTS order_desk.intake_line (
  id        bigint  GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  intake_id bigint  NOT NULL REFERENCES order_desk.intake,
  line      integer NOT NULL,
  reference text,
  order_id  bigint REFERENCES order_desk.orders,
  reason    text,
  CHECK ((order_id IS NULL) <> (reason IS NULL))
);
CREATE INDEX IF NOT EXISTS intake_line_intake ON order_desk.intake_line (intake_id, line);
