#!/bin/sh
# LibreOffice and Chromium, which the tests drive, through apt if absent.
set -eu
want=""
command -v soffice >/dev/null 2>&1 || want="$want libreoffice-calc libreoffice-writer"
command -v chromium >/dev/null 2>&1 || want="$want chromium"
[ -z "$want" ] && exit 0
if ! command -v apt-get >/dev/null 2>&1; then
    echo "Please install:$want (tests that need them are skipped with a reason)."
    exit 0
fi
sudo=""; [ "$(id -u)" = 0 ] || sudo="sudo"
echo "Installing$want"
$sudo apt-get update -qq
# shellcheck disable=SC2086
DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends $want >/dev/null
