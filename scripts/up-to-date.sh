# Sourced by the commands of the checkout.

# up_to_date ROOT BUILT MODULE…: whether no source of these modules is newer than the mark of the
# last build. What a build writes beside its sources is none.
up_to_date() {
  local root=$1 built=$2
  shift 2
  [ -e "$built" ] || return 1
  local sources=("$root/pom.xml")
  if [ -e "$root/.mvn" ]; then sources+=("$root/.mvn"); fi
  local module path
  for module in "$@"; do
    for path in "$root/$module"/*; do
      case $path in */target | */dependency-reduced-pom.xml | */\*) ;; *) sources+=("$path") ;; esac
    done
  done
  # folders count, too: a deleted file shows in its folder's time
  [ -z "$(find "${sources[@]}" -newer "$built" -print -quit)" ]
}
