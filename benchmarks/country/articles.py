"""Short reports about documents of a country, and what each of them states.

What a reader must find is told beside the texts, one line of JSON an article: the documents and
the relations between them, so that nothing can be lost or doubled unseen.
"""

from __future__ import annotations

import itertools
import json
import random
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

import numpy as np

from benchmarks.country.documents import KINDS, Documents, Printed
from benchmarks.country.names import SUBJECTS, person
from benchmarks.country.plan import Form, Precision, Relation

STATED = "stated.jsonl"
_IN_FOLDER = 1000  # articles in one folder
_CHILDREN = (Form.PROVINCE, Form.DISTRICT, Form.DISTRICT_PARTY)

_OPENINGS = (
    "Ngày {seen}, tại hội nghị trực tuyến toàn quốc, nhiều địa phương báo cáo kết quả về {about}.",
    "Sáng {seen}, hội nghị sơ kết công tác năm đã nghe báo cáo của các cấp ủy về {about}.",
    "Theo báo cáo tại hội nghị ngày {seen}, công tác {about} có chuyển biến rõ nét.",
)
_TELLINGS = (
    "{child} ngày {day} của {issuer} được xây dựng để thực hiện {parent} ngày {parent_day} của "
    "{above}.",
    "Trước đó, {child} ngày {day} của {issuer} đã được ban hành để thực hiện {parent} "
    "ngày {parent_day} của {above}.",
    "{child} ngày {day} của {issuer} được ban hành nhằm triển khai thực hiện {parent} "
    "ngày {parent_day} của {above}.",
)
_ENDINGS = (
    "Ông {person} cho biết công việc sẽ được rà soát vào cuối năm.",
    "Bà {person} đề nghị các đơn vị tiếp tục thực hiện nghiêm túc, đúng tiến độ.",
    "Các đại biểu thống nhất cao với báo cáo và thảo luận nhiều giải pháp trong thời gian tới.",
)


@dataclass(frozen=True, slots=True)
class Stated:
    """What one article states: a document that carries out another one, both by their address."""

    file: str
    child: str
    parent: str


def write_articles(documents: Documents, folder: Path, count: int) -> list[Stated]:
    """Write articles, a thousand a folder, and beside them what they state.

    Parameters
    ----------
    documents : of the country; each article is about a document of its own.
    folder : where to.
    count : how many.

    Raises
    ------
    ValueError
        when the country has too few documents for that.
    """
    chosen = _chosen(documents, count)
    chance = random.Random(f"articles-{documents.land.seed}")
    told: list[Stated] = []
    for place, (child, parent) in enumerate(chosen):
        name = f"{place // _IN_FOLDER:03d}/bai-{place:06d}.txt"
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        one, above = documents.printed(child), documents.printed(parent)
        file.write_text(article(one, above, chance), encoding="utf-8")
        told.append(Stated(name, one.iri, above.iri))
    lines = (json.dumps(asdict(one), ensure_ascii=False) for one in told)
    (folder / STATED).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return told


def _chosen(documents: Documents, count: int) -> list[tuple[int, int]]:
    """Return documents with one that they carry out: provincial or of a district, dated to the day.

    Central documents are left to the register, which knows the real ones under their numbers. Two
    plans that bear one number are left out: a text would tell them apart with more words.
    """
    plan, numerals = documents.plan, documents.numerals
    known = plan.precision == Precision.DAY
    edges = (plan.relations == Relation.IMPLEMENTS) & np.isin(plan.form[plan.sources], _CHILDREN)
    edges &= (plan.form[plan.targets] >= Form.PROGRAM) & known[plan.sources] & known[plan.targets]
    places = np.random.default_rng(documents.land.seed).permutation(np.flatnonzero(edges))
    pairs = zip(plan.sources[places].tolist(), plan.targets[places].tolist(), strict=True)
    told = (pair for pair in pairs if numerals[pair[0]][0] != numerals[pair[1]][0])
    chosen = list(itertools.islice(told, count))
    if len(chosen) < count:
        raise ValueError(f"{len(chosen)} documents can be told of, not {count}")
    return chosen


def article(child: Printed, parent: Printed, chance: random.Random) -> str:
    """Return the text of a report about a document."""
    issued = date.fromisoformat(child.day)
    seen = _day(issued.replace(year=issued.year + 1, day=min(issued.day, 28)))
    words = {
        "seen": seen,
        "about": chance.choice(SUBJECTS),
        "issuer": child.issuer.name,
        "child": _cited(child),
        "day": _day(issued),
        "parent": _cited(parent),
        "parent_day": _day(date.fromisoformat(parent.day)),
        "above": parent.issuer.name,
        "person": person(chance),
    }
    lines = [f"Báo cáo kết quả về {words['about']}", seen]
    lines += [chance.choice(told).format(**words) for told in (_OPENINGS, _TELLINGS, _ENDINGS)]
    return "\n\n".join(lines) + "\n"


def _cited(one: Printed) -> str:
    return f"{KINDS[one.form].word} số {one.number}"


def _day(day: date) -> str:
    return f"{day.day}-{day.month}-{day.year}"
