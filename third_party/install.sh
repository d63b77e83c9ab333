#!/bin/sh
# install.sh PART… - installs the Debian packages of packages.txt that are missing,
# after saying which. PART is "run" or "test".
set -eu
here=$(dirname "$0")

wanted=""
for part in "$@"; do
    wanted="$wanted $(awk -v part="$part" '$1 == part {print $2}' "$here/packages.txt")"
done
command -v dpkg-query >/dev/null 2>&1 || {
    echo "This is no Debian system: install what third_party/packages.txt lists by hand." >&2
    exit 0
}

missing=""
for package in $wanted; do
    status=$(dpkg-query -W -f '${Status}' "$package" 2>/dev/null || true)
    case "$status" in
        *" installed") ;;
        *) missing="$missing $package" ;;
    esac
done
[ -n "$missing" ] || exit 0

echo "Installing these Debian packages:$missing"
as_root=""
if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null 2>&1 || {
        echo "That needs root. Run as root: apt-get install$missing" >&2
        exit 1
    }
    as_root="sudo"
fi
$as_root apt-get update -qq
# shellcheck disable=SC2086 # the list is meant to be split
$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
echo "Installed."
