"""Claims as CSV: the whole small file, and cells that no spreadsheet will run."""

from __future__ import annotations

import csv as reader
import io
from typing import Any

import pytest

from build import GENERAL_STAFF, claim, figure
from tallywire.claims.claim import Claim
from tallywire.claims.figure import PlaceRef, Ref, Words
from tallywire.writers import csv

CLAIMS = [
    claim(
        figure(
            value=4560,
            words="4,560",
            term=Words("died", 30, 34),
            derived_from=(Ref("General Staff", "UKR-GS"), Ref("ministry")),
            period="one week",
            count="period_total",
            confidence=0.93,
        ),
        title="Losses, week by week",
        sentence='He said: "4,560 died".\nNo more.',
    ),
    claim(
        figure(
            id="f2",
            modifier="vague",
            low=24,
            high=99,
            words="Dozens",
            kind="destroyed",
            what="vehicle",
            side=None,
            source=GENERAL_STAFF,
            via=("Facebook",),
            band=(24, 99),
            place=PlaceRef("Kherson", 706448, 46.65581, 32.6178),
        ),
        outlet=None,
        published=None,
        line=3,
    ),
]
FILE = """\
id,published,outlet,title,kind,what,low,best,high,modifier,band_low,band_high,words,term,side,side_id,source,\
source_id,source_type,party_to_conflict,derived_from,via,voice,stance,count,period,period_edtf,place,geonameid,lat,lon,\
cause,blamed,scope,per,segment,rule,confidence,sentence,article_id,address,line,revision,capture_sha256,version,recorded
c-f1,2022-11-11,The Daily Example,"Losses, week by week",killed,combatant,4560,4560,4560,exact,,,"4,560",died,\
Russia,RUS,,,,,General Staff; ministry,,own,asserted,period_total,one week,,,,,,,,,,body,test,0.93,\
"He said: ""4,560 died"".
No more.",a1,page.txt,,1,HASH,0,2022-11-12T00:00:00+00:00
c-f2,,,,destroyed,vehicle,24,,99,vague,24,99,Dozens,,,,General Staff of the Armed Forces of Ukraine,\
UKR-GS,military,yes,,Facebook,own,asserted,,,,Kherson,706448,46.65581,32.6178,,,,,body,test,1.0,\
,a1,page.txt,3,1,HASH,0,2022-11-12T00:00:00+00:00
"""


def written(claims: list[Claim]) -> str:
    out = io.BytesIO()
    csv.write(claims, out)
    return out.getvalue().decode("utf-8")


def test_the_whole_file() -> None:
    assert written(CLAIMS) == FILE.replace("HASH", "0" * 64)


def test_no_claims_give_the_header_alone() -> None:
    assert written([]) == FILE.splitlines(keepends=True)[0]


# What the page says; what stands in the cell.
CELLS = [
    ("=HYPERLINK(A1)", "'=HYPERLINK(A1)"),
    ("+380 44", "'+380 44"),
    ("-5 degrees", "'-5 degrees"),
    ("@SUM(A1)", "'@SUM(A1)"),
    ("\t=1", "'\t=1"),
    ("12 = a dozen", "12 = a dozen"),
    ("Втрати", "Втрати"),
    (None, ""),
]


@pytest.mark.parametrize(("title", "cell"), CELLS)
def test_no_cell_is_a_formula(title: str | None, cell: str) -> None:
    (row,) = reader.DictReader(io.StringIO(written([claim(figure(), title=title)]), newline=""))
    assert row["title"] == cell


NUMBERS: list[tuple[Any, str]] = [(0, "0"), (-3, "-3"), (2.5, "2.5"), (None, "")]


@pytest.mark.parametrize(("number", "cell"), NUMBERS)
def test_a_number_stays_a_number_and_unknown_stays_empty(number: Any, cell: str) -> None:
    said = figure(words="n", low=number, best=number, high=number)
    (row,) = reader.DictReader(io.StringIO(written([claim(said)]), newline=""))
    assert (row["low"], row["best"], row["high"]) == (cell, cell, cell)
