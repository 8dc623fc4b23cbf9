"""The documents of a plan as they are printed: numbers in the order of days, names, titles."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

import numpy as np

from benchmarks.country.names import SUBJECTS
from benchmarks.country.places import Land
from benchmarks.country.plan import Form, Plan, Precision
from graph.resolve.bodies import Body
from graph.resolve.drafts import type_concept
from graph.resolve.identity import DocumentKey
from graph.resolve.series import Series, by_term

_MINISTRIES = (
    "Bộ Nội vụ",
    "Bộ Giáo dục và Đào tạo",
    "Bộ Y tế",
    "Bộ Tài chính",
    "Bộ Khoa học và Công nghệ",
    "Bộ Xây dựng",
    "Bộ Công an",
)
_VACATIO = timedelta(days=45)  # from the issue of a decree until it takes effect
_PARTY = {Form.PROGRAM, Form.DISTRICT_PARTY, Form.COMMUNE_PARTY, Form.RESOLUTION}


@dataclass(frozen=True, slots=True)
class Kind:
    """How documents of a form are called: word and code of the type, and code of the issuer."""

    word: str
    code: str
    issuer: str
    party: bool

    @property
    def concept(self) -> str:
        """Return the concept of the type."""
        found = type_concept(self.word, party=self.party)
        assert found is not None, self.word
        return found

    def number(self, numeral: int | str, year: int | str) -> str:
        """Return the printed number."""
        if self.code == "NĐ":
            return f"{numeral}/{year}/NĐ-{self.issuer}"
        return (
            f"{numeral}-{self.code}/{self.issuer}"
            if self.party
            else (f"{numeral}/{self.code}-{self.issuer}")
        )


KINDS = {
    Form.RESOLUTION: Kind("Nghị quyết", "NQ", "TW", party=True),
    Form.DECREE: Kind("Nghị định", "NĐ", "CP", party=False),
    Form.MINISTRY: Kind("Kế hoạch", "KH", "", party=False),
    Form.PROGRAM: Kind("Chương trình hành động", "CTr", "TU", party=True),
    Form.PROVINCE: Kind("Kế hoạch", "KH", "UBND", party=False),
    Form.DISTRICT: Kind("Kế hoạch", "KH", "UBND", party=False),
    Form.DISTRICT_PARTY: Kind("Kế hoạch", "KH", "HU", party=True),
    Form.COMMUNE: Kind("Kế hoạch", "KH", "UBND", party=False),
    Form.COMMUNE_PARTY: Kind("Kế hoạch", "KH", "ĐU", party=True),
}


@dataclass(frozen=True, slots=True)
class Printed:
    """One document as it is printed; days as precisely as they are told, empty when not."""

    form: Form
    key: DocumentKey
    iri: str
    number: str
    issuer: Body
    day: str
    precision: Precision
    effective: str
    expires: str

    @property
    def name(self) -> str:
        """Return what a text calls it: `Kế hoạch 12/KH-UBND của UBND xã Cẩm Hà, ...`."""
        return f"{KINDS[self.form].word} {self.number} của {self.issuer.name}"


@dataclass(frozen=True)
class Documents:
    """All documents of a country, by their number in the plan."""

    land: Land
    plan: Plan
    _bodies: dict[str, Body] = field(default_factory=dict, repr=False, compare=False)
    _periods: dict[tuple[Series, int], str] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def numerals(self) -> list[tuple[int, str]]:
        """Return for each document its figure and the period of its series."""
        found: list[tuple[int, str]] = [(0, "")] * len(self.plan)
        last: Counter[tuple[Series, int, str]] = Counter()
        forms, days = self.plan.form.tolist(), self.plan.issued.tolist()
        for number in np.argsort(self.plan.issued, kind="stable").tolist():
            series = self.issuer(number).series
            period = self._period(series[:2], days[number])
            row = series, forms[number], period
            last[row] += 1
            found[number] = last[row], period
        return found

    @cached_property
    def addresses(self) -> list[str]:
        """Return the addresses of all documents."""
        return [self.key(number).iri for number in range(len(self.plan))]

    def issuer(self, number: int) -> Body:
        """Return who issued a document."""
        form, place = Form(self.plan.form[number]), int(self.plan.place[number])
        if place < 0:
            return self._central(form, int(self.plan.subject[number]) + number)
        issuing = self.land.eras[self.plan.era[number]].places[place]
        return issuing.party if form in _PARTY else issuing.state

    def key(self, number: int) -> DocumentKey:
        """Return the key of a document."""
        numeral, period = self.numerals[number]
        series, kind = self.issuer(number).series, KINDS[Form(self.plan.form[number])]
        code = {"NQ": "nq", "NĐ": "nd", "CTr": "ctr", "KH": "kh"}[kind.code]
        return DocumentKey(series, code, str(numeral), period, by_term(series))

    def printed(self, number: int) -> Printed:
        """Return a document as it is printed."""
        form, key = Form(self.plan.form[number]), self.key(number)
        day, issuer = date.fromordinal(int(self.plan.issued[number])), self.issuer(number)
        precision = Precision(self.plan.precision[number])
        kind = KINDS[form]
        if form is Form.MINISTRY:
            kind = Kind(kind.word, kind.code, _code(issuer), party=False)
        told = (str(day), f"{day:%Y-%m}", f"{day:%Y}", "")[precision]
        expires = int(self.plan.expires[number])
        return Printed(
            form,
            key,
            key.iri,
            kind.number(key.numeral, day.year),
            issuer,
            told,
            precision,
            str(day + _VACATIO) if form is Form.DECREE and precision is Precision.DAY else "",
            str(date.fromordinal(expires)) if expires else "",
        )

    def title(self, number: int) -> str:
        """Return what a document is about."""
        subject = int(self.plan.subject[number])
        about = SUBJECTS[subject % len(SUBJECTS)]
        if self.plan.form[number] == Form.RESOLUTION:
            return f"Về {about}"
        return f"Thực hiện nghị quyết của Trung ương về {about}"

    def _central(self, form: Form, turn: int) -> Body:
        names = {
            Form.RESOLUTION: ("Ban Chấp hành Trung ương", "Bộ Chính trị"),
            Form.DECREE: ("Chính phủ",),
        }.get(form, _MINISTRIES)
        name = names[turn % len(names)]
        if name not in self._bodies:
            self._bodies[name] = self.land.context.directory.body(name)
        return self._bodies[name]

    def _period(self, series: Series, day: int) -> str:
        if (series, day) not in self._periods:
            found = self.land.context.calendar.period(series, date.fromordinal(day))
            assert found is not None, (series, day)
            self._periods[series, day] = found[0]
        return self._periods[series, day]


def _code(ministry: Body) -> str:
    """Return the code of a ministry in numbers: `BNV`, `BGDĐT`."""
    code = ministry.series[0].upper()
    return {"BGDDT": "BGDĐT"}.get(code, code)
