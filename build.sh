#!/usr/bin/env bash
# Builds, runs and tests YouFirst; `./build.sh help` lists the verbs. Safe to run twice: a step
# whose inputs have not changed does nothing.
set -euo pipefail
cd "$(dirname "$0")"

TARGET=${CARGO_TARGET_DIR:-target}
BIN=node_modules/.bin

usage() {
  cat <<'TEXT'
./build.sh            builds dist/chromium and dist/firefox
./build.sh run        builds, then shows the extension at work in a real browser
./build.sh test       builds, then runs every test (Chromium and Firefox needed)
./build.sh soak [N]   builds, then runs the end-to-end tests N times over (10), until one fails
./build.sh check      the fast gate: format, lints, types, unit tests
./build.sh cli        builds the command line, target/release/youfirst
./build.sh measure    prints how well the engine reads labelled messages [--rules] [--misses] [--praise] [FILE…]
./build.sh fit        fits the rules' weights to readers' severities [--write] [FILE…]
./build.sh shots      builds, then photographs every page and state into tests/screenshots [--readme]
./build.sh bench      builds, then prints the budgets beside what is measured
./build.sh release    builds, then makes the two zips in dist/
TEXT
}

# step NAME COMMAND…: runs it and prints the time it took.
step() {
  local name=$1 begun=${EPOCHREALTIME/[.,]/} ended
  shift
  "$@"
  ended=${EPOCHREALTIME/[.,]/}
  printf '[%3d.%01d s] %s\n' $(((ended - begun) / 1000000)) $(((ended - begun) / 100000 % 10)) "$name"
}

# missing WHAT HOW: says what is not there and how to get it, and ends.
missing() {
  printf 'build.sh: %s is missing.\n  To get it: %s\n' "$1" "$2" >&2
  exit 1
}

has() { command -v "$1" >/dev/null 2>&1; }

# --- what the build stands on ---------------------------------------------------------------

need_rust() {
  has cargo || [ ! -f "$HOME/.cargo/env" ] || . "$HOME/.cargo/env"
  has cargo || missing 'Rust (cargo)' 'https://rustup.rs'
  local lib
  lib=$(rustc --print sysroot)/lib/rustlib/wasm32-unknown-unknown/lib
  if [ ! -d "$lib" ]; then
    has rustup || missing 'the Rust target wasm32-unknown-unknown' \
      'install Rust by https://rustup.rs, which adds it; on Debian: apt-get install libstd-rust-dev-wasm32'
    rustup target add wasm32-unknown-unknown
  fi
}

need_node() {
  has node && has npm || missing 'Node.js with npm, version 20 or later' 'https://nodejs.org'
  node -e 'process.exit(parseInt(process.versions.node) >= 20 ? 0 : 1)' ||
    missing "Node.js 20 or later (this is $(node --version))" 'https://nodejs.org'
  local mark=node_modules/.installed-lock.json
  if ! cmp -s package-lock.json $mark; then
    npm ci --no-audit --no-fund --loglevel=error
    cp package-lock.json $mark
  fi
}

# need_package NAME PACKAGE: Debian's way to get it, or how somebody else may.
need_package() {
  if has apt-get && [ "$(id -u)" = 0 ]; then
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$2" >/dev/null
  else
    missing "$1" "install it, e.g. sudo apt-get install $2"
  fi
}

# need_browser NAME PACKAGE COMMAND…: one of the commands must be there.
need_browser() {
  local name=$1 package=$2 command
  shift 2
  for command in "$@"; do ! has "$command" || return 0; done
  need_package "$name" "$package"
}

need_browsers() {
  need_browser Chromium chromium chromium google-chrome chromium-browser
  need_browser Firefox firefox-esr firefox-esr firefox
  # The pictures in tests/look were approved in it.
  has fc-match || need_package fontconfig fontconfig
  [[ $(fc-match system-ui) == DejaVuSans.ttf* ]] || need_package 'DejaVu Sans' fonts-dejavu-core
}

# --- the build ------------------------------------------------------------------------------

