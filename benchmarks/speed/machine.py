"""What it was measured on, and staying on one core."""

from __future__ import annotations

import os
import platform
import re
import resource
from pathlib import Path

ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"), "1")


def describe() -> dict[str, str | int | float]:
    """Processor, cores, system, Python, and how busy the machine was already."""
    return {
        "processor": _processor(),
        "cores": os.cpu_count() or 1,
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
        "load before the run": round(os.getloadavg()[0], 2),
    }


def _processor() -> str:
    listing = Path("/proc/cpuinfo")
    text = listing.read_text() if listing.exists() else ""
    name = re.search(r"^model name\s*:\s*(.+)$", text, re.MULTILINE)
    vnni = "with AVX512-VNNI" if "avx512_vnni" in text else "with AVX-VNNI" if "avx_vnni" in text else "without VNNI"
    return f"{name[1].strip()}, {vnni}" if name else platform.processor() or "unknown"


def pin(core: int) -> None:
    """Keep this process on one core, where the system can."""
    if hasattr(os, "sched_setaffinity"):
        allowed = sorted(os.sched_getaffinity(0))
        os.sched_setaffinity(0, {allowed[core % len(allowed)]})


def peak_megabytes() -> float:
    """The most memory this process has held so far."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 * 1024 if platform.system() == "Darwin" else 1024)
