# Sourced by installer/start.sh and tests/run.sh: installs the Debian packages that are missing, and only those, so a
# machine that has them needs neither network nor rights.

# Packages that building and running need; README's table of dependencies says why these.
toasoan_packages="
  g++ cmake ninja-build ccache pkg-config
  qt6-base-dev qt6-base-dev-tools qt6-webengine-dev qt6-webengine-dev-tools
  qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools qt6-svg-dev libgl-dev
  libqt6sql6-sqlite libqt6sql6-psql libpq-dev qt6-image-formats-plugins
  libboost1.81-dev libvips-dev libseccomp-dev libsodium-dev qtkeychain-qt6-dev libbrotli-dev zlib1g-dev
  libkainjow-mustache-dev
  ca-certificates fonts-noto-core fonts-noto-color-emoji fonts-liberation"

# What the tests need beside them.
toasoan_test_packages="postgresql libxml2-utils chromium clang-format python3 strace"

# What the benchmarks need beside those.
toasoan_bench_packages="wrk nginx-light"

# Debian's installer gives sudo only to a machine without a password for root.
as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    sh -c "$1"
  elif command -v sudo >/dev/null; then
    sudo sh -c "$1"
  else
    echo "Packages are missing and this account may not install them. As root, run:" >&2
    echo "  $1" >&2
    exit 1
  fi
}

# install_packages PACKAGE …: installs those that dpkg does not have.
install_packages() {
  local missing=() package
  for package in "$@"; do
    dpkg-query -W -f '${db:Status-Status}\n' "$package" 2>/dev/null | grep -q '^installed$' || missing+=("$package")
  done
  # Node may come from elsewhere than Debian; what counts is the command.
  command -v node >/dev/null || missing+=(nodejs)
  command -v npm >/dev/null || missing+=(npm)
  [ ${#missing[@]} -eq 0 ] && return 0
  echo "Installing: ${missing[*]}"
  local apt="DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=120"
  as_root "$apt update && $apt install --no-install-recommends ${missing[*]}"
}
