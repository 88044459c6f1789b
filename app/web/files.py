"""How many connections and files this process may have open."""

from __future__ import annotations

try:
    import resource
except ImportError:  # Windows has no such limit
    resource = None  # type: ignore[assignment]

ENOUGH = 65_536


def allow_many_files() -> int:
    """Raise the soft limit of open files as far as the machine lets us, and return it; 0 for none.

    Many systems start a process with room for 1,024. Idle connections alone could fill that, and
    nobody else would get in.
    """
    if resource is None:
        return 0
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = ENOUGH if hard == resource.RLIM_INFINITY else min(ENOUGH, hard)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
        return wanted
    return soft