# cargo_wasm FEATURE PROFILE
cargo_wasm() {
  cargo build --quiet --lib --profile "$2" --target wasm32-unknown-unknown \
    --no-default-features --features "$1"
}

# bindgen NAME PROFILE: turns cargo's module into extension/wasm/NAME.js and NAME_bg.wasm, unless
# that was done already for the very same module and tool. No wasm-opt: over what LLVM leaves,
# none of its levels made the module smaller in gzip or faster by 1 %, and each took 5 to 30 s.
bindgen() {
  local module=$TARGET/wasm32-unknown-unknown/$2/youfirst.wasm tool=$TARGET/debug/bindgen
  local work=$TARGET/glue/$1 out=extension/wasm
  if cmp -s "$module" "$work/in.wasm" && cmp -s "$tool" "$work/tool" && [ -f "$out/$1_bg.wasm" ]; then
    return
  fi
  rm -rf "$work"
  mkdir -p "$work" "$out"
  "$tool" "$module" "$work" "$1"
  mv "$work/$1"* "$out/"
  cp "$tool" "$work/tool"
  cp "$module" "$work/in.wasm"
}

build_steps() {
  step 'Rust and its wasm target' need_rust
  step 'Node and its packages' need_node
  step 'core.wasm: compile' cargo_wasm wasm wasm
  step 'pages.wasm: compile' cargo_wasm pages wasm-pages
  step 'bindgen: compile' cargo build --quiet -p bindgen
  step 'core.wasm: glue' bindgen core wasm
  step 'pages.wasm: glue' bindgen pages wasm-pages
  step 'dist' node extension/build.mjs
}

# Two builds at once would write the same files.
build() {
  mkdir -p "$TARGET"
  exec 9>"$TARGET/.build-lock"
  ! has flock || flock 9
  build_steps
  exec 9>&-
}

# --- the gates ------------------------------------------------------------------------------

cli() { cargo build --quiet --release --bin youfirst; }

clippy() {
  cargo clippy --quiet --workspace --all-targets -- -D warnings
  cargo clippy --quiet --lib --target wasm32-unknown-unknown --no-default-features --features wasm -- -D warnings
  cargo clippy --quiet --lib --target wasm32-unknown-unknown --no-default-features --features pages -- -D warnings
  RUSTDOCFLAGS='-D warnings' cargo doc --quiet --no-deps --workspace
}

rust_tests() {
  cargo test --quiet --workspace
  cargo test --quiet --lib --no-default-features --features pages pages
}

end_to_end() { node --test --test-concurrency=1 tests/e2e/*.test.mjs; }

unit_tests() { node --test tests/unit/*.test.mjs; }

gates() {
  step 'format' cargo fmt --all --check
  step 'lints' clippy
  step 'types' "$BIN/tsc" --project tsconfig.json
  step 'Rust tests' rust_tests
  step 'unit tests' unit_tests
}

case ${1:-build} in
  build) build ;;
  run)
    build
    step 'browsers' need_browsers
    exec node tests/e2e/run.mjs
    ;;
  check)
    build
    gates
    ;;
  test)
    build
    step 'browsers' need_browsers
    step 'command line' cli
    gates
    step 'end to end' end_to_end
    ;;
  soak)
    build
    step 'browsers' need_browsers
    step 'command line' cli
    for ((round = 1; round <= ${2:-10}; round++)); do step "round $round" end_to_end; done
    ;;
  measure)
    step 'Rust and its wasm target' need_rust
    step 'command line' cli
    shift
    node tests/measure/measure.mjs "$@"
    ;;
  fit)
    step 'command line' cli
    shift
    node tests/measure/fit.mjs "$@"
    ;;
  cli)
    step 'Rust and its wasm target' need_rust
    step 'command line' cli
    ;;
  shots)
    build
    step 'browsers' need_browsers
    shift
    step 'pictures' node tests/e2e/shots.mjs "$@"
    ;;
  bench)
    build
    node tests/bench/bench.mjs
    ;;
  release)
    build
    step 'zips' node extension/build/zip.mjs
    ;;
  help | -h | --help) usage ;;
  *)
    usage >&2
    exit 2
    ;;
esac
