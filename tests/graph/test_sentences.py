"""Where sentences end, in a text as it is stored."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.sentences import ends


def cut(text: str, *, lists: bool = True) -> list[str]:
    places = [0, *ends(text, 0, len(text), lists=lists)]
    return [text[a:b].strip() for a, b in zip(places, [*places[1:], len(text)], strict=True)]


@pytest.mark.parametrize(
    "sentences",
    [
        ["Kết luận 55-KL/TU của Ban Thường vụ Tỉnh ủy khóa X.", "Tỉnh ủy đã ban hành."],
        ["Họp tại TP. Hồ Chí Minh.", "Hội nghị T.Ư 4 kết thúc."],
        ["PGS. TS. Nguyễn Văn A dự.", "Tại x. Tịnh Trà thì chưa."],
        ["“Làm ngay.”", "“Được!”", "Ông nói…", "Rồi đi."],
        ["Theo số 5. 2022 là năm khác.", "Có 1.888 chi bộ."],
        ["Còn nữa...", "Sau đó."],
        ["Câu này gặp dấu. nhưng chưa hết."],
        ["Tổng kết khoá XIII.", "Ngày mai họp."],
    ],
)
def test_sentences_are_told_from_shortened_words(sentences: list[str]) -> None:
    assert [one for one in cut(" ".join(sentences)) if one] == sentences


def test_a_list_runs_over_its_semicolons_or_not() -> None:
    text = "Gồm: đất đai; nhà ở; rừng. Hết."
    assert cut(text)[:2] == ["Gồm: đất đai; nhà ở; rừng.", "Hết."]
    assert cut(text, lists=False)[:3] == ["Gồm: đất đai;", "nhà ở;", "rừng."]


@given(st.text(st.sampled_from('aX .;!?…"”)tp1\u00a0(“'), max_size=60))
def test_ends_stand_in_order_behind_a_stop(text: str) -> None:
    for lists in (False, True):
        found = list(ends(text, 0, len(text), lists=lists))
        assert found == sorted(set(found))
        assert all(text[:end].rstrip("\"”’'»)]")[-1:] in set(".!?…;") for end in found)
