"""The series at hand: of files that are named, and of the bulletins and data sets that a ledger has read."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tallywire.catalog.series import ids
from tallywire.claims.errors import LedgerError
from tallywire.claims.series import Series, SeriesInfo
from tallywire.collect import bulletins

if TYPE_CHECKING:
    # SQLAlchemy takes 0.2 s to import, which commands without a ledger must not pay.
    from tallywire.ledger.store import Ledger


def known_series(sources: Sequence[str | Path] = (), ledger: str | Path | None = None) -> tuple[Series, ...]:
    """The series of files, or of folders of them, and of the bulletins a ledger has read; files go before a ledger."""
    given = bulletins.series([path for source in sources for path in _files(Path(source))])
    kept = _kept_series(ledger) if ledger is not None else ()
    ids = {one.info.id for one in given}
    return given + tuple(one for one in kept if one.info.id not in ids)


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    found = sorted(file for file in path.iterdir() if file.is_file())
    return [file for file in found if file.suffix != ".toml" or file.with_suffix(".csv") not in found]


def _kept_series(ledger: str | Path) -> tuple[Series, ...]:
    from tallywire.ledger import store

    with store.open(ledger, create=False, readonly=True) as opened:
        return tuple(
            bulletins.series_from_points(opened.points(id), id, _described_in(opened, id)) for id in opened.series()
        )


def _described_in(ledger: Ledger, series: str) -> SeriesInfo | None:
    """The description of a series that the catalogue lacks, as it came last with the series' own tables."""
    if series in ids():
        return None
    found = (bulletins.read(text, address).info for address, text in ledger.data_sets(series))
    described = next((one for one in found if one is not None and one.id == series), None)
    if described is None:
        remedy = "read its table and description into it again"
        message = f"nothing in it describes the series {series}"
        raise LedgerError("no_description", message, where=str(ledger.path), remedy=remedy)
    return described
