"""The reliability plot: of codings that are p sure, how many are right. Needs matplotlib."""

from __future__ import annotations

from pathlib import Path

Bins = list[tuple[float, float, int]]


def reliability(path: Path, rows: dict[str, Bins]) -> None:
    """Write an SVG with a line a set; the same bytes for the same figures."""
    import matplotlib

    matplotlib.use("svg")
    matplotlib.rcParams["svg.hashsalt"] = "hearsay"
    from matplotlib import pyplot

    figure, axes = pyplot.subplots(figsize=(5, 4.6))
    axes.plot([0, 1], [0, 1], color="0.7", linewidth=1)
    for name, found in rows.items():
        axes.plot(
            [mean for mean, _, _ in found], [share for _, share, _ in found], marker="o", markersize=4, label=name
        )
    axes.set(xlim=(0, 1), ylim=(0, 1), xlabel="confidence, held out", ylabel="share right (type and countries)")
    axes.legend(frameon=False, fontsize=8)
    figure.tight_layout()
    figure.savefig(path, metadata={"Date": None})
    pyplot.close(figure)
