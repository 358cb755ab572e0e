#!/usr/bin/env bash
# Installs what is missing: as root by itself, else it says the one line to type.
set -eu
missing=""
for package in gcc libc6-dev "$@"; do
  dpkg -s "$package" >/dev/null 2>&1 || missing="$missing $package"
done
[ -z "$missing" ] && exit 0
if [ "$(id -u)" = 0 ]; then
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
else
  echo "Missing:$missing"; echo "Type: sudo apt-get install --no-install-recommends$missing"; exit 1
fi
