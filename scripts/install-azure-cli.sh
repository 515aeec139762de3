#!/usr/bin/env bash
# Debian's azure-cli, for the checks with a real client. Says so and fails where it cannot be had.
set -euo pipefail
if ! command -v az >/dev/null; then
  apt-get update -qq
  apt-get install -y -qq azure-cli >/dev/null
fi
az version --output tsv
