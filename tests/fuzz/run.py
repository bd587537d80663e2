"""Fuzzes a target for a while: ``python tests/fuzz/run.py TARGET --seconds 600``; without a target all in turn.

With atheris (``pip install atheris``; not among the locked packages, as it has no wheels for every system) the fuzzer
is led by what code it reaches; without it, or with ``--blind``, bytes are broken as in mutations.py. What is found
is printed, and the bytes are kept in ``--into`` (fuzz-findings/), named by their digest.
"""

from __future__ import annotations

import argparse
import hashlib
import itertools
import os
import subprocess
import sys
import time
import traceback
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

SLOWEST = 10.0
"""Seconds: bytes that take longer are a finding too."""


def main() -> int:
    """Runs what the command line asks for; the number of findings of a blind run, or the fuzzer's own code."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("target", nargs="?", help="a name in TARGETS; all in turn without one")
    asked.add_argument("--seconds", type=int, default=60, help="how long each target is run")
    asked.add_argument("--into", type=Path, default=Path("fuzz-findings"), help="where harmful bytes are kept")
    asked.add_argument("--blind", action="store_true", help="break bytes by chance, without atheris")
    asked.add_argument("--seed", type=int, default=0, help="where the breaking by chance begins")
    options = asked.parse_args()
    options.into.mkdir(parents=True, exist_ok=True)
    if options.target is None:
        return _all(options)
    return _blind(options) if options.blind or not _has_atheris() else _led(options)


def _has_atheris() -> bool:
    try:
        import atheris  # noqa: F401
    except ImportError:
        return False
    return True


def _all(options: argparse.Namespace) -> int:
    """Each target in a process of its own, so that one that dies ends no other."""
    from tests.fuzz.targets import TARGETS

    bad = 0
    for name in TARGETS:
        command = [sys.executable, __file__, name, f"--seconds={options.seconds}", f"--into={options.into}"]
        command += [f"--seed={options.seed}", *(["--blind"] if options.blind else [])]
        bad += subprocess.run(command, check=False).returncode != 0
    return bad


def _blind(options: argparse.Namespace) -> int:
    from tests.fuzz.mutations import broken
    from tests.fuzz.targets import TARGETS

    target = TARGETS[options.target]
    seeds, until, found = target.seeds(), time.monotonic() + options.seconds, set()
    for number in itertools.count(options.seed):
        if time.monotonic() > until:
            print(f"{options.target}: {number - options.seed} tried, {len(found)} found", flush=True)
            return len(found)
        raw = broken(seeds[number % len(seeds)], number)
        begun = time.monotonic()
        try:
            target.run(raw)
        except Exception as fault:
            place = traceback.extract_tb(fault.__traceback__)[-1]
            what = f"{type(fault).__name__} at {place.filename}:{place.lineno}"
            if what not in found:
                found.add(what)
                _keep(options, raw, f"{what}\n{''.join(traceback.format_exception(fault)[-3:])}")
        if time.monotonic() - begun > SLOWEST and "slow" not in found:
            found.add("slow")
            _keep(options, raw, f"took {time.monotonic() - begun:.0f} s")
    return 0


def _keep(options: argparse.Namespace, raw: bytes, why: str) -> None:
    path = options.into / f"{options.target.replace('/', '_')}-{hashlib.sha256(raw).hexdigest()[:12]}"
    path.write_bytes(raw)
    print(f"{options.target}: {path}: {why}", flush=True)


def _led(options: argparse.Namespace) -> int:
    import atheris

    with atheris.instrument_imports(include=["etl", "tests.fuzz"]):
        from tests.fuzz.targets import TARGETS
    target = TARGETS[options.target]
    corpus = options.into / "corpus" / options.target.replace("/", "_")
    corpus.mkdir(parents=True, exist_ok=True)
    for seed in target.seeds():
        (corpus / hashlib.sha256(seed).hexdigest()[:12]).write_bytes(seed)
    kept = f"-artifact_prefix={options.into / options.target.replace('/', '_').replace(' ', '_')}-"
    limits = [f"-max_total_time={options.seconds}", f"-timeout={int(SLOWEST)}", "-rss_limit_mb=4096", "-max_len=20000"]
    atheris.Setup([sys.argv[0], *limits, kept, os.fspath(corpus)], target.run)
    atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.exit(main())
