#!/usr/bin/env bash
# Makes the pictures of the window in README.md, under a virtual X server: make pictures.
# Each picture is a state string, as "Copy link" in the window gives it.
set -euo pipefail
binary=${1:-target/release/araxes}
number=$((90 + RANDOM % 400)); home=$(mktemp -d)
Xvfb ":$number" -screen 0 1920x1080x24 -noreset >/dev/null 2>&1 & server=$!
trap 'kill $server 2>/dev/null; rm -rf "$home"' EXIT
export DISPLAY=":$number"; sleep 2

picture() { # NAME STATE
  HOME=$home "$binary" --state "$2" >"$home/log" 2>&1 & program=$!
  window=""
  for _ in $(seq 60); do
    window=$(xdotool search --name Araxes 2>/dev/null | head -1) && [ -n "$window" ] && break
    sleep 0.5
  done
  [ -n "$window" ] || { cat "$home/log"; exit 1; }
  xdotool windowmove "$window" 0 0 windowsize "$window" 1920 1080 mousemove 1919 1079
  sleep 6
  import -window root "docs/pictures/$1.png"
  kill $program; wait $program 2>/dev/null || true
  rm -rf "$home"/.local "$home"/.config
}

picture 1920-05-01 "1920-05-01;baku;"
picture 1920-07-03 "1920-07-03;moscow;sharur"
picture 1920-07-24 "1920-07-24;control;contradiction-013"
picture 1920-07-31 "1920-07-31;claims;"
picture compare "1920-07-08;chicherin;;with=1920-07-08,orjonikidze,side"
