"""Runs whole commands and measures what they take."""

import os
import resource
import subprocess
import sys
import time


def run(command):
    """Seconds by the clock, seconds of processor time (children included), most memory of one process in MB."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begin = time.monotonic()
    process = subprocess.Popen([str(part) for part in command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    clock = time.monotonic() - begin
    process.returncode = status
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if status != 0:
        sys.exit(f"failed: {command[0]}")
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return clock, cpu, usage.ru_maxrss / 1024


def size_of(*paths):
    """Bytes of the files at and below the paths that are there."""
    files = [f for path in paths for f in ([path] if path.is_file() else path.rglob("*") if path.is_dir() else [])]
    return sum(file.stat().st_size for file in files if file.is_file())


def describe_machine():
    return f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores"
