#!/usr/bin/env bash
# Writes package-lock.json anew from the manifests alone: with node_modules beside it, npm forgets the optional packages
# of other platforms, and `npm ci` then refuses the lock file.
set -euo pipefail
cd "$(dirname "$0")/.."
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
for file in package.json .npmrc packages/*/package.json actions/*/package.json; do
  [ -f "$file" ] || continue
  mkdir -p "$folder/$(dirname "$file")"
  cp "$file" "$folder/$file"
done
(cd "$folder" && npm install --package-lock-only --loglevel=error)
cp "$folder/package-lock.json" package-lock.json
