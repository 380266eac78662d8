"""Sorted tables that are searched where they lie.

A packaged table is a UTF-8 tab-separated file: one header line, then rows in the byte order of their first column. A
look-up bisects the bytes and decodes only the rows it finds, so a table of 60,000 rows costs nothing to open.
"""

from __future__ import annotations

from collections.abc import Iterator


class SortedTable:
    """Rows by their first column. ``data`` is the whole file; rows need not be unique in that column."""

    def __init__(self, name: str, data: bytes):
        self.name = name
        self._data = data if data.endswith(b"\n") or not data else data + b"\n"
        self._start = self._data.find(b"\n") + 1
        self.columns: tuple[str, ...] = tuple(self._data[: self._start].decode().rstrip("\n").split("\t"))

    def find(self, key: str) -> list[list[str]]:
        """All rows whose first cell equals ``key``, in file order."""
        data, wanted = self._data, key.encode() + b"\t"
        low, high = self._start, len(data)
        while low < high:
            middle = data.rfind(b"\n", 0, (low + high) // 2) + 1
            if middle < low:
                middle = low
            if data[middle : data.find(b"\t", middle) + 1] < wanted:
                low = data.find(b"\n", middle) + 1
            else:
                high = middle
        rows = []
        while data.startswith(wanted, low):
            end = data.find(b"\n", low)
            rows.append(data[low:end].decode().split("\t"))
            low = end + 1
        return rows

    def __iter__(self) -> Iterator[list[str]]:
        for line in self._data[self._start :].decode().split("\n")[:-1]:
            yield line.split("\t")

    def __len__(self) -> int:
        return self._data.count(b"\n", self._start)
