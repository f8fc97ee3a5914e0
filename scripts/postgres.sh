#!/bin/sh
# A private PostgreSQL server for tests: `scripts/postgres.sh start` prints its URL on the last line, `stop` removes it.
#   TEST_POSTGRES_URL=$(scripts/postgres.sh start) make test
# Nothing outside POSTGRES_DIR (default: a folder of this user in /tmp) is touched; it listens on 127.0.0.1 only.
set -eu

DIR=${POSTGRES_DIR:-/tmp/interview-lab-postgres-$(id -u)}
PORT=${POSTGRES_PORT:-}
NAME=lab

fail() {
  echo "$1" >&2
  exit 2
}

find_bin() {
  for candidate in "$(command -v pg_ctl 2>/dev/null || true)" /usr/lib/postgresql/*/bin/pg_ctl /opt/homebrew/opt/postgresql*/bin/pg_ctl; do
    if [ -n "$candidate" ] && [ -x "$candidate" ]; then
      found=$(dirname "$candidate")
    fi
  done
  [ -n "${found:-}" ] || fail "PostgreSQL is not installed. On Debian: apt-get install postgresql"
  echo "$found"
}

# PostgreSQL refuses to run as root; its own user is there wherever the package is.
as_owner() {
  if [ "$(id -u)" = 0 ]; then
    runuser -u postgres -- "$@"
  else
    "$@"
  fi
}

free_port() {
  python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

url() {
  echo "postgresql://$NAME@127.0.0.1:$(cat "$DIR/port")/$NAME"
}

running() {
  [ -f "$DIR/port" ] && as_owner "$BIN/pg_ctl" -D "$DIR/data" status >/dev/null 2>&1
}

start() {
  if running; then
    url
    return
  fi
  [ "$(id -u)" != 0 ] || id postgres >/dev/null 2>&1 || fail "As root this needs the user 'postgres' of the package."
  rm -rf "$DIR"
  mkdir -p "$DIR"
  chmod 755 "$DIR"
  [ "$(id -u)" != 0 ] || chown postgres "$DIR"
  [ -n "$PORT" ] || PORT=$(free_port)
  cd "$DIR"
  as_owner "$BIN/initdb" -D "$DIR/data" -U "$NAME" -A trust -E UTF8 --locale=C >"$DIR/initdb.log" 2>&1 ||
    fail "initdb failed: $(tail -n 3 "$DIR/initdb.log")"
  # Test data is worth no waiting for the disk.
  as_owner "$BIN/pg_ctl" -D "$DIR/data" -w -t 60 -l "$DIR/data/server.log" \
    -o "-p $PORT -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=200" \
    start >"$DIR/start.log" 2>&1 || fail "PostgreSQL did not start: $(tail -n 3 "$DIR/data/server.log")"
  echo "$PORT" >"$DIR/port"
  as_owner "$BIN/createdb" -h 127.0.0.1 -p "$PORT" -U "$NAME" "$NAME"
  url
}

stop() {
  if running; then
    cd "$DIR"
    as_owner "$BIN/pg_ctl" -D "$DIR/data" -m immediate -w stop >/dev/null
  fi
  rm -rf "$DIR"
}

BIN=$(find_bin)
case "${1:-}" in
start) start ;;
stop) stop ;;
url) running && url || fail "It does not run. Start it with: scripts/postgres.sh start" ;;
*) fail "Usage: scripts/postgres.sh start|stop|url" ;;
esac
