"""What sources may say in tests of the index, as strategies."""

from __future__ import annotations

from hypothesis import strategies as st

from ontology import terms as cas
from tests.graph.lineage.index.told import Said

_LETTERS = "abcdefgh"
_RELATIONS = ("implements", "guides", "basedOn", "replaces", "repeals", "suspends", "amends")
_BODIES = [f"{cas.DATA}body/{name}" for name in ("bo-chinh-tri", "ban-bi-thu", "chinh-phu")]
_KINDS = [f"{cas.DATA}type/{name}" for name in ("party/nghi-quyet", "party/chi-thi")]
_NUMBERS = ("1-NQ/TW", "2-NQ/TW")
_DAYS = ("2011", "2011-05", "2011-05-09", "2019-12-31", "2024")

letters = st.sampled_from(_LETTERS)
_PAGES = st.sampled_from((None, "https://a.vn/1", "https://b.vn/2"))
_SEEN = st.sampled_from((None, "2025", "2026-03", "2026-03-04"))
edges = st.builds(
    Said,
    letters,
    st.sampled_from(_RELATIONS),
    letters,
    inferred=st.booleans(),
    likely=st.booleans(),
    part=st.booleans(),
    page=_PAGES,
    seen=_SEEN,
)
days = st.builds(
    Said, letters, st.sampled_from(("issued", "effective", "expires")), st.sampled_from(_DAYS)
)
values = st.one_of(
    st.builds(Said, letters, st.just("issuedBy"), st.sampled_from(_BODIES)),
    st.builds(Said, letters, st.just("documentType"), st.sampled_from(_KINDS)),
    st.builds(
        Said, letters, st.just("number"), st.sampled_from(("1-NQ/TW", "2-NQ/TW")), page=_PAGES
    ),
)
statements = st.lists(st.one_of(edges, edges, days, values), max_size=8)
