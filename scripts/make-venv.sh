#!/bin/sh
# Make a virtual environment; on Debian the module for it is a package of its own.
set -eu
python="$1"; venv="$2"
if "$python" -m venv "$venv" >/dev/null 2>&1; then exit 0; fi
rm -rf "$venv"
echo "This Python cannot make virtual environments; installing Debian's python3-venv."
sudo=""; [ "$(id -u)" = 0 ] || sudo="sudo"
$sudo apt-get update -qq
DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends python3-venv >/dev/null
"$python" -m venv "$venv"
